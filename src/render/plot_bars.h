// What both renderings of bars share.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "oms/render/plot.h"

namespace oms {

// From the smallest value to the largest, zero always among them.
struct BarScale {
  double low = 0;
  double high = 1;

  double at(double value) const { return (value - low) / (high - low); }  // 0 to 1
};

// The bars that have a length, in their order.
std::vector<const Bar*> placeable(const Bars& bars);
bool any_closed(std::span<const Bar* const> bars);
BarScale bar_scale(std::span<const Bar* const> bars);

std::string bars_unit(const Bars& bars);  // with the direction
std::vector<std::string> bars_notes(const Bars& bars);

}  // namespace oms
