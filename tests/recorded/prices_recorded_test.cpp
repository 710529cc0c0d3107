// Real bodies of the services, where they lie beside the source tree; skipped where they do not.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "oms/base/text.h"
#include "oms/model/price.h"
#include "oms/query/frontier.h"
#include "oms/source/price_sources.h"
#include "support/catch.h"

namespace oms {
namespace {

constexpr Date kDay{20'679};

// nullopt, and a warning, when there is no such recording here.
std::optional<std::string> recording(const std::string& name) {
  std::ifstream file(std::string(OMS_SOURCE_DIR "/../shared/recorded/") + name, std::ios::binary);
  if (!file) {
    WARN("skipped: no recording " << name);
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

bool is_priced(const Offer& offer) { return offer.input || offer.output; }

std::size_t priced(const Harvest& harvest) {
  return static_cast<std::size_t>(
      std::count_if(harvest.offers.begin(), harvest.offers.end(),
                    [](const auto& entry) { return is_priced(entry.second); }));
}

std::size_t free_ones(const Harvest& harvest) {
  return static_cast<std::size_t>(
      std::count_if(harvest.offers.begin(), harvest.offers.end(),
                    [](const auto& entry) { return entry.second.input == decimal(0); }));
}

// A model with both a paid price and an index.
struct Point {
  std::string id = {};
  Decimal blended = {};
  Decimal index = {};
};

std::vector<Point> points_of(const Harvest& harvest) {
  std::vector<Point> points;
  for (const auto& [id, score] : harvest.scores) {
    for (const auto& [seller, offer] : harvest.offers) {
      const Number blended = blend_of(offer, {});
      if (equal_folded(id, seller) && blended && *blended > decimal(0)) {
        points.push_back({id, *blended, score.value});
      }
    }
  }
  std::sort(points.begin(), points.end(),
            [](const Point& a, const Point& b) { return a.blended < b.blended; });
  return points;
}

TEST_CASE("the recorded OpenRouter list gives the counts of its description", "[recorded]") {
  const auto body = recording("prices/openrouter-models-2026-08-14.json");
  if (!body) return;
  const auto harvest = parse_openrouter(*body, kDay);
  REQUIRE(harvest);
  CHECK(harvest->records == 188);
  CHECK(harvest->rejected.empty());
  CHECK(harvest->offers.size() == 145 + 15);  // base ids with a Hub id, and free variants
  CHECK(priced(*harvest) == 160);
  CHECK(free_ones(*harvest) == 15);
  CHECK(harvest->contexts.size() == 151);  // distinct Hub ids, letter case aside
  CHECK(harvest->next.empty());
}

TEST_CASE("the recorded OpenRouter list has 51 points and their median", "[recorded]") {
  const auto body = recording("prices/openrouter-models-2026-08-14.json");
  if (!body) return;
  const auto harvest = parse_openrouter(*body, kDay);
  REQUIRE(harvest);
  std::vector<Point> points = points_of(*harvest);
  REQUIRE(points.size() == 51);
  CHECK(to_text(points[25].blended) == "0.4125");
  std::sort(points.begin(), points.end(),
            [](const Point& a, const Point& b) { return a.index < b.index; });
  CHECK(to_text(points[25].index) == "26.1");
}

TEST_CASE("the recorded OpenRouter list keeps its known prices and indexes", "[recorded]") {
  const auto body = recording("prices/openrouter-models-2026-08-14.json");
  if (!body) return;
  const auto harvest = parse_openrouter(*body, kDay);
  REQUIRE(harvest);
  std::vector<std::string> found;
  for (const Point& point : points_of(*harvest)) {
    for (const char* id :
         {"inclusionAI/Ling-3.0-flash", "deepseek-ai/DeepSeek-V4-Flash-0731", "zai-org/GLM-5.2",
          "deepseek-ai/DeepSeek-V4-Pro-0813", "moonshotai/Kimi-K3"}) {
      if (point.id == id) {
        found.push_back(point.id + " " + to_text(point.blended) + " " + to_text(point.index));
      }
    }
  }
  CHECK(found == std::vector<std::string>{
                     "inclusionAI/Ling-3.0-flash 0.0315 37.8",
                     "deepseek-ai/DeepSeek-V4-Flash-0731 0.175 51.8", "zai-org/GLM-5.2 0.473 52.6",
                     "deepseek-ai/DeepSeek-V4-Pro-0813 0.54375 53.2", "moonshotai/Kimi-K3 6 59.7"});
}

TEST_CASE("the frontier of the recorded OpenRouter list is the five models of its description",
          "[recorded]") {
  const auto body = recording("prices/openrouter-models-2026-08-14.json");
  if (!body) return;
  const auto harvest = parse_openrouter(*body, kDay);
  REQUIRE(harvest);
  const std::vector<Point> models = points_of(*harvest);
  std::vector<FrontierPoint> points;
  for (const Point& model : models) points.push_back({0, model.blended, model.index});
  const std::vector<Standing> standings = frontier(points, Better::higher);
  std::vector<std::string> front;
  std::string beaten;
  for (std::size_t i = 0; i < models.size(); ++i) {
    if (standings[i].on_frontier()) front.push_back(models[i].id);
    if (models[i].id == "XiaomiMiMo/MiMo-V2.5") beaten = models[standings[i].dominated_by].id;
  }
  CHECK(front == std::vector<std::string>{
                     "inclusionAI/Ling-3.0-flash", "deepseek-ai/DeepSeek-V4-Flash-0731",
                     "zai-org/GLM-5.2", "deepseek-ai/DeepSeek-V4-Pro-0813", "moonshotai/Kimi-K3"});
  CHECK(beaten == "deepseek-ai/DeepSeek-V4-Flash-0731");  // the same price, a better index
  std::vector<Decimal> prices;
  std::vector<Decimal> indexes;
  for (const Point& model : models) {
    prices.push_back(model.blended);
    indexes.push_back(model.index);
  }
  CHECK(to_text(*median(prices)) == "0.4125");
  CHECK(to_text(*median(indexes)) == "26.1");
}

TEST_CASE("the recorded router list: seven live offers, five prices, none of them zero",
          "[recorded]") {
  const auto body = recording("hub/router-models.json");
  if (!body) return;
  const auto harvest = parse_router(*body, kDay);
  REQUIRE(harvest);
  CHECK(harvest->records == 4);
  CHECK(harvest->offers.size() == 7);
  CHECK(priced(*harvest) == 5);
  CHECK(free_ones(*harvest) == 0);
  CHECK(harvest->rejected.empty());
}

TEST_CASE("the recorded single router model: five hosts, three prices", "[recorded]") {
  const auto body = recording("prices/hf-router-model-deepseek-v4-pro.json");
  if (!body) return;
  const auto harvest = parse_router(*body, kDay);
  REQUIRE(harvest);
  CHECK(harvest->records == 1);
  CHECK(harvest->offers.size() == 5);
  CHECK(priced(*harvest) == 3);
  REQUIRE(harvest->contexts.size() == 1);
  CHECK(harvest->contexts[0].tokens == 1048576);
}

TEST_CASE("the recorded provider mappings: 132 models, 177 live prices, none of them zero",
          "[recorded]") {
  const auto body = recording("prices/hf-hub-inference-provider-mapping-2026-02.json");
  if (!body) return;
  const auto models = nlohmann::json::parse(*body);
  std::size_t rows = 0;
  std::size_t live = 0;
  std::size_t prices = 0;
  for (const auto& model : models) {
    const auto harvest = parse_provider_mapping(model["id"].get<std::string>(),
                                                model["inferenceProviderMapping"].dump(), kDay);
    REQUIRE(harvest);
    CHECK(harvest->rejected.empty());
    CHECK(free_ones(*harvest) == 0);
    rows += harvest->records;
    live += harvest->offers.size();
    prices += priced(*harvest);
  }
  CHECK(models.size() == 132);
  CHECK(rows == 349);
  CHECK(live == 262);
  CHECK(prices == 177);
}

TEST_CASE("the recorded provider mapping of a detail answer has hosts and no price", "[recorded]") {
  const auto body = recording("hub/detail-expand-inferenceProviderMapping.json");
  if (!body) return;
  const auto model = nlohmann::json::parse(*body);
  const auto harvest = parse_provider_mapping(model["id"].get<std::string>(),
                                              model["inferenceProviderMapping"].dump(), kDay);
  REQUIRE(harvest);
  CHECK_FALSE(harvest->offers.empty());
  CHECK(priced(*harvest) == 0);
}

TEST_CASE("the recorded OpenEvals table: 93 models, benchmarks only", "[recorded]") {
  const auto body = recording("quality/openevals-leaderboard-data-2026-03-25.json");
  if (!body) return;
  const auto harvest = parse_openevals(*body, kDay);
  REQUIRE(harvest);
  CHECK(harvest->records == 93);
  CHECK(harvest->scores.size() == 207);
  CHECK(harvest->rejected.empty());
  CHECK(harvest->unmatched.empty());
  // One of eleven benchmarks: its mean of 96.8 says nothing about the rest.
  const auto of_one =
      std::count_if(harvest->scores.begin(), harvest->scores.end(),
                    [](const auto& score) { return score.first == "meta-llama/Llama-3.1-405B"; });
  CHECK(of_one == 1);
}

}  // namespace
}  // namespace oms
