#include "oms/query/frontier.h"

#include <string>
#include <vector>

#include "oms/query/prices.h"
#include "support/catch.h"
#include "support/table_builder.h"

namespace oms {
namespace {

using Points = std::vector<FrontierPoint>;

FrontierPoint point(const char* price, const char* quality) {
  return {0, parse_decimal(price).value(), parse_decimal(quality).value()};
}

// "f" on the frontier, "n" near it, else the position of what dominates.
std::string standings(const Points& points, Better better = Better::higher,
                      const char* tolerance = "0") {
  std::string text;
  for (const Standing& standing : frontier(points, better, parse_decimal(tolerance).value())) {
    if (!text.empty()) text += " ";
    if (standing.on_frontier()) {
      text += "f";
    } else {
      text += (standing.near ? "n" : "") + std::to_string(standing.dominated_by);
    }
  }
  return text;
}

Record record(std::string id, std::vector<Offer> offers) {
  Record made;
  made.model.id = std::move(id);
  made.offers = std::move(offers);
  return made;
}

}  // namespace

TEST_CASE("no point has no frontier, one point is it", "[frontier]") {
  CHECK(standings({}).empty());
  CHECK(standings({point("1", "50")}) == "f");
}

TEST_CASE("dearer and worse is dominated by the best that costs no more", "[frontier]") {
  CHECK(standings({point("1", "50"), point("2", "60"), point("3", "55"), point("4", "40")}) ==
        "f f 1 1");
}

TEST_CASE("of equal prices only the best is on the frontier", "[frontier]") {
  CHECK(standings({point("0.175", "38"), point("0.175", "51.8")}) == "1 f");
}

TEST_CASE("of equal qualities only the cheapest is on the frontier", "[frontier]") {
  CHECK(standings({point("2", "50"), point("1", "50")}) == "1 f");
}

TEST_CASE("identical points stand alike", "[frontier]") {
  CHECK(standings({point("1", "50"), point("1", "50"), point("2", "40"), point("2", "40")}) ==
        "f f 0 0");
}

TEST_CASE("where lower is better the lower value dominates", "[frontier]") {
  CHECK(standings({point("1", "6"), point("2", "5"), point("3", "7")}, Better::lower) == "f f 1");
}

TEST_CASE("a tolerance marks what is hardly worse than the best for its price", "[frontier]") {
  const Points points = {point("1", "50"), point("2", "49"), point("2", "47")};
  CHECK(standings(points, Better::higher, "2") == "f n0 0");
  CHECK(standings(points, Better::higher, "3") == "f n0 n0");
}

TEST_CASE("no point that is left dominates one on the frontier", "[frontier]") {
  Points points;
  std::uint32_t state = 12345;  // the seed
  const auto next = [&](std::uint32_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % below;
  };
  for (int i = 0; i < 300; ++i) {
    points.push_back({0, decimal(1 + next(40)), decimal(next(40))});
  }
  const auto found = frontier(points, Better::higher);
  const auto beats = [&](const FrontierPoint& a, const FrontierPoint& b) {
    return a.price <= b.price && a.quality >= b.quality &&
           (a.price < b.price || a.quality > b.quality);
  };
  for (std::size_t i = 0; i < points.size(); ++i) {
    bool beaten = false;
    for (const FrontierPoint& other : points) beaten = beaten || beats(other, points[i]);
    CHECK(found[i].on_frontier() == !beaten);
    if (!found[i].on_frontier()) CHECK(beats(points[found[i].dominated_by], points[i]));
  }
}

TEST_CASE("the median of no value is unknown, of two their mean", "[frontier]") {
  CHECK_FALSE(median({}).has_value());
  CHECK(to_text(*median({decimal(3), decimal(1), decimal(2)})) == "2");
  CHECK(to_text(*median({decimal(4), decimal(1)})) == "2.5");
}

TEST_CASE("prices of a workload replace those of the catalog", "[prices]") {
  const Day day = parse_date("2026-08-10");
  const Number one = decimal(1);
  const Number two = decimal(2);
  const Number ten = decimal(10);
  const TableBuilder builder({record("a/sold", {{"dear", "x", "list one", two, two, day},
                                                {"steep", "y", "list two", one, ten, day}}),
                              record("b/unsold", {})});
  Table table = builder.table();
  const PriceColumns prices({.workload = Workload{.input = 1'000'000, .output = 1'000, .calls = 3}},
                            table);
  prices.add_to(table);
  const auto value = [&](std::string_view field, Row row) {
    return table.value(field_id(field), row);
  };
  CHECK(value("bill", 0) == Value(parse_decimal("3.03").value()));
  CHECK(value("price_input", 0) == Value(decimal(1)));
  CHECK(value("price_provider", 0) == Value(std::string_view("steep")));
  CHECK(value("price_source", 0) == Value(std::string_view("list two")));
  CHECK(value("price_old", 0) == Value(false));
  CHECK(value("providers", 0) == Value(std::int64_t{2}));
  CHECK(is_unknown(value("bill", 1)));
  CHECK(is_unknown(value("price_input", 1)));
  CHECK(is_unknown(value("price_provider", 1)));
}

TEST_CASE("free, unpriced and unscored models have no place on the plane", "[frontier]") {
  const Day day = parse_date("2026-08-10");
  const Number none = decimal(0);
  const Number one = decimal(1);
  const TableBuilder builder({record("a/free", {{"h", "x", "s", none, none, day}}),
                              record("b/sold", {{"h", "x", "s", one, one, day}}),
                              record("c/unsold", {})});
  Table table = builder.table();
  const PriceColumns prices({}, table);
  prices.add_to(table);
  const Row rows[] = {0, 1, 2};
  const Plane plane = plane_of(table, rows, PriceAxis::blended);
  CHECK(plane.points.empty());
  CHECK(plane.left_out.free_only == 1);
  CHECK(plane.left_out.neither == 1);
  CHECK(plane.left_out.no_price == 0);
  CHECK(plane.left_out.no_quality == 1);
}

}  // namespace oms
