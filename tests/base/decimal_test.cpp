#include "oms/base/decimal.h"

#include <limits>

#include "support/catch.h"

namespace oms {
namespace {

Decimal number(std::string_view text) {
  const Result<Decimal> parsed = parse_decimal(text);
  INFO(text);
  REQUIRE(parsed);
  return *parsed;
}

std::string error(std::string_view text) {
  const Result<Decimal> parsed = parse_decimal(text);
  INFO(text);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().code == Errc::usage);
  return parsed.error().what;
}

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

TEST_CASE("a plain decimal is read exactly", "[base]") {
  CHECK(number("0.25").billionths == 250'000'000);
  CHECK(number("-1").billionths == -1'000'000'000);
  CHECK(number(".5").billionths == 500'000'000);
  CHECK(number("5.").billionths == 5'000'000'000);
  CHECK(number("0.1").billionths == 100'000'000);
  CHECK(number("00012.50").billionths == 12'500'000'000);
  CHECK(number("-0").billionths == 0);
}

TEST_CASE("an exponent shifts the point", "[base]") {
  CHECK(number("1e-7").billionths == 100);
  CHECK(number("2.5E3") == decimal(2500));
  CHECK(number("1e+2") == decimal(100));
  CHECK(number("0.00000000000000000001e20") == decimal(1));
  CHECK(number("100000000000000000000000000000000000000000e-40") == decimal(10));
}

TEST_CASE("digits past the ninth decimal are rounded half away from zero", "[base]") {
  CHECK(number("0.0000000005").billionths == 1);
  CHECK(number("-0.0000000005").billionths == -1);
  CHECK(number("0.00000000049999999999999999999999999999999").billionths == 0);
  CHECK(number("0.1234567894999").billionths == 123'456'789);
  CHECK(number("0.1234567895").billionths == 123'456'790);
  CHECK(number("1e-400").billionths == 0);
  CHECK(number("1e-99999999999999999999").billionths == 0);
}

TEST_CASE("the range ends at the largest 64-bit count of billionths on both sides", "[base]") {
  CHECK(number("9223372036.854775807").billionths == kMost);
  CHECK(number("-9223372036.854775807").billionths == -kMost);
  CHECK(error("9223372036.854775808") == "number '9223372036.854775808' is out of range");
  CHECK(error("-9223372036.854775808") == "number '-9223372036.854775808' is out of range");
  CHECK(error("1e10") == "number '1e10' is out of range");
  CHECK(error("1e99999999999999999999") == "number '1e99999999999999999999' is out of range");
  CHECK(number("0e99999999999999999999").billionths == 0);
}

TEST_CASE("what is not a number is an error that quotes it", "[base]") {
  CHECK(error("cheap") == "'cheap' is not a number");
  for (const char* text : {"", "-", ".", "-.", "+1", "1,000", "1 ", " 1", "1e", "1e-", "1e1.5",
                           "1.2.3", "0x10", "nan", "inf", "1_000", "--1", "1f"}) {
    CHECK(error(text) == "'" + std::string(text) + "' is not a number");
  }
}

TEST_CASE("an error about a number never repeats an escape sequence", "[base]") {
  CHECK(error("\x1b[31m") == "'\uFFFD[31m' is not a number");
}

TEST_CASE("a decimal prints as its shortest exact text", "[base]") {
  CHECK(to_text(number("0.25")) == "0.25");
  CHECK(to_text(number("1391.40")) == "1391.4");
  CHECK(to_text(number("100")) == "100");
  CHECK(to_text(number("-0.5")) == "-0.5");
  CHECK(to_text(Decimal{1}) == "0.000000001");
  CHECK(to_text(Decimal{}) == "0");
  CHECK(to_text(Decimal{std::numeric_limits<std::int64_t>::min()}) == "-9223372036.854775808");
}

TEST_CASE("money keeps two decimals and as many more as the value needs", "[base]") {
  CHECK(to_money(number("0.1")) == "0.10");
  CHECK(to_money(number("0.0028")) == "0.0028");
  CHECK(to_money(number("100")) == "100.00");
  CHECK(to_money(number("0")) == "0.00");
  CHECK(to_money(number("1.25")) == "1.25");
  CHECK(to_money(number("-0.5")) == "-0.50");
}

TEST_CASE("significant digits are rounded half away from zero", "[base]") {
  CHECK(to_text(round_significant(number("1234567"))) == "1234570");
  CHECK(to_text(round_significant(number("0.1234565"))) == "0.123457");
  CHECK(to_text(round_significant(number("-0.1234565"))) == "-0.123457");
  CHECK(to_text(round_significant(number("0.0000123456"))) == "0.000012346");
  CHECK(to_text(round_significant(number("27.849"), 3)) == "27.8");
  CHECK(to_text(round_significant(number("999.6"), 3)) == "1000");
  CHECK(round_significant(Decimal{}).billionths == 0);
}

TEST_CASE("rounding up at the end of the range stays in it", "[base]") {
  CHECK(round_significant(Decimal{kMost}, 5).billionths == kMost);
}

TEST_CASE("a quotient is rounded half away from zero", "[base]") {
  CHECK(divide(10, 4).billionths == 3);
  CHECK(divide(-10, 4).billionths == -3);
  CHECK(divide(9, 4).billionths == 2);
  CHECK(divide(1, 3).billionths == 0);
  CHECK(divide(Int128{kMost} * 3, 3).billionths == kMost);
}

TEST_CASE("a quotient out of range becomes the end of the range", "[base]") {
  CHECK(divide(Int128{kMost} * 3, 1).billionths == kMost);
  CHECK(divide(Int128{kMost} * -3, 1).billionths == -kMost);
}

TEST_CASE("printing a parsed number gives the same text", "[base]") {
  for (const char* text : {"0.1", "0.000000001", "123456.789", "-7.25", "9223372036.854775807"}) {
    CHECK(to_text(number(text)) == text);
  }
}

TEST_CASE("a decimal as double is the nearest one for usual prices", "[base]") {
  CHECK(to_double(number("0.1")) == 0.1);
  CHECK(to_double(number("1391.4")) == 1391.4);
}

}  // namespace
}  // namespace oms
