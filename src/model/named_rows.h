// A table of data/ read by column names: each name is looked up once, a missing one is an error.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/base/result.h"
#include "oms/base/text.h"
#include "oms/base/tsv.h"

namespace oms {

class NamedRows {
 public:
  // `table` names the table in errors. Errc::data: not a table, or a column is missing.
  static Result<NamedRows> parse(std::string_view table, std::string_view text,
                                 std::span<const std::string_view> columns,
                                 const Tsv::Wanted& wanted = {}) {
    Result<Tsv> tsv = Tsv::parse(text, wanted);
    if (!tsv) return Error{Errc::data, std::string(table) + ": " + tsv.error().what};
    NamedRows rows(table, std::move(tsv).value());
    for (const std::string_view name : columns) {
      const std::size_t position = rows.tsv_.column(name);
      if (position == rows.tsv_.columns().size()) {
        return Error{Errc::data, std::string(table) + ": no column '" + std::string(name) + "'"};
      }
      rows.positions_.push_back(position);
    }
    return rows;
  }

  std::size_t size() const { return tsv_.rows(); }
  // `column` counts in the names given to parse; any enumeration of them will do.
  template <typename Column>
  std::string_view at(std::size_t row, Column column) const {
    return tsv_.at(row, positions_[static_cast<std::size_t>(column)]);
  }
  // The first given column names the row.
  Error error(std::size_t row, std::string_view what) const {
    return {Errc::data,
            std::string(table_) + ": row '" + printable(at(row, 0)) + "': " + std::string(what)};
  }

 private:
  NamedRows(std::string_view table, Tsv tsv) : table_(table), tsv_(std::move(tsv)) {}

  std::string_view table_;
  Tsv tsv_;
  std::vector<std::size_t> positions_ = {};
};

}  // namespace oms
