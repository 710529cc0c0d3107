// Rows of named cells, for commands whose rows are not models: described once, printed in every
// format.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "oms/base/date.h"
#include "oms/base/decimal.h"
#include "oms/env/sink.h"
#include "oms/render/render.h"

namespace oms {

// One cell. monostate = unknown: null in JSON, empty in CSV and TSV, a dash in tables.
using RecordCell = std::variant<std::monostate, bool, std::int64_t, Decimal, Date, std::string,
                                std::vector<std::string>, std::vector<std::int64_t>>;

RecordCell text_cell(std::string_view text);  // "" is unknown
RecordCell count_cell(std::size_t number);
// Of a model's field; the word "unknown" where it says so. Scores have no cell.
RecordCell value_cell(const Field& field, const Value& value);
template <typename T>
RecordCell optional_cell(const std::optional<T>& value) {
  return value ? RecordCell(*value) : RecordCell();
}

// What stands in the cells of a column, when they are known.
// A time is a text such as "2026-11-23T20:00:00Z".
enum class CellType : std::uint8_t { text, list, numbers, integer, decimal, date, time, flag };

struct RecordColumn {
  std::string_view name = {};   // JSON key, CSV header
  std::string_view title = {};  // heading in tables; "" = the column is left out there
  CellType type = CellType::text;
  std::string_view help = {};  // one line, no final period
  bool flexible = false;       // gives way first when a table is too wide
};

struct Records {
  std::span<const RecordColumn> columns = {};      // a constant table
  std::vector<std::vector<RecordCell>> rows = {};  // each as long as `columns`
};

// `ids` prints the first column. Lists are joined by ';' in CSV and TSV.
void write_records(Sink& out, const Records& records, const Format& format, const Style& style);
// The first column, one value a line.
void write_first_column(Sink& out, const Records& records);

// JSON text of a value and of an object. Keys keep their order.
std::string cell_json(const RecordCell& cell);
using JsonMembers = std::vector<std::pair<std::string, std::string>>;  // key → JSON text
std::string json_line(const JsonMembers& members);                     // on one line
std::string json_block(const JsonMembers& members);  // one member a line, no final newline
// Elements one a line, indented to stand as a member of a json_block(); "[]" when there is none.
std::string json_array_block(const std::vector<std::string>& elements, std::size_t indent = 2);
JsonMembers members_of(const Records& records, std::size_t row);
std::vector<std::string> json_rows(const Records& records);  // json_line() of each

}  // namespace oms
