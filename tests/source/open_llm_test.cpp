#include "oms/model/metric.h"
#include "oms/source/price_sources.h"
#include "support/catch.h"
#include "support/data_file.h"

namespace oms {
namespace {

constexpr Date kDay{20'780};
using Names = std::vector<std::string>;

Harvest harvest(const std::string& body) {
  auto parsed = parse_open_llm(body, kDay);
  if (!parsed) FAIL(parsed.error().what);
  return *std::move(parsed);
}

// Columns as the data set spells them; `more` replaces none of them.
std::string row(const std::string& id, const std::string& mean,
                const std::string& precision = "bfloat16", const std::string& flags = {}) {
  const std::string said = flags.empty() ? R"("Flagged":false,"Merged":false)" : flags;
  return R"({"row_idx":0,"row":{"eval_name":"x","Precision":")" + precision +
         R"(","T":"💬","Model":"<a target=\"_blank\" href=\"https://huggingface.co/no/no\">no/no</a>",)"
         R"("fullname":")" +
         id + R"(","Average ⬆️":)" + mean +
         R"-(,"#Params (B)":-1,"CO₂ cost (kg)":1.5,"Hub ❤️":3,"IFEval Raw":0.61,"IFEval":61.5,)-"
         R"("MMLU-PRO Raw":0.33,"MMLU-PRO":26.178,"Submission Date":"2024-06-12",)" +
         said + "}}";
}

Harvest with(const std::string& rows) { return harvest(R"({"rows":[)" + rows + "]}"); }

TEST_CASE("a row gives its mean and the two tests that have a metric", "[open_llm]") {
  const Harvest found = with(row("acme/chat-7b", "24.67987974603332"));
  REQUIRE(found.scores.size() == 3);
  const auto& [id, mean] = found.scores[0];
  CHECK(id == "acme/chat-7b");
  CHECK(mean.metric == "ollb2");
  CHECK(to_text(mean.value) == "24.6799");
  CHECK(mean.as_of == *parse_date("2024-06-12"));
  CHECK(mean.variant == "bfloat16");
  CHECK(word_of(words::kGrade, mean.grade) == "independent");
  CHECK(found.scores[1].second.metric == "ollb2_ifeval");
  CHECK(to_text(found.scores[1].second.value) == "61.5");
  CHECK(found.scores[2].second.metric == "ollb2_mmlu_pro");
  CHECK(to_text(found.scores[2].second.value) == "26.178");
}

TEST_CASE("every score of the Open LLM Leaderboard has a row in data/metrics.tsv", "[open_llm]") {
  const std::string text = data_file("metrics.tsv");
  const auto metrics = MetricTable::parse(text);
  REQUIRE(metrics);
  for (const auto& [id, score] : with(row("a/x", "1")).scores) {
    CAPTURE(score.metric);
    REQUIRE(metrics->find(score.metric) != nullptr);
    CHECK(metrics->find(score.metric)->source == "open-llm-leaderboard-v2");
  }
}

TEST_CASE("the arrow behind the mean may come without its variation selector", "[open_llm]") {
  std::string plain = row("a/x", "12");
  plain.replace(plain.find("Average ⬆️"), std::string("Average ⬆️").size(), "Average ⬆");
  CHECK(with(plain).scores.size() == 3);
}

TEST_CASE("flagged models and merges are left out without a word", "[open_llm]") {
  const Harvest found =
      with(row("a/flagged", "50", "float16", R"("Flagged":true,"Merged":false)") + "," +
           row("a/merged", "52", "float16", R"("Flagged":false,"Merged":true)"));
  CHECK(found.records == 2);
  CHECK(found.scores.empty());
  CHECK(found.rejected.empty());
  CHECK(found.unmatched.empty());
}

TEST_CASE("of the runs of one model the best one stays, and says so", "[open_llm]") {
  Harvest found = with(row("a/x", "29.48", "float16") + "," + row("b/y", "20") + "," +
                       row("A/X", "34.25", "bfloat16"));
  keep_best_run(found);
  REQUIRE(found.scores.size() == 6);
  CHECK(found.scores[0].first == "b/y");
  CHECK(found.scores[0].second.variant == "bfloat16");
  CHECK(to_text(found.scores[3].second.value) == "34.25");
  for (std::size_t i = 3; i < 6; ++i) {
    CHECK(found.scores[i].first == "A/X");
    CHECK(found.scores[i].second.variant == "bfloat16, best of 2 runs");
  }
}

TEST_CASE("a row that cannot be read is named and the others stay", "[open_llm]") {
  const Harvest found = with(row("a/x", "\"high\"") + "," + row("b/y", "null") + "," +
                             row("c/z", "101") + "," + row("d/w", "7"));
  CHECK(found.rejected == Names{"a/x: Average ⬆️ is not a number",
                                "b/y: its average is missing",
                                "c/z: ollb2 101 is not between 0 and 100"});
  CHECK(found.scores.size() == 3);
}

TEST_CASE("a name that is no id of the Hub finds no model", "[open_llm]") {
  CHECK(with(row("no such id", "7")).unmatched == Names{"no such id"});
}

TEST_CASE("a table without the columns of the leaderboard is an error", "[open_llm]") {
  const auto parsed = parse_open_llm(R"({"rows":[{"row":{"model":"a/x","score":5}}]})", kDay);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().what == "the table of the Open LLM Leaderboard has no column 'fullname'");
  std::string renamed = row("a/x", "5");
  renamed.replace(renamed.find("Average"), 7, "Mean of");
  const auto other = parse_open_llm(R"({"rows":[)" + renamed + "]}", kDay);
  REQUIRE_FALSE(other);
  CHECK(other.error().what == "the table of the Open LLM Leaderboard has no column 'Average'");
}

}  // namespace
}  // namespace oms
