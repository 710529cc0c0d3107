#include <algorithm>

#include <nlohmann/json.hpp>

#include "oms/base/text.h"
#include "render/formats.h"

namespace oms {
namespace {

bool needs_no_escape(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

// Numbers are printed from their exact text: a detour through double would invent digits.
struct JsonText {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Decimal number) const { return to_text(number); }
  std::string operator()(Date date) const { return '"' + to_text(date) + '"'; }
  std::string operator()(std::string_view text) const { return json_quote(text); }
  std::string operator()(const TextList& list) const {
    std::string array;
    for (const std::string_view text : list) {
      if (!array.empty()) array += ", ";
      array += json_quote(text);
    }
    return '[' + array + ']';
  }
  std::string operator()(const ScoreList& scores) const {
    std::string object;
    for (const auto& [metric, value] : scores) {
      if (!object.empty()) object += ", ";
      object += json_quote(metric) + ": " + to_text(value);
    }
    return '{' + object + '}';
  }
};

}  // namespace

std::string json_quote(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), needs_no_escape)) return '"' + std::string(text) + '"';
  constexpr auto kReplace = nlohmann::json::error_handler_t::replace;
  const nlohmann::json value = std::string(text);
  std::string quoted = value.dump(-1, ' ', /*ensure_ascii=*/false, kReplace);
  // JSON may carry characters as they are that a terminal obeys (U+009B, U+202E); ours does not.
  if (printable(quoted) != quoted) quoted = value.dump(-1, ' ', /*ensure_ascii=*/true, kReplace);
  return quoted;
}

std::string json_text(const Field& field, const Value& value) {
  if (is_nothing(value)) return field.says_unknown ? "\"unknown\"" : "null";
  return std::visit(JsonText{}, value);
}

std::string json_object(const Rows& rows, std::size_t row, std::span<const FieldId> fields) {
  std::string object = "{";
  for (const FieldId id : fields) {
    const Field& field = kFields[id];
    if (object.size() > 1) object += ", ";
    object.append(json_quote(field.name)).append(": ");
    object += json_text(field, rows.cell(row, id));
  }
  return object + '}';
}

void write_json(Sink& sink, const Rows& rows, std::span<const FieldId> fields, const Style&) {
  Buffer out(sink);
  out.add("[");
  for (std::size_t row = 0; row < rows.size; ++row) {
    out.add(row == 0 ? "\n  " : ",\n  ");
    out.add(json_object(rows, row, fields));
  }
  out.add(rows.size == 0 ? "]\n" : "\n]\n");
}

void write_ndjson(Sink& sink, const Rows& rows, std::span<const FieldId> fields, const Style&) {
  Buffer out(sink);
  for (std::size_t row = 0; row < rows.size; ++row) {
    out.add(json_object(rows, row, fields));
    out.add("\n");
  }
}

}  // namespace oms
