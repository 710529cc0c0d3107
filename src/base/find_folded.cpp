#include "base/find_folded.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "base/cpu.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// Vectors that GCC and Clang both know, and that every processor has.
using Block8 = std::uint8_t __attribute__((vector_size(8)));
using Block16 = std::uint8_t __attribute__((vector_size(16)));

constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

bool folds_to(const char* text, std::string_view folded) {
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (fold(text[i]) != folded[i]) return false;
  }
  return true;
}

// First of the positions begin + [from, to) at which the needle stands.
std::size_t find_among(const char* begin, std::size_t from, std::size_t to,
                       std::string_view needle) {
  for (; from != to; ++from) {
    if (folds_to(begin + from, needle)) return from;
  }
  return std::string_view::npos;
}

// Where the block at `from` holds `c` in either letter case.
template <typename Block>
auto holds(const char* from, char c) {
  Block block;
  std::memcpy(&block, from, sizeof block);
  return (block == Block{} + static_cast<std::uint8_t>(c)) |
         (block == Block{} + static_cast<std::uint8_t>(upper(c)));
}

template <typename Mask>
bool any(const Mask& mask) {
  std::array<std::uint64_t, sizeof(Mask) / 8> words;
  std::memcpy(words.data(), &mask, sizeof mask);
  return std::any_of(words.begin(), words.end(), [](std::uint64_t word) { return word != 0; });
}

// Looks at a block of starting positions at once: only where the first and the last byte of the
// needle fit is the rest compared. `starts` is at least the size of a block.
template <typename Block>
std::size_t find_in_blocks(const char* begin, std::size_t starts, std::string_view needle) {
  const std::size_t last_byte = needle.size() - 1;
  for (std::size_t at = 0; at < starts; at += sizeof(Block)) {
    at = std::min(at, starts - sizeof(Block));  // the last step looks at some positions again
    const char* const here = begin + at;
    if (!any(holds<Block>(here, needle.front()) & holds<Block>(here + last_byte, needle.back()))) {
      continue;
    }
    const std::size_t found = find_among(begin, at, at + sizeof(Block), needle);
    if (found != std::string_view::npos) return found;
  }
  return std::string_view::npos;
}

}  // namespace

std::size_t find_folded_everywhere(std::string_view text, std::string_view needle) {
  if (needle.empty()) return 0;
  if (needle.size() > text.size()) return std::string_view::npos;
  const std::size_t starts = text.size() - needle.size() + 1;
  const char* const begin = text.data();
  if (starts >= sizeof(Block16)) return find_in_blocks<Block16>(begin, starts, needle);
  if (starts >= sizeof(Block8)) return find_in_blocks<Block8>(begin, starts, needle);
  return find_among(begin, 0, starts, needle);
}

std::size_t find_folded(std::string_view text, std::string_view needle_folded) {
  static const bool wide = has_avx2();
  const bool fits = !needle_folded.empty() && text.size() >= needle_folded.size() + kAvx2Block;
  return wide && fits ? find_folded_avx2(text, needle_folded)
                      : find_folded_everywhere(text, needle_folded);
}

bool contains_folded(std::string_view text, std::string_view needle_folded) {
  return find_folded(text, needle_folded) != std::string_view::npos;
}

}  // namespace oms
