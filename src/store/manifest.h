// A manifest as text: {"checksum":"…","manifest":{…}} on one line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "oms/base/result.h"
#include "oms/store/cache.h"

namespace oms {

inline constexpr int kManifestFormat = 1;

// Bytes that are not valid UTF-8 become U+FFFD.
std::string manifest_text(const Manifest& manifest);

// Errc::data: not as manifest_text writes it, in any respect; `what` is the reason alone. What it
// returns is safe to use: file names stay inside the cache, numbers are plausible.
Result<Manifest> parse_manifest(std::string_view text);

// The manifest in that text, as manifest_text() writes it.
std::string manifest_body(const Manifest& manifest);
// The same read where it is exactly so and its texts are plain; nothing otherwise, which may be a
// manifest nevertheless. What it returns is as safe.
std::optional<Manifest> parse_plain_body(std::string_view body);

}  // namespace oms
