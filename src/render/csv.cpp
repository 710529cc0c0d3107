// Comma- and tab-separated values.
#include <algorithm>

#include "oms/base/text.h"
#include "render/formats.h"

namespace oms {
namespace {

bool is_number_text(std::string_view text) {
  return text.size() > 1 && (text.front() == '-' || text.front() == '+') &&
         text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
}

// Spreadsheets run a cell that begins so as a formula; an apostrophe makes it text.
void disarm(std::string& cell) {
  if (cell.empty() || is_number_text(cell)) return;
  if (std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) {
    cell.insert(0, 1, '\'');
  }
}

// Line breaks and tabs are data; all else that a terminal obeys is shown as in a table.
std::string harmless(std::string cell) {
  const auto plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (std::all_of(cell.begin(), cell.end(), plain)) return cell;
  std::string safe;
  for (std::string_view rest = cell;;) {
    const std::size_t end = std::min(rest.find_first_of("\t\r\n"), rest.size());
    safe += printable(rest.substr(0, end));
    if (end == rest.size()) return safe;
    safe += rest[end];
    rest.remove_prefix(end + 1);
  }
}

}  // namespace

std::string csv_cell(std::string cell) {
  cell = harmless(std::move(cell));
  disarm(cell);
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string tsv_cell(std::string cell) {
  cell = harmless(std::move(cell));
  disarm(cell);
  const auto breaks = [](char c) { return c == '\t' || c == '\n' || c == '\r'; };
  std::replace_if(cell.begin(), cell.end(), breaks, ' ');
  return cell;
}

namespace {

struct Dialect {
  std::string_view separator = {};
  std::string (*cell)(std::string) = nullptr;
};

void write_separated(Sink& sink, const Rows& rows, std::span<const FieldId> fields,
                     const Style& style, Dialect dialect) {
  Buffer out(sink);
  const auto add_line = [&](const auto& text_of) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i > 0) out.add(dialect.separator);
      out.add(dialect.cell(text_of(fields[i])));
    }
    out.add("\n");
  };
  if (style.header) add_line([](FieldId field) { return std::string(kFields[field].name); });
  for (std::size_t row = 0; row < rows.size; ++row) {
    add_line([&](FieldId field) { return machine_text(kFields[field], rows.cell(row, field)); });
  }
}

}  // namespace

void write_csv(Sink& sink, const Rows& rows, std::span<const FieldId> fields, const Style& style) {
  write_separated(sink, rows, fields, style, {",", csv_cell});
}

void write_tsv(Sink& sink, const Rows& rows, std::span<const FieldId> fields, const Style& style) {
  write_separated(sink, rows, fields, style, {"\t", tsv_cell});
}

}  // namespace oms
