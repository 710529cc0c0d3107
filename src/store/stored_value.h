// What a value is in a column or a side table of an index, and back.
#pragma once

#include <cstdint>

#include "oms/model/field.h"
#include "oms/model/table.h"

namespace oms {

template <typename Value>
struct StoredAs;
template <>
struct StoredAs<Integer> {
  using Type = std::int64_t;
  static constexpr Type kMissing = kNoInteger;
  static Type from(const Integer& value) { return value.value_or(kMissing); }
  static Integer to(Type value) { return value == kMissing ? Integer() : Integer(value); }
};
template <>
struct StoredAs<Number> {
  using Type = std::int64_t;
  static constexpr Type kMissing = kNoInteger;
  static Type from(const Number& value) { return value ? value->billionths : kMissing; }
  static Number to(Type value) { return value == kMissing ? Number() : Number(Decimal{value}); }
};
template <>
struct StoredAs<Day> {
  using Type = std::int32_t;
  static constexpr Type kMissing = kNoDay;
  static Type from(const Day& value) { return value ? value->days : kMissing; }
  static Day to(Type value) { return value == kMissing ? Day() : Day(Date{value}); }
};
template <>
struct StoredAs<Choice> {
  using Type = std::uint8_t;
  static constexpr Type kMissing = 0;
  static Type from(Choice value) { return value.code; }
  static Choice to(Type value) { return Choice{value}; }
};
template <>
struct StoredAs<Flag> {
  using Type = std::uint8_t;
  static constexpr Type kMissing = 0;
  static Type from(const Flag& value) {
    if (!value) return kMissing;
    return *value ? 2 : 1;
  }
  static Flag to(Type value) { return value == kMissing ? Flag() : Flag(value == 2); }
};

template <typename Value>
auto stored(const Value& value) {
  return StoredAs<Value>::from(value);
}

}  // namespace oms
