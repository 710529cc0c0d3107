// Values as people read them, and as the plain texts of CSV and TSV.
#include <cstdint>

#include <fmt/format.h>

#include "oms/base/text.h"
#include "render/formats.h"

namespace oms {
namespace {

constexpr std::string_view unknown_sign(bool unicode) { return unicode ? "–" : "-"; }

std::uint64_t magnitude(std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  return number < 0 ? 0 - bits : bits;
}

// Three significant digits, half away from zero.
std::uint64_t three_digits(std::uint64_t number) {
  std::uint64_t unit = 1;
  while (number / unit >= 1000) unit *= 10;
  const std::uint64_t whole = number / unit;
  const bool up = number % unit >= unit - number % unit;
  return (whole + (up ? 1 : 0)) * unit;
}

// Three digits and the name of the unit that they are in; each is a thousand of the one before.
std::string scaled_text(std::int64_t number, std::span<const std::string_view> units) {
  const std::uint64_t rounded = three_digits(magnitude(number));
  std::uint64_t unit = 1;
  std::size_t name = 0;
  for (; rounded / unit >= 1000 && name + 1 < units.size(); ++name) unit *= 1000;

  std::string text = (number < 0 ? "-" : "") + std::to_string(rounded / unit);
  if (const std::uint64_t rest = rounded % unit; rest != 0) {
    text += fmt::format(".{:02}", rest / (unit / 100));
    if (text.back() == '0') text.pop_back();
  }
  text += units[name];
  return text;
}

// 27.8B, 1.2M, 340k, 950. B stands for 10^9, as model names have it.
std::string si_text(std::int64_t number) {
  constexpr std::string_view kUnits[] = {"", "k", "M", "B", "T"};
  return scaled_text(number, kUnits);
}

// 16.1GB, 548MB, 950B: one word, as conditions take it.
std::string bytes_text(std::int64_t number) {
  constexpr std::string_view kUnits[] = {"B", "kB", "MB", "GB", "TB"};
  return scaled_text(number, kUnits);
}

// Round decimal numbers of tokens are thousands (128000 and 200000: 128k, 200k), the others are
// counted by 1024 where that comes out even (131072: 128k).
std::string tokens_text(std::int64_t tokens) {
  constexpr std::int64_t kKilo = 1024;
  if (tokens == 0 || tokens % 1000 == 0 || tokens % kKilo != 0) return si_text(tokens);
  if (tokens % (kKilo * kKilo) == 0) return std::to_string(tokens / (kKilo * kKilo)) + "M";
  return std::to_string(tokens / kKilo) + "k";
}

struct DisplayText {
  const Field& field;
  bool unicode = true;

  std::string operator()(std::monostate) const { return std::string(unknown_sign(unicode)); }
  std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
  std::string operator()(std::int64_t number) const {
    if (field.show == Show::si) return si_text(number);
    if (field.show == Show::bytes) return bytes_text(number);
    if (field.show == Show::tokens) return tokens_text(number);
    return std::to_string(number);
  }
  std::string operator()(Decimal number) const {
    if (field.show != Show::usd) return to_text(number);
    return number == Decimal{} ? "free" : to_money(number);
  }
  std::string operator()(Date date) const { return to_text(date); }
  std::string operator()(std::string_view text) const { return printable(text); }
  std::string operator()(const TextList& list) const { return printable(join(list, ",")); }
  std::string operator()(const ScoreList& scores) const {
    std::string text;
    for (const auto& [metric, value] : scores) {
      if (!text.empty()) text += ", ";
      text += printable(metric) + " " + to_text(value);
    }
    return text;
  }
};

struct MachineText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Decimal number) const { return to_text(number); }
  std::string operator()(Date date) const { return to_text(date); }
  std::string operator()(std::string_view text) const { return std::string(text); }
  std::string operator()(const TextList& list) const { return join(list, ";"); }
  std::string operator()(const ScoreList& scores) const {
    std::string text;
    for (const auto& [metric, value] : scores) {
      if (!text.empty()) text += ';';
      text.append(metric).append("=").append(to_text(value));
    }
    return text;
  }
};

struct IsNothing {
  bool operator()(std::monostate) const { return true; }
  bool operator()(std::string_view text) const { return text.empty(); }
  bool operator()(const TextList& list) const { return list.empty(); }
  bool operator()(const ScoreList& scores) const { return scores.empty(); }
  template <typename Plain>
  bool operator()(const Plain&) const {
    return false;
  }
};

bool marks(const Value& value, std::string_view when) {
  return when.empty() ? value == Value(true) : value == Value(when);
}

// A sign before a number reads "about"; a mark that refers to a note stands behind.
void add_mark(Cell& cell, std::string_view mark) {
  if (mark == "~") {
    cell.text.insert(0, mark);
  } else {
    cell.text += mark;
  }
  cell.tone = Tone::doubtful;
}

}  // namespace

bool is_nothing(const Value& value) { return std::visit(IsNothing{}, value); }

bool is_number(Kind kind) { return kind == Kind::integer || kind == Kind::decimal; }

std::string display_text(const Field& field, const Value& value, bool unicode) {
  if (is_nothing(value)) return std::string(unknown_sign(unicode));
  return std::visit(DisplayText{field, unicode}, value);
}

std::string machine_text(const Field&, const Value& value) {
  return std::visit(MachineText{}, value);
}

std::vector<DisplayColumn> display_columns(std::span<const FieldId> fields) {
  std::vector<DisplayColumn> columns;
  for (const FieldId field : fields) {
    columns.push_back({field, find_field(kFields[field].marked_by)});
  }
  return columns;
}

Cell display_cell(const Rows& rows, std::size_t row, DisplayColumn column, bool unicode) {
  const Field& field = kFields[column.field];
  const Value value = rows.cell(row, column.field);
  Cell cell{.text = display_text(field, value, unicode)};
  if (is_nothing(value)) {
    cell.tone = Tone::unknown;
    return cell;
  }
  const Decimal* price = std::get_if<Decimal>(&value);
  if (field.show == Show::usd && price && *price == Decimal{}) cell.tone = Tone::free;
  if (column.marked_by != kNoField && marks(rows.cell(row, column.marked_by), field.marked_when)) {
    add_mark(cell, field.mark);
  }
  if (field.name == "id" && rows.uncertain && rows.uncertain(row)) add_mark(cell, " ?");
  return cell;
}

}  // namespace oms
