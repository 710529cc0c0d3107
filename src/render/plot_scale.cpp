#include "render/plot_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace oms {
namespace {

constexpr double kLargest = 1e15;
constexpr double kSmallest = 1e-15;    // above zero, on a log axis
constexpr double kMargin = 0.06;       // of the span, left free at an end
constexpr double kRoomOnTop = 0.12;    // at the better end, for labels of the frontier
constexpr double kRoomOnLeft = 0.18;   // at the cheap end, likewise
constexpr double kNarrowestLog = 0.6;  // decades: equal prices stand in the middle of a factor of 4

struct Ends {
  double low = 0;
  double high = 1;
};

Ends ends_of(std::span<const double> values) {
  if (values.empty()) return {};
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  return {*low, *high};
}

Ends widened(Ends ends, double low, double high) { return {ends.low - low, ends.high + high}; }

// The smallest of 1, 2, 5, 10, … that `least` does not exceed.
double round_step(double least) {
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  for (const double digit : {1.0, 2.0, 5.0}) {
    if (digit * power >= least * (1 - 1e-9)) return digit * power;
  }
  return 10 * power;
}

// Multiples of one step, at most `most` of them.
std::vector<double> even_values(Ends ends, std::size_t most) {
  const double step = round_step((ends.high - ends.low) / static_cast<double>(most));
  const double first = std::ceil(ends.low / step - 1e-9);
  const double last = std::floor(ends.high / step + 1e-9);
  std::vector<double> values;
  for (double i = first; i <= last && values.size() < most; ++i)
    values.push_back(i * step + 0.0);  // no -0
  return values;
}

// The digits in every `stride`th decade; `ends` are logarithms.
std::vector<double> decade_values(Ends ends, std::span<const double> digits, int stride) {
  std::vector<double> values;
  const int first = static_cast<int>(std::floor(ends.low));
  const int last = static_cast<int>(std::ceil(ends.high));
  for (int decade = first; decade <= last; ++decade) {
    if (decade % stride != 0) continue;
    for (const double digit : digits) {
      const double at = decade + std::log10(digit);
      if (at < ends.low || at > ends.high) continue;
      // Through the text, so that 0.1 is the number that prints as 0.1.
      values.push_back(std::stod(fmt::format("{}e{}", digit, decade)));
    }
  }
  return values;
}

std::vector<double> money_values(Ends ends, std::size_t most) {
  constexpr std::array kDigits = {1.0, 2.0, 5.0};
  constexpr std::array kOne = {1.0};
  std::vector<double> values = decade_values(ends, kDigits, 1);
  if (values.size() < 3) {
    // They crowd towards the dear end.
    return even_values({std::pow(10.0, ends.low), std::pow(10.0, ends.high)}, most / 2 + 1);
  }
  for (int stride = 1; values.size() > most; ++stride) values = decade_values(ends, kOne, stride);
  return values;
}

// Thousands become k, M, B, T, with as many digits as the number needs.
std::string scaled_text(double number) {
  constexpr std::array<std::string_view, 5> kUnits = {"", "k", "M", "B", "T"};
  std::size_t unit = 0;
  for (; std::abs(number) >= 1000 && unit + 1 < kUnits.size(); ++unit) number /= 1000;
  return fmt::format("{:.6g}{}", number, kUnits[unit]);
}

// Nine decimals, without the zeros behind the `least`th.
std::string decimals_text(double number, std::size_t least) {
  std::string text = fmt::format("{:.9f}", number);
  const std::size_t point = text.find('.');
  while (text.back() == '0' && text.size() > point + 1 + least) text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

bool is_placeable(double value) { return std::isfinite(value) && std::abs(value) <= kLargest; }

bool is_placeable_on_log(double value) { return is_placeable(value) && value >= kSmallest; }

double Scale::at(double value) const {
  const double measured = logarithmic ? std::log10(value) : value;
  const double share = (measured - low) / (high - low);
  return falling ? 1 - share : share;
}

std::string money_text(double amount) {
  if (amount < 1e-6) return fmt::format("${:.0e}", amount);
  if (amount >= 1000) return "$" + scaled_text(amount);
  return "$" + decimals_text(amount, amount == std::floor(amount) ? 0 : 2);
}

std::string number_text(double number) {
  const double size = std::abs(number);
  if (size >= 10'000) return scaled_text(number);
  if (size < 1e-6 && size > 0) return fmt::format("{:.0e}", number);
  return decimals_text(number, 0);
}

Scale money_scale(std::span<const double> values, std::size_t most) {
  Ends ends = ends_of(values);
  if (values.empty()) ends = {0.1, 10};
  ends = {std::log10(ends.low), std::log10(ends.high)};
  const double span = ends.high - ends.low;
  ends = widened(ends, kRoomOnLeft * span, kMargin * span);
  if (const double missing = kNarrowestLog - (ends.high - ends.low); missing > 0) {
    ends = widened(ends, missing / 2, missing / 2);
  }
  Scale scale{.logarithmic = true, .low = ends.low, .high = ends.high};
  for (const double value : money_values(ends, std::max<std::size_t>(most, 1))) {
    scale.ticks.push_back({scale.at(value), money_text(value)});
  }
  return scale;
}

Scale quality_scale(std::span<const double> values, Better better, std::size_t most) {
  Ends ends = ends_of(values);
  const double size = std::max(std::abs(ends.low), std::abs(ends.high));
  const double span = ends.high - ends.low;
  // Differences below what a double tells apart are none.
  if (span <= size * 1e-9) {
    const double margin = size > 0 ? size / 10 : 1;
    ends = widened(ends, margin, margin);
  } else {
    const double high = better == Better::lower ? kMargin : kRoomOnTop;
    const double low = better == Better::lower ? kRoomOnTop : kMargin;
    ends = widened(ends, low * span, high * span);
  }
  Scale scale{.falling = better == Better::lower, .low = ends.low, .high = ends.high};
  for (const double value : even_values(ends, std::max<std::size_t>(most, 1))) {
    scale.ticks.push_back({scale.at(value), number_text(value)});
  }
  return scale;
}

}  // namespace oms
