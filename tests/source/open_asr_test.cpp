#include "oms/source/price_sources.h"
#include "support/catch.h"

namespace oms {
namespace {

constexpr Date kDay{20'780};
using Names = std::vector<std::string>;

constexpr const char* kHeader = "model,Avg. WER,RTFx,Model size (B),License,AMI WER\n";

Harvest with(const std::string& rows) {
  auto parsed = parse_open_asr(kHeader + rows, kDay);
  if (!parsed) FAIL(parsed.error().what);
  return *std::move(parsed);
}

TEST_CASE("a row is an average word error rate", "[open_asr]") {
  const Harvest found = with("acme/hear-1b,5.42,524.88,2,Open,8.13\n");
  CHECK(found.records == 1);
  REQUIRE(found.scores.size() == 1);
  const auto& [id, score] = found.scores[0];
  CHECK(id == "acme/hear-1b");
  CHECK(score.metric == "wer");
  CHECK(to_text(score.value) == "5.42");
  CHECK(score.as_of == kDay);
  CHECK(word_of(words::kGrade, score.grade) == "independent");
}

TEST_CASE("a rate of -1 is missing", "[open_asr]") {
  const Harvest found = with("acme/a,-1,-1,-1,Open,-1\nacme/b,,1,1,Open,1\n");
  CHECK(found.scores.empty());
  CHECK(found.rejected.empty());
}

TEST_CASE("a proprietary row is no model of the Hub, whatever its id looks like", "[open_asr]") {
  const Harvest found = with("google/chirp_2,6.42,-1,-1,Proprietary,8.91\n");
  CHECK(found.scores.empty());
  CHECK(found.unmatched == Names{"google/chirp_2"});
}

TEST_CASE("a cell that is a link counts by its text", "[open_asr]") {
  const Harvest found = with(
      "\"<a target=\"\"_blank\"\" href=\"\"https://huggingface.co/acme/a\"\">acme/a</a>"
      "  <a href=\"\"https://x.example\"\">📑</a>\",<b>7.5</b>,1,1,Open,2\n");
  REQUIRE(found.scores.size() == 1);
  CHECK(found.scores[0].first == "acme/a");
  CHECK(to_text(found.scores[0].second.value) == "7.5");
}

TEST_CASE("a rate that is none is named and the others stay", "[open_asr]") {
  const Harvest found = with(
      "acme/a,low,1,1,Open,2\nacme/b,-3,1,1,Open,2\nacme/c\n,5,1,1,Open,2\n"
      "acme/d,9.5,1,1,Open,2\n");
  CHECK(found.rejected == Names{"acme/a: Avg. WER 'low' is not a number",
                                "acme/b: Avg. WER -3 is below 0",
                                "a record without a name: model is missing"});
  REQUIRE(found.scores.size() == 1);
  CHECK(found.scores[0].first == "acme/d");
}

TEST_CASE("a table that breaks off in a row is an error", "[open_asr]") {
  const auto cut = parse_open_asr("model,Avg. WER,License\na/x,5.5,Open\nb/y,1", Date{});
  REQUIRE_FALSE(cut);
  CHECK(cut.error().what == "the table of the Open ASR leaderboard breaks off in a row");
  CHECK(parse_open_asr("model,Avg. WER,License\na/x,5.5,Open\nb/y,12.5,Open", Date{}));
}

TEST_CASE("columns are found by name, wherever they stand", "[open_asr]") {
  const auto parsed = parse_open_asr(",License,Avg. WER,Model\n0,Open,4.5,acme/a\n", kDay);
  REQUIRE(parsed);
  REQUIRE(parsed->scores.size() == 1);
  CHECK(parsed->scores[0].first == "acme/a");
}

TEST_CASE("a body that is another table, or none, is an error", "[open_asr]") {
  const auto error = [](const char* body) {
    const auto parsed = parse_open_asr(body, kDay);
    REQUIRE_FALSE(parsed);
    CHECK_FALSE(is_garbled(parsed.error()));
    return parsed.error().what;
  };
  CHECK(error("") == "the table of the Open ASR leaderboard is empty");
  CHECK(error("<html><title>404</title></html>") ==
        "the table of the Open ASR leaderboard has no column 'model'");
  CHECK(error("model,Mean WER,License\n") ==
        "the table of the Open ASR leaderboard has no column 'Avg. WER'");
}

}  // namespace
}  // namespace oms
