#include "render/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "oms/base/text.h"
#include "oms/render/render.h"

namespace oms {
namespace {

// Hundredths of the size for ' ' to '~', as DejaVu Sans has them, the widest of the usual fonts.
constexpr std::array<std::uint8_t, 95> kWidths = {
    32, 41, 46, 84, 64, 96, 78, 28, 40,  40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69,  62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64,
    64, 28, 28, 58, 28, 98, 64, 62, 64,  64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84};
constexpr int kOther = 105;  // of any other character, as wide as the widest

constexpr std::string_view kFonts =
    "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

std::string_view anchor_word(Anchor anchor) {
  if (anchor == Anchor::start) return "start";
  return anchor == Anchor::middle ? "middle" : "end";
}

}  // namespace

double text_width(std::string_view text, double size) {
  int hundredths = 0;
  for (const char c : text) {
    if (c >= ' ' && c <= '~') {
      hundredths += kWidths[static_cast<std::size_t>(c - ' ')];
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {  // not within a character
      hundredths += kOther;
    }
  }
  return hundredths * size / 100;
}

std::string fit_text(std::string_view text, double size, double width) {
  constexpr std::size_t kMost = 400;  // columns; no usual font has more in a line of the page
  const std::string safe = printable(text);
  std::size_t columns = std::min(display_width(safe), kMost);
  std::string fitting = shorten(safe, columns, Cut::end, "…");
  while (columns > 1 && text_width(fitting, size) > width) {
    fitting = shorten(safe, --columns, Cut::end, "…");
  }
  return fitting;
}

std::string svg_text(std::string_view text, const SvgText& look) {
  return fmt::format(
      R"(<text x="{:.1f}" y="{:.1f}" font-size="{:.0f}" fill="{}" text-anchor="{}"{}>{}</text>)"
      "\n",
      look.x, look.y, look.size, look.color, anchor_word(look.anchor),
      look.bold ? R"( font-weight="bold")" : "", markup_text(text));
}

std::string svg_line(double x1, double y1, double x2, double y2, std::string_view color,
                     double width) {
  return fmt::format(R"(<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="{}" )"
                     R"(stroke-width="{:.1f}"/>)"
                     "\n",
                     x1, y1, x2, y2, color, width);
}

std::string svg_mark(double x, double y, bool closed, Fill fill) {
  const std::string_view color = closed ? hue::kClosed : hue::kOpen;
  const std::string paint =
      fmt::format(R"(fill="{}" stroke="{}" stroke-width="1.8")",
                  fill == Fill::full ? color : std::string_view("#FFFFFF"), color);
  if (!closed) return fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="5" {}/>)", x, y, paint);
  constexpr double kReach = 6.5;  // looks as large as the disk
  return fmt::format(R"(<path d="M{:.1f} {:.1f}L{:.1f} {:.1f}L{:.1f} {:.1f}L{:.1f} {:.1f}Z" {}/>)",
                     x, y - kReach, x + kReach, y, x, y + kReach, x - kReach, y, paint);
}

std::string svg_document(double height, std::string_view title, std::string_view description,
                         std::string_view body) {
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1:.0f}" width="{0}" )"
      R"(height="{1:.0f}" role="img" font-family="{2}">)"
      "\n<title>{3}</title>\n<desc>{4}</desc>\n"
      R"(<rect width="{0}" height="{1:.0f}" fill="#FFFFFF"/>)"
      "\n{5}</svg>\n",
      kSvgWidth, height, kFonts, markup_text(title), markup_text(description), body);
}

}  // namespace oms
