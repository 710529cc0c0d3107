#include "store/checksum.h"

#include <xxhash.h>

#include <charconv>

#include "base/cpu.h"

namespace oms {

std::uint64_t xxh3_everywhere(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t checksum(std::string_view bytes) {
  static const bool wide = has_avx2();
  return wide ? xxh3_avx2(bytes) : xxh3_everywhere(bytes);
}

std::string content_hash(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return to_hex(hash.high64) + to_hex(hash.low64);
}

std::string to_hex(std::uint64_t value) {
  std::string text(16, '0');
  for (std::size_t at = text.size(); at-- > 0; value >>= 4)
    text[at] = "0123456789abcdef"[value & 15];
  return text;
}

std::optional<std::uint64_t> parse_hex(std::string_view text) {
  std::uint64_t value = 0;
  if (text.size() != 16) return std::nullopt;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value, 16);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

}  // namespace oms
