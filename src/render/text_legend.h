// What pictures for a terminal have in common: their width and the line that explains the signs.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/render/render.h"

namespace oms {

// Of the style, 80 where it has none, never less than labels need.
std::size_t plot_width(const Style& style);

struct LegendEntry {
  std::string_view sign = {};
  std::string_view color = {};  // as in ink
  std::string_view text = {};
};
// Side by side on as few lines as the width allows; one that is longer goes on below itself.
std::vector<std::string> legend_lines(std::span<const LegendEntry> entries, std::size_t width,
                                      bool color);

}  // namespace oms
