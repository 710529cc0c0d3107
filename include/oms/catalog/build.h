// From the tables of data/ (or, later, a cache) to the catalog's index image.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "oms/base/result.h"

namespace oms {

// File name without its folder ("licenses.tsv") → content.
using DataFiles = std::map<std::string, std::string, std::less<>>;

// Names of the files that build_catalog() needs, in reading order.
std::span<const std::string_view> data_file_names();

// Joins everything and returns the image. Same input, same bytes.
// Errc::data names the file, the row and what is wrong with it.
Result<std::string> build_catalog(const DataFiles& files);

}  // namespace oms
