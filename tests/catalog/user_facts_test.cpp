// What the user's overrides.json says of models, in the catalog that is built with it.
#include "support/catch.h"
#include "support/table_files.h"

namespace oms {
namespace {

// One fact about a model, as the file states it.
std::string fact(std::string_view id, std::string_view field, std::string_view value) {
  return R"({"model":")" + std::string(id) + R"(","field":")" + std::string(field) +
         R"(","value":)" + std::string(value) + R"(,"source":"a letter","as_of":"2026-08-01"})";
}

BuiltCatalog with(const Tables& tables, const std::string& facts) {
  DataFiles files = tables.files();
  files["overrides.json"] = R"({"facts":[)" + facts + "]}";
  return BuiltCatalog(files);
}

const std::string kNote = from("hf-model-matrix", R"("tags")");

}  // namespace

TEST_CASE("a license that the user states replaces the declared one and its terms", "[user]") {
  Tables tables;
  tables.record("a/x", R"("tags":["license:mit"],)" + kNote);
  const BuiltCatalog built = with(tables, fact("A/X", "license", R"("cc-by-nc-4.0")"));
  CHECK(built.word("a/x", "license") == "cc-by-nc-4.0");
  CHECK(built.word("a/x", "license_class") == "non-commercial");
  CHECK(built.value("a/x", "osi_approved") == Value(false));
  CHECK(built.facts("a/x", "license") == Strings{"a letter, 2026-08-01, user"});
  CHECK(built.facts("a/x", "license_class") ==
        Strings{"license table: cc-by-nc-4.0, 2026-08-01, user"});
}

TEST_CASE("what a base passes on stays when the user states a license", "[user]") {
  Tables tables;
  tables.record("a/base", R"("tags":["license:cc-by-nc-4.0"],)" + kNote);
  tables.record("b/x", R"("tags":["license:cc-by-nc-4.0","base_model:a/base"],)" + kNote);
  const BuiltCatalog built = with(tables, fact("b/x", "license", R"("mit")"));
  CHECK(built.word("b/x", "license_class") == "osi-permissive");
  CHECK(built.word("b/x", "license_effective") == "non-commercial");
}

TEST_CASE("a license that the user states is passed on to what was made of it", "[user]") {
  Tables tables;
  tables.record("a/base", R"("tags":["license:mit"],)" + kNote);
  tables.record("b/x", R"("tags":["license:mit","base_model:a/base"],)" + kNote);
  const BuiltCatalog built = with(tables, fact("a/base", "license", R"("cc-by-nc-4.0")"));
  CHECK(built.word("b/x", "license_effective") == "non-commercial");
}

TEST_CASE("an open part that the user states beats a judge", "[user]") {
  Tables tables;
  tables.record("a/x", R"("likes":1)");
  tables.row("openness.tsv", {{"id", "a/x"}, {"data", "open"}, {"source", "an index"}});
  const BuiltCatalog built = with(tables, fact("a/x", "open_data", R"("closed")"));
  CHECK(built.word("a/x", "open_data") == "closed");
  CHECK(built.facts("a/x", "open_data") == Strings{"a letter, 2026-08-01, user"});
  CHECK(built.value("a/x", "openness") == Value(std::int64_t{0}));
}

TEST_CASE("a base does not bound the data that the user says is open", "[user]") {
  Tables tables;
  tables.record("a/base", R"("likes":1)");
  tables.record("a/x", R"("tags":["base_model:a/base"],)" + kNote);
  tables.row("openness.tsv", {{"id", "a/base"}, {"data", "closed"}, {"source", "an index"}});
  tables.row("openness.tsv", {{"id", "a/x"}, {"data", "open"}, {"source", "an index"}});
  CHECK(with(tables, "").word("a/x", "open_data") == "partial");
  CHECK(with(tables, fact("a/x", "open_data", R"("open")")).word("a/x", "open_data") == "open");
}

TEST_CASE("a price that the user states is the only offer", "[user]") {
  Tables tables;
  tables.record("a/x", R"("likes":1)");
  tables.row("prices.tsv", {{"id", "a/x"},
                            {"host", "groq"},
                            {"route", "groq"},
                            {"input", "0.1"},
                            {"output", "0.2"},
                            {"as_of", "2026-08-01"},
                            {"source", "a list"}});
  const BuiltCatalog built =
      with(tables, fact("a/x", "price_input", "3") + "," + fact("a/x", "price_output", "4.5"));
  CHECK(built.value("a/x", "price_input") == Value(decimal(3)));
  CHECK(built.value("a/x", "price_output") == Value(*parse_decimal("4.5")));
  CHECK(built.word("a/x", "price_provider") == "user");
  CHECK(built.list("a/x", "available_on").empty());
}

TEST_CASE("sizes that the user states replace the others", "[user]") {
  Tables tables;
  tables.record("a/x-7b", R"("likes":1)");
  const BuiltCatalog built = with(
      tables, fact("a/x-7b", "params", "6700000000") + "," + fact("a/x-7b", "context", "4096"));
  CHECK(built.value("a/x-7b", "params") == Value(std::int64_t{6'700'000'000}));
  CHECK(built.value("a/x-7b", "context") == Value(std::int64_t{4096}));
  CHECK(built.facts("a/x-7b", "params") == Strings{"a letter, 2026-08-01, user"});
}

TEST_CASE("models that the user says nothing of are as without the file", "[user]") {
  Tables tables;
  tables.record("a/x", R"("tags":["license:mit"],)" + kNote);
  tables.record("a/y", R"("tags":["license:mit"],)" + kNote);
  const BuiltCatalog built = with(tables, fact("a/x", "license", R"("cc-by-nc-4.0")"));
  CHECK(built.word("a/y", "license") == "mit");
}

}  // namespace oms
