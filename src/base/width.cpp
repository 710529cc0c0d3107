// Text as a terminal shows it: its width, what is safe to print, shortening.
#include <utf8proc.h>

#include <algorithm>

#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr char32_t kInvalid = 0xFFFFFFFF;

struct Character {
  char32_t code = kInvalid;
  std::size_t bytes = 1;
};

// The first character of `text`, which must not be empty.
Character first_character(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto most = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4));
  utf8proc_int32_t code = -1;
  const utf8proc_ssize_t used = utf8proc_iterate(bytes, most, &code);
  if (used <= 0) return {};
  return {static_cast<char32_t>(code), static_cast<std::size_t>(used)};
}

bool is_plain(char c) { return c >= ' ' && c <= '~'; }

// Characters that a terminal obeys instead of showing them.
bool is_unsafe(char32_t code) {
  const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
  const bool bidirectional = code == 0x061C || code == 0x200E || code == 0x200F ||
                             (code >= 0x202A && code <= 0x202E) ||
                             (code >= 0x2066 && code <= 0x2069);
  const bool separator = code == 0x2028 || code == 0x2029;
  return control || bidirectional || separator || code == kInvalid;
}

std::size_t width_of(char32_t code) {
  if (is_unsafe(code)) return 1;  // as printable() shows it
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<int>(code))));
}

// What a terminal draws as one sign: a letter with its accents, an emoji sequence.
struct Cluster {
  std::size_t bytes = 0;
  std::size_t width = 0;
};

Cluster first_cluster(std::string_view text) {
  constexpr char32_t kEmojiStyle = 0xFE0F;
  Character character = first_character(text);
  Cluster cluster{character.bytes, width_of(character.code)};
  utf8proc_int32_t state = 0;
  while (cluster.bytes < text.size() && !is_unsafe(character.code)) {
    const Character next = first_character(text.substr(cluster.bytes));
    if (is_unsafe(next.code) ||
        utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(character.code),
                                         static_cast<utf8proc_int32_t>(next.code), &state)) {
      break;
    }
    const bool widens = next.code == kEmojiStyle && cluster.width == 1;
    cluster.width = std::min<std::size_t>(2, cluster.width + (widens ? 1 : width_of(next.code)));
    cluster.bytes += next.bytes;
    character = next;
  }
  return cluster;
}

std::vector<Cluster> clusters(std::string_view text) {
  std::vector<Cluster> all;
  while (!text.empty()) {
    all.push_back(first_cluster(text));
    text.remove_prefix(all.back().bytes);
  }
  return all;
}

// Bytes of the longest run of clusters, from `first` on, that fits into `columns`.
template <typename Iterator>
std::size_t bytes_within(Iterator first, Iterator last, std::size_t columns) {
  std::size_t bytes = 0;
  for (; first != last && first->width <= columns; ++first) {
    columns -= first->width;
    bytes += first->bytes;
  }
  return bytes;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return text.size();
  std::size_t width = 0;
  while (!text.empty()) {
    const Cluster cluster = first_cluster(text);
    width += cluster.width;
    text.remove_prefix(cluster.bytes);
  }
  return width;
}

std::string printable(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const Character character = first_character(text);
    if (character.code == '\t' || character.code == '\n') {
      safe += ' ';
    } else {
      safe += is_unsafe(character.code) ? kReplacement : text.substr(0, character.bytes);
    }
    text.remove_prefix(character.bytes);
  }
  return safe;
}

std::string shorten(std::string_view text, std::size_t columns, Cut cut,
                    std::string_view ellipsis) {
  if (display_width(text) <= columns) return std::string(text);
  const std::size_t ellipsis_width = display_width(ellipsis);
  if (columns <= ellipsis_width) {
    const std::vector<Cluster> dots = clusters(ellipsis);
    return std::string(ellipsis.substr(0, bytes_within(dots.begin(), dots.end(), columns)));
  }
  const std::vector<Cluster> signs = clusters(text);
  const std::size_t room = columns - ellipsis_width;
  const std::size_t tail_room = cut == Cut::middle ? room / 2 : 0;
  const std::size_t head = bytes_within(signs.begin(), signs.end(), room - tail_room);
  const std::size_t tail = bytes_within(signs.rbegin(), signs.rend(), tail_room);

  std::string shortened(text.substr(0, head));
  shortened += ellipsis;
  shortened += text.substr(text.size() - tail);
  return shortened;
}

}  // namespace oms
