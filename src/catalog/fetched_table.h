// What the index remembers of the services that were asked, so that no query reads the manifest.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/store/cache.h"

namespace oms {

// Name of its section in the index image.
inline constexpr std::string_view kFetchedTable = "cache/sources.tsv";

std::string fetched_table(std::span<const SourceInfo> sources);
// What fetched_table() wrote; none for anything else.
std::vector<SourceInfo> read_fetched_table(std::string_view text);

}  // namespace oms
