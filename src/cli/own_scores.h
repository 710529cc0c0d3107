// --scores FILE.csv: the user's own results as metrics.
#pragma once

#include <string>

#include "cli/command.h"
#include "oms/catalog/catalog.h"

namespace oms {

// The help of the flag.
inline constexpr const char* kOwnScoresHelp =
    "own results as a metric: CSV with the columns id,METRIC (METRIC:lower where less is better)";

// "" adds nothing. The first line names the columns: `id`, each other one but `as_of` is a metric.
// Ids that the catalog does not know are named in a note. Errc::usage names what cannot be read.
Result<Done> add_own_scores(const std::string& file, Catalog& catalog, const Context& context);

}  // namespace oms
