// What an index holds once more, in a shape that spares a query the reading of whole columns.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "oms/model/table.h"
#include "oms/store/image.h"

namespace oms {

// Section `planes`: the codes bit by bit (CodePlanes), with one plane at least. Nothing without
// rows, or where a code takes more than 8 bits: then planes would not be read faster.
void write_planes(ImageWriter& image, const std::string& prefix, std::span<const std::uint8_t>);
void write_planes(ImageWriter& image, const std::string& prefix, std::span<const std::uint32_t>);

// Section `highest`: the rows with the highest values, the highest first, equal ones ascending. A
// sixteenth of all, but never more than a block of checksums holds. Rows without a value are none
// of them.
void write_highest(ImageWriter& image, const std::string& prefix, std::span<const std::int64_t>);
void write_highest(ImageWriter& image, const std::string& prefix, std::span<const std::int32_t>);

// Section `range`: the first and the last day; kNoDay twice where no row has one.
void write_range(ImageWriter& image, const std::string& prefix, std::span<const std::int32_t>);

// Sections `few/rows` and `few/values`: the rows that have a value, and the values. Nothing where
// more than one row in 32 has one.
void write_few(ImageWriter& image, const std::string& prefix, std::span<const std::int64_t>);
void write_few(ImageWriter& image, const std::string& prefix, std::span<const std::int32_t>);

// Section `known` of a list column: a plane with the rows whose list is not empty. `starts`: of the
// list of each row and behind the last one.
void write_known(ImageWriter& image, const std::string& prefix, std::span<const std::uint32_t>);

// Sections of Folds. `bases`: by row, kNoRow for what is no copy.
void write_folds(ImageWriter& image, std::span<const Row> bases);

}  // namespace oms
