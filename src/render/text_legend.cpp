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
    const std::size_t columns = display_width(entry.sign) + 1 + display_width(entry.text);
    if (lines.empty() || used + kGap.size() + columns > width) {
      lines.emplace_back();
      used = columns;
    } else {
      lines.back() += kGap;
      used += kGap.size() + columns;
    }
    lines.back() += colored(entry.sign, entry.color, color) + " " + std::string(entry.text);
  }
  return lines;
}

}  // namespace oms
