#include "cli/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "oms/base/date.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr std::int64_t kDayMs = 24 * kHourMs;
constexpr std::int64_t kMostHours = 48;  // from here on days say enough

struct Unit {
  char letter = 0;
  std::int64_t ms = 0;
};
constexpr std::array kUnits = {Unit{'m', kMinuteMs}, Unit{'h', kHourMs}, Unit{'d', kDayMs},
                               Unit{'w', 7 * kDayMs}};
constexpr std::size_t kMostDigits = 6;  // 999999 weeks fit into milliseconds with room to spare

}  // namespace

std::optional<std::int64_t> age_ms(std::string_view time, std::int64_t now_ms) {
  const auto then = parse_time_ms(time);
  if (!then) return std::nullopt;
  return std::max<std::int64_t>(0, now_ms - *then);
}

std::optional<std::int64_t> age_days(std::string_view time, std::int64_t now_ms) {
  const auto age = age_ms(time, now_ms);
  if (!age) return std::nullopt;
  return *age / kDayMs;
}

std::string age_text(std::int64_t ms) {
  if (ms < kHourMs) return fmt::format("{} min", ms / kMinuteMs);
  if (ms < kMostHours * kHourMs) return fmt::format("{} h", ms / kHourMs);
  return fmt::format("{} d", ms / kDayMs);
}

std::string minute_text(std::string_view time) {
  constexpr std::size_t kMinutes = 16;  // where they end
  std::string text(time.substr(0, kMinutes));
  std::replace(text.begin(), text.end(), 'T', ' ');
  return text;
}

std::string bytes_text(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 5> kNames = {"kB", "MB", "GB", "TB", "PB"};
  constexpr double kStep = 1000;
  if (bytes < 1000) return fmt::format("{} B", bytes);
  double size = static_cast<double>(bytes) / kStep;
  std::size_t unit = 0;
  while (size >= 999.95 && unit + 1 < kNames.size()) {  // would be printed as 1000.0
    size /= kStep;
    ++unit;
  }
  return fmt::format("{:.1f} {}", size, kNames[unit]);
}

std::string grouped(std::int64_t number) {
  constexpr std::size_t kGroup = 3;
  std::string digits = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + kGroup;) {
    at -= kGroup;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

Result<std::int64_t> parse_duration_ms(std::string_view text) {
  const Error wrong{Errc::usage,
                    "'" + printable(text) + "' is no duration; it is a whole number of minutes, " +
                        "hours, days or weeks: 90m, 36h, 14d, 2w",
                    ""};
  if (text.size() < 2 || text.size() > kMostDigits + 1) return wrong;
  const char letter = fold(text.back());
  const auto* unit = std::find_if(kUnits.begin(), kUnits.end(),
                                  [&](const Unit& row) { return row.letter == letter; });
  std::int64_t number = 0;
  const char* end = text.data() + text.size() - 1;
  const auto read = std::from_chars(text.data(), end, number);
  const bool whole = read.ec == std::errc{} && read.ptr == end && text.front() != '-';
  if (unit == kUnits.end() || !whole) return wrong;
  return number * unit->ms;
}

Result<std::size_t> parse_count(std::string_view flag, std::string_view what,
                                std::string_view text) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error == std::errc{} && end == text.data() + text.size()) return count;
  return Error{
      Errc::usage,
      fmt::format("{} takes a number of {}, 0 for all, not '{}'", flag, what, printable(text)), ""};
}

}  // namespace oms
