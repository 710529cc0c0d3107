// Reads the numbers of one column row by row, without making a Value of each.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <variant>

#include "oms/model/table.h"

namespace oms {

// Of a column of integers or decimals, stored or sparse; every other column reads as unknown.
// Reading rows in ascending order finds those of a sparse column at once.
class NumberReader {
 public:
  explicit NumberReader(const Column& column) {
    if (const auto* sparse = std::get_if<SparseColumn>(&column)) {
      rows_ = sparse->rows;
      values_ = numbers_of(*sparse->values);
      sparse_ = true;
    } else {
      values_ = numbers_of(column);
    }
  }

  // Of a column that few rows have, without the rest of it.
  NumberReader(const Table& table, FieldId field) {
    const FewValues few = table.few(field);
    if (few.rows.empty()) {
      *this = NumberReader(table.column(field));
      return;
    }
    rows_ = few.rows;
    values_ = numbers_of(few.values);
    sparse_ = true;
  }

  // kNoInteger: unknown.
  std::int64_t operator[](Row row) {
    if (!sparse_) return values_.empty() ? kNoInteger : values_[row];
    seek(row);
    return at_ < values_.size() && rows_[at_] == row ? values_[at_] : kNoInteger;
  }

 private:
  static std::span<const std::int64_t> numbers_of(const Column& column) {
    if (const auto* decimals = std::get_if<DecimalColumn>(&column)) return decimals->billionths;
    if (const auto* integers = std::get_if<IntegerColumn>(&column)) return *integers;
    return {};
  }

  // To the first of rows_ that is not before `row`.
  void seek(Row row) {
    if (at_ > 0 && rows_[at_ - 1] >= row) at_ = 0;
    std::size_t step = 1;  // from where the last one was found, in growing steps
    std::size_t past = at_;
    while (past < rows_.size() && rows_[past] < row) {
      at_ = past + 1;
      past += step;
      step *= 2;
    }
    const auto from = rows_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto to = rows_.begin() + static_cast<std::ptrdiff_t>(std::min(past, rows_.size()));
    at_ = static_cast<std::size_t>(std::lower_bound(from, to, row) - rows_.begin());
  }

  std::span<const Row> rows_ = {};
  std::span<const std::int64_t> values_ = {};
  std::size_t at_ = 0;
  bool sparse_ = false;
};

}  // namespace oms
