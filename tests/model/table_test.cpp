#include "oms/model/table.h"

#include "support/catch.h"
#include "support/samples.h"

namespace oms {
namespace {

using samples::model;

// Of each row the one that it folds into.
std::vector<Row> bases(const Table& table) {
  std::vector<Row> of;
  for (Row row = 0; row < table.rows; ++row) of.push_back(table.folds().base_of(row));
  return of;
}

TEST_CASE("rows stand in the order of their folded ids", "[table]") {
  const auto builder = samples::table({model("b/x"), model("A/y"), model("a/x")});
  const Table& table = builder.table();
  CHECK(samples::ids(table, {0, 1, 2}) == std::vector<std::string>{"a/x", "A/y", "b/x"});
}

TEST_CASE("an id that differs from another in letter case only is one model", "[table]") {
  const auto builder = samples::table({model("a/x"), model("A/X")});
  CHECK(builder.table().rows == 1);
}

TEST_CASE("an id is found whatever the letter case, and an unknown one is not", "[table]") {
  const auto builder = samples::table({model("a/x"), model("b/y"), model("c/z")});
  CHECK(builder.table().find("B/Y") == 1);
  CHECK(builder.table().find("b/") == kNoRow);
  CHECK(builder.table().find("z") == kNoRow);
}

TEST_CASE("a member that is not set reads as unknown in every kind of column", "[table]") {
  const auto builder = samples::table({model("a/x")});
  for (const std::string_view name : {"author", "task", "tags", "downloads", "trending", "created",
                                      "license_class", "osi_approved", "scores"}) {
    INFO(name);
    CHECK(is_unknown(builder.table().value(field_id(name), 0)));
  }
}

TEST_CASE("a value reads back as it was set in every kind of column", "[table]") {
  Model full = model("a/x");
  full.author = "a";
  full.tags = {"z", "b", "z"};
  full.downloads = 7;
  full.trending = Decimal{1'500'000'000};
  full.created = Date{19'000};
  full.license_class = parse_choice(words::kLicenseClass, "community");
  full.osi_approved = false;
  const auto builder = samples::table({full});
  const Table& table = builder.table();
  CHECK(table.value(field_id("author"), 0) == Value(std::string_view("a")));
  CHECK(table.value(field_id("tags"), 0) == Value(TextList{"z", "b", "z"}));
  CHECK(table.value(field_id("downloads"), 0) == Value(std::int64_t{7}));
  CHECK(table.value(field_id("trending"), 0) == Value(Decimal{1'500'000'000}));
  CHECK(table.value(field_id("created"), 0) == Value(Date{19'000}));
  CHECK(table.value(field_id("license_class"), 0) == Value(std::string_view("community")));
  CHECK(table.value(field_id("osi_approved"), 0) == Value(false));
}

TEST_CASE("a true zero is a value, not unknown", "[table]") {
  Model zero = model("a/x");
  zero.downloads = 0;
  const auto builder = samples::table({zero});
  CHECK(builder.table().value(field_id("downloads"), 0) == Value(std::int64_t{0}));
}

TEST_CASE("postings name each row of a word once, in order", "[table]") {
  Model a = model("a/a");
  a.tags = {"x", "x", "y"};
  Model b = model("b/b");
  Model c = model("c/c");
  c.tags = {"x"};
  const auto builder = samples::table({a, b, c});
  const auto& tags = std::get<ListColumn>(builder.table().column(field_id("tags")));
  const auto rows = tags.rows_with(1);  // "x", the first word behind ""
  CHECK(std::vector<std::uint32_t>(rows.begin(), rows.end()) == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("offers, scores and facts come back with the row they belong to", "[table]") {
  Record record{model("a/x")};
  record.offers = {{"groq", "groq", "list", Decimal{1}, {}, Date{5}}};
  record.scores = {{"wer", Decimal{2}, {}, {}, "", "s"}, {"arena", Decimal{3}, {}, {}, "", "s"}};
  record.facts = {{"task", "hub", Date{6}, parse_choice(words::kEvidence, "declared")}};
  const TableBuilder builder({record, {model("b/y")}});
  const Table& table = builder.table();
  REQUIRE(table.offers_of(0).size() == 1);
  CHECK(table.offers_of(0)[0].host == "groq");
  CHECK_FALSE(table.offers_of(0)[0].output.has_value());
  REQUIRE(table.scores_of(0).size() == 2);
  CHECK(table.scores_of(0)[0].metric == "arena");
  CHECK(table.facts_of(0).at(0).source == "hub");
  CHECK(table.offers_of(1).empty());
}

TEST_CASE("several scores in one metric count once in the list of scores", "[table]") {
  Record record{model("a/x")};
  record.scores = {{"wer", Decimal{2}, {}, {}, "low", "s"}, {"wer", Decimal{9}, {}, {}, "", "s"}};
  const TableBuilder builder({record});
  CHECK(builder.table().value(field_id("scores"), 0) == Value(ScoreList{{"wer", Decimal{2}}}));
}

TEST_CASE("a quantized copy that is sold or scored itself does not fold", "[table]") {
  Record copy{model("c/copy")};
  copy.model.relation = parse_choice(words::kRelation, "quantized");
  copy.model.base_models = {"a/base"};
  copy.model.quantization = "fp8";
  Record sold = copy;
  sold.model.id = "d/sold";
  sold.offers = {{"groq", "groq", "list", Decimal{1}, Decimal{2}, Date{5}}};
  const TableBuilder builder({{model("a/base")}, copy, sold});
  CHECK(bases(builder.table()) == std::vector<Row>{kNoRow, 0, kNoRow});
}

TEST_CASE("a computed column is made once, when it is first asked for", "[table]") {
  const auto builder = samples::table({model("a/x")});
  Table table = builder.table();
  const std::vector<std::uint8_t> on = {2};
  int made = 0;
  table.set_column(field_id("on_frontier"), [&] {
    ++made;
    return Column(CodeColumn{on});
  });
  CHECK(made == 0);
  CHECK(table.value(field_id("on_frontier"), 0) == Value(true));
  CHECK(table.value(field_id("on_frontier"), 0) == Value(true));
  CHECK(made == 1);
}

TEST_CASE("only a quantized copy folds, and only into a base of the catalog", "[table]") {
  Model copy = model("c/copy");
  copy.relation = parse_choice(words::kRelation, "quantized");
  copy.base_models = {"A/Base"};
  copy.quantization = "gguf";
  Model unnamed = copy;
  unnamed.id = "f/unnamed";
  unnamed.quantization.clear();
  Model tune = model("d/tune");
  tune.relation = parse_choice(words::kRelation, "finetune");
  tune.base_models = {"a/base"};
  Model orphan = model("e/orphan");
  orphan.relation = copy.relation;
  orphan.quantization = "awq";
  orphan.base_models = {"z/none"};
  const auto builder = samples::table({model("a/base"), copy, tune, orphan, unnamed});
  CHECK(bases(builder.table()) == std::vector<Row>{kNoRow, 0, kNoRow, kNoRow, kNoRow});
}

TEST_CASE("the copies of a model are those that fold into it", "[table]") {
  const auto copy_of = [](const char* base, const char* id) {
    Model copy = model(id);
    copy.relation = parse_choice(words::kRelation, "quantized");
    copy.base_models = {base};
    copy.quantization = "gguf";
    return copy;
  };
  const auto builder = samples::table(
      {model("a/base"), copy_of("A/Base", "c/one"), model("b/other"), copy_of("b/other", "d/two"),
       copy_of("a/base", "e/three"), copy_of("z/none", "f/orphan")});
  const Table& table = builder.table();
  std::vector<std::size_t> copies;
  for (Row row = 0; row < table.rows; ++row) copies.push_back(table.copies(row));
  CHECK(copies == std::vector<std::size_t>{2, 1, 0, 0, 0, 0});
}

TEST_CASE("a column of days knows its first and last one", "[table]") {
  Model early = model("a/early");
  early.created = Date{100};
  Model late = model("b/late");
  late.created = Date{300};
  Model middle = model("c/middle");
  middle.created = Date{200};
  const auto builder = samples::table({early, late, middle, model("d/none")});
  const auto range = [&](std::string_view field) {
    const auto days = builder.table().range(field_id(field));
    return std::vector<std::int32_t>(days.begin(), days.end());
  };
  CHECK(range("created") == std::vector<std::int32_t>{100, 300});
  CHECK(range("modified") == std::vector<std::int32_t>{kNoDay, kNoDay});
}

}  // namespace
}  // namespace oms
