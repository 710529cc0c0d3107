// Tables as GitHub reads them.
#include "oms/base/text.h"
#include "render/formats.h"

namespace oms {
namespace {

bool is_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "http://x" and "www.x" become links without any brackets.
bool is_link(std::string_view text, std::size_t at) {
  if (text[at] == ':') return text.substr(at).starts_with("://");
  return text[at] == '.' && at >= 3 && equal_folded(text.substr(at - 3, 3), "www");
}

// An underscore between letters is only a letter, and ids are full of them.
bool is_formatting(std::string_view text, std::size_t at) {
  constexpr std::string_view kAnywhere = "\\|`*[]~";
  constexpr std::string_view kLeading = "#+-=!";
  const char c = text[at];
  if (c == '_') return at == 0 || !is_word(text, at - 1) || !is_word(text, at + 1);
  return kAnywhere.find(c) != std::string_view::npos || is_link(text, at) ||
         (at == 0 && kLeading.find(c) != std::string_view::npos);
}

}  // namespace

std::string markdown_text(std::string_view raw) {
  const std::string text = printable(raw);
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<') {
      safe += "&lt;";
    } else if (c == '>') {
      safe += "&gt;";
    } else if (c == '&') {
      safe += "&amp;";
    } else {
      if (is_formatting(text, i)) safe += '\\';
      safe += c;
    }
  }
  return safe;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  return "| " + join(cells, " | ") + " |\n";
}

std::string markdown_rule(const std::vector<bool>& numbers) {
  std::vector<std::string> cells;
  for (const bool number : numbers) cells.emplace_back(number ? "--:" : "---");
  return markdown_row(cells);
}

namespace {

bool is_text(Kind kind) { return !is_number(kind) && kind != Kind::date && kind != Kind::flag; }

std::string markdown_cell(const Rows& rows, std::size_t row, DisplayColumn column, bool unicode) {
  const Cell cell = display_cell(rows, row, column, unicode);
  const bool from_data = is_text(kFields[column.field].kind) && cell.tone != Tone::unknown;
  return from_data ? markdown_text(cell.text) : cell.text;
}

}  // namespace

void write_markdown(Sink& sink, const Rows& rows, std::span<const FieldId> fields,
                    const Style& style) {
  Buffer out(sink);
  const std::vector<DisplayColumn> columns = display_columns(fields);
  const auto add_line = [&](const auto& text_of) {
    for (const DisplayColumn& column : columns) {
      out.add("| ");
      out.add(text_of(column));
      out.add(" ");
    }
    out.add("|\n");
  };
  if (style.header) {
    add_line([](DisplayColumn column) { return markdown_text(kFields[column.field].header); });
    add_line([](DisplayColumn column) {
      return std::string(is_number(kFields[column.field].kind) ? "--:" : "---");
    });
  }
  for (std::size_t row = 0; row < rows.size; ++row) {
    add_line([&](DisplayColumn column) { return markdown_cell(rows, row, column, style.unicode); });
  }
}

}  // namespace oms
