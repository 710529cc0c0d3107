// A model table as sections of an index image, and back as a view.
#pragma once

#include <cstdint>

#include "oms/base/result.h"
#include "oms/model/table.h"
#include "oms/store/image.h"

namespace oms {

// Changes whenever a field is added, removed, renamed, or changes its kind or its words.
std::uint64_t schema_hash();

void write_table(ImageWriter& image, const Table& table);
// Errc::data when a section is missing or its length does not fit the number of rows.
Result<Table> read_table(const ImageView& image);

}  // namespace oms
