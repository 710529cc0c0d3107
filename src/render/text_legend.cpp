#include "render/text_legend.h"

#include <algorithm>

#include "oms/base/text.h"
#include "render/text_canvas.h"

namespace oms {

std::size_t plot_width(const Style& style) {
  constexpr std::size_t kUsual = 80;
  constexpr std::size_t kNarrowest = 40;
  constexpr std::size_t kWidest = 1000;
  return style.width == 0 ? kUsual : std::clamp(style.width, kNarrowest, kWidest);
}

std::vector<std::string> legend_lines(std::span<const LegendEntry> entries, std::size_t width,
                                      bool color) {
  constexpr std::string_view kGap = "   ";
  std::vector<std::string> lines;
  std::size_t used = 0;
  for (const LegendEntry& entry : entries) {
    const std::size_t before = display_width(entry.sign) + 1;
    const std::vector<std::string> words = wrap(entry.text, width - before);
    const std::size_t columns = before + display_width(words.front());
    if (lines.empty() || used + kGap.size() + columns > width || words.size() > 1) {
      lines.emplace_back();
      used = columns;
    } else {
      lines.back() += kGap;
      used += kGap.size() + columns;
    }
    lines.back() += colored(entry.sign, entry.color, color) + " " + words.front();
    for (std::size_t i = 1; i < words.size(); ++i) {
      lines.push_back(std::string(before, ' ') + words[i]);
      used = before + display_width(words[i]);
    }
  }
  return lines;
}

}  // namespace oms
