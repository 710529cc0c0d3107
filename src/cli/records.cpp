#include "cli/records.h"

#include <algorithm>

#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::string_view kNewline = "\n";

struct ToCell {
  RecordCell operator()(std::monostate) const { return {}; }
  RecordCell operator()(bool value) const { return value; }
  RecordCell operator()(std::int64_t value) const { return value; }
  RecordCell operator()(Decimal value) const { return value; }
  RecordCell operator()(Date value) const { return value; }
  RecordCell operator()(std::string_view value) const { return text_cell(value); }
  RecordCell operator()(const TextList& values) const {
    return std::vector<std::string>(values.begin(), values.end());
  }
  RecordCell operator()(const ScoreList&) const { return {}; }
};

std::string joined(const std::vector<std::int64_t>& numbers, std::string_view separator) {
  std::string text;
  for (const std::int64_t number : numbers) {
    if (!text.empty()) text += separator;
    text += std::to_string(number);
  }
  return text;
}

struct JsonText {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(Decimal value) const { return to_text(value); }
  std::string operator()(Date value) const { return json_quote(to_text(value)); }
  std::string operator()(const std::string& value) const { return json_quote(value); }
  std::string operator()(const std::vector<std::string>& values) const {
    std::vector<std::string> quoted;
    for (const std::string& value : values) quoted.push_back(json_quote(value));
    return "[" + join(quoted, ", ") + "]";
  }
  std::string operator()(const std::vector<std::int64_t>& values) const {
    return "[" + joined(values, ", ") + "]";
  }
};

struct PlainText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(Decimal value) const { return to_text(value); }
  std::string operator()(Date value) const { return to_text(value); }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(const std::vector<std::string>& values) const { return join(values, ";"); }
  std::string operator()(const std::vector<std::int64_t>& values) const {
    return joined(values, ";");
  }
};

bool is_number(const RecordColumn& column) {
  return column.type == CellType::integer || column.type == CellType::decimal;
}

std::string plain_text(const RecordCell& cell) { return std::visit(PlainText{}, cell); }

std::string table_text(const RecordCell& cell, const Style& style) {
  if (std::holds_alternative<std::monostate>(cell)) return style.unicode ? "–" : "-";
  if (const bool* flag = std::get_if<bool>(&cell)) return *flag ? "yes" : "no";
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) return join(*list, ", ");
  return plain_text(cell);
}

std::string separated(const Records& records, const Style& style, std::string_view separator,
                      std::string (*escape)(std::string)) {
  std::string text;
  const auto add_line = [&](const auto& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i > 0) text += separator;
      text += escape(texts[i]);
    }
    text += kNewline;
  };
  if (style.header) {
    std::vector<std::string> names;
    for (const RecordColumn& column : records.columns) names.emplace_back(column.name);
    add_line(names);
  }
  for (const auto& row : records.rows) {
    std::vector<std::string> texts;
    for (const RecordCell& value : row) texts.push_back(plain_text(value));
    add_line(texts);
  }
  return text;
}

std::string markdown(const Records& records, const Style& style) {
  std::string titles = "|";
  std::string rule = "|";
  for (const RecordColumn& column : records.columns) {
    if (column.title.empty()) continue;
    titles += " " + std::string(column.title) + " |";
    rule += is_number(column) ? " --: |" : " --- |";
  }
  std::string text = style.header ? titles + "\n" + rule + "\n" : "";
  for (const auto& row : records.rows) {
    text += "|";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (records.columns[i].title.empty()) continue;
      text += " " + markdown_text(table_text(row[i], style)) + " |";
    }
    text += kNewline;
  }
  return text;
}

std::string table(const Records& records, const Style& style) {
  std::vector<TextColumn> columns;
  for (const RecordColumn& column : records.columns) {
    if (column.title.empty()) continue;
    columns.push_back({.title = std::string(column.title),
                       .right = is_number(column),
                       .flexible = column.flexible});
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : records.rows) {
    std::vector<std::string>& texts = rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!records.columns[i].title.empty()) texts.push_back(table_text(row[i], style));
    }
  }
  return text_table(columns, rows, style);
}

std::string json_lines(const Records& records) {
  std::string text;
  for (const std::string& line : json_rows(records)) text += line + "\n";
  return text;
}

std::string json_array(const Records& records) {
  return json_array_block(json_rows(records), 0) + "\n";
}

}  // namespace

RecordCell text_cell(std::string_view text) {
  return text.empty() ? RecordCell() : RecordCell(std::string(text));
}

RecordCell value_cell(const Field& field, const Value& value) {
  if (is_unknown(value) && field.says_unknown) return std::string("unknown");
  return std::visit(ToCell{}, value);
}
RecordCell count_cell(std::size_t number) { return static_cast<std::int64_t>(number); }

std::string cell_json(const RecordCell& cell) { return std::visit(JsonText{}, cell); }

std::string json_line(const JsonMembers& members) {
  std::string text = "{";
  for (const auto& [key, json] : members) {
    if (text.size() > 1) text += ", ";
    text += json_quote(key) + ": " + json;
  }
  return text + "}";
}

std::string json_block(const JsonMembers& members) {
  std::string text = "{";
  for (const auto& [key, json] : members) {
    text += text.size() > 1 ? ",\n  " : "\n  ";
    text += json_quote(key) + ": " + json;
  }
  return text + "\n}";
}

std::string json_array_block(const std::vector<std::string>& elements, std::size_t indent) {
  if (elements.empty()) return "[]";
  const std::string margin(indent, ' ');
  std::string text = "[";
  for (const std::string& element : elements) {
    text += text.size() > 1 ? ",\n" : "\n";
    text += margin + "  " + element;
  }
  return text + "\n" + margin + "]";
}

JsonMembers members_of(const Records& records, std::size_t row) {
  JsonMembers members;
  for (std::size_t i = 0; i < records.columns.size(); ++i) {
    members.emplace_back(records.columns[i].name, cell_json(records.rows[row][i]));
  }
  return members;
}

std::vector<std::string> json_rows(const Records& records) {
  std::vector<std::string> rows;
  for (std::size_t row = 0; row < records.rows.size(); ++row) {
    rows.push_back(json_line(members_of(records, row)));
  }
  return rows;
}

void write_first_column(Sink& out, const Records& records) {
  for (const auto& row : records.rows) out.write(printable(plain_text(row.front())) + "\n");
}

void write_records(Sink& out, const Records& records, const Format& format, const Style& style) {
  if (format.name == "ids") return write_first_column(out, records);
  if (format.name == "json") return out.write(json_array(records));
  if (format.name == "ndjson") return out.write(json_lines(records));
  if (format.name == "csv") return out.write(separated(records, style, ",", csv_cell));
  if (format.name == "tsv") return out.write(separated(records, style, "\t", tsv_cell));
  if (format.name == "md") return out.write(markdown(records, style));
  out.write(table(records, style));
}

}  // namespace oms
