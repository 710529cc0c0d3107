// The columns of a table that is being made, one a field.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "oms/model/model.h"
#include "oms/model/table.h"
#include "oms/store/image.h"
#include "oms/store/scratch.h"
#include "oms/store/table_draft.h"

namespace oms {

// Where the records of a draft stand in the table.
struct RowOrder {
  std::span<const Position> positions = {};  // by row
  std::span<const Row> rows = {};            // by position
};

class DraftColumn {
 public:
  virtual ~DraftColumn() = default;
  // The value of the next record, or of the next shape.
  virtual void push(const Model& model) = 0;
  // Replaces the value of one record. Columns with an own value for each record have neither this
  // nor the two below.
  virtual void set(Position, const Model&) {}
  // Into the member of `model`: as it was added, and as it stands now.
  virtual void added(Position, Model&) const {}
  virtual void now(Position, Model&) const {}
  // The sections whose names begin with `prefix`.
  virtual void write(ImageWriter& image, const std::string& prefix,
                     const RowOrder& order) const = 0;
};

// Whether each record has its own value of this field, and not one with its shape.
bool is_own(std::string_view field);
// Fields whose columns are made of the values of records: not id, base models and derivatives,
// which are made apart, nor what no record has.
std::vector<FieldId> drafted_fields();
// Of a drafted field. `shapes`, by position, must outlive it.
std::unique_ptr<DraftColumn> draft_column(const Field& field, const std::vector<Shape>& shapes,
                                          Scratch& scratch);

// A list for each row: words by code, in the order of the rows, and the rows of each word.
class RowLists {
 public:
  RowLists(const std::vector<std::uint32_t>& sizes, Scratch& scratch);  // by row
  // Where the codes of a row go.
  std::span<std::uint32_t> of(Row row) {
    return std::span(codes_).subspan(starts_[row], starts_[row + 1] - starts_[row]);
  }
  // Sections starts, codes, posting_starts and postings. `words`: size of the dictionary.
  void write(ImageWriter& image, const std::string& prefix, std::size_t words) const;

 private:
  ScratchVector<std::uint32_t> starts_;
  ScratchVector<std::uint32_t> codes_;
};

}  // namespace oms
