#include "oms/base/tsv.h"

#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("a table is read by its named columns", "[base]") {
  const auto tsv = Tsv::parse("id\tname\na\tAlpha\nb\tBeta\n");
  REQUIRE(tsv);
  CHECK(tsv->rows() == 2);
  CHECK(tsv->columns() == std::vector<std::string_view>{"id", "name"});
  CHECK(tsv->at(1, tsv->column("name")) == "Beta");
}

TEST_CASE("a column that is not there has the position past the last", "[base]") {
  const auto tsv = Tsv::parse("id\tname\n");
  REQUIRE(tsv);
  CHECK(tsv->column("price") == 2);
}

TEST_CASE("a header alone is a table without rows", "[base]") {
  const auto tsv = Tsv::parse("id\tname\n");
  REQUIRE(tsv);
  CHECK(tsv->rows() == 0);
}

TEST_CASE("an empty cell stays empty, also the last one", "[base]") {
  const auto tsv = Tsv::parse("a\tb\tc\n1\t\t\n");
  REQUIRE(tsv);
  CHECK(tsv->at(0, 1) == "");
  CHECK(tsv->at(0, 2) == "");
}

TEST_CASE("quotes and backslashes are ordinary characters", "[base]") {
  const auto tsv = Tsv::parse("a\n\"x\\n\"\n");
  REQUIRE(tsv);
  CHECK(tsv->at(0, 0) == "\"x\\n\"");
}

TEST_CASE("a row with another number of cells is named by its line", "[base]") {
  const auto few = Tsv::parse("a\tb\n1\t2\n3\n");
  REQUIRE_FALSE(few);
  CHECK(few.error().code == Errc::data);
  CHECK(few.error().what == "table line 3: 1 cells, the header has 2");
  const auto many = Tsv::parse("a\tb\n1\t2\t3\n");
  REQUIRE_FALSE(many);
  CHECK(many.error().what == "table line 2: 3 cells, the header has 2");
}

TEST_CASE("rows that are not wanted are passed over, whatever is in them", "[base]") {
  const auto is_b = [](std::string_view first) { return first == "b"; };
  const auto tsv = Tsv::parse("id\tname\na\nb\tBeta\nb\tBoth\nc\t\t\t\n", is_b);
  REQUIRE(tsv);
  REQUIRE(tsv->rows() == 2);
  CHECK(tsv->at(0, 1) == "Beta");
  CHECK(tsv->at(1, 1) == "Both");
  CHECK_FALSE(Tsv::parse("id\tname\na\tAlpha\nb\n", is_b));
}

TEST_CASE("a table without its final newline was cut", "[base]") {
  const auto cut = Tsv::parse("a\tb\n1\t2");
  REQUIRE_FALSE(cut);
  CHECK(cut.error().code == Errc::data);
  CHECK(cut.error().what == "table has no newline at its end");
}

TEST_CASE("an empty text is no table", "[base]") {
  const auto none = Tsv::parse("");
  REQUIRE_FALSE(none);
  CHECK(none.error().code == Errc::data);
}

}  // namespace
}  // namespace oms
