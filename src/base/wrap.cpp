// Lines of a text.
#include <algorithm>

#include "oms/base/text.h"

namespace oms {
namespace {

// The longest beginning of `word` that fits, better behind one of its joints.
std::size_t fitting_part(std::string_view word, std::size_t width) {
  std::size_t hard = 0;
  std::size_t joint = 0;
  std::size_t hyphen = 0;
  for (std::size_t end = 1; end <= word.size(); ++end) {
    // Not in the middle of a UTF-8 sequence.
    if (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) continue;
    if (display_width(word.substr(0, end)) > width) break;
    hard = end;
    if (std::string_view("/,;").find(word[end - 1]) != std::string_view::npos) joint = end;
    if (word[end - 1] == '-') hyphen = end;
  }
  for (const std::size_t cut : {joint, hyphen}) {
    if (cut > hard / 3) return cut;
  }
  return std::max<std::size_t>(1, hard);
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (std::string_view word : split_words(text, ' ')) {
    std::size_t size = display_width(word);
    if (used > 0 && used + 1 + size > width) {
      lines.emplace_back();
      used = 0;
    }
    while (size > width) {
      const std::size_t cut = fitting_part(word, width);
      lines.back() += word.substr(0, cut);
      lines.emplace_back();
      word.remove_prefix(cut);
      size = display_width(word);
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += size;
  }
  return lines;
}

}  // namespace oms
