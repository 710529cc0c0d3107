// Calendar dates (UTC) as days since 1970-01-01.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace oms {

struct Date {
  std::int32_t days = 0;

  friend constexpr auto operator<=>(Date, Date) = default;
};

// "2026-08-14" or a timestamp that starts so; also "2026-08" and "2026" (first day).
std::optional<Date> parse_date(std::string_view text);
// Milliseconds since 1970-01-01 UTC of "2026-08-14T23:59:59Z", with or without seconds; of a date
// alone its first moment. What stands behind the time is ignored.
std::optional<std::int64_t> parse_time_ms(std::string_view text);
std::string to_text(Date date);   // "2026-08-14"
std::string to_month(Date date);  // "2026-08"
// A moment in milliseconds since 1970-01-01 UTC: "2026-11-23T20:00:00Z". Text order is time order.
std::string timestamp(std::int64_t ms);

}  // namespace oms
