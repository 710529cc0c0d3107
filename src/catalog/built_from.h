// What an index keeps of how it was built, so that the next one can be made out of it: where the
// lines of each model stand, and marks of everything else that a record follows from.
// docs/index-format.md has the sections.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "catalog/extras.h"
#include "catalog/model_lines.h"
#include "oms/catalog/build.h"
#include "oms/store/image.h"
#include "store/row_merge.h"

namespace oms {

// Whether each page has a name that its content follows from.
bool can_be_merged(const FetchedData& fetched);
// Of all that a record follows from beside its own lines and what services say of it.
std::uint64_t inputs_mark(const DataFiles& files, const FetchedData& fetched);
// Of a page and of what was asked for it; equal for equal ones.
std::uint64_t page_mark(const FetchedPage& page);
std::uint64_t extra_mark(const Extra& extra);

// Lines of the models at positions from `first` on.
struct BuiltLines {
  const ModelLines& lines;
  Position first = 0;
  // Where a line stands in the cache; empty: where `lines` has it.
  std::function<ModelLines::Place(const ModelLines::Place&)> place = {};
};
struct BuiltRows {
  const Extras& extras;
  const TextTable& ids;
  const TableDraft& draft;
  std::span<const Row> rows = {};  // by position
};
// The sections with entries for models, and those for the whole.
void write_built_rows(ImageWriter& image, const BuiltRows& built,
                      std::span<const BuiltLines> lines);
void write_built_inputs(ImageWriter& image, const DataFiles& files, const FetchedData& fetched);

// They, read back. Empty where the image has none.
struct BuiltFrom {
  std::span<const std::uint64_t> inputs = {};  // one
  std::span<const std::uint64_t> pages = {};   // mark of each, in order
  std::span<const std::uint32_t> hub = {};     // by row
  std::span<const std::uint64_t> kin = {};     // by row
  std::span<const Row> entangled = {};
  std::span<const Row> extra_rows = {};
  std::span<const std::uint64_t> extra_marks = {};
  std::span<const Row> line_rows = {};
  std::span<const std::uint32_t> line_page = {};
  std::span<const std::uint32_t> line_offset = {};
  std::span<const std::uint32_t> line_size = {};
  std::span<const std::uint32_t> line_check = {};
};
BuiltFrom read_built(const ImageView& image);
// As write_built_rows() writes them of all models. `page_now`: number of each former page today.
void merge_built_rows(ImageWriter& image, const BuiltFrom& former, const BuiltFrom& fresh,
                      const RowMerge& rows, std::span<const std::uint32_t> page_now);

}  // namespace oms
