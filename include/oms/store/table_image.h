// A model table as sections of an index image, and back as a view.
#pragma once

#include <cstdint>

#include "oms/base/result.h"
#include "oms/model/table.h"
#include "oms/store/image.h"

namespace oms {

// Changes whenever a field is added, removed, renamed, or changes its kind or its words.
std::uint64_t schema_hash();

// A part of the index is not as it was written. Thrown where a query first touches that part: the
// index is made anew and the command runs once more.
struct DamagedIndex {};

// Offers and scores are read at once, columns and facts when they are first asked for, and what has
// a guard behind that; `image` must outlive the table at its address. Errc::data, and DamagedIndex
// for what comes later: a section is missing, its length does not fit the number of rows, or a
// block of it is damaged.
Result<Table> read_table(const ImageView& image);

}  // namespace oms
