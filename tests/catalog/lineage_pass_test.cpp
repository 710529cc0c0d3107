// What a catalog's records owe to the records of their bases.
#include "support/catch.h"
#include "support/table_files.h"

namespace oms {
namespace {

// A record that declares a license and its bases.
std::string made(std::string_view license, std::string_view bases) {
  return R"("cardData":{"license":")" + std::string(license) + R"(","base_model":[)" +
         std::string(bases) + "]}";
}

// Three generations: an apache-like one of a llama-like one, and a copy of it.
Tables washed() {
  Tables tables;
  tables.license("llama", "false", "community", "same-family");
  tables.record("b/base", R"("cardData":{"license":"llama"})");
  tables.record("d/washed", made("mit", R"("b/base")"));
  tables.record("c/child", made("mit", R"("d/washed")"));
  return tables;
}

}  // namespace

TEST_CASE("a base's terms bound the effective class over generations", "[lineage]") {
  const Built built(washed());
  CHECK(built.word("c/child", "license_class") == "osi-permissive");
  CHECK(built.word("c/child", "license_effective") == "community");
  CHECK(built.word("c/child", "license_verdict") == "conflict");
}

TEST_CASE("facts name the base that a verdict and an effective class come from", "[lineage]") {
  const Built built(washed());
  CHECK(built.facts("c/child", "license_verdict") == Strings{"its base b/base, -, inferred"});
  CHECK(built.facts("c/child", "license_effective") == Strings{"its base b/base, -, inferred"});
}

TEST_CASE("a model without a base keeps its class and says so", "[lineage]") {
  const Built built(washed());
  CHECK(built.word("b/base", "license_effective") == "community");
  CHECK(built.word("b/base", "license_verdict") == "no-lineage");
  CHECK(built.facts("b/base", "license_verdict").empty());
}

TEST_CASE("derivatives counts the models that name a base", "[lineage]") {
  Tables tables = washed();
  tables.record("c/merge", made("mit", R"("d/washed","b/base")"));
  const Built built(tables);
  CHECK(built.value("b/base", "derivatives") == Value(std::int64_t{2}));
  CHECK(built.value("d/washed", "derivatives") == Value(std::int64_t{2}));
  CHECK(built.value("c/child", "derivatives") == Value(std::int64_t{0}));
}

TEST_CASE("a base under a former id is found under its present one", "[lineage]") {
  Tables tables = washed();
  tables.row("aliases.tsv", {{"alias", "old/base"}, {"id", "older/base"}});
  tables.row("aliases.tsv", {{"alias", "older/base"}, {"id", "b/base"}});
  tables.record("c/former", made("mit", R"("Old/Base")"));
  const Built built(tables);
  CHECK(built.list("c/former", "base_models") == Strings{"b/base"});
  CHECK(built.word("c/former", "license_verdict") == "conflict");
}

TEST_CASE("a base gets the spelling of its own record, and counts once", "[lineage]") {
  Tables tables = washed();
  tables.row("aliases.tsv", {{"alias", "base"}, {"id", "b/base"}});
  tables.record("c/spelt", made("mit", R"("B/BASE","base")"));
  CHECK(Built(tables).list("c/spelt", "base_models") == Strings{"b/base"});
}

TEST_CASE("a model is not its own base under a former id", "[lineage]") {
  Tables tables = washed();
  tables.row("aliases.tsv", {{"alias", "old/self"}, {"id", "c/self"}});
  tables.record("c/self", made("mit", R"("old/self")"));
  const Built built(tables);
  CHECK(built.unknown("c/self", "base_models"));
  CHECK(built.word("c/self", "license_verdict") == "no-lineage");
}

TEST_CASE("a base that the catalog does not have leaves the own class", "[lineage]") {
  Tables tables = washed();
  tables.record("c/lost", made("mit", R"("x/gone")"));
  const Built built(tables);
  CHECK(built.word("c/lost", "license_effective") == "osi-permissive");
  CHECK(built.word("c/lost", "license_verdict") == "undetermined");
}

TEST_CASE("training data is public in part at best when a base's is not public", "[lineage]") {
  Tables tables = washed();
  tables.row("openness.tsv", {{"id", "b/base"}, {"data", "closed"}, {"source", "an index"}});
  tables.row("openness.tsv", {{"id", "c/child"}, {"data", "open"}, {"source", "an index"}});
  const Built built(tables);
  CHECK(built.word("c/child", "open_data") == "partial");
  CHECK(built.facts("c/child", "open_data") == Strings{"its base b/base, -, inferred"});
  CHECK(built.value("c/child", "openness") == Value(std::int64_t{0}));
  CHECK(built.value("c/child", "traditional_open_source") == Value(false));
}

TEST_CASE("a base's closed data does not say what its fine-tune's are", "[lineage]") {
  Tables tables = washed();
  tables.row("openness.tsv", {{"id", "b/base"}, {"data", "closed"}, {"source", "an index"}});
  const Built built(tables);
  CHECK(built.unknown("c/child", "open_data"));
  CHECK(built.value("c/child", "traditional_open_source") == Value(false));
  CHECK(built.facts("c/child", "traditional_open_source") ==
        Strings{"its base b/base, -, inferred"});
}

TEST_CASE("datasets among a base's tags do not bound its fine-tune's data", "[lineage]") {
  Tables tables = washed();
  tables.record("b/tagged", R"("tags":["dataset:a/set"],)" + from("hub", R"("tags")"));
  tables.record("c/open", made("mit", R"("b/tagged")"));
  tables.row("openness.tsv", {{"id", "c/open"}, {"data", "open"}, {"source", "an index"}});
  const Built built(tables);
  CHECK(built.word("b/tagged", "open_data") == "partial");
  CHECK(built.word("c/open", "open_data") == "open");
}

TEST_CASE("a base whose data nobody judged bounds nothing", "[lineage]") {
  Tables tables = washed();
  tables.row("openness.tsv", {{"id", "c/child"}, {"data", "open"}, {"source", "an index"}});
  CHECK(Built(tables).word("c/child", "open_data") == "open");
}

}  // namespace oms
