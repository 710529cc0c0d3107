// Ages, durations and sizes as people read and write them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "oms/base/result.h"

namespace oms {

// How long ago a time such as "2026-11-23T20:00:00Z" was, 0 for one in the future; nothing when it
// is no time.
std::optional<std::int64_t> age_ms(std::string_view time, std::int64_t now_ms);
// The same in whole days.
std::optional<std::int64_t> age_days(std::string_view time, std::int64_t now_ms);
std::string age_text(std::int64_t ms);                           // "12 min", "30 h", "20 d"
std::string minute_text(std::string_view time);                  // "2026-11-23 20:00"
std::string bytes_text(std::uint64_t bytes);                     // "999 B", "41.2 MB"
std::string grouped(std::int64_t number);                        // "2,000,000"
std::string counted(std::size_t number, std::string_view noun);  // "1 page", "2 pages"

// "90m", "36h", "14d", "2w". Errc::usage with the forms that there are.
Result<std::int64_t> parse_duration_ms(std::string_view text);

// A whole number where 0 means all. Errc::usage names the flag and what it counts.
Result<std::size_t> parse_count(std::string_view flag, std::string_view what,
                                std::string_view text);

}  // namespace oms
