#include "render/svg_page.h"

#include <algorithm>

#include "oms/base/text.h"
#include "render/svg.h"

namespace oms {

std::string svg_head(std::string_view title, std::span<const SvgLegend> legend) {
  constexpr double kSize = 13;
  constexpr double kBaseline = 78;
  constexpr double kTitleSize = 22;
  const std::string shown = fit_text(title, kTitleSize * kBoldFactor, kSvgWidth - 2 * kPageLeft);
  std::string text = svg_text(shown, {.x = kPageLeft, .y = 46, .size = kTitleSize, .bold = true});
  double x = kPageLeft;
  for (const SvgLegend& entry : legend) {
    text += entry.sign(x + entry.width / 2, kBaseline - 4.5) + "\n";
    x += entry.width + 8;
    text += svg_text(entry.text, {.x = x, .y = kBaseline, .size = kSize});
    x += text_width(entry.text, kSize) + 28;
  }
  return text;
}

namespace {

// As long as the page is wide, measured in the widest of the usual fonts.
std::vector<std::string> lines_of(const std::string& text, double size) {
  constexpr std::size_t kMost = 200;
  constexpr std::size_t kLeast = 60;
  for (std::size_t columns = kMost;; columns -= 10) {
    std::vector<std::string> lines = wrap(text, columns);
    const bool fits = std::all_of(lines.begin(), lines.end(), [&](const std::string& line) {
      return text_width(line, size) <= kSvgWidth - 2 * kPageLeft;
    });
    if (fits || columns <= kLeast) return lines;
  }
}

}  // namespace

SvgNotes svg_notes(std::span<const std::string> notes, double first_baseline) {
  constexpr double kSize = 12;
  constexpr double kLine = 18;
  SvgNotes result{.bottom = first_baseline};
  for (const std::string& note : notes) {
    for (const std::string& line : lines_of(printable(note), kSize)) {
      result.body +=
          svg_text(line, {.x = kPageLeft, .y = result.bottom, .size = kSize, .color = hue::kGray});
      result.bottom += kLine;
    }
  }
  result.bottom += 10;
  return result;
}

}  // namespace oms
