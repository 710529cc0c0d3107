#include "cli/count_by.h"

#include <string>
#include <vector>

#include "cli/counts.h"
#include "cli/record_columns.h"

namespace oms {
namespace {

// As the field has it in JSON.
RecordCell typed(const Field& field, const std::string& text) {
  if (field.kind == Kind::flag) return text == "yes";
  if (field.kind == Kind::integer || field.kind == Kind::decimal) {
    const auto number = parse_decimal(text);
    if (number) return *number;
  }
  return text;
}

}  // namespace

CountedValues count_by(FieldId field, const RowSet& rows, const Table& table, std::size_t most) {
  const ValueCounts counted = count_values(table, field, rows, most);
  CountedValues result{.records = {.columns = count_columns()}, .of = counted.of};
  auto& records = result.records.rows;
  for (const ValueCount& count : counted.values) {
    records.push_back({typed(kFields[field], count.value), count_cell(count.models)});
  }
  if (counted.unknown == 0) return result;
  ++result.of;
  if (most != 0 && records.size() == most) return result;
  const bool word = kFields[field].says_unknown;
  records.push_back(
      {word ? RecordCell(std::string("unknown")) : RecordCell(), count_cell(counted.unknown)});
  return result;
}

}  // namespace oms
