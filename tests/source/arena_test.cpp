#include "oms/source/price_sources.h"
#include "support/catch.h"

namespace oms {
namespace {

constexpr Date kDay{20'780};
using Names = std::vector<std::string>;

Harvest harvest(const std::string& body) {
  auto parsed = parse_arena(body, kDay);
  if (!parsed) FAIL(parsed.error().what);
  return *std::move(parsed);
}

std::string row(int index, const std::string& name, const std::string& rating,
                const std::string& category = "overall", const std::string& day = "2026-09-18") {
  return R"({"row_idx":)" + std::to_string(index) + R"(,"row":{"model_name":")" + name +
         R"(","organization":"Acme","license":"MIT","rating":)" + rating + R"(,"category":")" +
         category + R"(","leaderboard_publish_date":")" + day + R"("},"truncated_cells":[]})";
}

std::string page(const std::string& rows, int total) {
  return R"({"features":[],"rows":[)" + rows + R"(],"num_rows_total":)" + std::to_string(total) +
         "}";
}

TEST_CASE("a row of the overall category is a rating under the Arena's own name", "[arena]") {
  const Harvest found = harvest(page(row(0, "acme-7b-chat", "1301.2345678901"), 1));
  REQUIRE(found.scores.size() == 1);
  const auto& [name, score] = found.scores[0];
  CHECK(name == "acme-7b-chat");
  CHECK(score.metric == "arena");
  CHECK(to_text(score.value) == "1301.23");
  CHECK(score.as_of == *parse_date("2026-09-18"));
  CHECK(word_of(words::kGrade, score.grade) == "independent");
  CHECK(score.variant == "acme-7b-chat");
  REQUIRE(found.names.size() == 1);
  CHECK(found.names[0].key == "acme-7b-chat");
  CHECK(found.names[0].owner == "Acme");
}

TEST_CASE("other categories are other scales and are left out", "[arena]") {
  const Harvest found =
      harvest(page(row(0, "a", "1200", "coding") + "," + row(1, "a", "1300", "overall"), 2));
  REQUIRE(found.scores.size() == 1);
  CHECK(found.scores[0].second.value == decimal(1300));
}

TEST_CASE("the walk ends on the page where another category follows", "[arena]") {
  CHECK(harvest(page(row(98, "a", "1") + "," + row(99, "b", "2"), 400)).next ==
        "/rows?dataset=lmarena-ai%2Fleaderboard-dataset&config=text&split=latest"
        "&offset=100&length=100");
  CHECK(harvest(page(row(98, "a", "1") + "," + row(99, "b", "2", "coding"), 400)).next.empty());
  CHECK_FALSE(harvest(page(row(99, "b", "2", "chinese"), 400)).next.empty());
}

TEST_CASE("a row without a day is of the day when it was read", "[arena]") {
  CHECK(harvest(page(row(0, "a", "1300", "overall", ""), 1)).scores.at(0).second.as_of == kDay);
}

TEST_CASE("of several days in one list the newest counts", "[arena]") {
  Harvest found = harvest(page(row(0, "a", "1300", "overall", "2026-09-18") + "," +
                                   row(1, "b", "1200", "overall", "2026-08-01"),
                               2));
  keep_newest_day(found);
  REQUIRE(found.scores.size() == 1);
  CHECK(found.scores[0].first == "a");
}

TEST_CASE("a rating that is none is named and the others stay", "[arena]") {
  const Harvest found =
      harvest(page(row(0, "a", "-1") + "," + row(1, "b", "NaN") + "," + row(2, "c", "\"high\"") +
                       "," + row(3, "", "1200") + "," + row(4, "e", "1250"),
                   5));
  CHECK(found.rejected == Names{"a: rating is not above 0", "b: rating is missing",
                                "c: rating is not a number",
                                "a record without a name: model_name is missing"});
  CHECK(found.scores.size() == 1);
}

TEST_CASE("a table without the columns is an error that names the first one missing", "[arena]") {
  const auto parsed = parse_arena(R"({"rows":[{"row_idx":0,"row":{"model":"a"}}]})", kDay);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().what == "the Arena's table has no column 'model_name'");
  CHECK_FALSE(is_garbled(parsed.error()));
}

TEST_CASE("a body that is cut is garbled", "[arena]") {
  const auto parsed = parse_arena(R"({"rows":[{"row_idx":0,)", kDay);
  REQUIRE_FALSE(parsed);
  CHECK(is_garbled(parsed.error()));
}

}  // namespace
}  // namespace oms
