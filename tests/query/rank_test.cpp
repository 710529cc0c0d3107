#include "oms/query/rank.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "oms/query/quality.h"
#include "support/catch.h"
#include "support/table_builder.h"

namespace oms {
namespace {

Decimal number(const char* text) { return parse_decimal(text).value(); }

struct Sample {
  const char* id = "";
  const char* price = "";    // "" = unknown
  const char* quality = "";  // "" = unknown
  const char* license_class = "";
  int openness = -1;
};

// A ranking of samples, in one metric from 0 to 100, prices from 0.1 to 10.
class Sampled {
 public:
  explicit Sampled(const std::vector<Sample>& samples, Better better = Better::higher)
      : builder_(records(samples)), table_(builder_.table()) {
    metric_.word = "exam";
    metric_.better = better;
    quality_.emplace(metric_, table_);
    quality_->add_to(table_);
    query.scales = {.better = better,
                    .lowest_quality = decimal(0),
                    .highest_quality = decimal(100),
                    .cheapest = number("0.1"),
                    .dearest = decimal(10)};
  }

  std::vector<Ranked> models(const char* weights) {
    query.weights = parse_weights(weights).value();
    std::vector<Row> rows;
    for (Row row = 0; row < table_.rows; ++row) rows.push_back(row);
    return rank(rows, table_, query);
  }
  // "a 75.0" one after the other; "-" for no score.
  std::string text(const char* weights) {
    std::string line;
    for (const Ranked& model : models(weights)) {
      if (!line.empty()) line += ", ";
      line += std::string(table_.id(model.row)) +
              (model.ranked ? fmt::format(" {:.1f}", model.score) : " -");
    }
    return line;
  }
  // "a front", "b by a", "c near a"
  std::string front(const char* weights) {
    std::string line;
    for (const Ranked& model : models(weights)) {
      if (!model.ranked) continue;
      if (!line.empty()) line += ", ";
      line += std::string(table_.id(model.row));
      if (model.dominated_by == kNoRow) {
        line += " front";
      } else {
        line += (model.near ? " near " : " by ") + std::string(table_.id(model.dominated_by));
      }
    }
    return line;
  }

  const Table& table() const { return table_; }

  RankQuery query = {};

 private:
  static std::vector<Record> records(const std::vector<Sample>& samples) {
    std::vector<Record> made;
    for (const Sample& sample : samples) {
      Record& record = made.emplace_back();
      record.model.id = sample.id;
      if (*sample.price != 0) record.model.price_blended = number(sample.price);
      if (*sample.quality != 0) {
        record.scores.push_back({.metric = "exam", .value = number(sample.quality)});
      }
      record.model.license_effective = parse_choice(words::kLicenseClass, sample.license_class);
      if (sample.openness >= 0) record.model.openness = sample.openness;
    }
    return made;
  }

