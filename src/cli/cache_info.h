// What is in the cache, for `oms cache info`.
#pragma once

#include <cstdint>
#include <string>

#include "cli/records.h"
#include "oms/render/render.h"
#include "oms/store/cache.h"

namespace oms {

struct CacheInfo {
  std::string directory = {};
  std::string snapshot = {};  // "" = there is no cache yet
  Manifest manifest = {};
  std::string interrupted_at = {};  // when a fetch stopped that the next one goes on with, or ""
  Cache::Usage usage = {};
  std::int64_t now_ms = 0;
};

// Errc::data: there is a cache, but it cannot be read.
Result<CacheInfo> read_cache_info(const std::string& directory, std::int64_t now_ms);

Records cache_records(const CacheInfo& info);  // one row, without scopes and sources
std::string cache_json(const CacheInfo& info);
std::string cache_page(const CacheInfo& info, const Style& style);

}  // namespace oms
