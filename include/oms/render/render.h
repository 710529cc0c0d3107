// Rows × fields → text. One function a format, one list of formats.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/env/sink.h"
#include "oms/model/model.h"

namespace oms {

// What is printed: a number of rows, a cell of each, and which rows are only possible matches.
struct Rows {
  std::size_t size = 0;
  std::function<Value(std::size_t row, FieldId field)> cell = {};
  std::function<bool(std::size_t row)> uncertain = {};  // empty: none is
};

// How the surface looks; machine formats ignore all of it.
struct Style {
  std::size_t width = 0;    // columns; 0 = never cut
  bool color = false;       // ANSI colors; meaning never depends on them alone
  bool unicode = true;      // else ASCII fallbacks: "-" for "–", "..." for "…"
  bool header = true;       // table, csv, tsv, md
  bool hyperlinks = false;  // OSC 8 on ids
};

struct Format {
  std::string_view name = {};
  std::string_view help = {};
  void (*write)(Sink&, const Rows&, std::span<const FieldId>, const Style&) = nullptr;
};

std::span<const Format> formats();
const Format* find_format(std::string_view name);           // nullptr when there is none
Result<const Format*> parse_format(std::string_view name);  // usage error with suggestion and list

// Text of a value for tables ("27.8B", "128k", "0.10", "free", "–") and for machine formats
// (CSV, TSV: plain number, list joined by ';', "" for unknown; "true"/"false").
std::string display_text(const Field& field, const Value& value, bool unicode);
std::string machine_text(const Field& field, const Value& value);
// JSON text of a value: null for unknown, except fields of a closed set of words: "unknown".
std::string json_text(const Field& field, const Value& value);
std::string json_quote(std::string_view text);  // valid JSON string; bad UTF-8 becomes U+FFFD
// One cell of CSV and TSV, quoted, and disarmed where a spreadsheet would run it as a formula.
std::string csv_cell(std::string cell);
std::string tsv_cell(std::string cell);
// `text` for a cell of a Markdown table: nothing in it formats, links or opens a tag.
std::string markdown_text(std::string_view text);
// `text` for HTML and XML, between tags and in attributes: nothing in it is markup.
std::string markup_text(std::string_view text);
// The same of an id, which in HTML may go on in the next line behind its owner.
std::string markup_id(std::string_view id);
// Rows of a Markdown table of cells that are Markdown already; the second one is the line below the
// titles, with the cells of numbers to the right.
std::string markdown_row(const std::vector<std::string>& cells);
std::string markdown_rule(const std::vector<bool>& numbers);
// A JSON object {"name": value, …} of one row, on one line.
std::string json_object(const Rows& rows, std::size_t row, std::span<const FieldId> fields);

// Free tables of strings, for commands whose rows are not models (tasks, licenses, fields).
struct TextColumn {
  std::string title = {};
  bool right = false;     // right-aligned
  bool middle = false;    // cut in the middle (ids), else at the end
  bool flexible = false;  // gives way first when the width is short
};
std::string text_table(std::span<const TextColumn> columns,
                       std::span<const std::vector<std::string>> rows, const Style& style);

}  // namespace oms
