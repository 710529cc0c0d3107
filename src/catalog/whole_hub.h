// The whole Hub: walked once, and from then on brought up to date by what changed.
#pragma once

#include <string>
#include <string_view>

#include "oms/store/cache.h"

namespace oms {

// Scopes of the pages that overlay those of the walk.
inline constexpr std::string_view kChanges = "all, changed";  // full records, last changed first
inline constexpr std::string_view kCounts = "all, counted";   // counters of the most downloaded

// When the walk whose pages `manifest` has was begun; "" when there is none.
std::string begin_of_whole_walk(const Manifest& manifest);

// Changes are asked for back to this time: a day before the last time that it was done, for clocks
// that differ and times that the Hub itself writes late. "" when that cannot be said.
std::string changes_since(const Manifest& manifest);

// Once more than 64 pages of changes, and more than those that were put together before, have come,
// all of them are put together: of each model the newest record, in pages of the usual size, each
// with the date of its oldest record. What is newer than another scope's page stays behind that
// page. Memory: one page, and 8 to 16 bytes a model that changed.
Result<Done> put_changes_together(Manifest& manifest, const Cache& cache, CacheWriter& writer);

}  // namespace oms
