#include "oms/base/date.h"

#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("a date counts the days since 1970", "[base]") {
  CHECK(parse_date("1970-01-01") == Date{0});
  CHECK(parse_date("2026-08-14") == Date{20679});
  CHECK(parse_date("1969-12-31") == Date{-1});
}

TEST_CASE("a timestamp counts as its day", "[base]") {
  CHECK(parse_date("2026-08-14T23:59:59.000Z") == parse_date("2026-08-14"));
  CHECK(parse_date("2026-08-14 10:00") == parse_date("2026-08-14"));
}

TEST_CASE("a month or a year alone means its first day", "[base]") {
  CHECK(parse_date("2026-08") == parse_date("2026-08-01"));
  CHECK(parse_date("2026") == parse_date("2026-01-01"));
}

TEST_CASE("a day that no calendar has is no date", "[base]") {
  CHECK(parse_date("2024-02-29"));
  CHECK_FALSE(parse_date("2023-02-29"));
  CHECK_FALSE(parse_date("2026-13-01"));
  CHECK_FALSE(parse_date("2026-00-10"));
  CHECK_FALSE(parse_date("2026-04-31"));
  CHECK_FALSE(parse_date("2026-04-00"));
}

TEST_CASE("text that only resembles a date is no date", "[base]") {
  for (const char* text : {"", "20", "202a", "2026-", "2026-8", "2026-8-14", "2026/08/14",
                           "2026-08-1", "2026-08-14x", "2026-08-141", " 2026-08-14", "-2026"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("a time counts the milliseconds since 1970", "[base]") {
  CHECK(parse_time_ms("1970-01-01T00:00:01Z") == 1000);
  CHECK(parse_time_ms("2026-08-14T23:59:59Z") == std::int64_t{20680} * 86'400'000 - 1000);
  CHECK(parse_time_ms("2026-08-14T10:00:00.123Z") == parse_time_ms("2026-08-14 10:00:00"));
}

TEST_CASE("a time without seconds and a date without a time are their first moment", "[base]") {
  CHECK(parse_time_ms("2026-08-14") == std::int64_t{20679} * 86'400'000);
  CHECK(parse_time_ms("2026-08-14T10:00Z") == parse_time_ms("2026-08-14T10:00:00Z"));
  CHECK(parse_time_ms("2026-08") == parse_time_ms("2026-08-01"));
}

TEST_CASE("a time that no clock shows is none", "[base]") {
  for (const char* text : {"", "2026-08-32T00:00:00Z", "2026-08-14T", "2026-08-14T10:0",
                           "2026-08-14T24:00:00Z", "2026-08-14T10:60:00Z", "2026-08-14T10:00:61Z",
                           "2026-08-14T1:000:00Z", "2026-08-14T-1:00:00Z"}) {
    INFO(text);
    CHECK_FALSE(parse_time_ms(text));
  }
}

TEST_CASE("a date prints in ISO form", "[base]") {
  CHECK(to_text(Date{20679}) == "2026-08-14");
  CHECK(to_text(Date{0}) == "1970-01-01");
  CHECK(to_text(*parse_date("0999-02-03")) == "0999-02-03");
}

TEST_CASE("a month prints without its day", "[base]") { CHECK(to_month(Date{20679}) == "2026-08"); }

TEST_CASE("printing a parsed date gives the same text for every day of four centuries", "[base]") {
  for (std::int32_t days = parse_date("1800-01-01")->days; days <= 84006; ++days) {
    const Date date{days};
    if (parse_date(to_text(date)) != date) FAIL(to_text(date));
  }
}

TEST_CASE("a moment is told to the second, in UTC", "[base]") {
  CHECK(timestamp(0) == "1970-01-01T00:00:00Z");
  CHECK(timestamp(1'795'000'000'999) == "2026-11-18T11:06:40Z");
}

}  // namespace
}  // namespace oms
