#include "oms/source/overrides.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

#include "oms/base/date.h"
#include "oms/base/decimal.h"
#include "oms/base/text.h"
#include "oms/model/model.h"
#include "oms/source/hub_record.h"

namespace oms {
namespace {

using nlohmann::json;

constexpr std::string_view kClosed = "openrouter:";  // ids of closed reference rows

Error wrong(std::string what) {
  return {Errc::usage, std::move(what),
          R"(its form is {"names": {"SOURCE": {"THEIR NAME": "OWNER/MODEL"}}, "facts": [...]})"};
}

constexpr std::array<std::string_view, 11> kOverridable = {
    "license",      "params",      "active_params",   "context",
    "open_weights", "open_data",   "open_evaluation", "open_finetuning",
    "open_metrics", "price_input", "price_output"};

Error wrong_fact(std::size_t number, const std::string& what, std::string hint = {}) {
  return {Errc::usage, "facts[" + std::to_string(number) + "]" + what,
          hint.empty() ? R"(a fact has "model", "field", "value", "source" and "as_of")" : hint};
}

// Where the text stops being JSON.
class FirstError : public nlohmann::json_sax<json> {
 public:
  std::size_t position = 0;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t at, const std::string&,
                   const nlohmann::detail::exception&) override {
    position = at;
    return false;
  }
};

Result<json> read_settings(std::string_view text) {
  json settings = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (settings.is_discarded()) {
    FirstError first;
    json::sax_parse(text, &first);
    const std::string_view before = text.substr(0, first.position);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    return wrong("it is not JSON (line " + std::to_string(line) + ")");
  }
  if (!settings.is_object()) return wrong("it is not an object");
  constexpr std::array<std::string_view, 2> kKeys = {"names", "facts"};
  for (const auto& [key, value] : settings.items()) {
    if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) continue;
    return wrong("unknown key '" + printable(key) + "'" + did_you_mean(key, kKeys));
  }
  return settings;
}

std::string text_of(const json& fact, std::string_view key) {
  const auto found = fact.find(std::string(key));
  const auto* text = found == fact.end() ? nullptr : found->get_ptr<const std::string*>();
  return text == nullptr ? std::string() : *text;
}

// A whole number or a price above or at 0, as it was written.
std::optional<std::string> number_text(const json& value, bool whole) {
  if (!value.is_number()) return std::nullopt;
  const auto number = parse_decimal(value.dump());
  if (!number || *number < Decimal{}) return std::nullopt;
  if (whole && !value.is_number_integer()) return std::nullopt;
  return to_text(*number);
}

Result<std::string> value_of(const json& fact, std::string_view field, std::size_t number) {
  const auto found = fact.find("value");
  if (found == fact.end()) return wrong_fact(number, ": 'value' is missing");
  const bool price = field.starts_with("price_");
  if (field == "license") {
    if (found->is_string() && !trim(found->get_ref<const std::string&>()).empty()) {
      return found->get<std::string>();
    }
    return wrong_fact(number, ".value: license takes the id of a license");
  }
  if (field.starts_with("open_")) {
    const std::string word = text_of(fact, "value");
    if (parse_choice(words::kOpen, word).code != 0) return word;
    return wrong_fact(number, ".value: " + std::string(field) + " takes one of " +
                                  join(words::kOpen, ", ") + ", not " + printable(found->dump()));
  }
  const auto text = number_text(*found, !price);
  if (text) return *text;
  return wrong_fact(number,
                    ".value: " + std::string(field) +
                        (price ? " takes USD per 1M tokens, not " : " takes a whole number, not ") +
                        printable(found->dump()));
}

Result<FactOverride> read_fact(const json& fact, std::size_t number) {
  if (!fact.is_object()) return wrong_fact(number, " is not an object");
  constexpr std::array<std::string_view, 5> kKeys = {"model", "field", "value", "source", "as_of"};
  for (const auto& [key, value] : fact.items()) {
    if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) continue;
    return wrong_fact(number, ": unknown key '" + printable(key) + "'" + did_you_mean(key, kKeys));
  }
  FactOverride result{text_of(fact, "model"),
                      text_of(fact, "field"),
                      {},
                      text_of(fact, "source"),
                      parse_date(text_of(fact, "as_of"))};
  if (!is_hub_id(result.id) && !result.id.starts_with(kClosed)) {
    return wrong_fact(number, ".model: '" + printable(result.id) + "' is no id of a model");
  }
  if (std::find(kOverridable.begin(), kOverridable.end(), result.field) == kOverridable.end()) {
    return wrong_fact(number,
                      ".field: '" + printable(result.field) + "' cannot be overridden" +
                          did_you_mean(result.field, kOverridable),
                      "fields are " + join(kOverridable, ", "));
  }
  if (trim(result.source).empty()) return wrong_fact(number, ".source says where it is known from");
  if (!result.as_of) return wrong_fact(number, ".as_of takes the day since which it is known");
  auto value = value_of(fact, result.field, number);
  if (!value) return std::move(value).error();
  result.value = *std::move(value);
  return result;
}

}  // namespace

Result<std::vector<NameOverride>> parse_name_overrides(std::string_view text) {
  std::vector<NameOverride> overrides;
  if (trim(text).empty()) return overrides;
  const auto settings = read_settings(text);
  if (!settings) return settings.error();
  const auto names = settings->find("names");
  if (names == settings->end()) return overrides;
  if (!names->is_object()) return wrong("names is not an object");
  for (const auto& [source, entries] : names->items()) {
    const std::string place = "names." + printable(source);
    if (!entries.is_object()) return wrong(place + " is not an object");
    for (const auto& [name, id] : entries.items()) {
      const std::string* target = id.get_ptr<const std::string*>();
      const bool usable = target != nullptr && (is_hub_id(*target) || target->starts_with(kClosed));
      if (!usable) return wrong(place + ": '" + printable(name) + "' leads to no id of a model");
      overrides.push_back({source, name, *target});
    }
  }
  return overrides;
}

std::span<const std::string_view> overridable_fields() { return kOverridable; }

Result<std::vector<FactOverride>> parse_fact_overrides(std::string_view text) {
  std::vector<FactOverride> overrides;
  if (trim(text).empty()) return overrides;
  const auto settings = read_settings(text);
  if (!settings) return settings.error();
  std::map<std::pair<std::string, std::string>, std::size_t> said;  // by field and folded id
  const auto facts = settings->find("facts");
  if (facts == settings->end()) return overrides;
  if (!facts->is_array()) return wrong("facts is not a list");
  for (std::size_t number = 0; number < facts->size(); ++number) {
    auto fact = read_fact((*facts)[number], number);
    if (!fact) return std::move(fact).error();
    const auto [former, first] = said.emplace(std::pair(fact->field, fold(fact->id)), number);
    if (!first) {
      return wrong_fact(number, " says the " + fact->field + " of '" + fact->id + "' again",
                        "facts[" + std::to_string(former->second) + "] says it already");
    }
    overrides.push_back(*std::move(fact));
  }
  return overrides;
}

}  // namespace oms
