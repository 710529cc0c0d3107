// Does what RefreshOptions say, with progress on stderr: for `fetch` and for `check --refresh`.
#pragma once

#include <string>

#include "cli/command.h"
#include "oms/catalog/refresh.h"

namespace oms {

// Errc::network: the network is switched off, cannot be loaded, or nothing could be fetched.
Result<RefreshReport> run_refresh(const RefreshOptions& options, const std::string& directory,
                                  const Catalog& bundled, Context& context);
// Errc::data when there is no place for a cache.
Result<std::string> writable_cache_directory(const World& world);

}  // namespace oms
