// Bars as lines of text: name, bar, value.
#include <algorithm>
#include <cmath>

#include "oms/base/text.h"
#include "oms/render/plot.h"
#include "render/plot_bars.h"
#include "render/plot_marks.h"
#include "render/text_canvas.h"
#include "render/text_legend.h"

namespace oms {
namespace {

struct BarSigns {
  std::string_view open = {};
  std::string_view closed = {};
  std::string_view sliver = {};  // a bar that is more than nothing and less than half a cell
  std::string_view ellipsis = {};
};
constexpr BarSigns kUnicode = {"█", "▒", "▏", "…"};
constexpr BarSigns kAscii = {"#", "=", "|", "..."};

struct Columns {
  std::size_t width = 0;
  std::size_t label = 0;
  int left = 0;  // where the scale begins
  int bars = 0;  // columns of the scale
};

Columns columns_of(std::span<const Bar* const> bars, std::size_t width) {
  constexpr std::size_t kLeastBars = 10;
  constexpr std::size_t kLeastLabel = 12;
  std::size_t label = 0;
  std::size_t figure = 0;
  for (const Bar* bar : bars) {
    label = std::max(label, display_width(printable(bar->label)));
    figure = std::max(figure, display_width(printable(bar->figure)));
  }
  const std::size_t fixed = figure + 2 + kLeastBars;
  label = std::min(label, std::max(width > fixed ? width - fixed : 0, kLeastLabel));
  label = std::min(label, std::max(width / 2, kLeastLabel));
  const std::size_t others = label + figure + 2;
  return {width, label, static_cast<int>(label) + 1,
          static_cast<int>(width > others ? width - others : 1)};
}

std::string repeated(std::string_view sign, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += sign;
  return text;
}

std::string bar_line(const Bar& bar, const BarScale& scale, const Columns& columns,
                     const BarSigns& signs, bool color) {
  const auto column = [&](double value) {
    return static_cast<int>(std::lround(scale.at(value) * columns.bars));
  };
  const int zero = column(0);
  const int end = column(bar.value);
  const int cells = std::abs(end - zero);
  const std::string_view hue = bar.closed ? ink::kClosed : ink::kOpen;
  TextCanvas canvas(static_cast<int>(columns.width), 1);
  canvas.put(0, 0, shorten(printable(bar.label), columns.label, Cut::middle, signs.ellipsis));
  const std::string_view sign = bar.closed ? signs.closed : signs.open;
  canvas.put(columns.left + std::min(zero, end), 0, repeated(sign, cells), hue);
  const bool sliver = cells == 0 && bar.value != 0;
  const int before = sliver && bar.value < 0 && zero > 0 ? 1 : 0;
  if (sliver) canvas.put(columns.left + zero - before, 0, signs.sliver, hue);
  const int behind = std::max({zero, end, sliver ? zero + 1 - before : 0});
  canvas.put(columns.left + behind + 1, 0, printable(bar.figure));
  return canvas.line(0, color);
}

// Only where there is something to tell apart.
std::vector<LegendEntry> entries(std::span<const Bar* const> bars, const BarSigns& signs) {
  if (!any_closed(bars)) return {};
  return {{signs.open, ink::kOpen, "open"}, {signs.closed, ink::kClosed, "closed"}};
}

}  // namespace

std::string bars_text(const Bars& bars, const Style& style) {
  const BarSigns& signs = style.unicode ? kUnicode : kAscii;
  const std::size_t width = plot_width(style);
  std::string text;
  const auto add = [&](const std::string& line, std::string_view color) {
    text += colored(shorten(line, width, Cut::end, signs.ellipsis), color, style.color) + "\n";
  };
  add(printable(bars.title), ink::kStrong);
  add(bars_unit(bars), ink::kFaint);
  const std::vector<const Bar*> drawn = placeable(bars);
  if (drawn.empty()) add("  " + std::string(kNothing), {});
  const BarScale scale = bar_scale(drawn);
  const Columns columns = columns_of(drawn, width);
  for (const Bar* bar : drawn) text += bar_line(*bar, scale, columns, signs, style.color) + "\n";
  for (const std::string& line : legend_lines(entries(drawn, signs), width, style.color)) {
    text += line + "\n";
  }
  for (const std::string& note : bars_notes(bars)) {
    for (const std::string& line : wrap(note, width)) add(line, ink::kFaint);
  }
  return text;
}

}  // namespace oms
