#include "catalog/data_table.h"

#include <algorithm>

namespace oms {

Result<DataTable> DataTable::parse(std::string_view file, std::string_view text,
                                   std::span<const std::string_view> columns) {
  auto tsv = Tsv::parse(text);
  if (!tsv) return Error{Errc::data, std::string(file) + ": " + tsv.error().what, ""};
  DataTable table(*std::move(tsv));
  table.file_ = file;
  for (const std::string_view column : columns) {
    if (table.tsv_.column(column) == table.tsv_.columns().size()) {
      return Error{Errc::data, std::string(file) + ": no column '" + std::string(column) + "'", ""};
    }
  }
  for (std::size_t row = 0; row < table.rows(); ++row) {
    table.place_of(table.tsv_.at(row, 0)).push_back(row);
  }
  return table;
}

std::string_view DataTable::cell(std::size_t row, std::string_view column) const {
  const std::size_t position = tsv_.column(column);
  return position == tsv_.columns().size() ? std::string_view{} : tsv_.at(row, position);
}

Number DataTable::number(std::size_t row, std::string_view column) const {
  const auto parsed = parse_decimal(cell(row, column));
  if (!parsed) return {};
  return *parsed;
}

// Parameter counts go beyond what a decimal holds, so digits are read as they stand.
Integer DataTable::integer(std::size_t row, std::string_view column) const {
  const std::string_view text = cell(row, column);
  if (text.empty() || text.size() > 18) return {};
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

Day DataTable::day(std::size_t row, std::string_view column) const {
  return parse_date(cell(row, column));
}

std::vector<std::size_t>& DataTable::place_of(std::string_view id) {
  const auto [number, added] = ids_.add(id);
  if (added) rows_.emplace_back();
  return rows_[number];
}

const std::vector<std::size_t>& DataTable::rows_of(std::string_view id) const {
  static const std::vector<std::size_t> kNone;
  const TextTable::Code number = ids_.find(id);
  return number == TextTable::kNone ? kNone : rows_[number];
}

void DataTable::rename(std::string_view former, std::string_view present) {
  const std::vector<std::size_t> moved = rows_of(former);
  if (moved.empty()) return;
  place_of(former).clear();
  std::vector<std::size_t>& place = place_of(present);
  place.insert(place.end(), moved.begin(), moved.end());
}

std::optional<std::size_t> DataTable::first_row_without(
    const std::function<bool(std::string_view id)>& known) const {
  std::optional<std::size_t> first;
  for (TextTable::Code number = 0; number < rows_.size(); ++number) {
    if (known(ids_[number])) continue;
    for (const std::size_t row : rows_[number]) first = std::min(first.value_or(row), row);
  }
  return first;
}

Error DataTable::bad_cell(std::size_t row, std::string_view column) const {
  return {Errc::data,
          file_ + ":" + std::to_string(row + 2) + ": " + std::string(column) + " is '" +
              std::string(cell(row, column)) + "'",
          ""};
}

Result<Done> DataTable::check_numbers(std::string_view column) const {
  for (std::size_t row = 0; row < rows(); ++row) {
    if (!cell(row, column).empty() && !number(row, column) && !integer(row, column)) {
      return bad_cell(row, column);
    }
  }
  return Done{};
}

Result<Done> DataTable::check_dates(std::string_view column) const {
  for (std::size_t row = 0; row < rows(); ++row) {
    if (!cell(row, column).empty() && !day(row, column)) return bad_cell(row, column);
  }
  return Done{};
}

}  // namespace oms
