#include <algorithm>

#include "oms/model/metric.h"
#include "oms/source/price_sources.h"
#include "support/catch.h"
#include "support/data_file.h"

namespace oms {
namespace {

constexpr Date kDay{20'780};
using Names = std::vector<std::string>;

Harvest harvest(const std::string& body) {
  auto parsed = parse_openevals(body, kDay);
  REQUIRE(parsed);
  return *std::move(parsed);
}

// One page of the dataset server with one row.
Harvest with_row(const std::string& row) {
  return harvest(R"({"features":[],"rows":[{"row_idx":0,"row":)" + row +
                 R"(,"truncated_cells":[]}],"num_rows_total":1,"num_rows_per_page":100})");
}

TEST_CASE("a row gives one community score for each benchmark that it has", "[openevals]") {
  const Harvest found = with_row(
      R"({"model_name":"acme/chat-7b","gsm8k_score":91.25,"gpqa_score":null,"hle_score":0})");
  REQUIRE(found.scores.size() == 2);
  const auto& [id, score] = found.scores[0];
  CHECK(id == "acme/chat-7b");
  CHECK(score.metric == "gsm8k");
  CHECK(score.value == Decimal{91'250'000'000});
  CHECK(score.as_of == kDay);
  CHECK(word_of(words::kGrade, score.grade) == "community");
  CHECK(score.source == "HF dataset OpenEvals/leaderboard-data");
  CHECK(found.scores[1].second.metric == "hle");
  CHECK(found.scores[1].second.value == decimal(0));
}

TEST_CASE("every column of OpenEvals is a metric of data/metrics.tsv", "[openevals]") {
  const Harvest found = with_row(
      R"({"model_name":"a/x","aime2026_score":1,"evasionBench_score":2,"gpqa_score":3,)"
      R"("gsm8k_score":4,"hle_score":5,"hmmt2026_score":6,"mmluPro_score":7,"olmOcr_score":8,)"
      R"("swePro_score":9,"sweVerified_score":10,"terminalBench_score":11})");
  const std::string text = data_file("metrics.tsv");
  const auto metrics = MetricTable::parse(text);
  REQUIRE(metrics);
  REQUIRE(found.scores.size() == 11);
  for (const auto& [id, score] : found.scores) {
    CAPTURE(score.metric);
    const Metric* metric = metrics->find(score.metric);
    REQUIRE(metric != nullptr);
    CHECK(metric->source == "hf-openevals");
  }
}

TEST_CASE("the mean of whatever exists is not used", "[openevals]") {
  const Harvest found = with_row(
      R"({"model_name":"a/x","aggregate_score":96.8,"coverage_count":1,"coverage_percent":9.1})");
  CHECK(found.scores.empty());
}

TEST_CASE("bare NaN and Infinity are missing", "[openevals]") {
  const Harvest found =
      with_row(R"({"model_name":"a/x","gsm8k_score":NaN,"gpqa_score": NaN ,"hle_score":-Infinity,)"
               R"("mmluPro_score":Infinity,"olmOcr_score":82.4})");
  REQUIRE(found.scores.size() == 1);
  CHECK(found.scores[0].second.metric == "olmocr");
}

TEST_CASE("NaN inside a text stays as it is", "[openevals]") {
  const Harvest found = with_row(R"({"model_name":"a/NaN","note":"\"NaN, 5","gsm8k_score":1})");
  CHECK(found.scores.at(0).first == "a/NaN");
}

TEST_CASE("a score keeps its digits but not the noise of a float", "[openevals]") {
  const Harvest found =
      with_row(R"({"model_name":"a/x","gsm8k_score":52.400000000000006,"gpqa_score":0.1})");
  CHECK(found.scores.at(0).second.value == Decimal{100'000'000});
  CHECK(found.scores.at(1).second.value == Decimal{52'400'000'000});
}

TEST_CASE("a wrong type or range in one row leaves the others", "[openevals]") {
  const Harvest found = harvest(
      R"({"rows":[{"row_idx":0,"row":{"model_name":"a/x","gsm8k_score":"high","hle_score":1}},)"
      R"({"row_idx":1,"row":{"model_name":"b/y","gsm8k_score":9680}},)"
      R"({"row_idx":2,"row":{"model_name":"c/z","gsm8k_score":-1}},)"
      R"({"row_idx":3,"row":{"model_name":["d"]}},{"row_idx":4,"row":7},)"
      R"({"row_idx":5,"row":{"model_name":"e/v","gsm8k_score":5}}]})");
  CHECK(found.records == 6);
  REQUIRE(found.scores.size() == 1);
  CHECK(found.scores[0].first == "e/v");
  CHECK(found.rejected == Names{"a/x: gsm8k_score is not a number",
                                "b/y: gsm8k_score 9680 is not between 0 and 100",
                                "c/z: gsm8k_score -1 is not between 0 and 100",
                                "a record without a name: model_name is not a text",
                                "a record without a name: it is not an object"});
}

TEST_CASE("a row without a Hub id is unmatched", "[openevals]") {
  CHECK(with_row(R"({"model_name":"GPT 5","gsm8k_score":5})").unmatched == Names{"GPT 5"});
}

TEST_CASE("the next page begins after the last row", "[openevals]") {
  CHECK(harvest(R"({"rows":[{"row_idx":98,"row":{}},{"row_idx":99,"row":{}}],)"
                R"("num_rows_total":105})")
            .next ==
        "/rows?dataset=OpenEvals%2Fleaderboard-data&config=default&split=train"
        "&offset=100&length=100");
}

TEST_CASE("after the last row there is no next page", "[openevals]") {
  CHECK(harvest(R"({"rows":[{"row_idx":104,"row":{}}],"num_rows_total":105})").next.empty());
  CHECK(harvest(R"({"rows":[],"num_rows_total":105})").next.empty());
  CHECK(harvest(R"({"rows":[{"row_idx":1,"row":{}}]})").next.empty());
}

TEST_CASE("a saved table without the dataset server's wrapping is read as well", "[openevals]") {
  CHECK(harvest(R"({"count":1,"models":[{"model_name":"a/x","gsm8k_score":5}]})").scores.size() ==
        1);
}

TEST_CASE("a body that is no table is an error", "[openevals]") {
  for (const char* body : {"", "NaN", R"({"error":"busy"})", R"({"rows":[{"row":NaNa}]})",
                           R"({"rows":[{"row":{"gsm8k_score":1)"}) {
    CAPTURE(body);
    const auto parsed = parse_openevals(body, kDay);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == Errc::data);
  }
}

}  // namespace
}  // namespace oms
