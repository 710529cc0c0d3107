// A text cut at a separator, for those who need no list of the parts.
#pragma once

#include <string_view>

namespace oms {

// Calls `use` with each part, the empty ones too: always one more than there are separators.
template <typename Use>
void each_part(std::string_view text, char separator, Use use) {
  for (;;) {
    const std::size_t end = text.find(separator);
    use(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace oms
