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
std::string to_text(Date date);   // "2026-08-14"
std::string to_month(Date date);  // "2026-08"

}  // namespace oms
