// Names of the cache's files. Whatever comes from a file is held against these before it becomes
// part of a path, so that nothing outside the directory is ever named.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace oms {

inline constexpr std::string_view kCurrent = "CURRENT";
inline constexpr std::string_view kProgress = "progress.json";
inline constexpr std::string_view kLock = "lock";
inline constexpr std::string_view kIndexLock = "index.lock";
inline constexpr std::string_view kTemporaryPrefix = ".tmp-";

// "2026-11-23T200000Z" or, for a later one in the same second, "2026-11-23T200000Z-2".
bool is_snapshot_name(std::string_view text);
// "2026-11-23T20:00:00Z" → "2026-11-23T200000Z"; nothing when it is not such a time.
std::optional<std::string> snapshot_name(std::string_view created_at);

// "pages/<hash>.ndjson", "sources/<name>/<hash>.json" or ".csv".
bool is_page_file(std::string_view text);
// Lower-case letters, digits and inner hyphens.
bool is_source_name(std::string_view text);
// File of a body with this hash, of the kind that was asked for; `source` must be a source name.
std::string page_file(std::string_view source, std::string_view request, std::string_view hash);
// The hash in a page file's name.
std::string_view hash_of(std::string_view page_file);

// Relative to the directory of the cache.
std::string manifest_file(std::string_view snapshot);
std::string digest_file(std::string_view snapshot);
std::string index_file(std::string_view snapshot);
bool is_manifest_file(std::string_view relative);
bool is_lock(std::string_view relative);
// True for every path that the writer may have made, temporary files included.
bool is_ours(std::string_view relative);

}  // namespace oms
