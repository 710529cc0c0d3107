// Counting bits. A program for every processor of its kind may not rely on x86's instruction for
// it, so that std::popcount is a call there: these ask the processor first, which costs next to
// nothing.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace oms {

constexpr std::size_t count_bits(std::uint64_t word) {
#if defined(__x86_64__) && !defined(__POPCNT__)
  if (!std::is_constant_evaluated() && __builtin_cpu_supports("popcnt") != 0) {
    std::uint64_t count;
    asm("popcnt %1, %0" : "=r"(count) : "r"(word) : "cc");
    return count;
  }
#endif
  return static_cast<std::size_t>(std::popcount(word));
}

// The bits of all words.
inline std::size_t count_bits(std::span<const std::uint64_t> words) {
  std::size_t count = 0;
  for (const std::uint64_t word : words) count += count_bits(word);
  return count;
}

}  // namespace oms
