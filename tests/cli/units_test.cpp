#include "cli/units.h"

#include "support/catch.h"

namespace oms {
namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

TEST_CASE("an age is told in minutes, then hours, from two days on in days", "[units]") {
  CHECK(age_text(0) == "0 min");
  CHECK(age_text(kHour - 1) == "59 min");
  CHECK(age_text(kHour) == "1 h");
  CHECK(age_text(2 * kDay - 1) == "47 h");
  CHECK(age_text(2 * kDay) == "2 d");
  CHECK(age_text(20 * kDay + kHour) == "20 d");
}

TEST_CASE("an age counts from a time to now, and the future is not old", "[units]") {
  CHECK(age_ms("1970-01-01T00:00:01Z", 5000) == 4000);
  CHECK(age_ms("1970-01-02T00:00:00Z", 5000) == 0);
  CHECK_FALSE(age_ms("", 5000));
  CHECK(age_days("1970-01-01T00:00:00Z", 2 * kDay - 1) == 1);
  CHECK_FALSE(age_days("", 5000));
  CHECK_FALSE(age_ms("yesterday", 5000));
}

TEST_CASE("a time is shown to the minute", "[units]") {
  CHECK(minute_text("2026-11-23T20:05:59Z") == "2026-11-23 20:05");
  CHECK(minute_text("2026-11-23") == "2026-11-23");
}

TEST_CASE("a size has one decimal place above bytes", "[units]") {
  CHECK(bytes_text(0) == "0 B");
  CHECK(bytes_text(999) == "999 B");
  CHECK(bytes_text(1000) == "1.0 kB");
  CHECK(bytes_text(41'234'567) == "41.2 MB");
  CHECK(bytes_text(999'960) == "1.0 MB");
  CHECK(bytes_text(3'000'000'000) == "3.0 GB");
}

TEST_CASE("a number of things is one or several", "[units]") {
  CHECK(counted(1, "page") == "1 page");
  CHECK(counted(0, "page") == "0 pages");
}

TEST_CASE("a duration is a whole number and a unit", "[units]") {
  CHECK(*parse_duration_ms("90m") == 90 * kMinute);
  CHECK(*parse_duration_ms("36h") == 36 * kHour);
  CHECK(*parse_duration_ms("14d") == 14 * kDay);
  CHECK(*parse_duration_ms("2w") == 14 * kDay);
  CHECK(*parse_duration_ms("1D") == kDay);
  CHECK(*parse_duration_ms("0m") == 0);
  CHECK(*parse_duration_ms("999999w") == 999'999 * 7 * kDay);
}

TEST_CASE("anything else is no duration", "[units]") {
  for (const char* text : {"", "d", "14", "14 d", "1.5h", "-1d", "+1d", "14x", "14dd", "d14",
                           "1000000d", "9223372036854775807w", "14d\n"}) {
    INFO(text);
    CHECK_FALSE(parse_duration_ms(text));
  }
  CHECK(parse_duration_ms("soon").error().code == Errc::usage);
}

}  // namespace
}  // namespace oms
