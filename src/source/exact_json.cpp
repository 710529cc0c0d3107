#include "source/exact_json.h"

#include <algorithm>
#include <charconv>

#include "oms/base/text.h"

namespace oms {
namespace {

using nlohmann::json;

bool ends_token(char c) {
  constexpr std::string_view kEnds = ",:[]{}\" \t\r\n";
  return kEnds.find(c) != std::string_view::npos;
}

// Length of the string at the front of `text`, with both quotes.
std::size_t string_length(std::string_view text) {
  std::size_t i = 1;
  while (i < text.size() && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
  return std::min(i + 1, text.size());
}

bool looks_like_number(std::string_view token) {
  return (token.front() == '-' || (token.front() >= '0' && token.front() <= '9')) &&
         token.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

void append_token(std::string& out, std::string_view token) {
  if (token == "NaN" || token == "Infinity" || token == "-Infinity") {
    out += "null";
  } else if (looks_like_number(token)) {
    ((out += '"') += kNumberMark) += token;
    out += '"';
  } else {
    out += token;
  }
}

// A parser that made doubles of the numbers would have lost their digits by then.
std::string with_marked_numbers(std::string_view body) {
  std::string out;
  out.reserve(body.size() + body.size() / 8);
  while (!body.empty()) {
    std::size_t length = 1;
    if (body.front() == '"') {
      length = string_length(body);
      out += body.substr(0, length);
    } else if (ends_token(body.front())) {
      out += body.front();
    } else {
      while (length < body.size() && !ends_token(body[length])) ++length;
      append_token(out, body.substr(0, length));
    }
    body.remove_prefix(length);
  }
  return out;
}

// The digits of a number as they were written; nullptr for anything else.
const std::string* number_text(const json& value) {
  const auto* text = value.get_ptr<const std::string*>();
  return text != nullptr && text->starts_with(kNumberMark) ? text : nullptr;
}

bool is_text(const json& value) { return value.is_string() && number_text(value) == nullptr; }

// "4.35e-7" and 6 → "4.35e-1": decimal places move, digits do not.
std::string shifted(std::string_view number, int shift) {
  const std::size_t e = number.find_first_of("eE");
  int exponent = 0;
  if (e != std::string_view::npos) {
    std::string_view digits = number.substr(e + 1);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    constexpr int kFar = 10'000;
    if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size() ||
        exponent > kFar || exponent < -kFar) {
      return std::string(number);  // nothing that a price can be
    }
  }
  return std::string(number.substr(0, e)) + "e" + std::to_string(exponent + shift);
}

}  // namespace

Result<json> parse_exact_json(std::string_view body, std::string_view what) {
  json parsed = json::parse(with_marked_numbers(body), nullptr, /*allow_exceptions=*/false);
  if (parsed.is_discarded()) {
    return Error{Errc::data, std::string(what) + " " + std::string(kNotJson), ""};
  }
  return parsed;
}

Result<std::vector<const json*>> records_of(const json& body,
                                            std::initializer_list<const char*> lists,
                                            const char* id, std::string_view what) {
  const json* list = body.is_array() ? &body : nullptr;
  for (const char* name : lists) {
    const auto found = body.is_object() ? body.find(name) : body.end();
    if (list == nullptr && found != body.end() && found->is_array()) list = &*found;
  }
  std::vector<const json*> records;
  if (list != nullptr) {
    for (const json& record : *list) records.push_back(&record);
    return records;
  }
  if (body.is_object() && body.contains(id)) return std::vector<const json*>{&body};
  return Error{Errc::data, std::string(what) + " holds no list of models", ""};
}

const json* RecordReader::find(const char* key) const {
  if (!record_->is_object()) return nullptr;
  const auto found = record_->find(key);
  return found == record_->end() || found->is_null() ? nullptr : &*found;
}

void RecordReader::complain(const char* key, std::string_view expected) {
  if (problem_.empty()) problem_ = path_ + key + " is not " + std::string(expected);
}

void RecordReader::take_problem(const RecordReader& below) {
  if (problem_.empty()) problem_ = below.problem_;
}

std::string RecordReader::text(const char* key) {
  const json* value = find(key);
  if (value == nullptr) return {};
  if (is_text(*value)) return value->get<std::string>();
  complain(key, "a text");
  return {};
}

Number RecordReader::number(const char* key, int shift) {
  const json* value = find(key);
  if (value == nullptr) return {};
  const auto* text = value->get_ptr<const std::string*>();
  std::string_view digits = text == nullptr ? std::string_view() : trim(*text);
  if (text != nullptr && digits.empty()) return {};
  if (digits.starts_with(kNumberMark)) digits.remove_prefix(1);
  if (const auto parsed = parse_decimal(shifted(digits, shift))) return *parsed;
  complain(key, "a number");
  return {};
}

Integer RecordReader::integer(const char* key) {
  const json* value = find(key);
  if (value == nullptr) return {};
  if (const std::string* digits = number_text(*value)) {
    // 12.0 is a whole number too.
    const auto parsed = parse_decimal(std::string_view(*digits).substr(1));
    if (parsed && parsed->billionths % Decimal::kScale == 0) {
      return parsed->billionths / Decimal::kScale;
    }
  }
  complain(key, "a whole number");
  return {};
}

Flag RecordReader::flag(const char* key) {
  const json* value = find(key);
  if (value == nullptr) return {};
  if (value->is_boolean()) return value->get<bool>();
  complain(key, "true or false");
  return {};
}

const json& RecordReader::list(const char* key) {
  static const json kEmpty = json::array();
  const json* value = find(key);
  if (value == nullptr) return kEmpty;
  if (value->is_array()) return *value;
  complain(key, "a list");
  return kEmpty;
}

std::vector<std::string> RecordReader::words(const char* key) {
  std::vector<std::string> words;
  for (const json& entry : list(key)) {
    if (is_text(entry)) {
      words.push_back(entry.get<std::string>());
    } else {
      complain(key, "a list of texts");
    }
  }
  return words;
}

RecordReader RecordReader::object(const char* key) {
  static const json kEmpty = json::object();
  const json* value = find(key);
  if (value != nullptr && !value->is_object()) complain(key, "an object");
  RecordReader below(value != nullptr && value->is_object() ? *value : kEmpty);
  below.path_ = path_ + key + ".";
  return below;
}

}  // namespace oms
