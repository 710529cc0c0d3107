// What a model's new name does to the bundled tables, which know it by its former one.
#include "catalog/renames.h"

#include "support/catch.h"
#include "support/table_files.h"

namespace oms {
namespace {

// A bundled model, a/x, with a price, a score and what more the tables say of it.
Tables bundled() {
  Tables tables;
  tables.record("a/x", R"("tags":["fr"],)" + from("hf-model-matrix", R"("tags")"));
  tables.row("prices.tsv", {{"id", "a/x"},
                            {"host", "groq"},
                            {"route", "groq"},
                            {"input", "1"},
                            {"output", "2"},
                            {"as_of", "2026-08-01"},
                            {"source", "a list"}});
  tables.row("scores.tsv", {{"id", "a/x"},
                            {"metric", "mmlu"},
                            {"value", "50"},
                            {"as_of", "2026-08-01"},
                            {"grade", "independent"},
                            {"source", "a list"}});
  tables.row("openness.tsv", {{"id", "a/x"}, {"data", "open"}, {"source", "a study"}});
  tables.row("architecture.tsv", {{"id", "a/x"}, {"attention", "gqa"}, {"source", "a paper"}});
  tables.row("known-licenses.tsv", {{"id", "a/x"}, {"key", "mit"}, {"source", "a page"}});
  return tables;
}

FetchedPage page(std::string_view line) {
  return {{"downloads"}, std::string(line) + "\n", parse_date("2026-09-01")};
}

// One page has the model under its former name, a newer one under the new one.
FetchedData renamed_by_hub_id() {
  FetchedData fetched;
  fetched.pages = {page(R"({"id":"a/x","_id":"7","downloads":5})"),
                   page(R"({"id":"b/y","_id":"7","downloads":6})")};
  return fetched;
}

// The former name is still bundled; the Hub says what became of it.
FetchedData renamed_by_status() {
  FetchedData fetched;
  fetched.pages = {page(R"({"id":"b/y","_id":"7","downloads":6})")};
  fetched.statuses.push_back({"a/x", "renamed", "b/y", parse_date("2026-09-01")});
  return fetched;
}

void check_followed(const Built& built) {
  CHECK(built.word("b/y", "price_provider") == "groq");
  CHECK(built.scores("b/y") == Strings{"mmlu 50, 2026-08-01, independent, '', a list"});
  CHECK(built.word("b/y", "attention") == "gqa");
  CHECK_FALSE(built.facts("b/y", "open_data").empty());
}

}  // namespace

TEST_CASE("a model with the _id of a bundled one under another name is built, with its figures",
          "[renames]") {
  const Built built(bundled(), renamed_by_hub_id());
  check_followed(built);
  CHECK(built.table().find("a/x") == kNoRow);
  CHECK(built.catalog().find_exact("A/x") == built.row("b/y"));
}

TEST_CASE("bundled figures follow the model that the Hub says was renamed", "[renames]") {
  const Built built(bundled(), renamed_by_status());
  check_followed(built);
  CHECK(built.word("a/x", "status") == "renamed");
  CHECK(built.table().offers_of(built.row("a/x")).empty());
  CHECK(built.scores("a/x").empty());
}

TEST_CASE("what a service says of a former name is said of the present one", "[renames]") {
  FetchedData fetched = renamed_by_status();
  Harvest harvest;
  harvest.offers.emplace_back("a/x", Offer{"openrouter", "openrouter", "s", decimal(3), decimal(4),
                                           parse_date("2026-09-01")});
  fetched.sources.push_back({"openrouter", harvest});
  const Built built(bundled(), fetched);
  CHECK(built.table().offers_of(built.row("b/y")).size() == 2);
  CHECK(built.table().offers_of(built.row("a/x")).empty());
}

TEST_CASE("the figures of a former name stay where its new name is not known", "[renames]") {
  FetchedData fetched;
  fetched.statuses.push_back({"a/x", "renamed", "b/unseen", parse_date("2026-09-01")});
  CHECK(Built(bundled(), fetched).word("a/x", "price_provider") == "groq");
}

TEST_CASE("a bundled former name leads over later renames to the present one", "[renames]") {
  Tables tables = bundled();
  tables.row("aliases.tsv", {{"alias", "old/x"}, {"id", "a/x"}});
  const Built built(tables, renamed_by_hub_id());
  CHECK(built.catalog().find_exact("old/x") == built.row("b/y"));
}

TEST_CASE("a name that a model goes by again is no former one", "[renames]") {
  FetchedData fetched = renamed_by_hub_id();
  fetched.pages.push_back(page(R"({"id":"a/x","_id":"7","downloads":7})"));
  const Built built(bundled(), fetched);
  CHECK(built.word("a/x", "price_provider") == "groq");
  CHECK(built.table().find("b/y") == kNoRow);
}

TEST_CASE("names that lead in a circle end somewhere", "[renames]") {
  Renames renames;
  renames.add("a/x", "b/y");
  renames.add("b/y", "A/X");
  CHECK(renames.present("c/z") == "c/z");
  CHECK_FALSE(renames.present("a/x").empty());
}

TEST_CASE("a table of data/ with a model that nobody knows still stops the build", "[renames]") {
  Tables tables = bundled();
  tables.row("scores.tsv", {{"id", "no/model"}, {"metric", "mmlu"}, {"value", "1"}});
  const auto made = build_catalog(tables.files(), renamed_by_hub_id());
  REQUIRE_FALSE(made);
  CHECK(made.error().what == "scores.tsv:3: no model 'no/model' in snapshot.ndjson");
}

}  // namespace oms
