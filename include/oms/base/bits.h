// Counting bits. std::popcount is a call where the processor's own instruction may not be relied
// on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace oms {

// The bits of each byte, in that byte.
constexpr std::uint64_t bits_by_byte(std::uint64_t bits) {
  bits -= (bits >> 1) & 0x5555555555555555;
  bits = (bits & 0x3333333333333333) + ((bits >> 2) & 0x3333333333333333);
  return (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0f;
}

constexpr std::size_t count_bits(std::uint64_t word) {
  return static_cast<std::size_t>(bits_by_byte(word) * 0x0101010101010101 >> 56);
}

// The bits of all words: sixteen are added up byte by byte.
inline std::size_t count_bits(std::span<const std::uint64_t> words) {
  constexpr std::size_t kAtOnce = 16;
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size(); at += kAtOnce) {
    std::uint64_t sums = 0;
    for (const std::uint64_t bits : words.subspan(at, std::min(kAtOnce, words.size() - at)))
      sums += bits_by_byte(bits);
    sums = (sums & 0x00ff00ff00ff00ff) + ((sums >> 8) & 0x00ff00ff00ff00ff);
    count += static_cast<std::size_t>(sums * 0x0001000100010001 >> 48);
  }
  return count;
}

}  // namespace oms
