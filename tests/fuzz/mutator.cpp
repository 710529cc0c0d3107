#include "fuzz/mutator.h"

#include <algorithm>
#include <array>

#include "oms/base/text.h"

namespace oms::fuzz {
namespace {

constexpr std::size_t kLongest = 16 * 1024;
// What readers of any format trip over.
constexpr std::array<std::string_view, 16> kPieces = {
    "\"",   "\\",           "{",       "[",
    "null", "-1",           "1e999",   "9223372036854775808",
    "\xff", "\xe2",         "\\u0000", "\\ud800",
    "\n",   "\xe2\x80\xae", "true",    std::string_view("\0", 1)};

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 0;
}

}  // namespace

// splitmix64
std::uint64_t Mutator::next() {
  std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

std::string Mutator::piece() {
  if (!words_.empty() && below(2) == 0) return words_[below(words_.size())];
  if (others_.empty() || below(2) == 0) return std::string(kPieces[below(kPieces.size())]);
  const std::string& other = others_[below(others_.size())];
  const std::size_t from = below(other.size());
  return other.substr(from, 1 + below(64));
}

void Mutator::change_once(std::string& text) {
  const std::size_t at = below(text.size() + 1);
  const std::size_t size = 1 + below(below(8) == 0 ? 256 : 8);
  switch (text.empty() ? 0 : below(7)) {
    case 0:
      text.insert(at, piece());
      break;
    case 1:
      text.erase(at, size);
      break;
    case 2: {
      const std::string with = piece();
      text.replace(at, std::min(size, with.size()), with);
      break;
    }
    case 3:
      text[at % text.size()] = static_cast<char>(text[at % text.size()] ^ (1U << below(8)));
      break;
    case 4:
      text[at % text.size()] = static_cast<char>(next());
      break;
    case 5:
      text.insert(below(text.size()), text.substr(std::min(at, text.size() - 1), size));
      break;
    default:
      text.resize(at);
  }
}

std::string Mutator::change(std::string text) {
  for (std::size_t left = 1 + below(4); left > 0; --left) change_once(text);
  text.resize(std::min(text.size(), kLongest));
  return text;
}

std::vector<std::string> dictionary_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::string_view line : split(text, '\n')) {
    if (line.size() < 2 || !line.starts_with('"') || !line.ends_with('"')) continue;
    line = line.substr(1, line.size() - 2);
    std::string word;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] != '\\' || i + 1 == line.size()) {
        word += line[i];
      } else if (line[i + 1] == 'x' && i + 3 < line.size()) {
        word += static_cast<char>(digit(line[i + 2]) * 16 + digit(line[i + 3]));
        i += 3;
      } else {
        word += line[++i];
      }
    }
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace oms::fuzz
