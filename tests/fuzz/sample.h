// A small catalog, made when the program starts: a few tables, a few models, prices and scores.
#pragma once

#include <string>
#include <string_view>

#include "oms/catalog/build.h"
#include "oms/model/license.h"

namespace oms::fuzz {

const DataFiles& sample_files();    // the columns of the shipped tables with a few rows
const FetchedData& sample_cache();  // four pages of ten models, and what a service said of them
const std::string& sample_image();  // the index of both
const LicenseTable& sample_licenses();

}  // namespace oms::fuzz
