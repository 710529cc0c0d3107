// Exact decimals for prices and scores: a 64-bit count of billionths.
// Range about ±9.2e9 with nine decimals; prices are USD per 1M tokens.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "oms/base/result.h"

namespace oms {

__extension__ typedef __int128 Int128;  // sums and products of billionths, before rounding

struct Decimal {
  static constexpr std::int64_t kScale = 1'000'000'000;
  std::int64_t billionths = 0;

  friend constexpr auto operator<=>(Decimal, Decimal) = default;
};

// Plain ("0.25", "-1", ".5") or with an exponent ("1e-7"); no thousands separators.
// Errc::usage when it is not a number or out of range. Digits past the ninth decimal are rounded
// half away from zero.
Result<Decimal> parse_decimal(std::string_view text);
// Rounds to `digits` significant digits, half away from zero.
Decimal round_significant(Decimal value, int digits = 6);
// billionths / divisor, rounded half away from zero to the nearest billionth; divisor > 0.
Decimal divide(Int128 billionths, std::int64_t divisor);
// Shortest exact text: "0.25", "1391.4", "100".
std::string to_text(Decimal value);
// With at least two decimals, more where the value needs them: "0.10", "0.0028", "100.00".
std::string to_money(Decimal value);
double to_double(Decimal value);
constexpr Decimal decimal(std::int64_t whole) { return Decimal{whole * Decimal::kScale}; }

}  // namespace oms
