#include "oms/base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/each_part.h"

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
  std::size_t i = 0;  // mostly they begin alike to the letter
  for (std::uint64_t x = 0, y = 0; common - i >= sizeof(x); i += sizeof(x)) {
    std::memcpy(&x, a.data() + i, sizeof(x));
    std::memcpy(&y, b.data() + i, sizeof(y));
    if (x != y) break;
  }
  for (; i < common; ++i) {
    const auto x = static_cast<unsigned char>(fold(a[i]));
    const auto y = static_cast<unsigned char>(fold(b[i]));
    if (x != y) return x < y ? -1 : 1;
  }
  if (a.size() == b.size()) return 0;
  return a.size() < b.size() ? -1 : 1;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  each_part(text, separator, [&](std::string_view part) { parts.push_back(part); });
  return parts;
}

std::vector<std::string_view> split_words(std::string_view text, char separator) {
  std::vector<std::string_view> words;
  each_part(text, separator, [&](std::string_view part) {
    const std::string_view word = trim(part);
    if (!word.empty()) words.push_back(word);
  });
  return words;
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  return join_parts(parts, separator);
}

std::string join(std::span<const std::string_view> parts, std::string_view separator) {
  return join_parts(parts, separator);
}

}  // namespace oms
