// Values of the Hub's JSON, wrong types tolerated: what cannot be read is missing.
// One pass, in the order of the text, as simdjson On-Demand wants it: a value is read once.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

#include "oms/model/field.h"

namespace oms {

using simdjson::ondemand::json_type;
using simdjson::ondemand::value;

json_type type_of(value& json);  // null for what is no value
std::string read_text(value json);
Integer read_integer(value json);  // a whole number; the Hub sometimes writes one as 12.0
Number read_number(value json);
Day read_day(value json);
bool read_true(value json);
// A string or a list of strings; anything else in the list is passed over.
std::vector<std::string> read_words(value json);

// In place of a key that has no spelling in UTF-8: half of a surrogate pair stands in it.
inline constexpr std::string_view kNoName = {};

// Calls `handle(key, value)` for each member of an object; for nothing else.
template <typename Handler>
void each_key(value json, Handler handle) {
  simdjson::ondemand::object fields;
  if (type_of(json) != json_type::object || json.get_object().get(fields) != simdjson::SUCCESS) {
    return;
  }
  for (auto field : fields) {
    std::string_view key;
    value child;
    if (field.value().get(child) != simdjson::SUCCESS) return;
    if (field.unescaped_key().get(key) != simdjson::SUCCESS) key = kNoName;
    handle(key, child);
  }
}

// Calls `handle(value)` for each element of an array; for nothing else.
template <typename Handler>
void each_element(value json, Handler handle) {
  simdjson::ondemand::array items;
  if (type_of(json) != json_type::array || json.get_array().get(items) != simdjson::SUCCESS) {
    return;
  }
  for (auto item : items) {
    value element;
    if (item.get(element) != simdjson::SUCCESS) return;
    handle(element);
  }
}

}  // namespace oms
