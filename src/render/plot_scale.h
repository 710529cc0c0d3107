// Axes: where a value stands between the two ends, and which round values are written beside it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "oms/model/field.h"

namespace oms {

struct Tick {
  double at = 0;  // 0 = first end of the axis, 1 = last
  std::string text = {};
};

struct Scale {
  bool logarithmic = false;
  bool falling = false;  // small values stand at the last end
  double low = 0;        // of what is measured: the value, or its decimal logarithm
  double high = 1;
  std::vector<Tick> ticks = {};

  double at(double value) const;
};

// Numbers that a picture can place: finite, not absurdly large, on a log axis above zero.
bool is_placeable(double value);
bool is_placeable_on_log(double value);

// A logarithmic axis over amounts of money, with at most `most` ticks: 1, 2, 5 of each decade, or
// decades, or every second one and so on; steps of equal size where it spans less than that.
Scale money_scale(std::span<const double> values, std::size_t most);
// A linear axis whose better end is the last one.
Scale quality_scale(std::span<const double> values, Better better, std::size_t most);

std::string money_text(double amount);   // "$0.005", "$0.50", "$2", "$20k"
std::string number_text(double number);  // "0.25", "1400", "20M"

}  // namespace oms
