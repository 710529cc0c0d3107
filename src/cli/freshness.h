// How old a catalog is: by its newest fetch from the Hub or, without one, by its newest record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "oms/base/result.h"
#include "oms/catalog/catalog.h"

namespace oms {

// The service of this name, if it was ever fetched.
std::optional<SourceInfo> fetched_source(const Catalog& catalog, std::string_view name);

// "Hub 2026-11-20 (3 d)", or "bundled records of 2024-06 to 2026-08" when no Hub was fetched.
std::string record_range(const Catalog& catalog, std::int64_t now_ms);

// Errc::data when the catalog is older than `limit` ("14d"); Errc::usage when that is no duration.
Result<Done> check_age(const Catalog& catalog, const std::string& limit, std::int64_t now_ms);

}  // namespace oms
