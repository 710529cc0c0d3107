#include "check/policy_values.h"

#include <algorithm>
#include <optional>

#include "check/rules.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::string_view kClassPrefix = "class:";

// One key that is being read.
struct Reading {
  std::string name = {};
  KeyType type = KeyType::text;
  std::span<const std::string_view> words = {};
  ValueContext& context;

  void problem(const TomlValue& value, std::string why, std::string hint = {}) const {
    context.problems.push_back({value.place, "'" + name + "' " + std::move(why), std::move(hint)});
  }
  void wrong_kind(const TomlValue& value) const {
    problem(value, "takes " + type_text(type, words) + ", not " + std::string(value.kind));
  }
  void wrong_word(const TomlValue& value, std::string_view word,
                  std::span<const std::string_view> known, std::string hint = {}) const {
    problem(value,
            "takes " + type_text(type, words) + ", not '" + printable(word) + "'" +
                did_you_mean(word, known),
            std::move(hint));
  }
};

const std::string* text_of(const TomlValue& value) {
  return std::get_if<std::string>(&value.content);
}

void take(const Reading& reading, const TomlValue& value, bool& out) {
  const bool* flag = std::get_if<bool>(&value.content);
  if (flag == nullptr) return reading.wrong_kind(value);
  out = *flag;
}

void take(const Reading& reading, const TomlValue& value, Choice& out) {
  const std::string* word = text_of(value);
  if (word == nullptr) return reading.wrong_kind(value);
  const Choice choice = parse_choice(reading.words, *word);
  if (choice.code == 0) return reading.wrong_word(value, *word, reading.words);
  out = choice;
}

void take(const Reading& reading, const TomlValue& value, Integer& out) {
  const auto* whole = std::get_if<std::int64_t>(&value.content);
  if (whole == nullptr) return reading.wrong_kind(value);
  if (*whole < 0) {
    return reading.problem(
        value, "takes " + type_text(reading.type, {}) + ", not " + std::to_string(*whole));
  }
  out = *whole;
}

void take(const Reading& reading, const TomlValue& value, Number& out) {
  std::optional<Decimal> number;
  if (const auto* exact = std::get_if<Decimal>(&value.content)) number = *exact;
  if (const auto* whole = std::get_if<std::int64_t>(&value.content)) {
    number = decimal(std::clamp<std::int64_t>(*whole, -1, 101));
  }
  if (!number) return reading.wrong_kind(value);
  if (*number < decimal(0) || *number > decimal(100)) {
    return reading.problem(value, "takes a number from 0 to 100");
  }
  out = *number;
}

void take(const Reading& reading, const TomlValue& value, Day& out) {
  if (const Date* date = std::get_if<Date>(&value.content)) {
    out = *date;
    return;
  }
  constexpr std::size_t kWhole = 10;  // "2026-12-31": a month has no last day here
  const std::string* text = text_of(value);
  if (text == nullptr) return reading.wrong_kind(value);
  const Day date = text->size() == kWhole ? parse_date(*text) : std::nullopt;
  if (!date) return reading.wrong_word(value, *text, {});
  out = date;
}

void take(const Reading& reading, const TomlValue& value, Text& out) {
  const std::string* text = text_of(value);
  if (text == nullptr) return reading.wrong_kind(value);
  if (trim(*text).empty()) return reading.problem(value, "is empty");
  if (reading.type == KeyType::license) {
    const License* license = reading.context.licenses.look_up(*text);
    if (license == nullptr) {
      std::vector<std::string_view> keys;
      for (const License& known : reading.context.licenses.rows()) keys.push_back(known.key);
      return reading.wrong_word(value, *text, keys, "'oms licenses' lists all");
    }
    out = license->key;
    return;
  }
  out = *text;
}

// The words that a list may hold; empty: any.
std::vector<std::string_view> known_words(KeyType type) {
  if (type == KeyType::components) {
    return {std::begin(words::kComponent), std::end(words::kComponent)};
  }
  std::vector<std::string_view> rules;
  if (type == KeyType::rules) {
    for (const CheckRule& rule : check_rules()) {
      if (may_be_excused(rule)) rules.push_back(rule.id);
    }
  }
  return rules;
}

