// What stands around a picture in SVG: title and legend above it, notes below it.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace oms {

inline constexpr int kPageLeft = 36;

struct SvgLegend {
  double width = 16;                                         // of the sign
  std::function<std::string(double x, double y)> sign = {};  // drawn around its middle
  std::string_view text = {};
};
// Ends above 100 pixels.
std::string svg_head(std::string_view title, std::span<const SvgLegend> legend);

struct SvgNotes {
  std::string body = {};
  double bottom = 0;  // height of a document that ends with them
};
SvgNotes svg_notes(std::span<const std::string> notes, double first_baseline);

}  // namespace oms
