// Bars as an SVG document.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "oms/base/text.h"
#include "oms/render/plot.h"
#include "render/plot_bars.h"
#include "render/plot_marks.h"
#include "render/svg.h"
#include "render/svg_page.h"

namespace oms {
namespace {

constexpr double kRow = 26;  // from bar to bar
constexpr double kThick = 18;
constexpr double kSize = 13;
constexpr double kRight = kSvgWidth - 36;
constexpr std::size_t kLongestLabel = 48;

// Stripes set closed models apart without color.
constexpr std::string_view kStripes =
    R"(<defs><pattern id="oms-closed" width="6" height="6" patternUnits="userSpaceOnUse" )"
    R"svg(patternTransform="rotate(45)"><rect width="6" height="6" fill="#FFFFFF"/>)svg"
    R"(<rect width="3.5" height="6" fill="#D55E00"/></pattern></defs>)"
    "\n";

std::string bar_shape(double x, double y, double width, double height, bool closed) {
  return fmt::format(
      R"(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}" stroke="{}"/>)", x, y,
      width, height, closed ? std::string_view("url(#oms-closed)") : hue::kOpen,
      closed ? hue::kClosed : hue::kOpen);
}

std::string label_of(const Bar& bar) {
  return shorten(printable(bar.label), kLongestLabel, Cut::middle, "…");
}

// Where the columns of names, bars and values stand.
struct Columns {
  double left = 0;
  double width = 0;

  double at(const BarScale& scale, double value) const { return left + scale.at(value) * width; }
};

Columns columns_of(std::span<const Bar* const> bars) {
  double label = 0;
  double figure = 0;
  for (const Bar* bar : bars) {
    label = std::max(label, text_width(label_of(*bar), kSize));
    figure = std::max(figure, text_width(printable(bar->figure), kSize));
  }
  const double left = kPageLeft + label + 12;
  return {left, std::max(kRight - figure - 10 - left, 100.0)};
}

std::string row(const Bar& bar, double top, const BarScale& scale, const Columns& columns) {
  const double zero = columns.at(scale, 0);
  const double end = columns.at(scale, bar.value);
  const double baseline = top + kThick / 2 + 4.5;
  const std::string tooltip = markup_text(bar.label) + ": " + markup_text(bar.figure);
  std::string text = "<g><title>" + tooltip + "</title>\n";
  text += svg_text(label_of(bar), {.x = columns.left - 10, .y = baseline, .anchor = Anchor::end});
  if (bar.value != 0) {
    // One pixel at least: something is not nothing.
    text += bar_shape(std::min(zero, end), top, std::max(std::abs(end - zero), 1.0), kThick,
                      bar.closed) +
            "\n";
  }
  text += svg_text(bar.figure, {.x = std::max(zero, end) + 7, .y = baseline, .color = hue::kGray});
  return text + "</g>\n";
}

// Only where there is something to tell apart.
std::vector<SvgLegend> legend(std::span<const Bar* const> bars) {
  if (!any_closed(bars)) return {};
  std::vector<SvgLegend> entries;
  for (const bool closed : {false, true}) {
    const auto sign = [closed](double x, double y) {
      return bar_shape(x - 7, y - 7, 14, 13, closed);
    };
    entries.push_back({14, sign, closed ? "closed model" : "open model"});
  }
  return entries;
}

}  // namespace

std::string bars_svg(const Bars& bars) {
  const std::vector<const Bar*> drawn = placeable(bars);
  const BarScale scale = bar_scale(drawn);
  const Columns columns = columns_of(drawn);
  const std::vector<SvgLegend> signs = legend(drawn);
  const double top = signs.empty() ? 98 : 132;
  const double bottom = top + kRow * static_cast<double>(std::max<std::size_t>(drawn.size(), 1));
  std::string body = std::string(kStripes) + svg_head(bars.title, signs);
  body += svg_text(fit_text(bars_unit(bars), 14 * kBoldFactor, 1000),
                   {.x = kPageLeft, .y = top - 18, .size = 14, .bold = true});
  double y = top;
  for (const Bar* bar : drawn) {
    body += row(*bar, y, scale, columns);
    y += kRow;
  }
  const double zero = columns.at(scale, 0);
  if (drawn.empty()) {
    body += svg_text(kNothing, {.x = kPageLeft, .y = top + 16, .color = hue::kGray});
  } else {
    body += svg_line(zero, top - 5, zero, bottom - 3, hue::kLine);
  }
  const SvgNotes notes = svg_notes(bars_notes(bars), bottom + 30);
  body += notes.body;
  const std::string about = fmt::format("{} bars, {}.", drawn.size(), bars_unit(bars));
  return svg_document(notes.bottom, bars.title, about, body);
}

}  // namespace oms
