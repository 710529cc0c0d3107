// Pieces of an SVG document. Texts are escaped here; everything else is of our own making.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "render/plot_grid.h"

namespace oms {

// Colors that color-blind readers can tell apart (Okabe and Ito), and grays.
namespace hue {
inline constexpr std::string_view kOpen = "#0072B2";
inline constexpr std::string_view kClosed = "#D55E00";
inline constexpr std::string_view kInk = "#1A1A1A";
inline constexpr std::string_view kGray = "#595959";
inline constexpr std::string_view kLine = "#8C8C8C";
inline constexpr std::string_view kFaint = "#E3E3E3";
}  // namespace hue

inline constexpr double kBoldFactor = 1.15;  // how much wider bold letters are
// Pixels that a line takes at most in the usual sans-serif fonts, at that size in pixels.
double text_width(std::string_view text, double size);

// `text` cut at its end to that width, at that size.
std::string fit_text(std::string_view text, double size, double width);

struct SvgText {
  double x = 0;
  double y = 0;  // of the baseline
  double size = 13;
  std::string_view color = hue::kInk;
  Anchor anchor = Anchor::start;
  bool bold = false;
};
std::string svg_text(std::string_view text, const SvgText& look);
std::string svg_line(double x1, double y1, double x2, double y2, std::string_view color,
                     double width = 1);

// The mark of a model: a disk when open, a diamond when closed; filled when it is on the frontier.
enum class Fill { full, hollow };
std::string svg_mark(double x, double y, bool closed, Fill fill);

inline constexpr int kSvgWidth = 1200;
// The document around `body`: white ground, and what screen readers say of the picture.
std::string svg_document(double height, std::string_view title, std::string_view description,
                         std::string_view body);

}  // namespace oms
