#include "query/operand.h"

#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "oms/base/date.h"
#include "oms/base/decimal.h"
#include "oms/base/text.h"
#include "query/condition_errors.h"

namespace oms {
namespace {

struct Suffix {
  char letter = 0;
  std::int64_t factor = 1;
};
constexpr Suffix kSuffixes[] = {
    {'k', 1'000}, {'m', 1'000'000}, {'b', 1'000'000'000}, {'t', 1'000'000'000'000}};
constexpr Suffix kByteSuffixes[] = {
    {'k', 1'000}, {'m', 1'000'000}, {'g', 1'000'000'000}, {'t', 1'000'000'000'000}};

// Takes the suffix off the end of a number and returns what it multiplies by. In a number of bytes
// a B is the unit, "16GB", and may be left out.
std::int64_t take_suffix(const Field& field, std::string_view& text) {
  const bool bytes = field.show == Show::bytes;
  if (bytes && !text.empty() && fold(text.back()) == 'b') text.remove_suffix(1);
  for (const Suffix& suffix : std::span(bytes ? kByteSuffixes : kSuffixes)) {
    if (text.empty() || fold(text.back()) != suffix.letter) continue;
    text.remove_suffix(1);
    return suffix.factor;
  }
  return 1;
}

// Digits with at most one point: mantissa / 10^places. Nothing when it is not that or too long.
struct Digits {
  std::int64_t mantissa = 0;
  std::int64_t divisor = 1;
};
std::optional<Digits> parse_digits(std::string_view text) {
  const std::size_t point = text.find('.');
  std::string digits(text.substr(0, point));
  Digits result;
  if (point != std::string_view::npos) {
    const std::string_view fraction = text.substr(point + 1);
    if (fraction.empty() || fraction.size() > 18) return std::nullopt;  // 10^18 fits 64 bits
    digits += fraction;
    for (std::size_t i = 0; i < fraction.size(); ++i) result.divisor *= 10;
  }
  if (digits.empty()) return std::nullopt;
  for (const char c : digits) {
    if (c < '0' || c > '9' || __builtin_mul_overflow(result.mantissa, 10, &result.mantissa) ||
        __builtin_add_overflow(result.mantissa, c - '0', &result.mantissa))
      return std::nullopt;
  }
  return result;
}

// mantissa * factor / divisor where that is exact and fits.
std::optional<std::int64_t> scaled(Digits digits, std::int64_t factor) {
  const std::int64_t by_mantissa = std::gcd(digits.mantissa, digits.divisor);
  const std::int64_t rest = digits.divisor / by_mantissa;
  if (factor % rest != 0) return std::nullopt;
  std::int64_t result = 0;
  if (__builtin_mul_overflow(digits.mantissa / by_mantissa, factor / rest, &result))
    return std::nullopt;
  return result;
}

// First and last value that a number stands for, in units of the field's column.
using Range = std::pair<std::int64_t, std::int64_t>;

// Context lengths are powers of two or round thousands, and both are called 128k: the number
// stands for 128,000 to 131,072.
std::int64_t binary_factor(std::int64_t factor) {
  if (factor == 1'000) return 1'024;
  return factor == 1'000'000 ? 1'048'576 : factor;
}

// "7B", "1.5M", "-3"; of bytes "16GB".
Result<Range> parse_number(const Field& field, std::string_view text) {
  const bool is_decimal = field.kind == Kind::decimal;
  if (is_decimal) {
    if (const auto plain = parse_decimal(text)) {
      return Range{plain->billionths, plain->billionths};
    }
  }
  std::string_view rest = text;
  const bool negative = rest.starts_with('-');
  if (negative || rest.starts_with('+')) rest.remove_prefix(1);
  std::int64_t factor = take_suffix(field, rest);
  const auto digits = parse_digits(rest);
  if (!digits) return wrong_value(field, text);
  if (is_decimal && __builtin_mul_overflow(factor, Decimal::kScale, &factor))
    return usage(std::string(field.name) + ": " + quoted(text) + " is out of range");
  const auto value = scaled(*digits, factor);
  if (!value)
    return usage(std::string(field.name) + " takes a whole number (" + std::string(field.unit) +
                 ") within range, not " + quoted(text));
  if (negative) return Range{-*value, -*value};
  const bool binary = field.show == Show::tokens;
  return Range{*value, binary ? scaled(*digits, binary_factor(factor)).value_or(*value) : *value};
}

// First and last day of "2025", "2025-06" or "2025-06-01".
Result<std::pair<Date, Date>> parse_period(const Field& field, std::string_view text) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  constexpr std::size_t kDay = 10;
  const auto first = parse_date(text);
  if (!first || text.size() > kDay) return wrong_value(field, text);
  if (text.size() == kYear) return std::pair{*first, *parse_date(std::string(text) + "-12-31")};
  if (text.size() == kMonth) {
    Date last = *first;
    while (to_month({last.days + 1}) == to_month(*first)) ++last.days;
    return std::pair{*first, last};
  }
  return std::pair{*first, *first};
}

}  // namespace

Result<Operand> parse_operand(const Field& field, std::string_view text) {
  Operand operand;
  switch (field.kind) {
    case Kind::integer:
    case Kind::decimal: {
      const auto number = parse_number(field, text);
      if (!number) return number.error();
      operand.number = number->first;
      operand.number_last = number->second;
      return operand;
    }
    case Kind::date: {
      const auto period = parse_period(field, text);
      if (!period) return period.error();
      operand.number = period->first.days;
      operand.number_last = period->second.days;
      return operand;
    }
    case Kind::choice:
      for (std::size_t i = 0; i < field.words.size(); ++i) {
        if (equal_folded(field.words[i], text)) operand.code = static_cast<std::uint8_t>(i + 1);
      }
      if (operand.code == 0) return wrong_value(field, text);
      return operand;
    case Kind::flag:
      if (equal_folded(text, "yes") || equal_folded(text, "true")) operand.code = 2;
      if (equal_folded(text, "no") || equal_folded(text, "false")) operand.code = 1;
      if (operand.code == 0) return wrong_value(field, text);
      return operand;
    default:
      operand.text = fold(text);
      return operand;
  }
}

}  // namespace oms
