#include "oms/source/price_sources.h"
#include "support/catch.h"

namespace oms {
namespace {

constexpr Date kDay{20'780};
using Names = std::vector<std::string>;

Harvest harvest(const std::string& body) {
  auto parsed = parse_artificial_analysis(body, kDay);
  if (!parsed) FAIL(parsed.error().what);
  return *std::move(parsed);
}

std::string model(const std::string& key, const std::string& name, const std::string& index,
                  const std::string& pricing = R"("price_1m_input_tokens":0.15,)"
                                               R"("price_1m_output_tokens":0.6)") {
  return R"({"id":")" + key + R"(","name":")" + name +
         R"(","slug":"s","model_creator":{"id":"c","name":"Acme","slug":"acme"},"evaluations":{)"
         R"("artificial_analysis_intelligence_index":)" +
         index +
         R"(,"artificial_analysis_coding_index":18.5,"gpqa":0.688,"hle":0.098,"math_500":null},)"
         R"("pricing":{)" +
         pricing + R"(},"median_output_tokens_per_second":100})";
}

std::string older(const std::string& models) {
  return R"({"status":200,"prompt_options":{"parallel_queries":1,"prompt_length":"medium"},)"
         R"("data":[)" +
         models + "]}";
}

std::string newer(const std::string& models, int page, int pages, bool more) {
  return R"({"tier":"free","intelligence_index_version":4.1,"pagination":{"page":)" +
         std::to_string(page) + R"(,"page_size":1,"total_pages":)" + std::to_string(pages) +
         R"(,"has_more":)" + (more ? "true" : "false") + R"(},"data":[)" + models + "]}";
}

TEST_CASE("the older list gives the index under the service's own key", "[aa]") {
  const Harvest found = harvest(older(model("k-1", "Chat 7B (high)", "24.5")));
  CHECK(found.records == 1);
  REQUIRE(found.scores.size() == 1);
  const auto& [key, score] = found.scores[0];
  CHECK(key == "k-1");
  CHECK(score.metric == "aa");
  CHECK(to_text(score.value) == "24.5");
  CHECK(score.variant == "high");
  CHECK(score.source == "Artificial Analysis API");
  CHECK(word_of(words::kGrade, score.grade) == "independent");
  REQUIRE(found.names.size() == 1);
  CHECK(found.names[0].name == "Chat 7B (high)");
  CHECK(found.names[0].owner == "Acme");
  CHECK(found.next.empty());
}

TEST_CASE("the newer list says the version of the index and has pages", "[aa]") {
  const Harvest first = harvest(newer(model("k-1", "Chat 7B", "24.5"), 1, 2, true));
  CHECK(first.scores.at(0).second.source == "Artificial Analysis API, index version 4.1");
  CHECK(first.next == "/api/v2/language/models/free?page=2");
  CHECK(harvest(newer(model("k-2", "Chat 9B", "30"), 2, 2, true)).next.empty());
  CHECK(harvest(newer(model("k-2", "Chat 9B", "30"), 1, 2, false)).next.empty());
}

TEST_CASE("fractions beside the index are no scores", "[aa]") {
  for (const auto& [key, score] : harvest(older(model("k", "Chat", "24.5"))).scores) {
    CHECK(score.metric == "aa");
  }
}

TEST_CASE("the efforts of one model are several scores, the highest first", "[aa]") {
  Harvest found = harvest(
      older(model("k-1", "Chat (low)", "20") + "," + model("k-2", "Chat (Non-reasoning)", "17") +
            "," + model("k-3", "Chat (xhigh)", "26") + "," +
            model("k-4", "Chat (Reasoning)", "22") + "," + model("k-5", "Chat (high)", "25")));
  highest_effort_first(found);
  Names order;
  for (const auto& [key, score] : found.scores) order.push_back(score.variant);
  CHECK(order == Names{"xhigh", "high", "Reasoning", "low", "Non-reasoning"});
}

TEST_CASE("a price is no offer of a host but says what it is", "[aa]") {
  const Harvest found = harvest(older(model("k", "Chat", "24.5")));
  REQUIRE(found.offers.size() == 1);
  const Offer& offer = found.offers[0].second;
  CHECK(offer.host == "artificial-analysis");
  CHECK(offer.source == "Artificial Analysis: the maker's price, else the median of hosts");
  CHECK(to_text(*offer.input) == "0.15");
  CHECK(to_text(*offer.output) == "0.6");
}

TEST_CASE("a price of 0 is none", "[aa]") {
  CHECK(harvest(older(model("k", "Chat", "24.5",
                            R"("price_1m_input_tokens":0,"price_1m_output_tokens":0)")))
            .offers.empty());
  CHECK(
      harvest(older(model("k", "Chat", "24.5", R"("price_1m_input_tokens":null)"))).offers.empty());
}

TEST_CASE("a price 100,000 times too high is named and not taken", "[aa]") {
  const Harvest found = harvest(older(model("k", "Chat", "24.5",
                                            R"("price_1m_input_tokens":15000,)"
                                            R"("price_1m_output_tokens":60000)")));
  CHECK(found.offers.empty());
  CHECK(found.rejected == Names{"Chat: its price is over 200 USD per 1M tokens"});
  CHECK(found.scores.size() == 1);
}

TEST_CASE("a model without an index has no score but is known by name", "[aa]") {
  const Harvest found = harvest(older(model("k", "Chat", "null")));
  CHECK(found.scores.empty());
  CHECK(found.names.size() == 1);
}

TEST_CASE("a model that cannot be read is named and the others stay", "[aa]") {
  const Harvest found =
      harvest(older(model("k-1", "A", "\"high\"") + "," + model("k-2", "B", "-1") + "," +
                    model("", "C", "5") + ",7," + model("k-5", "E", "30")));
  CHECK(found.rejected ==
        Names{"A: evaluations.artificial_analysis_intelligence_index is not a number",
              "B: its index -1 is not between 0 and 100", "C: id is missing",
              "a record without a name: it is not an object"});
  CHECK(found.scores.size() == 1);
}

TEST_CASE("a list of another shape is an error", "[aa]") {
  const auto error = [](const char* body) {
    const auto parsed = parse_artificial_analysis(body, kDay);
    REQUIRE_FALSE(parsed);
    CHECK_FALSE(is_garbled(parsed.error()));
    return parsed.error().what;
  };
  CHECK(error(R"({"message":"moved"})") ==
        "Artificial Analysis' model list holds no list of models");
  CHECK(error(R"({"data":[{"id":"k","name":"A","scores":{}}]})") ==
        "Artificial Analysis' model list has no member 'evaluations'");
}

}  // namespace
}  // namespace oms
