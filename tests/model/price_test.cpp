#include "oms/model/price.h"

#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.h"

namespace oms {
namespace {

constexpr Ratio kThreeToOne = {3, 1};
const Date kToday = *parse_date("2026-08-14");

Decimal usd(const char* text) { return parse_decimal(text).value(); }

// "" for a side that the source does not tell; "" as date for an undated quote.
Offer offer(const char* host, const char* input, const char* output,
            const char* as_of = "2026-08-10", const char* route = "other") {
  Offer made{.host = host, .route = route};
  if (*input != 0) made.input = usd(input);
  if (*output != 0) made.output = usd(output);
  made.as_of = parse_date(as_of);
  return made;
}

std::string text_of(const Number& number) { return number ? to_text(*number) : "unknown"; }

Price price_of(const std::vector<Offer>& offers) {
  const auto price = choose_price(offers, kToday, {.ratio = kThreeToOne});
  REQUIRE(price.has_value());
  // The order in which sources are read must not matter.
  std::vector<Offer> reversed = offers;
  std::reverse(reversed.begin(), reversed.end());
  const auto again = choose_price(reversed, kToday, {.ratio = kThreeToOne});
  REQUIRE(again.has_value());
  CHECK(again->offer.host == price->offer.host);
  CHECK(again->offer.route == price->offer.route);
  return *price;
}

// Host and route of every offer that is left, in order.
std::string left_of(const std::vector<Offer>& offers) {
  std::string text;
  for (const Offer& kept : one_offer_a_host(offers)) {
    text += kept.host + "/" + kept.route + "@" + text_of(kept.input) + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("a blend weighs input and output by the ratio", "[price]") {
  CHECK(to_text(blend(usd("0.2"), usd("0.6"), kThreeToOne)) == "0.3");
  CHECK(to_text(blend(usd("0.2"), usd("0.6"), {1, 1})) == "0.4");
}

TEST_CASE("a blend has six significant digits", "[price]") {
  CHECK(to_text(blend(usd("1.234567"), usd("1.234567"), kThreeToOne)) == "1.23457");
  CHECK(to_text(blend(usd("0.000123456"), usd("0.000123457"), kThreeToOne)) == "0.000123456");
}

TEST_CASE("a blend is rounded once", "[price]") {
  // (3 × 0.001234564 + 0.001234567) / 4 = 0.00123456475: 1.23456 in six digits, although
  // 0.001234565, its value in billionths, would round up.
  CHECK(to_text(blend(usd("0.001234564"), usd("0.001234567"), kThreeToOne)) == "0.00123456");
}

TEST_CASE("a blend of thirds is exact in integers", "[price]") {
  CHECK(to_text(blend(usd("0.1"), usd("0.2"), {2, 1})) == "0.133333");
  CHECK(to_text(blend(usd("0.2"), usd("0.1"), {2, 1})) == "0.166667");
}

TEST_CASE("an offer with one side missing has no blend", "[price]") {
  CHECK_FALSE(blend_of(offer("a", "1", ""), kThreeToOne).has_value());
  CHECK_FALSE(blend_of(offer("a", "", "1"), kThreeToOne).has_value());
}

TEST_CASE("a host reached once keeps its offer", "[price]") {
  CHECK(left_of({offer("b", "2", "2"), offer("a", "1", "1")}) == "a/other@1 b/other@2 ");
}

TEST_CASE("a host reached twice keeps the fresher quote when they are over 60 days apart",
          "[price]") {
  CHECK(left_of({offer("a", "1", "1", "2026-06-10", "huggingface:a"),
                 offer("a", "2", "2", "2026-08-10", "a")}) == "a/a@2 ");
}

TEST_CASE("a host reached twice within 60 days keeps the Hub's quote", "[price]") {
  CHECK(left_of({offer("a", "1", "1", "2026-06-11", "huggingface:a"),
                 offer("a", "2", "2", "2026-08-10", "openrouter")}) == "a/huggingface:a@1 ");
}

TEST_CASE("the router's route counts as the Hub's", "[price]") {
  CHECK(left_of({offer("a", "1", "1", "2026-08-01", "router"),
                 offer("a", "2", "2", "2026-08-10", "openrouter")}) == "a/router@1 ");
  CHECK(left_of({offer("a", "1", "1", "2026-08-01", "hub"),
                 offer("a", "2", "2", "2026-08-10", "openrouter")}) == "a/hub@1 ");
}

TEST_CASE("OpenRouter's quote goes before those of other routes", "[price]") {
  CHECK(left_of({offer("a", "1", "1", "2026-08-01", "openrouter"),
                 offer("a", "2", "2", "2026-08-10", "a")}) == "a/openrouter@1 ");
}

TEST_CASE("on routes of one rank the newer quote is kept", "[price]") {
  CHECK(left_of({offer("a", "1", "1", "2026-08-01", "models.dev"),
                 offer("a", "2", "2", "2026-08-10", "zoo")}) == "a/zoo@2 ");
}

TEST_CASE("of quotes of one day the first route is kept", "[price]") {
  CHECK(left_of({offer("a", "1", "1", "2026-08-10", "zoo"),
                 offer("a", "2", "2", "2026-08-10", "models.dev")}) == "a/models.dev@2 ");
}

TEST_CASE("an undated quote of a host gives way to a dated one", "[price]") {
  CHECK(left_of({offer("a", "1", "1", "", "huggingface:a"),
                 offer("a", "2", "2", "2026-01-01", "a")}) == "a/a@2 ");
}

TEST_CASE("a free quote of a host gives way to a paid one", "[price]") {
  CHECK(left_of({offer("a", "0", "0", "2026-08-10", "huggingface:a"),
                 offer("a", "2", "2", "2026-08-10", "openrouter")}) == "a/openrouter@2 ");
}

TEST_CASE("a negative quote is not usable", "[price]") {
  CHECK(left_of({offer("a", "-1", "1")}).empty());
}

TEST_CASE("a quote above 200 USD is an error of its source", "[price]") {
  CHECK(left_of({offer("a", "200", "200.000001")}).empty());
  CHECK(left_of({offer("a", "200", "200")}) == "a/other@200 ");
}

TEST_CASE("a quote without any price is not usable", "[price]") {
  CHECK(left_of({offer("a", "", "")}).empty());
}

TEST_CASE("without a usable quote there is no price", "[price]") {
  CHECK_FALSE(choose_price(std::vector<Offer>{}, kToday, {.ratio = kThreeToOne}).has_value());
  CHECK_FALSE(
      choose_price(std::vector<Offer>{offer("a", "-1", "1")}, kToday, {.ratio = kThreeToOne})
          .has_value());
}

TEST_CASE("the cheapest fresh offer by blend is shown", "[price]") {
  const Price price = price_of({offer("a", "0.1", "2"), offer("b", "0.3", "0.9")});
  CHECK(price.offer.host == "b");
  CHECK(text_of(price.blended) == "0.45");
  CHECK_FALSE(price.old);
}

TEST_CASE("the ratio decides which offer is the cheapest", "[price]") {
  const std::vector<Offer> offers = {offer("a", "0.1", "2"), offer("b", "0.3", "1.9")};
  CHECK(choose_price(offers, kToday, {.ratio = {3, 1}})->offer.host == "a");
  CHECK(choose_price(offers, kToday, {.ratio = {1, 9}})->offer.host == "b");
}

TEST_CASE("equal blends go by host", "[price]") {
  CHECK(price_of({offer("b", "0.3", "0.3"), offer("a", "0.3", "0.3")}).offer.host == "a");
}

TEST_CASE("a quote over 60 days behind the newest price never beats a fresher one", "[price]") {
  const Price price =
      price_of({offer("a", "0.1", "0.1", "2026-06-14"), offer("b", "5", "5", "2026-08-14")});
  CHECK(price.offer.host == "b");
  CHECK_FALSE(price.old);
}

TEST_CASE("a quote of exactly 60 days is fresh", "[price]") {
  const Price price =
      price_of({offer("a", "0.1", "0.1", "2026-06-15"), offer("b", "5", "5", "2026-08-14")});
  CHECK(price.offer.host == "a");
}

TEST_CASE("an undated quote counts as old", "[price]") {
  const Price price = price_of({offer("a", "0.1", "0.1", ""), offer("b", "5", "5")});
  CHECK(price.offer.host == "b");
}

TEST_CASE("a model with old quotes only shows the newest of them", "[price]") {
  const Price price =
      price_of({offer("a", "0.1", "0.1", "2025-01-01"), offer("b", "5", "5", "2026-01-01")});
  CHECK(price.offer.host == "b");
  CHECK(price.old);
}

TEST_CASE("of old quotes of one day the cheapest is shown", "[price]") {
  const Price price =
      price_of({offer("a", "5", "5", "2026-01-01"), offer("b", "0.1", "0.1", "2026-01-01")});
  CHECK(price.offer.host == "b");
}

TEST_CASE("a free offer gives way to a paid one", "[price]") {
  const Price price = price_of({offer("a", "0", "0"), offer("b", "5", "5")});
  CHECK(price.offer.host == "b");
  CHECK(text_of(price.min) == "5");
  CHECK(price.providers == 1);
}

TEST_CASE("a model with free offers only is free", "[price]") {
  const Price price = price_of({offer("b", "0", "0"), offer("a", "0", "0")});
  CHECK(price.offer.host == "a");
  CHECK(text_of(price.offer.input) == "0");
  CHECK(text_of(price.blended) == "0");
  CHECK(price.providers == 2);
}

TEST_CASE("an old paid quote does not beat a fresh free one", "[price]") {
  const Price price =
      price_of({offer("a", "0", "0", "2026-08-14"), offer("b", "1", "1", "2026-01-01")});
  CHECK(price.offer.host == "a");
  CHECK_FALSE(price.old);
}

TEST_CASE("an offer with one side is not shown while another has both", "[price]") {
  const Price price = price_of({offer("a", "0.1", ""), offer("b", "5", "5")});
  CHECK(price.offer.host == "b");
  CHECK(price.providers == 2);
}

TEST_CASE("where no offer has both sides the cheapest input is shown without a blend", "[price]") {
  const Price price = price_of({offer("a", "0.2", ""), offer("b", "0.1", ""), offer("c", "", "1")});
  CHECK(price.offer.host == "b");
  CHECK(text_of(price.blended) == "unknown");
  CHECK(text_of(price.min) == "unknown");
  CHECK(text_of(price.max) == "unknown");
  CHECK(price.providers == 3);
}

TEST_CASE("minimum, median and maximum run over the hosts that count", "[price]") {
  const Price price = price_of({offer("a", "1", "1"), offer("b", "2", "2"), offer("c", "9", "9"),
                                offer("d", "0.1", "0.1", "2025-01-01")});
  CHECK(text_of(price.min) == "1");
  CHECK(text_of(price.median) == "2");
  CHECK(text_of(price.max) == "9");
  CHECK(price.providers == 3);
}

TEST_CASE("the median of two hosts is their mean", "[price]") {
  CHECK(text_of(price_of({offer("a", "1", "1"), offer("b", "2", "2")}).median) == "1.5");
}

TEST_CASE("where all quotes are old all hosts count", "[price]") {
  const Price price =
      price_of({offer("a", "1", "1", "2025-01-01"), offer("b", "5", "5", "2026-01-01")});
  CHECK(text_of(price.min) == "1");
  CHECK(price.providers == 2);
}

TEST_CASE("a host reached twice is one provider", "[price]") {
  const Price price = price_of({offer("a", "1", "1", "2026-08-10", "huggingface:a"),
                                offer("a", "2", "2", "2026-08-10", "openrouter")});
  CHECK(price.providers == 1);
  CHECK(text_of(price.max) == "1");
}

// 20,000 input and 1,000 output tokens a call, 2,000,000 calls.
constexpr Workload kMonth = {.input = 20'000, .output = 1'000, .calls = 2'000'000};

TEST_CASE("a bill is tokens times price, over all calls", "[price][bill]") {
  CHECK(text_of(bill_of(offer("a", "0.30", "1"), kMonth)) == "14000");
  CHECK(text_of(bill_of(offer("a", "0.40", "0.40"), kMonth)) == "16800");
}

TEST_CASE("a bill of a fraction of a cent is exact", "[price][bill]") {
  CHECK(text_of(bill_of(offer("a", "0.04815", "0.19305"), {.input = 20'000, .output = 1'000})) ==
        "0.00115605");
}

TEST_CASE("a bill has six significant digits", "[price][bill]") {
  CHECK(text_of(bill_of(offer("a", "1.23457", "0"), {.input = 999'999, .calls = 1'000})) ==
        "1234.57");
  CHECK(text_of(bill_of(offer("a", "200", "200"),
                        {.input = kMostTokens / 2, .output = kMostTokens / 2})) == "8000000000");
}

TEST_CASE("the side without tokens needs no price", "[price][bill]") {
  CHECK(text_of(bill_of(offer("a", "0.5", ""), {.input = 1'000'000})) == "0.5");
  CHECK(text_of(bill_of(offer("a", "", "2"), {.output = 1'000'000})) == "2");
}

TEST_CASE("a bill is unknown where a price that it takes is", "[price][bill]") {
  CHECK(text_of(bill_of(offer("a", "0.5", ""), kMonth)) == "unknown");
  CHECK(text_of(bill_of(offer("a", "", "2"), kMonth)) == "unknown");
}

TEST_CASE("cached input costs what the host asks for it", "[price][bill]") {
  Offer cheap = offer("a", "1", "2");
  cheap.cached = usd("0.1");
  const Workload half{.input = 1'000'000, .output = 1'000'000, .cached = usd("0.5")};
  CHECK(text_of(bill_of(cheap, half)) == "2.55");
}

TEST_CASE("without a price for cached input a cached share has no bill", "[price][bill]") {
  const Workload half{.input = 1'000'000, .cached = usd("0.5")};
  CHECK(text_of(bill_of(offer("a", "1", "2"), half)) == "unknown");
  const Workload none{.input = 1'000'000, .cached = usd("0")};
  CHECK(text_of(bill_of(offer("a", "1", "2"), none)) == "1");
}

TEST_CASE("the cheapest offer for a workload need not have the cheapest blend", "[price][bill]") {
  const std::vector<Offer> offers = {offer("even", "0.4", "0.4"), offer("steep", "0.3", "1")};
  CHECK(choose_price(offers, kToday, {})->offer.host == "even");
  const auto price = choose_price(offers, kToday, {.workload = kMonth});
  CHECK(price->offer.host == "steep");
  CHECK(text_of(price->bill) == "14000");
  CHECK(text_of(price->blended) == "0.475");
}

TEST_CASE("an old quote never beats a fresher one for a workload", "[price][bill]") {
  const std::vector<Offer> offers = {offer("dear", "2", "2"),
                                     offer("stale", "0.1", "0.1", "2025-12-01")};
  CHECK(choose_price(offers, kToday, {.workload = kMonth})->offer.host == "dear");
}

TEST_CASE("a free offer has no bill to compare while a paid one is left", "[price][bill]") {
  const std::vector<Offer> offers = {offer("gift", "0", "0"), offer("shop", "1", "1")};
  CHECK(choose_price(offers, kToday, {.workload = kMonth})->offer.host == "shop");
  const auto free =
      choose_price(std::vector<Offer>{offer("gift", "0", "0")}, kToday, {.workload = kMonth});
  CHECK(text_of(free->bill) == "0");
}

TEST_CASE("quotes from before a day do not count, nor those without one", "[price]") {
  const std::vector<Offer> offers = {offer("old", "1", "1", "2026-07-01"),
                                     offer("undated", "0.5", "0.5", ""),
                                     offer("new", "3", "3", "2026-08-10")};
  const Pricing recent{.not_before = parse_date("2026-08-01")};
  CHECK(choose_price(offers, kToday, recent)->offer.host == "new");
  CHECK(choose_price(offers, kToday, recent)->providers == 1);
  const Pricing tomorrow{.not_before = parse_date("2026-08-15")};
  CHECK_FALSE(choose_price(offers, kToday, tomorrow).has_value());
}

TEST_CASE("far from the median of three hosts or more is an outlier", "[price]") {
  const std::vector<Offer> offers = {offer("a", "1", "1"), offer("b", "1.2", "1.2"),
                                     offer("c", "6", "6"), offer("d", "0.19", "0.19")};
  CHECK_FALSE(is_outlier(offers[0], offers, {}));
  CHECK(is_outlier(offers[2], offers, {}));
  CHECK(is_outlier(offers[3], offers, {}));
  CHECK_FALSE(is_outlier(offer("e", "0.3", "0.3"), offers, {}));
}

TEST_CASE("two hosts have no median to be far from", "[price]") {
  const std::vector<Offer> offers = {offer("a", "1", "1"), offer("b", "60", "60")};
  CHECK_FALSE(is_outlier(offers[1], offers, {}));
}

TEST_CASE("what has no blend is no outlier", "[price]") {
  const std::vector<Offer> offers = {offer("a", "1", "1"), offer("b", "1", "1"),
                                     offer("c", "1", "1")};
  CHECK_FALSE(is_outlier(offer("d", "100", ""), offers, {}));
  CHECK_FALSE(is_outlier(offer("d", "0", "0"), offers, {}));
}

}  // namespace oms
