#include "oms/model/added_scores.h"

#include "support/catch.h"
#include "support/samples.h"

namespace oms {
namespace {

using Strings = std::vector<std::string>;

Observation score(const std::string& metric, std::int64_t value, const std::string& source = "s") {
  return {metric, decimal(value), {}, parse_choice(words::kGrade, "independent"), "", source};
}

// a/x with scores in b and d, b/y without any.
TableBuilder sample() {
  Record first;
  first.model = samples::model("a/x");
  first.scores = {score("d", 4), score("b", 2)};
  Record second;
  second.model = samples::model("b/y");
  return TableBuilder({first, second});
}

Strings texts(const ScoreTable& scores) {
  Strings found;
  for (std::size_t i = 0; i < scores.rows.size(); ++i) {
    const auto row = static_cast<Row>(i);
    found.push_back(std::to_string(scores.rows[i]) + " " + std::string(scores.metric[row]) + " " +
                    to_text(Decimal{scores.value.billionths[i]}) + " " +
                    std::string(scores.source[row]));
  }
  return found;
}

}  // namespace

TEST_CASE("added scores stand in the order of rows and metrics, behind those that were there",
          "[scores]") {
  const TableBuilder builder = sample();
  const AddedScores added(
      builder.table().scores,
      {{1, score("c", 9, "mine")}, {0, score("c", 8)}, {0, score("b", 7, "z")}});
  CHECK(texts(added.table()) == Strings{"0 b 2 s", "0 b 7 z", "0 c 8 s", "0 d 4 s", "1 c 9 mine"});
}

TEST_CASE("a new metric is found in the dictionary, and the old ones still are", "[scores]") {
  const TableBuilder builder = sample();
  const AddedScores added(builder.table().scores, {{1, score("c", 9)}});
  const StringColumn dictionary = added.table().metric.dictionary;
  for (const std::string_view word : {"b", "c", "d"}) {
    const auto code = code_of(dictionary, word);
    REQUIRE(code);
    CHECK(dictionary[*code] == word);
  }
  CHECK(dictionary[0].empty());
}

TEST_CASE("scores can be added where there were none", "[scores]") {
  const TableBuilder builder = samples::table({samples::model("a/x")});
  CHECK(texts(AddedScores(builder.table().scores, {{0, score("c", 9)}}).table()) ==
        Strings{"0 c 9 s"});
  CHECK(texts(AddedScores(builder.table().scores, {}).table()).empty());
}

}  // namespace oms
