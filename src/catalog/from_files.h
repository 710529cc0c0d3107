// `fetch --from DIR`: bodies from files in place of the network.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/catalog/refresh.h"
#include "oms/catalog/services.h"

namespace oms {

// Files named *.json, *.ndjson and *.csv of DIR/<source>, in name order; none when there is no such
// folder. Errc::data: the folder cannot be read.
Result<std::vector<std::string>> source_files(const std::string& directory,
                                              std::string_view source);

// The directory under one name, however it was typed.
std::string real_path(const std::string& directory);

// Takes a page that is in the cache.
using TakePage = std::function<void(PageInfo page)>;

// Reads a file of Hub records: a list, one record, an exchange {request, status, headers, body}, or
// one of these a line. What a file cannot give is named in `outcome.rejected`. The pages carry the
// keys that the request asked for, or kKeysNotTold.
Result<Done> take_hub_file(const std::string& file, CacheWriter& writer, SourceOutcome& outcome,
                           const TakePage& take);

// The same for a service, whose bodies are taken as they are; a bare list or record is put under
// the service's key.
Result<Done> take_service_file(const Service& service, const std::string& file, CacheWriter& writer,
                               SourceOutcome& outcome, const TakePage& take);

}  // namespace oms
