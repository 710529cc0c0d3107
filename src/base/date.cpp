#include "oms/base/date.h"

#include <chrono>

#include <fmt/format.h>

namespace oms {
namespace {

namespace chrono = std::chrono;

// Exactly `count` digits at the start of `text`; -1 when there are fewer.
int leading_digits(std::string_view text, std::size_t count) {
  if (text.size() < count) return -1;
  int number = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

// "-NN" at the start of `text`; -1 when it is something else.
int leading_part(std::string_view text) {
  return text.starts_with('-') ? leading_digits(text.substr(1), 2) : -1;
}

chrono::year_month_day civil(Date date) { return chrono::sys_days{chrono::days{date.days}}; }

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  constexpr std::size_t kYear = 4, kMonth = 7, kDay = 10;  // where each form ends
  const int year = leading_digits(text, 4);
  const bool has_month = text.size() > kYear;
  const bool has_day = text.size() > kMonth;
  const int month = has_month ? leading_part(text.substr(kYear)) : 1;
  const int day = has_day ? leading_part(text.substr(kMonth)) : 1;
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const bool has_time = text.size() > kDay;
  if (has_time && text[kDay] != 'T' && text[kDay] != ' ') return std::nullopt;

  const chrono::year_month_day parsed{chrono::year{year},
                                      chrono::month{static_cast<unsigned>(month)},
                                      chrono::day{static_cast<unsigned>(day)}};
  if (!parsed.ok()) return std::nullopt;
  const auto days = chrono::sys_days{parsed}.time_since_epoch().count();
  return Date{static_cast<std::int32_t>(days)};
}

std::optional<std::int64_t> parse_time_ms(std::string_view text) {
  constexpr std::size_t kTime = 11;  // where the time of day begins
  constexpr std::int64_t kDayMs = 86'400'000;
  const auto date = parse_date(text);
  if (!date) return std::nullopt;
  const std::int64_t midnight = date->days * kDayMs;
  if (text.size() < kTime) return midnight;
  const std::string_view time = text.substr(kTime);
  if (time.size() < 5 || time[2] != ':') return std::nullopt;
  const bool has_seconds = time.size() > 5 && time[5] == ':';
  const int hours = leading_digits(time, 2);
  const int minutes = leading_digits(time.substr(3), 2);
  const int seconds = has_seconds ? leading_digits(time.substr(6), 2) : 0;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  if (seconds < 0 || seconds > 60) return std::nullopt;  // 60: a leap second
  return midnight + (hours * 3600 + minutes * 60 + seconds) * std::int64_t{1000};
}

std::string to_text(Date date) {
  const auto ymd = civil(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

std::string to_month(Date date) {
  const auto ymd = civil(date);
  return fmt::format("{:04}-{:02}", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()));
}

std::string timestamp(std::int64_t ms) {
  const std::int64_t seconds = ms / 1000;
  const std::int64_t in_day = seconds % 86'400;
  return fmt::format("{}T{:02}:{:02}:{:02}Z",
                     to_text(Date{static_cast<std::int32_t>(seconds / 86'400)}), in_day / 3600,
                     in_day / 60 % 60, in_day % 60);
}

}  // namespace oms
