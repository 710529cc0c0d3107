#include "source/hub_json.h"

#include <cmath>

#include "oms/base/text.h"

namespace oms {

json_type type_of(value& json) {
  json_type type = json_type::null;
  if (json.type().get(type) != simdjson::SUCCESS) return json_type::null;
  return type;
}

std::string read_text(value json) {
  std::string_view text;
  if (json.get_string().get(text) != simdjson::SUCCESS) return {};
  return std::string(text);
}

Integer read_integer(value json) {
  if (type_of(json) != json_type::number) return {};
  double number = 0;
  std::int64_t whole = 0;
  if (json.get_int64().get(whole) == simdjson::SUCCESS) return whole;
  if (json.get_double().get(number) != simdjson::SUCCESS) return {};
  if (!(std::abs(number) < 9e15) || number != std::floor(number)) return {};
  return static_cast<std::int64_t>(number);
}

Number read_number(value json) {
  if (type_of(json) != json_type::number) return {};
  std::string_view text = json.raw_json_token();
  auto parsed = parse_decimal(trim(text));
  if (!parsed) return {};
  return *parsed;
}

Day read_day(value json) {
  std::string_view text;
  if (json.get_string().get(text) != simdjson::SUCCESS) return {};
  return parse_date(text);
}

bool read_true(value json) {
  bool flag = false;
  return json.get_bool().get(flag) == simdjson::SUCCESS && flag;
}

std::vector<std::string> read_words(value json) {
  std::vector<std::string> words;
  const auto add = [&](value element) {
    std::string word = type_of(element) == json_type::string ? read_text(element) : std::string();
    if (!word.empty()) words.push_back(std::move(word));
  };
  add(json);
  each_element(json, add);
  return words;
}

}  // namespace oms