bool is_country(std::string_view code) {
  return code.size() == 2 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Whether the word may stand in the list; says why not.
bool fits(const Reading& reading, const TomlValue& value, const std::string& word,
          std::span<const std::string_view> known) {
  if (reading.type == KeyType::countries && !is_country(word)) {
    reading.wrong_word(value, word, {}, "in capital letters: DE, FR, EU");
    return false;
  }
  if (known.empty() || std::find(known.begin(), known.end(), word) != known.end()) return true;
  if (reading.type == KeyType::rules && find_check_rule(word) != nullptr) {
    reading.problem(value, "cannot waive '" + word + "'");
  } else {
    reading.wrong_word(value, word, known);
  }
  return false;
}

void take(const Reading& reading, const TomlValue& value, Words& out) {
  const auto* list = std::get_if<TomlList>(&value.content);
  if (list == nullptr) return reading.wrong_kind(value);
  const auto known = known_words(reading.type);
  out.clear();
  for (const TomlValue& element : *list) {
    const std::string* word = text_of(element);
    if (word == nullptr) {
      reading.wrong_kind(element);
    } else if (trim(*word).empty()) {
      reading.problem(element, "has an empty text in it");
    } else if (fits(reading, element, *word, known)) {
      out.push_back(*word);
    }
  }
}

std::optional<PolicyLicense> read_license(const Reading& reading, const TomlValue& element,
                                          const std::string& word) {
  PolicyLicense entry;
  entry.word = word;
  if (word.starts_with(kClassPrefix)) {
    const std::string_view name = std::string_view(word).substr(kClassPrefix.size());
    entry.license_class = parse_choice(words::kLicenseClass, name);
    if (entry.license_class.code != 0) return entry;
    const bool unknown = name == "unknown";
    reading.problem(element,
                    unknown ? "cannot name 'class:unknown'"
                            : "names the unknown class '" + printable(name) + "'" +
                                  did_you_mean(name, words::kLicenseClass),
                    unknown ? "'license.on_unknown' decides about it"
                            : "classes are " + join(words::kLicenseClass, ", "));
    return std::nullopt;
  }
  const License* license = reading.context.licenses.look_up(word);
  if (license == nullptr) {
    std::vector<std::string_view> names(std::begin(words::kLicenseClass),
                                        std::end(words::kLicenseClass));
    if (parse_choice(words::kLicenseClass, word).code != 0) {
      reading.problem(element, "names a class as a license: '" + word + "'",
                      "write \"class:" + word + "\"");
      return std::nullopt;
    }
    names.clear();
    for (const License& known : reading.context.licenses.rows()) names.push_back(known.key);
    reading.problem(
        element, "names the unknown license '" + printable(word) + "'" + did_you_mean(word, names),
        "'oms licenses' lists all");
    return std::nullopt;
  }
  entry.key = license->key;
  entry.license_class = license->license_class;
  return entry;
}

void take(const Reading& reading, const TomlValue& value, PolicyLicenses& out) {
  const auto* list = std::get_if<TomlList>(&value.content);
  if (list == nullptr) return reading.wrong_kind(value);
  out.clear();
  for (const TomlValue& element : *list) {
    const std::string* word = text_of(element);
    if (word == nullptr) {
      reading.wrong_kind(element);
    } else if (auto entry = read_license(reading, element, *word)) {
      out.push_back(*std::move(entry));
    }
  }
}

}  // namespace

template <typename Owner>
void read_value(const KeyRow<Owner>& row, const TomlValue& value, Owner& owner,
                ValueContext& context) {
  const Reading reading{row.name(), row.type, row.words, context};
  std::visit([&](auto member) { take(reading, value, owner.*member); }, row.member);
}

template void read_value(const KeyRow<Policy>&, const TomlValue&, Policy&, ValueContext&);
template void read_value(const KeyRow<Waiver>&, const TomlValue&, Waiver&, ValueContext&);
template void read_value(const KeyRow<Clarification>&, const TomlValue&, Clarification&,
                         ValueContext&);

}  // namespace oms
