#include "oms/base/decimal.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "oms/base/text.h"

namespace oms {
namespace {

constexpr int kDecimals = 9;
constexpr Int128 kMost = std::numeric_limits<std::int64_t>::max();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The symmetric range leaves the lowest 64-bit number free to stand for "unknown" in columns.
Decimal saturate(Int128 billionths) {
  return Decimal{static_cast<std::int64_t>(std::clamp(billionths, -kMost, kMost))};
}

Int128 divide_rounded(Int128 number, Int128 divisor) {
  const Int128 quotient = number / divisor;
  const Int128 rest = number % divisor;
  const Int128 distance = rest < 0 ? -rest : rest;
  if (distance < divisor - distance) return quotient;
  return number < 0 ? quotient - 1 : quotient + 1;
}

Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

// A number as it was typed: digits × 10^exponent.
struct Scanned {
  bool negative = false;
  Int128 digits = 0;
  int exponent = 0;
};

// 28 digits are nine more than a Decimal holds: the digits past them cannot change the rounding,
// which looks at one digit behind the last.
constexpr Int128 kFull = static_cast<Int128>(100'000'000'000'000) * 100'000'000'000'000;
constexpr int kFar = 100'000;  // any exponent beyond is out of range, or zero, whatever the digits

std::optional<int> scan_exponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  int exponent = 0;
  for (const char c : text) exponent = std::min(exponent * 10 + (c - '0'), kFar);
  return negative ? -exponent : exponent;
}

void take_digit(Scanned& number, char c, bool after_point) {
  if (number.digits < kFull) {
    number.digits = number.digits * 10 + (c - '0');
    number.exponent -= after_point ? 1 : 0;
  } else {
    number.exponent += after_point ? 0 : 1;
  }
}

std::optional<Scanned> scan(std::string_view text) {
  Scanned number;
  number.negative = text.starts_with('-');
  if (number.negative) text.remove_prefix(1);

  bool any_digit = false;
  bool after_point = false;
  for (; !text.empty(); text.remove_prefix(1)) {
    const char c = text.front();
    if (c == '.' && !after_point) {
      after_point = true;
    } else if (is_digit(c)) {
      take_digit(number, c, after_point);
      any_digit = true;
    } else {
      break;
    }
  }
  if (!any_digit) return std::nullopt;
  if (text.empty()) return number;

  if (fold(text.front()) != 'e') return std::nullopt;
  const std::optional<int> exponent = scan_exponent(text.substr(1));
  if (!exponent) return std::nullopt;
  number.exponent += *exponent;
  return number;
}

// Billionths of a scanned number, nullopt when out of range.
std::optional<std::int64_t> billionths_of(const Scanned& number) {
  const int shift = number.exponent + kDecimals;
  Int128 billionths = number.digits;
  if (shift < -kDecimals * 4) {
    billionths = 0;  // far less than half a billionth
  } else if (shift < 0) {
    billionths = divide_rounded(billionths, power_of_ten(-shift));
  }
  for (int i = 0; i < shift && billionths != 0 && billionths <= kMost; ++i) billionths *= 10;
  if (billionths > kMost) return std::nullopt;
  return static_cast<std::int64_t>(number.negative ? -billionths : billionths);
}

// Whole part, point and at least `least` decimals, without further trailing zeros.
std::string with_decimals(Decimal value, std::size_t least) {
  const bool negative = value.billionths < 0;
  const auto bits = static_cast<std::uint64_t>(value.billionths);
  const std::uint64_t magnitude = negative ? 0 - bits : bits;
  constexpr auto kScale = static_cast<std::uint64_t>(Decimal::kScale);

  std::string decimals = std::to_string(kScale + magnitude % kScale).substr(1);
  decimals.resize(std::max(least, decimals.find_last_not_of('0') + 1));  // npos + 1 is 0

  std::string text = negative ? "-" : "";
  text += std::to_string(magnitude / kScale);
  if (!decimals.empty()) text += '.' + decimals;
  return text;
}

}  // namespace

Result<Decimal> parse_decimal(std::string_view text) {
  const std::optional<Scanned> number = scan(text);
  if (!number) return Error{Errc::usage, "'" + printable(text) + "' is not a number"};
  const std::optional<std::int64_t> billionths = billionths_of(*number);
  if (!billionths) return Error{Errc::usage, "number '" + printable(text) + "' is out of range"};
  return Decimal{*billionths};
}

Decimal round_significant(Decimal value, int digits) {
  Int128 unit = 1;
  const Int128 billionths = value.billionths;
  const Int128 magnitude = billionths < 0 ? -billionths : billionths;
  for (Int128 bound = power_of_ten(std::clamp(digits, 1, 19)); magnitude >= bound; bound *= 10) {
    unit *= 10;
  }
  return saturate(divide_rounded(billionths, unit) * unit);
}

Decimal divide(Int128 billionths, std::int64_t divisor) {
  return saturate(divide_rounded(billionths, divisor));
}

std::string to_text(Decimal value) { return with_decimals(value, 0); }

std::string to_money(Decimal value) { return with_decimals(value, 2); }

double to_double(Decimal value) {
  return static_cast<double>(value.billionths) / static_cast<double>(Decimal::kScale);
}

}  // namespace oms
