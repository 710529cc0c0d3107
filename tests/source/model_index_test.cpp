#include "oms/base/text.h"
#include "oms/source/hub_record.h"
#include "support/catch.h"

namespace oms {
namespace {

std::vector<Observation> scores(const std::string& model_index) {
  HubRecordReader reader;
  auto record = reader.read(R"({"id":"a/x","model-index":)" + model_index + "}");
  REQUIRE(record);
  return record->card_results;
}

// One row of a card.
std::string row(const std::string& dataset, const std::string& metrics,
                const std::string& source = {}) {
  return R"([{"name":"m","results":[{"task":{"type":"text-generation"},"metrics":[)" + metrics +
         R"(],"dataset":)" + dataset + (source.empty() ? "" : R"(,"source":)" + source) + "}]}]";
}

const std::string kBoard =
    R"({"name":"Open LLM Leaderboard","url":"https://huggingface.co/spaces/open_llm_leaderboard"})";

}  // namespace

TEST_CASE("a row of a card is a self-reported score, whatever it says of itself", "[hub]") {
  const auto found = scores(row(R"({"type":"openai/gsm8k","name":"GSM8K"})",
                                R"({"type":"accuracy","value":81.5,"verified":true})"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].metric == "gsm8k");
  CHECK(to_text(found[0].value) == "81.5");
  CHECK(word_of(words::kGrade, found[0].grade) == "self-reported");
  CHECK(found[0].variant == "GSM8K");
  CHECK(found[0].source == "Model card results");
}

TEST_CASE("the leaderboard's rows in a card keep the leaderboard's scale", "[hub]") {
  const auto found = scores(row(R"-({"type":"TIGER-Lab/MMLU-Pro","name":"MMLU-PRO (5-shot)"})-",
                                R"({"type":"acc","value":26.178339243498815})", kBoard));
  REQUIRE(found.size() == 1);
  CHECK(found[0].metric == "ollb2_mmlu_pro");
  CHECK(to_text(found[0].value) == "26.1783");
  CHECK(found[0].source ==
        "Model card results: Open LLM Leaderboard "
        "(https://huggingface.co/spaces/open_llm_leaderboard)");
  CHECK(scores(row(R"({"type":"TIGER-Lab/MMLU-Pro"})", R"({"type":"acc","value":60})"))
            .at(0)
            .metric == "mmlu_pro");
  CHECK(scores(row(R"({"type":"Idavidrein/gpqa"})", R"({"type":"acc_norm","value":6})", kBoard))
            .empty());
}

TEST_CASE("a measure that is no share of right answers is left out", "[hub]") {
  CHECK(scores(row(R"({"type":"gsm8k"})", R"({"type":"loss","value":1.2})")).empty());
  CHECK(
      scores(row(R"({"type":"gsm8k"})", R"({"type":"loss","value":1.2},{"type":"acc","value":50})"))
          .size() == 1);
}

TEST_CASE("a benchmark without a metric of ours is left out", "[hub]") {
  CHECK(scores(row(R"({"type":"hellaswag"})", R"({"type":"acc","value":80})")).empty());
}

TEST_CASE("a value may be a text that begins with a number", "[hub]") {
  CHECK(to_text(scores(row(R"({"type":"gsm8k"})", R"({"type":"acc","value":"20.5 ± 1.2"})"))
                    .at(0)
                    .value) == "20.5");
  CHECK(scores(row(R"({"type":"gsm8k"})", R"({"type":"acc","value":"high"})")).empty());
  CHECK(scores(row(R"({"type":"gsm8k"})", R"({"type":"acc","value":{"mean":2}})")).empty());
}

TEST_CASE("an old card holds one entry without a list", "[hub]") {
  const std::string list = row(R"({"type":"gsm8k"})", R"({"type":"acc","value":50})");
  CHECK(scores(list.substr(1, list.size() - 2)).size() == 1);
}

}  // namespace oms
