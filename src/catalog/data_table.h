// A table of data/ whose first column is a model id: cells by name, rows by id.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/date.h"
#include "oms/base/decimal.h"
#include "oms/base/result.h"
#include "oms/base/tsv.h"
#include "oms/model/field.h"
#include "oms/store/text_table.h"

namespace oms {

class DataTable {
 public:
  // Errc::data when the text is no table or lacks one of `columns`. `text` must outlive it.
  static Result<DataTable> parse(std::string_view file, std::string_view text,
                                 std::span<const std::string_view> columns);

  std::size_t rows() const { return tsv_.rows(); }
  std::string_view cell(std::size_t row, std::string_view column) const;
  // "" or a malformed value is unknown; build_catalog() checks the forms beforehand.
  Number number(std::size_t row, std::string_view column) const;
  Integer integer(std::size_t row, std::string_view column) const;
  Day day(std::size_t row, std::string_view column) const;
  const std::vector<std::size_t>& rows_of(std::string_view id) const;  // file order
  const TextTable& ids() const { return ids_; }  // of its rows, and former ones
  // The rows of `former` are those of `present` from now on, behind its own.
  void rename(std::string_view former, std::string_view present);
  // The first row that stands for no model of `known`; nothing when there is none.
  std::optional<std::size_t> first_row_without(
      const std::function<bool(std::string_view id)>& known) const;
  // The first row whose cell in `column` is neither empty nor a value of that kind.
  Result<Done> check_numbers(std::string_view column) const;
  Result<Done> check_dates(std::string_view column) const;

 private:
  explicit DataTable(Tsv tsv) : tsv_(std::move(tsv)) {}
  std::vector<std::size_t>& place_of(std::string_view id);
  Error bad_cell(std::size_t row, std::string_view column) const;

  Tsv tsv_;
  std::string file_ = {};
  TextTable ids_{LetterCase::folded};
  std::vector<std::vector<std::size_t>> rows_ = {};  // by number of the id
};

}  // namespace oms
