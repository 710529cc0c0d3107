// Hashes as the cache's files spell them: lower-case hex, most significant digit first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace oms {

std::uint64_t checksum(std::string_view bytes);    // XXH3-64, by the widest vectors there are
std::string content_hash(std::string_view bytes);  // XXH3-128, 32 digits

// What checksum() chooses from. The second one needs has_avx2().
std::uint64_t xxh3_everywhere(std::string_view bytes);
std::uint64_t xxh3_avx2(std::string_view bytes);

std::string to_hex(std::uint64_t value);  // 16 digits
std::optional<std::uint64_t> parse_hex(std::string_view text);

}  // namespace oms
