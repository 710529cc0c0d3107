#include "catalog/borrow_scores.h"

#include "oms/base/text.h"
#include "support/catch.h"
#include "support/table_builder.h"

namespace oms {
namespace {

using Strings = std::vector<std::string>;
using Records = std::vector<Record>;

Record model(const std::string& id, const std::string& relation = {}, const Strings& bases = {}) {
  Record record;
  record.model.id = id;
  record.model.relation = parse_choice(words::kRelation, relation);
  record.model.base_models = bases;
  record.model.quantization = relation == "quantized" ? "gguf" : "";
  return record;
}

Record scored(Record record, const std::string& metric, std::int64_t value,
              const std::string& grade = "independent") {
  record.scores.push_back(
      {metric, decimal(value), {}, parse_choice(words::kGrade, grade), "v", "a list"});
  return record;
}

Strings texts(const Record& record) {
  Strings found;
  for (const Observation& score : record.scores) {
    found.push_back(score.metric + " " + to_text(score.value) + " " +
                    std::string(word_of(words::kGrade, score.grade)) + ", " + score.source);
  }
  return found;
}

}  // namespace

TEST_CASE("a quantized copy borrows the score of its base, marked as that", "[borrow]") {
  Records records = {scored(model("acme/x"), "arena", 1200),
                     model("copy/x-GGUF", "quantized", {"Acme/X"})};
  borrow_scores(records, records.size(), rows_by_id(records));
  CHECK(texts(records[1]) == Strings{"arena 1200 borrowed, of acme/x: a list"});
  CHECK(records[1].scores[0].variant == "v");
  CHECK(texts(records[0]) == Strings{"arena 1200 independent, a list"});
}

TEST_CASE("a fine-tune, a merge and an adapter borrow nothing", "[borrow]") {
  for (const char* relation : {"finetune", "merge", "adapter", "distill", "unspecified", ""}) {
    CAPTURE(relation);
    Records records = {scored(model("acme/x"), "arena", 1200),
                       model("other/x", relation, {"acme/x"})};
    borrow_scores(records, records.size(), rows_by_id(records));
    CHECK(records[1].scores.empty());
  }
}

TEST_CASE("a copy keeps its own score and borrows those of other metrics", "[borrow]") {
  Records records = {scored(scored(model("acme/x"), "arena", 1200), "hle", 20),
                     scored(model("copy/x", "quantized", {"acme/x"}), "hle", 18, "self-reported")};
  borrow_scores(records, records.size(), rows_by_id(records));
  CHECK(texts(records[1]) ==
        Strings{"hle 18 self-reported, a list", "arena 1200 borrowed, of acme/x: a list"});
}

TEST_CASE("the strongest of several scores is borrowed", "[borrow]") {
  Records records = {
      scored(scored(model("acme/x"), "hle", 25, "self-reported"), "hle", 20, "independent"),
      model("copy/x", "quantized", {"acme/x"})};
  borrow_scores(records, records.size(), rows_by_id(records));
  CHECK(texts(records[1]) == Strings{"hle 20 borrowed, of acme/x: a list"});
}

TEST_CASE("a copy of a copy borrows from the model behind both, in any order", "[borrow]") {
  Records records = {model("b/copy", "quantized", {"a/copy"}),
                     model("a/copy", "quantized", {"acme/x"}),
                     scored(model("acme/x", "finetune", {"acme/base"}), "arena", 1200),
                     scored(model("acme/base"), "arena", 1000)};
  borrow_scores(records, records.size(), rows_by_id(records));
  CHECK(texts(records[0]) == Strings{"arena 1200 borrowed, of acme/x: a list"});
  CHECK(texts(records[1]) == Strings{"arena 1200 borrowed, of acme/x: a list"});
  CHECK(records[2].scores.size() == 1);
}

TEST_CASE("a copy of a fine-tune without a score does not borrow from further up", "[borrow]") {
  Records records = {model("copy/tune", "quantized", {"acme/tune"}),
                     model("acme/tune", "finetune", {"acme/x"}),
                     scored(model("acme/x"), "arena", 1200)};
  borrow_scores(records, records.size(), rows_by_id(records));
  CHECK(records[0].scores.empty());
}

TEST_CASE("a copy of several, of none known or in a circle borrows nothing", "[borrow]") {
  Records records = {
      scored(model("acme/x"), "arena", 1200), model("copy/two", "quantized", {"acme/x", "acme/y"}),
      model("copy/lost", "quantized", {"nobody/none"}),
      model("a/circle", "quantized", {"b/circle"}), model("b/circle", "quantized", {"a/circle"})};
  borrow_scores(records, records.size(), rows_by_id(records));
  for (std::size_t i = 1; i < records.size(); ++i) CHECK(records[i].scores.empty());
}

TEST_CASE("a fine-tune that the Hub calls quantized names no format and borrows nothing",
          "[borrow]") {
  Records records = {scored(model("acme/x"), "arena", 1200),
                     model("other/x", "quantized", {"acme/x"})};
  records[1].model.quantization.clear();
  borrow_scores(records, records.size(), rows_by_id(records));
  CHECK(records[1].scores.empty());
}

TEST_CASE("a copy that only borrows is folded into its base, one with a score of its own is not",
          "[borrow]") {
  Records records = {scored(model("acme/x"), "arena", 1200),
                     model("copy/plain", "quantized", {"acme/x"}),
                     scored(model("copy/scored", "quantized", {"acme/x"}), "hle", 18)};
  borrow_scores(records, records.size(), rows_by_id(records));
  const TableBuilder builder(std::move(records));
  CHECK(builder.table().folds().base_of(1) == 0);
  CHECK(builder.table().folds().base_of(2) == kNoRow);
}

}  // namespace oms
