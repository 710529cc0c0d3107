// The services that `fetch` has asked, one row each, for the commands that tell the cache's state.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "cli/page.h"
#include "cli/records.h"
#include "oms/store/cache.h"

namespace oms {

Records fetched_records(std::span<const SourceInfo> sources, std::int64_t now_ms);
// A heading and a line each; nothing when there is none.
void add_fetched(Page& page, std::string_view heading, std::span<const SourceInfo> sources,
                 std::int64_t now_ms);

// "500 records, 2 rejected; last try failed: why"
std::string fetched_text(const SourceInfo& source);

}  // namespace oms