  TableBuilder builder_;
  Table table_;
  Metric metric_ = {};
  std::optional<QualityColumns> quality_ = {};
};

std::string error_of(const char* weights) {
  const auto parsed = parse_weights(weights);
  return parsed ? "none" : parsed.error().what;
}

}  // namespace

TEST_CASE("weights are words with numbers; one without a number counts once", "[rank]") {
  CHECK(weights_text(parse_weights("quality=3, price=1").value()) == "quality=3,price=1");
  CHECK(weights_text(parse_weights("openness").value()) == "openness=1");
  CHECK(weights_text(parse_weights("price=0,license=0.5").value()) == "license=0.5");
}

TEST_CASE("weights that mean nothing are refused", "[rank]") {
  CHECK(error_of("qualty=1") == "unknown criterion 'qualty'; did you mean 'quality'?");
  CHECK(error_of("quality=-1") == "the weight of quality is a number from 0 to 1000000, not '-1'");
  CHECK(error_of("quality=") == "the weight of quality is a number from 0 to 1000000, not ''");
  CHECK(error_of("quality=1,quality=2") == "quality stands there twice");
  CHECK(error_of("quality=0") == "no criterion has a weight");
  CHECK(error_of("") == "no criterion has a weight");
}

TEST_CASE("quality counts evenly between the lowest and the highest score seen", "[rank]") {
  CHECK(Sampled({{"a", "", "100"}, {"b", "", "75"}, {"c", "", "0"}}).text("quality") ==
        "a 100.0, b 75.0, c 0.0");
}

TEST_CASE("where lower is better the lowest score has all points", "[rank]") {
  CHECK(Sampled({{"a", "", "100"}, {"b", "", "25"}}, Better::lower).text("quality") ==
        "b 75.0, a 0.0");
}

TEST_CASE("ten times the price costs as many points anywhere on the scale", "[rank]") {
  CHECK(Sampled({{"a", "10"}, {"b", "1"}, {"c", "0.1"}}).text("price") == "c 100.0, b 50.0, a 0.0");
}

TEST_CASE("a license counts by the position of its class", "[rank]") {
  CHECK(Sampled({{"a", "", "", "proprietary"},
                 {"b", "", "", "community"},
                 {"c", "", "", "osi-permissive"}})
            .text("license") == "c 100.0, b 42.9, a 0.0");
}

TEST_CASE("openness counts by the number of open components", "[rank]") {
  CHECK(Sampled({{"a", "", "", "", 5}, {"b", "", "", "", 2}, {"c", "", "", "", 0}})
            .text("openness") == "a 100.0, b 40.0, c 0.0");
}

TEST_CASE("the score is the weighted mean of the points", "[rank]") {
  CHECK(Sampled({{"a", "1", "90"}}).text("quality=3,price=1") == "a 80.0");
}

TEST_CASE("a model that misses a weighted criterion stands below every ranked one", "[rank]") {
  CHECK(Sampled({{"a", "", "100"}, {"b", "10", "1"}, {"c", "0.1", ""}}).text("quality,price") ==
        "b 0.5, a -, c -");
}

TEST_CASE("a criterion without weight is not missed", "[rank]") {
  CHECK(Sampled({{"a", "", "100"}, {"b", "10", "1"}}).text("quality,price=0") == "a 100.0, b 1.0");
}

TEST_CASE("free only is no price", "[rank]") {
  Sampled ranking({{"a", "0", "90"}});
  const Ranked model = ranking.models("quality,price").front();
  CHECK_FALSE(model.ranked);
  CHECK(model.missing[static_cast<std::size_t>(Criterion::price)] == Missing::free_only);
}

TEST_CASE("equal scores are told apart by the first criterion, then by the id", "[rank]") {
  CHECK(Sampled({{"b", "1", "50"}, {"a", "1", "50"}, {"c", "0.1", "0"}}).text("quality,price") ==
        "a 50.0, b 50.0, c 50.0");
}

TEST_CASE("a value outside of the scale has no more points than its end", "[rank]") {
  CHECK(Sampled({{"a", "0.001"}, {"b", "1000"}}).text("price") == "a 100.0, b 0.0");
}

TEST_CASE("a better value never lowers the score", "[rank]") {
  Sampled ranking({{"a", "1", "50", "community", 2},
                   {"b", "1", "51", "community", 2},
                   {"c", "0.9", "50", "community", 2},
                   {"d", "1", "50", "restricted", 2},
                   {"e", "1", "50", "community", 3}});
  const auto models = ranking.models("quality,price,license,openness");
  CHECK(models.back().row == 0);
}

TEST_CASE("the front is what no other model beats in every weighted criterion", "[rank]") {
  CHECK(Sampled({{"a", "1", "90"}, {"b", "2", "80"}, {"c", "0.5", "50"}}).front("quality,price") ==
        "a front, c front, b by a");
}

TEST_CASE("one more criterion can bring a beaten model to the front", "[rank]") {
  Sampled ranking({{"a", "1", "90", "community"}, {"b", "2", "80", "osi-permissive"}});
  CHECK(ranking.front("quality,price") == "a front, b by a");
  CHECK(ranking.front("quality,price,license") == "b front, a front");
}

TEST_CASE("twins do not beat each other", "[rank]") {
  CHECK(Sampled({{"a", "1", "90"}, {"b", "1", "90"}}).front("quality,price") == "a front, b front");
}

TEST_CASE("within the tolerance of quality a beaten model is near", "[rank]") {
  Sampled ranking({{"a", "1", "90"}, {"b", "2", "89"}, {"c", "3", "80"}});
  ranking.query.tolerance = decimal(2);
  CHECK(ranking.front("quality,price") == "a front, b near a, c by a");
}

TEST_CASE("with the front first the rest stands behind it", "[rank]") {
  Sampled ranking({{"a", "1", "90"}, {"b", "1.1", "89"}, {"c", "0.9", "10"}});
  CHECK(ranking.front("quality=9,price") == "a front, b by a, c front");
  ranking.query.front_first = true;
  CHECK(ranking.front("quality=9,price") == "a front, c front, b by a");
}

TEST_CASE("the front of quality and price is the frontier of the plane", "[rank]") {
  std::vector<Sample> samples;
  std::vector<std::string> texts;
  texts.reserve(400);
  std::vector<FrontierPoint> points;
  std::uint32_t state = 4242;  // the seed
  const auto next = [&](std::uint32_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % below;
  };
  for (int i = 0; i < 100; ++i) {
    texts.push_back(fmt::format("m{:03}", i));
    const char* id = texts.back().c_str();
    texts.push_back(std::to_string(1 + next(9)));
    const char* price = texts.back().c_str();
    texts.push_back(std::to_string(next(100)));
    const char* quality = texts.back().c_str();
    samples.push_back({id, price, quality});
    points.push_back({static_cast<Row>(i), number(price), number(quality)});
  }
  const auto expected = frontier(points, Better::higher);
  Sampled ranking(samples);
  for (const Ranked& model : ranking.models("quality=3,price")) {
    CHECK((model.dominated_by == kNoRow) == expected[model.row].on_frontier());
  }
}

TEST_CASE("those without a place are the tail of a ranking, and what they miss is counted",
          "[rank]") {
  Sampled ranking({{"a", "", "100"}, {"b", "10", "1"}, {"c", "0", ""}, {"d", "1", "50"}});
  const auto models = ranking.models("quality,price,license=0");
  RowSet all(4);
  for (Row row = 0; row < 4; ++row) all.insert(row);
  const RankedApart apart = rank_apart(all, ranking.table(), ranking.query);
  REQUIRE(apart.ranked.size() == 2);
  CHECK(apart.ranked[0].row == models[0].row);
  CHECK(apart.ranked[1].row == models[1].row);
  CHECK(apart.unranked == std::vector<Row>{0, 2});
  const auto missing = [&](Criterion criterion, Missing why) {
    return apart.missing[static_cast<std::size_t>(criterion)][static_cast<std::size_t>(why)];
  };
  CHECK(missing(Criterion::quality, Missing::unknown) == 1);
  CHECK(missing(Criterion::price, Missing::unknown) == 1);
  CHECK(missing(Criterion::price, Missing::free_only) == 1);
  CHECK(missing(Criterion::license, Missing::unknown) == 0);
}

TEST_CASE("the price scale runs over all prices above zero", "[rank]") {
  std::vector<Record> records(3);
  records[0].model = {.id = "a", .price_blended = number("0.02")};
  records[1].model = {.id = "b", .price_blended = decimal(0)};
  records[2].model = {.id = "c", .price_blended = decimal(75)};
  const TableBuilder builder(std::move(records));
  const Scales scales = price_scales(builder.table(), PriceAxis::blended);
  CHECK(to_text(*scales.cheapest) == "0.02");
  CHECK(to_text(*scales.dearest) == "75");
}

}  // namespace oms
