// What the index remembers of the names that fetched sources use: joined how often, the others by
// name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/catalog/source_join.h"

namespace oms {

// Name of its section in the index image.
inline constexpr std::string_view kJoinTable = "cache/joins.tsv";

std::string join_table(std::span<const SourceJoin> joins);
// What join_table() wrote; none for anything else.
std::vector<SourceJoin> read_join_table(std::string_view text);

}  // namespace oms
