#include "oms/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace oms {
namespace {

template <typename Part>
std::string join_parts(std::span<const Part> parts, std::string_view separator) {
  std::string all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) all += separator;
    all += parts[i];
  }
  return all;
}

// --- Searching with folded case, by vectors that GCC and Clang both know.

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

char fold(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string fold(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) c = fold(c);
  return folded;
}

bool equal_folded(std::string_view a, std::string_view b) {
  return a.size() == b.size() && compare_folded(a, b) == 0;
}

int compare_folded(std::string_view a, std::string_view b) {
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i) {
    const auto x = static_cast<unsigned char>(fold(a[i]));
    const auto y = static_cast<unsigned char>(fold(b[i]));
    if (x != y) return x < y ? -1 : 1;
  }
  if (a.size() == b.size()) return 0;
  return a.size() < b.size() ? -1 : 1;
}

std::size_t find_folded(std::string_view text, std::string_view needle_folded) {
  if (needle_folded.empty()) return 0;
  if (needle_folded.size() > text.size()) return std::string_view::npos;
  const std::size_t starts = text.size() - needle_folded.size() + 1;
  const char* const begin = text.data();
  if (starts >= sizeof(Block16)) return find_in_blocks<Block16>(begin, starts, needle_folded);
  if (starts >= sizeof(Block8)) return find_in_blocks<Block8>(begin, starts, needle_folded);
  return find_among(begin, 0, starts, needle_folded);
}

bool contains_folded(std::string_view text, std::string_view needle_folded) {
  return find_folded(text, needle_folded) != std::string_view::npos;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> split_words(std::string_view text, char separator) {
  std::vector<std::string_view> words;
  for (const std::string_view part : split(text, separator)) {
    const std::string_view word = trim(part);
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  return join_parts(parts, separator);
}

std::string join(std::span<const std::string_view> parts, std::string_view separator) {
  return join_parts(parts, separator);
}

}  // namespace oms
