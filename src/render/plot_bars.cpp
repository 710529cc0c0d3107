#include "render/plot_bars.h"

#include <fmt/format.h>

#include <algorithm>

#include "oms/base/text.h"
#include "render/plot_scale.h"

namespace oms {
namespace {

std::string_view better_note(Better better) {
  if (better == Better::none) return "";
  return better == Better::higher ? ": higher is better" : ": lower is better";
}

}  // namespace

std::vector<const Bar*> placeable(const Bars& bars) {
  std::vector<const Bar*> drawn;
  for (const Bar& bar : bars.bars) {
    if (is_placeable(bar.value)) drawn.push_back(&bar);
  }
  return drawn;
}

bool any_closed(std::span<const Bar* const> bars) {
  return std::any_of(bars.begin(), bars.end(), [](const Bar* bar) { return bar->closed; });
}

BarScale bar_scale(std::span<const Bar* const> bars) {
  BarScale scale{0, 0};
  for (const Bar* bar : bars) {
    scale.low = std::min(scale.low, bar->value);
    scale.high = std::max(scale.high, bar->value);
  }
  if (scale.low == scale.high) scale.high = 1;  // all zero: no length at all
  return scale;
}

std::string bars_unit(const Bars& bars) {
  return printable(bars.unit) + std::string(better_note(bars.better));
}

std::vector<std::string> bars_notes(const Bars& bars) {
  std::vector<std::string> notes;
  for (const std::string& note : bars.notes) notes.push_back(printable(note));
  const std::size_t lost = bars.bars.size() - placeable(bars).size();
  if (lost > 0) notes.push_back(fmt::format("{} without a place on this scale", lost));
  return notes;
}

}  // namespace oms
