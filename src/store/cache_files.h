// What reader, verification and garbage collection of the cache share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "oms/base/result.h"
#include "oms/store/cache.h"

namespace oms {

// Bounds for what is read into memory. A page is a body of at most 64 MiB, or a part of a file that
// was given by hand; manifest and digest of the whole Hub take some 3 MB and 600 MB.
inline constexpr std::size_t kLargestPage = std::size_t{1} << 30;
inline constexpr std::size_t kLargestManifest = std::size_t{1} << 28;
inline constexpr std::size_t kLargestDigest = std::size_t{1} << 33;

// Errc::data with the reason alone; a manifest without pages when there is no such file.
Result<Manifest> read_manifest_file(const std::string& directory, std::string_view relative);

// Reads a page into `content`; what is wrong with it, "" when nothing is.
std::string page_problem(const std::string& directory, const PageInfo& page, std::string& content);

}  // namespace oms
