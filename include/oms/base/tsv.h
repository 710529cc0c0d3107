// Tables in data/: tab-separated, first line names the columns, no quoting, "" = unknown.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "oms/base/result.h"

namespace oms {

// A view over the text it was parsed from, which must outlive it.
class Tsv {
 public:
  // By the first cell of a row: whether it is wanted.
  using Wanted = std::function<bool(std::string_view first)>;

  // Errc::data: a row whose number of cells differs from the header's, or a missing final newline.
  // Rows that are not wanted are passed over, whatever is in them.
  static Result<Tsv> parse(std::string_view text, const Wanted& wanted = {});

  std::size_t rows() const { return cells_.size() / columns_.size(); }
  const std::vector<std::string_view>& columns() const { return columns_; }
  // Position of a column, or columns().size() when there is none.
  std::size_t column(std::string_view name) const;
  std::string_view at(std::size_t row, std::size_t column) const {
    return cells_[row * columns_.size() + column];
  }

 private:
  std::vector<std::string_view> columns_ = {};
  std::vector<std::string_view> cells_ = {};
};

}  // namespace oms
