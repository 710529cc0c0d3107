#include "render/plot_scale.h"

#include <cmath>

#include "support/catch.h"

namespace oms {
namespace {

using Texts = std::vector<std::string>;

Texts texts(const Scale& scale) {
  Texts all;
  for (const Tick& tick : scale.ticks) all.push_back(tick.text);
  return all;
}

Texts money_ticks(std::vector<double> values, std::size_t most) {
  return texts(money_scale(values, most));
}

Texts quality_ticks(std::vector<double> values, Better better = Better::higher) {
  return texts(quality_scale(values, better, 6));
}

}  // namespace

TEST_CASE("amounts of money are written as short as they can be read", "[plot]") {
  CHECK(money_text(0.0000001) == "$1e-07");
  CHECK(money_text(0.00002) == "$0.00002");
  CHECK(money_text(0.005) == "$0.005");
  CHECK(money_text(0.1) == "$0.10");
  CHECK(money_text(0.5) == "$0.50");
  CHECK(money_text(0.325) == "$0.325");
  CHECK(money_text(2) == "$2");
  CHECK(money_text(2.5) == "$2.50");
  CHECK(money_text(200) == "$200");
  CHECK(money_text(20000) == "$20k");
  CHECK(money_text(5e6) == "$5M");
  CHECK(money_text(1e15) == "$1000T");
}

TEST_CASE("numbers on an axis have the digits that they need", "[plot]") {
  CHECK(number_text(0) == "0");
  CHECK(number_text(-5) == "-5");
  CHECK(number_text(0.25) == "0.25");
  CHECK(number_text(1400) == "1400");
  CHECK(number_text(20000) == "20k");
  CHECK(number_text(-1500000) == "-1.5M");
  CHECK(number_text(0.0000002) == "2e-07");
}

TEST_CASE("a price axis has 1, 2 and 5 of each decade", "[plot]") {
  CHECK(money_ticks({0.05, 5}, 10) == Texts{"$0.05", "$0.10", "$0.20", "$0.50", "$1", "$2", "$5"});
}

TEST_CASE("a price axis over many decades keeps to whole decades, then to every second", "[plot]") {
  CHECK(money_ticks({0.01, 100}, 8) == Texts{"$0.01", "$0.10", "$1", "$10", "$100"});
  CHECK(money_ticks({0.0001, 100000}, 7) == Texts{"$0.0001", "$0.01", "$1", "$100", "$10k"});
}

TEST_CASE("a price axis over less than a decade has even steps", "[plot]") {
  CHECK(money_ticks({0.30, 0.34}, 10) == Texts{"$0.20", "$0.30", "$0.40", "$0.50", "$0.60"});
}

TEST_CASE("equal prices stand in the middle of their axis", "[plot]") {
  const std::vector<double> prices = {0.4, 0.4};
  const Scale scale = money_scale(prices, 8);
  CHECK(scale.at(0.4) == Approx(0.5));
  CHECK(scale.at(0.2) == Approx(0.5 - std::log10(2) / 0.6));
}

TEST_CASE("equal scores stand in the middle of their axis, also when they are zero", "[plot]") {
  const std::vector<double> scores = {1400, 1400};
  const std::vector<double> zeros = {0};
  CHECK(quality_scale(scores, Better::higher, 6).at(1400) == Approx(0.5));
  CHECK(quality_scale(zeros, Better::higher, 6).at(0) == Approx(0.5));
}

TEST_CASE("differences that a double does not hold are none", "[plot]") {
  const std::vector<double> scores = {1e15, 1e15 + 1};
  const Scale scale = quality_scale(scores, Better::higher, 6);
  CHECK(scale.at(1e15) == Approx(0.5));
  CHECK(scale.ticks.size() <= 6);
}

TEST_CASE("the better end of a quality axis is the last one", "[plot]") {
  const std::vector<double> scores = {5, 20};
  CHECK(quality_scale(scores, Better::higher, 6).at(20) > 0.8);
  CHECK(quality_scale(scores, Better::lower, 6).at(5) > 0.8);
  CHECK(quality_ticks({5, 20}, Better::lower) == Texts{"5", "10", "15", "20"});
}

TEST_CASE("a quality axis has round steps, through zero too", "[plot]") {
  CHECK(quality_ticks({1020, 1440}) == Texts{"1000", "1100", "1200", "1300", "1400"});
  CHECK(quality_ticks({-0.5, 40}, Better::lower).front() == "0");
  CHECK(quality_ticks({-1, 1}) == Texts{"-1", "-0.5", "0", "0.5", "1"});
  CHECK(quality_ticks({0.061, 0.079}) == Texts{"0.06", "0.065", "0.07", "0.075", "0.08"});
}

TEST_CASE("no point and one point have an axis as well", "[plot]") {
  CHECK(money_ticks({}, 8) == Texts{"$0.05", "$0.10", "$0.20", "$0.50", "$1", "$2", "$5", "$10"});
  CHECK(quality_ticks({}).size() > 1);
  CHECK(money_ticks({3}, 8) == Texts{"$2", "$3", "$4", "$5"});
}

TEST_CASE("a number without a place is told from one with", "[plot]") {
  CHECK(is_placeable(-5));
  CHECK(is_placeable(0));
  CHECK_FALSE(is_placeable(std::nan("")));
  CHECK_FALSE(is_placeable(INFINITY));
  CHECK_FALSE(is_placeable(1e300));
  CHECK(is_placeable_on_log(1e-9));
  CHECK_FALSE(is_placeable_on_log(0));
  CHECK_FALSE(is_placeable_on_log(-1));
  CHECK_FALSE(is_placeable_on_log(1e-300));
}

}  // namespace oms
