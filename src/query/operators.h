// How comparison operators are written, and what kinds of fields each one suits.
#pragma once

#include <optional>
#include <string_view>

#include "oms/model/field.h"
#include "oms/query/condition.h"

namespace oms {

std::string_view text_of(Op op);
// The operator that `text` starts with.
std::optional<Op> leading_operator(std::string_view text);

constexpr bool is_ordering(Op op) {
  return op == Op::less || op == Op::less_equal || op == Op::greater || op == Op::greater_equal;
}
constexpr bool is_containing(Op op) { return op == Op::contains || op == Op::contains_not; }
constexpr bool is_negated(Op op) { return op == Op::not_equal || op == Op::contains_not; }

constexpr bool is_text(Kind kind) {
  return kind == Kind::text || kind == Kind::word || kind == Kind::list;
}
constexpr bool is_ordered(Kind kind) {
  return kind == Kind::integer || kind == Kind::decimal || kind == Kind::date ||
         kind == Kind::choice;
}

}  // namespace oms
