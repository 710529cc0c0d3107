#include "oms/query/query.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "oms/base/text.h"
#include "oms/query/condition.h"
#include "query/evaluate.h"
#include "query/fold.h"
#include "support/catch.h"
#include "support/table_builder.h"

namespace {

using oms::Answer;
using oms::Model;
using oms::Query;
using oms::Row;
using oms::TableBuilder;
using Ids = std::vector<std::string>;
using Counts = std::vector<std::uint32_t>;
using Flags = std::vector<bool>;

TableBuilder build(const std::vector<Model>& models) {
  std::vector<oms::Record> records;
  for (const Model& model : models) records.push_back({.model = model});
  return TableBuilder(std::move(records));
}

oms::Expr where(std::string_view text) {
  auto expr = oms::parse_expression(text);
  INFO((expr ? "" : expr.error().what));
  REQUIRE(expr);
  return *std::move(expr);
}

std::vector<oms::SortKey> order(std::string_view text) {
  auto keys = oms::parse_sort(text);
  INFO((keys ? "" : keys.error().what));
  REQUIRE(keys);
  return *std::move(keys);
}

Query query(std::string_view condition, std::string_view sort = "") {
  Query result;
  if (!condition.empty()) result.where = where(condition);
  if (!sort.empty()) result.order = order(sort);
  return result;
}

Ids ids(const oms::Table& table, const std::vector<Row>& rows) {
  Ids result;
  for (const Row row : rows) result.emplace_back(table.id(row));
  return result;
}

Ids found(const TableBuilder& builder, const Query& asked) {
  return ids(builder.table(), oms::run_query(asked, builder.table()).rows);
}
Ids found(const TableBuilder& builder, std::string_view condition, std::string_view sort = "") {
  return found(builder, query(condition, sort));
}

oms::Choice choice(std::span<const std::string_view> words, std::string_view word) {
  return oms::parse_choice(words, word);
}
oms::Date day(std::string_view text) { return *oms::parse_date(text); }
oms::Decimal amount(std::string_view text) { return *oms::parse_decimal(text); }

Model copy_of(std::string id, std::string base, oms::Integer likes = {}) {
  return {.id = std::move(id),
          .likes = likes,
          .quantization = "gguf",
          .base_models = {std::move(base)},
          .relation = choice(oms::words::kRelation, "quantized")};
}

std::string sort_error(std::string_view text) {
  const auto keys = oms::parse_sort(text);
  REQUIRE_FALSE(keys);
  CHECK(keys.error().code == oms::Errc::usage);
  return keys.error().what;
}

}  // namespace

// ---- Conditions on each kind of field

TEST_CASE("without a condition every row matches, in the order of ids", "[query]") {
  const auto table = build({{.id = "b/x"}, {.id = "A/y"}, {.id = "a/z"}});
  CHECK(found(table, "") == Ids{"A/y", "a/z", "b/x"});
}

TEST_CASE("numbers are compared with both ends of < and <= told apart", "[query]") {
  const auto table =
      build({{.id = "a", .likes = 1}, {.id = "b", .likes = 2}, {.id = "c", .likes = 3}});
  CHECK(found(table, "likes<2") == Ids{"a"});
  CHECK(found(table, "likes<=2") == Ids{"a", "b"});
  CHECK(found(table, "likes>2") == Ids{"c"});
  CHECK(found(table, "likes>=2") == Ids{"b", "c"});
  CHECK(found(table, "likes=2") == Ids{"b"});
  CHECK(found(table, "likes!=2") == Ids{"a", "c"});
  CHECK(found(table, "likes=1,3") == Ids{"a", "c"});
  CHECK(found(table, "likes!=1,3") == Ids{"b"});
}

TEST_CASE("a range includes both its ends", "[query]") {
  const auto table = build({{.id = "a", .likes = 1},
                            {.id = "b", .likes = 2},
                            {.id = "c", .likes = 3},
                            {.id = "d", .likes = 4}});
  CHECK(found(table, "likes=2..3") == Ids{"b", "c"});
  CHECK(found(table, "likes=..2") == Ids{"a", "b"});
  CHECK(found(table, "likes=3..") == Ids{"c", "d"});
  CHECK(found(table, "likes=1,3..") == Ids{"a", "c", "d"});
}

TEST_CASE("negative numbers are compared as numbers", "[query]") {
  const auto table = build({{.id = "a", .trending = amount("-2")},
                            {.id = "b", .trending = amount("-0.5")},
                            {.id = "c", .trending = amount("1")}});
  CHECK(found(table, "trending<-1") == Ids{"a"});
  CHECK(found(table, "trending=-1..0") == Ids{"b"});
}

TEST_CASE("the largest number has no larger one", "[query]") {
  const auto table = build({{.id = "a", .params = 9223372036854775807}});
  CHECK(found(table, "params>9223372036854775807").empty());
  CHECK(found(table, "params>=9223372036854775807") == Ids{"a"});
  CHECK(found(table, "params<-9223372036854775807").empty());
}

TEST_CASE("a context of at least 128k is any that is shown as 128k", "[query]") {
  const auto table = build({{.id = "a", .context = 131072}, {.id = "b", .context = 128000}});
  CHECK(found(table, "context>=128k") == Ids{"a", "b"});
}

TEST_CASE("a context of 128k is 128000 tokens, 131072, and what lies between", "[query]") {
  const auto table = build({{.id = "a", .context = 131072}, {.id = "b", .context = 128000}});
  CHECK(found(table, "context=128k") == Ids{"a", "b"});
}

TEST_CASE("a zero price is not an unknown one", "[query]") {
  const auto table = build({{.id = "a", .price_input = oms::decimal(0)}, {.id = "b"}});
  CHECK(found(table, "price_input=0") == Ids{"a"});
}

TEST_CASE("a year in a date condition is a whole year", "[query]") {
  const auto table = build({{.id = "a", .created = day("2024-12-31")},
                            {.id = "b", .created = day("2025-01-01")},
                            {.id = "c", .created = day("2025-12-31")},
                            {.id = "d", .created = day("2026-01-01")}});
  CHECK(found(table, "created=2025") == Ids{"b", "c"});
  CHECK(found(table, "created!=2025") == Ids{"a", "d"});
  CHECK(found(table, "created>2025") == Ids{"d"});
  CHECK(found(table, "created>=2025") == Ids{"b", "c", "d"});
  CHECK(found(table, "created<2025") == Ids{"a"});
  CHECK(found(table, "created<=2025") == Ids{"a", "b", "c"});
  CHECK(found(table, "created=2024..2025") == Ids{"a", "b", "c"});
}

TEST_CASE("a month in a date condition is a whole month", "[query]") {
  const auto table =
      build({{.id = "a", .created = day("2024-02-29")}, {.id = "b", .created = day("2024-03-01")}});
  CHECK(found(table, "created=2024-02") == Ids{"a"});
  CHECK(found(table, "created>2024-02") == Ids{"b"});
}

TEST_CASE("a day in a date condition is one day", "[query]") {
  const auto table =
      build({{.id = "a", .created = day("2025-06-01")}, {.id = "b", .created = day("2025-06-02")}});
  CHECK(found(table, "created>2025-06-01") == Ids{"b"});
}

TEST_CASE("words of a closed set compare by their order", "[query]") {
  const auto& words = oms::words::kLicenseClass;
  const auto table = build({{.id = "a", .license_class = choice(words, "proprietary")},
                            {.id = "b", .license_class = choice(words, "open-other")},
                            {.id = "c", .license_class = choice(words, "osi-permissive")}});
  CHECK(found(table, "license_class>=open-other") == Ids{"b", "c"});
  CHECK(found(table, "license_class<open-other") == Ids{"a"});
  CHECK(found(table, "license_class=proprietary,osi-permissive") == Ids{"a", "c"});
  CHECK(found(table, "license_class!=open-other") == Ids{"a", "c"});
}

TEST_CASE("flags are yes or no", "[query]") {
  const auto table =
      build({{.id = "a", .osi_approved = true}, {.id = "b", .osi_approved = false}, {.id = "c"}});
  CHECK(found(table, "osi_approved=yes") == Ids{"a"});
  CHECK(found(table, "osi_approved=false") == Ids{"b"});
  CHECK(found(table, "osi_approved!=no") == Ids{"a"});
}

TEST_CASE("texts and words compare whatever the letter case", "[query]") {
  const auto table = build({{.id = "Ab/Cd", .author = "Ab"}, {.id = "x/y", .author = "x"}});
  CHECK(found(table, "id=aB/cD") == Ids{"Ab/Cd"});
  CHECK(found(table, "author=AB") == Ids{"Ab/Cd"});
  CHECK(found(table, "author!=AB") == Ids{"x/y"});
}

TEST_CASE("~ finds a part of a text whatever the letter case", "[query]") {
  const auto table = build({{.id = "a/BioMistral"}, {.id = "b/mistral"}, {.id = "c/llama"}});
  CHECK(found(table, "id~MISTRAL") == Ids{"a/BioMistral", "b/mistral"});
  CHECK(found(table, "id!~bio,llama") == Ids{"b/mistral"});
}

TEST_CASE("~ takes no pattern", "[query]") {
  const auto table = build({{.id = "a.c"}, {.id = "abc"}, {.id = "a*c"}});
  CHECK(found(table, "id~a.c") == Ids{"a.c"});
  CHECK(found(table, "id~a*c") == Ids{"a*c"});
}

TEST_CASE("~ never matches across two rows", "[query]") {
  const auto table = build({{.id = "abab", .name = "xab"}, {.id = "bc", .name = "abx"}});
  CHECK(found(table, "id~abb").empty());
  CHECK(found(table, "id~babc").empty());
  CHECK(found(table, "name~aba").empty());
  CHECK(found(table, "id~bab") == Ids{"abab"});
}

TEST_CASE("~ finds a text behind one that only begins like it", "[query]") {
  const auto table = build({{.id = "xa", .name = "aa"}, {.id = "y", .name = "ab"}});
  CHECK(found(table, "name~ab") == Ids{"y"});
}

TEST_CASE("a list equals a word when one of its elements does", "[query]") {
  const auto table = build({{.id = "a", .tags = {"Medical", "chat"}},
                            {.id = "b", .tags = {"biomedical"}},
                            {.id = "c", .tags = {"medical"}}});
  CHECK(found(table, "tags=medical") == Ids{"a", "c"});
  CHECK(found(table, "tags=chat,biomedical") == Ids{"a", "b"});
}

TEST_CASE("a list differs from a word when no element equals it", "[query]") {
  const auto table =
      build({{.id = "a", .tags = {"medical", "chat"}}, {.id = "b", .tags = {"chat"}}});
  CHECK(found(table, "tags!=medical") == Ids{"b"});
  CHECK(found(table, "tags!=medical,chat").empty());
}

TEST_CASE("~ looks into every element of a list", "[query]") {
  const auto table = build({{.id = "a", .tags = {"x", "Medical"}},
                            {.id = "b", .tags = {"biomedical"}},
                            {.id = "c", .tags = {"medi", "cal"}}});
  CHECK(found(table, "tags~medical") == Ids{"a", "b"});
  CHECK(found(table, "tags!~medical") == Ids{"c"});
}

TEST_CASE("a field that the table does not carry is unknown everywhere", "[query]") {
  const auto table = build({{.id = "a"}});
  CHECK(found(table, "quality>0").empty());
  CHECK(found(table, "not quality>0").empty());
  CHECK(found(table, "quality=unknown") == Ids{"a"});
  CHECK(found(table, "quality_metric=arena").empty());
}

// ---- Unknown

TEST_CASE("an unknown price never satisfies a price filter", "[query]") {
  const auto table = build({{.id = "a", .price_input = amount("0.5")}, {.id = "b"}});
  CHECK(found(table, "price_input<=1") == Ids{"a"});
  CHECK(found(table, "price_input>1").empty());
  CHECK(found(table, "price_input!=1") == Ids{"a"});
}

TEST_CASE("a condition on an unknown value is unknown also under not", "[query]") {
  const auto table = build({{.id = "a", .likes = 1}, {.id = "b"}});
  CHECK(found(table, "not likes>5") == Ids{"a"});
}

TEST_CASE("unknown or true is true", "[query]") {
  const auto table = build({{.id = "a", .downloads = 9}});
  CHECK(found(table, "likes>5 or downloads>5") == Ids{"a"});
}

TEST_CASE("unknown or false is unknown", "[query]") {
  const auto table = build({{.id = "a", .downloads = 1}});
  const Answer answer = oms::run_query(query("likes>5 or downloads>5"), table.table());
  CHECK(answer.rows.empty());
  CHECK(answer.unknown == decltype(answer.unknown){{oms::field_id("likes"), 1}});
}

TEST_CASE("unknown and false is false", "[query]") {
  const auto table = build({{.id = "a", .downloads = 1}});
  const Answer answer = oms::run_query(query("likes>5 and downloads>5"), table.table());
  CHECK(answer.unknown.empty());
  CHECK(found(table, "not (likes>5 and downloads>5)") == Ids{"a"});
}

TEST_CASE("De Morgan's rules hold in three values", "[query]") {
  std::vector<Model> models;
  for (const oms::Integer likes : {oms::Integer{}, oms::Integer{1}, oms::Integer{9}}) {
    for (const oms::Integer downloads : {oms::Integer{}, oms::Integer{1}, oms::Integer{9}})
      models.push_back(
          {.id = "m" + std::to_string(models.size()), .downloads = downloads, .likes = likes});
  }
  const auto table = build(models);
  const auto truth = [&](std::string_view text) {
    std::vector<std::uint8_t> bytes(table.table().rows);
    oms::Evaluator(where(text), table.table()).run(0, static_cast<Row>(bytes.size()), bytes.data());
    return bytes;
  };
  CHECK(truth("not (likes>5 and downloads>5)") == truth("not likes>5 or not downloads>5"));
  CHECK(truth("not (likes>5 or downloads>5)") == truth("not likes>5 and not downloads>5"));
  // Rows: likes unknown, 1, 9; within each downloads unknown, 1, 9.
  CHECK(truth("likes>5 and downloads>5") == std::vector<std::uint8_t>{1, 0, 1, 0, 0, 0, 1, 0, 2});
  CHECK(truth("likes>5 or downloads>5") == std::vector<std::uint8_t>{1, 1, 2, 1, 0, 2, 2, 2, 2});
}

TEST_CASE("missing values are asked for by =unknown, known ones by !=unknown", "[query]") {
  const auto table = build({{.id = "a",
                             .author = "x",
                             .tags = {"t"},
                             .osi_approved = true,
                             .commercial_use = oms::Choice{1},
                             .created = day("2025-01-01"),
                             .likes = 1,
                             .price_input = amount("1")},
                            {.id = "b"}});
  for (const std::string field :
       {"author", "tags", "osi_approved", "commercial_use", "created", "likes", "price_input"}) {
    INFO(field);
    CHECK(found(table, field + "=unknown") == Ids{"b"});
    CHECK(found(table, field + "!=unknown") == Ids{"a"});
    CHECK(found(table, "not " + field + "=unknown") == Ids{"a"});
  }
}

TEST_CASE("=unknown also finds the literal word in texts", "[query]") {
  const auto table = build({{.id = "a", .tags = {"x", "unknown"}, .license = "unknown"},
                            {.id = "b"},
                            {.id = "c", .tags = {"x"}, .license = "mit"}});
  CHECK(found(table, "license=unknown") == Ids{"a", "b"});
  CHECK(found(table, "license!=unknown") == Ids{"c"});
  CHECK(found(table, "tags=unknown") == Ids{"a", "b"});
}

TEST_CASE("unknown may be one of several alternatives", "[query]") {
  const auto table = build({{.id = "a", .likes = 1}, {.id = "b"}, {.id = "c", .likes = 2}});
  CHECK(found(table, "likes=1,unknown") == Ids{"a", "b"});
  CHECK(found(table, "likes!=1,unknown") == Ids{"c"});
}

TEST_CASE("rows left out are counted under the first unknown field of the tree", "[query]") {
  const auto table = build({{.id = "a"},
                            {.id = "b", .likes = 9},
                            {.id = "c", .downloads = 9},
                            {.id = "d", .downloads = 9, .likes = 9},
                            {.id = "e", .downloads = 1}});
  const Answer answer = oms::run_query(query("downloads>5 and likes>5"), table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"d"});
  CHECK(answer.unknown ==
        decltype(answer.unknown){{oms::field_id("downloads"), 2}, {oms::field_id("likes"), 1}});
}

TEST_CASE("a field that the tree names twice is counted once", "[query]") {
  const auto table = build({{.id = "a"}, {.id = "b", .likes = 1}});
  const Answer answer = oms::run_query(query("likes>5 or likes<3"), table.table());
  CHECK(answer.unknown == decltype(answer.unknown){{oms::field_id("likes"), 1}});
}

TEST_CASE("a condition that asks for unknown is never the unknown one", "[query]") {
  const auto table = build({{.id = "a"}});
  const Answer answer = oms::run_query(query("license=unknown and likes>5"), table.table());
  CHECK(answer.unknown == decltype(answer.unknown){{oms::field_id("likes"), 1}});
}

TEST_CASE("admitted unknown rows come last, marked, in the same order", "[query]") {
  const auto table = build({{.id = "a", .downloads = 5},
                            {.id = "b", .downloads = 9},
                            {.id = "c", .downloads = 1, .likes = 9},
                            {.id = "d", .downloads = 2, .likes = 9},
                            {.id = "e", .downloads = 7, .likes = 1}});
  Query asked = query("likes>5", "-downloads");
  asked.admit_unknown = true;
  const Answer answer = oms::run_query(asked, table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"d", "c", "b", "a"});
  CHECK(answer.uncertain == Flags{false, false, true, true});
  CHECK(answer.matched == 4);
}

TEST_CASE("admitted rows are not counted as left out", "[query]") {
  const auto table = build({{.id = "a"}});
  Query asked = query("likes>5");
  asked.admit_unknown = true;
  CHECK(oms::run_query(asked, table.table()).unknown.empty());
}

TEST_CASE("the limit gives certain rows the first places", "[query]") {
  const auto table = build({{.id = "a"}, {.id = "b"}, {.id = "c", .likes = 9}});
  Query asked = query("likes>5");
  asked.admit_unknown = true;
  asked.limit = 2;
  const Answer answer = oms::run_query(asked, table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"c", "a"});
  CHECK(answer.uncertain == Flags{false, true});
  CHECK(answer.matched == 3);
}

// ---- Order

TEST_CASE("a bare key sorts best first by the field's better-direction", "[query]") {
  const auto table = build({{.id = "a", .likes = 1, .price_input = amount("1")},
                            {.id = "b", .likes = 2, .price_input = amount("2")}});
  CHECK(found(table, "", "likes") == Ids{"b", "a"});
  CHECK(found(table, "", "price_input") == Ids{"a", "b"});
}

TEST_CASE("a field without a better-direction sorts ascending", "[query]") {
  const auto table = build({{.id = "a", .params = 2}, {.id = "b", .params = 1}});
  CHECK(found(table, "", "params") == Ids{"b", "a"});
}

TEST_CASE("a sign states the direction", "[query]") {
  const auto table =
      build({{.id = "a", .price_input = amount("1")}, {.id = "b", .price_input = amount("2")}});
  CHECK(found(table, "", "-price_input") == Ids{"b", "a"});
  CHECK(found(table, "", "+price_input") == Ids{"a", "b"});
}

TEST_CASE("unknown comes last in every direction", "[query]") {
  const auto& words = oms::words::kLicenseClass;
  const auto table = build({{.id = "a"},
                            {.id = "b",
                             .author = "x",
                             .tags = {"t"},
                             .license_class = choice(words, "community"),
                             .osi_approved = false,
                             .created = day("1969-01-01"),
                             .likes = -5,
                             .price_input = amount("-1")}});
  for (const std::string field :
       {"author", "tags", "license_class", "osi_approved", "created", "likes", "price_input"}) {
    for (const std::string sign : {"", "-", "+"}) {
      INFO(sign + field);
      CHECK(found(table, "", sign + field) == Ids{"b", "a"});
    }
  }
}

TEST_CASE("the largest number comes before unknown", "[query]") {
  const auto table = build({{.id = "a"}, {.id = "b", .params = 9223372036854775807}});
  CHECK(found(table, "", "+params") == Ids{"b", "a"});
  CHECK(found(table, "", "-params") == Ids{"b", "a"});
}

TEST_CASE("ties are broken by folded id", "[query]") {
  const auto table =
      build({{.id = "b", .likes = 1}, {.id = "C", .likes = 1}, {.id = "A", .likes = 1}});
  CHECK(found(table, "", "-likes") == Ids{"A", "b", "C"});
  CHECK(found(table, "", "+likes") == Ids{"A", "b", "C"});
}

TEST_CASE("later keys break ties of earlier ones", "[query]") {
  const auto table = build({{.id = "a", .downloads = 1, .likes = 5},
                            {.id = "b", .downloads = 2, .likes = 5},
                            {.id = "c", .downloads = 3, .likes = 4}});
  CHECK(found(table, "", "-likes,-downloads") == Ids{"b", "a", "c"});
  CHECK(found(table, "", "-likes,+downloads") == Ids{"a", "b", "c"});
}

TEST_CASE("closed sets sort by their order, not by the alphabet", "[query]") {
  const auto& words = oms::words::kLicenseClass;
  const auto table = build({{.id = "a", .license_class = choice(words, "community")},
                            {.id = "b", .license_class = choice(words, "osi-permissive")},
                            {.id = "c", .license_class = choice(words, "proprietary")}});
  CHECK(found(table, "", "license_class") == Ids{"b", "a", "c"});
  CHECK(found(table, "", "+license_class") == Ids{"c", "a", "b"});
}

TEST_CASE("yes comes before no unless ascending is asked for", "[query]") {
  const auto table = build({{.id = "a", .osi_approved = false}, {.id = "b", .osi_approved = true}});
  CHECK(found(table, "", "osi_approved") == Ids{"b", "a"});
  CHECK(found(table, "", "-osi_approved") == Ids{"b", "a"});
  CHECK(found(table, "", "+osi_approved") == Ids{"a", "b"});
}

TEST_CASE("texts sort by their folded letters", "[query]") {
  const auto table = build({{.id = "1", .author = "Zed", .name = "long common start B"},
                            {.id = "2", .author = "abe", .name = "Long common start a"},
                            {.id = "3", .author = "ABE", .name = "long"}});
  CHECK(found(table, "", "author") == Ids{"2", "3", "1"});
  CHECK(found(table, "", "-author") == Ids{"1", "2", "3"});
  CHECK(found(table, "", "name") == Ids{"3", "2", "1"});
  CHECK(found(table, "", "-name") == Ids{"1", "2", "3"});
}

TEST_CASE("lists sort by their joined text", "[query]") {
  const auto table = build({{.id = "1", .tags = {"b"}},
                            {.id = "2", .tags = {"a", "z"}},
                            {.id = "3", .tags = {"a", "B"}},
                            {.id = "4", .tags = {"a"}}});
  CHECK(found(table, "", "tags") == Ids{"4", "3", "2", "1"});
  CHECK(found(table, "", "-tags") == Ids{"1", "2", "3", "4"});
}

TEST_CASE("a sign on quality means goodness", "[query]") {
  const auto builder = build({{.id = "a"}, {.id = "b"}, {.id = "c"}});
  oms::Table table = builder.table();
  const std::vector<std::int64_t> values = {5, 9, oms::kNoInteger};
  table.set_column(oms::field_id("quality"), oms::DecimalColumn{values});
  const auto sorted = [&](std::string_view sort, bool lower_is_better) {
    Query asked = query("", sort);
    asked.quality_lower_is_better = lower_is_better;
    return ids(table, oms::run_query(asked, table).rows);
  };
  CHECK(sorted("quality", false) == Ids{"b", "a", "c"});
  CHECK(sorted("-quality", false) == Ids{"b", "a", "c"});
  CHECK(sorted("+quality", false) == Ids{"a", "b", "c"});
  CHECK(sorted("quality", true) == Ids{"a", "b", "c"});
  CHECK(sorted("-quality", true) == Ids{"a", "b", "c"});
  CHECK(sorted("+quality", true) == Ids{"b", "a", "c"});
}

TEST_CASE("the limit cuts after sorting and matched counts before", "[query]") {
  const auto table =
      build({{.id = "a", .likes = 1}, {.id = "b", .likes = 3}, {.id = "c", .likes = 2}});
  Query asked = query("", "-likes");
  asked.limit = 2;
  const Answer answer = oms::run_query(asked, table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"b", "c"});
  CHECK(answer.matched == 3);
}

TEST_CASE("limit 0 is all", "[query]") {
  std::vector<Model> models;
  for (int i = 0; i < 50; ++i) models.push_back({.id = "m" + std::to_string(i)});
  const auto table = build(models);
  Query asked;
  CHECK(found(table, asked).size() == 20);
  asked.limit = 0;
  CHECK(found(table, asked).size() == 50);
}

TEST_CASE("an empty table has an empty answer", "[query]") {
  const auto table = build({});
  const Answer answer = oms::run_query(query("likes>5", "-likes"), table.table());
  CHECK(answer.rows.empty());
  CHECK(answer.matched == 0);
  CHECK(oms::matching_rows(where("likes>5"), table.table()).empty());
}

// ---- Folding

TEST_CASE("a quantized copy folds into its base and is counted there", "[query]") {
  const auto table =
      build({{.id = "a/base"}, copy_of("b/q4", "a/base"), copy_of("b/q8", "a/base")});
  const Answer answer = oms::run_query(query(""), table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"a/base"});
  CHECK(answer.folded == Counts{2});
  CHECK(answer.matched == 1);
}

TEST_CASE("other relations do not fold", "[query]") {
  const auto table = build({{.id = "a/base"},
                            {.id = "b/tuned",
                             .base_models = {"a/base"},
                             .relation = choice(oms::words::kRelation, "finetune")}});
  CHECK(found(table, "") == Ids{"a/base", "b/tuned"});
}

TEST_CASE("a copy of a copy folds into the nearest base in the result", "[query]") {
  const auto table = build(
      {{.id = "a/base", .likes = 1}, copy_of("b/fp8", "a/base", 9), copy_of("c/gguf", "b/fp8", 9)});
  const Answer without_base = oms::run_query(query("likes>5"), table.table());
  CHECK(ids(table.table(), without_base.rows) == Ids{"b/fp8"});
  CHECK(without_base.folded == Counts{1});
  const Answer with_base = oms::run_query(query(""), table.table());
  CHECK(ids(table.table(), with_base.rows) == Ids{"a/base"});
  CHECK(with_base.folded == Counts{2});
}

TEST_CASE("a copy folds past a copy that does not match", "[query]") {
  const auto table = build(
      {{.id = "a/base", .likes = 9}, copy_of("b/fp8", "a/base", 1), copy_of("c/gguf", "b/fp8", 9)});
  const Answer answer = oms::run_query(query("likes>5"), table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"a/base"});
  CHECK(answer.folded == Counts{1});
}

TEST_CASE("a copy whose base is not in the catalog stays a row", "[query]") {
  const auto table = build({copy_of("b/q4", "a/gone")});
  CHECK(found(table, "") == Ids{"b/q4"});
}

TEST_CASE("a copy whose base does not match stays a row", "[query]") {
  const auto table = build({{.id = "a/base", .likes = 1}, copy_of("b/q4", "a/base", 9)});
  const Answer answer = oms::run_query(query("likes>5"), table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"b/q4"});
  CHECK(answer.folded == Counts{0});
}

TEST_CASE("without folding every copy is a row", "[query]") {
  const auto table = build({{.id = "a/base"}, copy_of("b/q4", "a/base")});
  Query asked;
  asked.fold = false;
  const Answer answer = oms::run_query(asked, table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"a/base", "b/q4"});
  CHECK(answer.folded == Counts{0, 0});
}

TEST_CASE("a table without lineage folds nothing", "[query]") {
  const auto builder = build({{.id = "a/base"}, copy_of("b/q4", "a/base")});
  const oms::Table table(builder.table().rows, {.column = [&](oms::FieldId field) {
                           return builder.table().column(field);
                         }});
  CHECK(oms::run_query(Query{}, table).rows.size() == 2);
}

TEST_CASE("folding comes before the limit", "[query]") {
  const auto table = build({copy_of("a/q4", "z/base"), {.id = "b/other"}, {.id = "z/base"}});
  Query asked;
  asked.limit = 2;
  CHECK(found(table, asked) == Ids{"b/other", "z/base"});
}

TEST_CASE("the number of folded copies can be sorted by", "[query]") {
  const auto table = build({{.id = "a"},
                            {.id = "b"},
                            {.id = "c"},
                            copy_of("x1", "b"),
                            copy_of("x2", "b"),
                            copy_of("x3", "c")});
  const Answer answer = oms::run_query(query("", "-folded"), table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"b", "c", "a"});
  CHECK(answer.folded == Counts{2, 1, 0});
}

TEST_CASE("a certain copy does not fold into an uncertain base", "[query]") {
  const auto table = build({{.id = "a/base"}, copy_of("b/q4", "a/base", 9)});
  Query asked = query("likes>5");
  asked.admit_unknown = true;
  const Answer answer = oms::run_query(asked, table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"b/q4", "a/base"});
  CHECK(answer.uncertain == Flags{false, true});
}

TEST_CASE("an uncertain copy folds into a certain base", "[query]") {
  const auto table = build({{.id = "a/base", .likes = 9}, copy_of("b/q4", "a/base")});
  Query asked = query("likes>5");
  asked.admit_unknown = true;
  const Answer answer = oms::run_query(asked, table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"a/base"});
  CHECK(answer.folded == Counts{1});
}

TEST_CASE("an uncertain copy folds into an uncertain base", "[query]") {
  const auto table = build({{.id = "a/base"}, copy_of("b/q4", "a/base")});
  Query asked = query("likes>5");
  asked.admit_unknown = true;
  CHECK(found(table, asked) == Ids{"a/base"});
}

TEST_CASE("lineage that runs in a circle keeps its first row", "[query]") {
  const auto table =
      build({copy_of("a", "c"), copy_of("b", "a"), copy_of("c", "b"), copy_of("d", "c")});
  const Answer answer = oms::run_query(query(""), table.table());
  CHECK(ids(table.table(), answer.rows) == Ids{"a"});
  CHECK(answer.folded == Counts{3});
}

// `parents`: of each row, kNoRow for what is no copy.
std::vector<Row> fold(oms::Matches& matches, const std::vector<Row>& parents) {
  oms::RowSet copies(parents.size());
  std::vector<std::uint32_t> before;
  std::vector<Row> bases;
  for (Row row = 0; row < parents.size(); ++row) {
    if (row % (oms::Folds::kStretch * 64) == 0)
      before.push_back(static_cast<std::uint32_t>(bases.size()));
    if (parents[row] == oms::kNoRow) continue;
    copies.insert(row);
    bases.push_back(parents[row]);
  }
  return oms::fold_copies(matches, {copies.words(), before, bases});
}

// The nearest of the next 16 ancestors that matches as well as `row` does; kNoRow for what does not
// match itself.
Row nearest(const oms::Matches& matches, const std::vector<Row>& parents, Row row) {
  const bool certain = matches.certain.has(row);
  if (!certain && !matches.uncertain.has(row)) return oms::kNoRow;
  Row ancestor = parents[row];
  for (int step = 0; step < 16 && ancestor < parents.size(); ++step) {
    if (matches.certain.has(ancestor) || (!certain && matches.uncertain.has(ancestor)))
      return ancestor == row ? oms::kNoRow : ancestor;
    ancestor = parents[ancestor];
  }
  return oms::kNoRow;
}

// Where following nearest() ends; in a circle, its first row.
Row representative(const oms::Matches& matches, const std::vector<Row>& parents, Row row) {
  std::vector<Row> way;
  while (std::find(way.begin(), way.end(), row) == way.end()) {
    way.push_back(row);
    const Row next = nearest(matches, parents, row);
    if (next == oms::kNoRow) return row;
    row = next;
  }
  return *std::min_element(std::find(way.begin(), way.end(), row), way.end());
}

TEST_CASE("a parent is looked for at most 16 steps up", "[query]") {
  std::vector<Row> parents = {oms::kNoRow};
  for (Row row = 1; row < 40; ++row) parents.push_back(row - 1);
  for (const Row copy : {Row{16}, Row{17}}) {
    oms::Matches matches{oms::RowSet(40), oms::RowSet(0)};
    matches.certain.insert(0);
    matches.certain.insert(copy);
    CHECK(fold(matches, parents).size() == (copy == 16 ? 1 : 0));
  }
}

TEST_CASE("no lineage, however damaged, loses a group of models", "[query]") {
  const unsigned seed = GENERATE(1u, 2u, 3u, 4u, 5u);
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 300; ++round) {
    const std::size_t rows = 1 + random() % (round % 10 == 0 ? 3000 : 60);
    std::vector<Row> parents;
    for (std::size_t i = 0; i < rows; ++i)
      parents.push_back(random() % 4 == 0 ? oms::kNoRow : static_cast<Row>(random() % (rows + 2)));
    oms::Matches matches{oms::RowSet(rows), oms::RowSet(rows)};
    for (Row row = 0; row < rows; ++row) {
      const auto kind = random() % 3;
      if (kind == 0) matches.certain.insert(row);
      if (kind == 1) matches.uncertain.insert(row);
    }
    const std::size_t before = matches.certain.size() + matches.uncertain.size();
    std::vector<Row> expected;
    oms::Matches left{oms::RowSet(rows), oms::RowSet(rows)};
    for (Row row = 0; row < rows; ++row) {
      if (!matches.certain.has(row) && !matches.uncertain.has(row)) continue;
      const Row taker = representative(matches, parents, row);
      if (taker != row)
        expected.push_back(taker);
      else
        (matches.certain.has(row) ? left.certain : left.uncertain).insert(row);
    }
    auto representatives = fold(matches, parents);
    std::sort(representatives.begin(), representatives.end());
    std::sort(expected.begin(), expected.end());
    CHECK(representatives == expected);
    CHECK(matches.certain.rows() == left.certain.rows());
    CHECK(matches.uncertain.rows() == left.uncertain.rows());
    CHECK(before == matches.certain.size() + matches.uncertain.size() + representatives.size());
    CHECK(std::all_of(representatives.begin(), representatives.end(), [&](Row row) {
      return matches.certain.has(row) || matches.uncertain.has(row);
    }));
  }
}

// ---- Against a plain evaluation, over several blocks

TEST_CASE("large tables answer as a full sort of all rows would", "[query]") {
  const unsigned seed = GENERATE(11u, 12u);
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::vector<Model> models;
  for (int i = 0; i < 10000; ++i) {
    Model model{.id = "m" + std::to_string(i), .author = "author" + std::to_string(random() % 7)};
    if (random() % 3 != 0) model.likes = static_cast<std::int64_t>(random() % 50);
    if (random() % 3 != 0) model.tags = {"t" + std::to_string(random() % 40), "all"};
    models.push_back(std::move(model));
  }
  const auto builder = build(models);
  const oms::Table& table = builder.table();
  const oms::FieldId likes = oms::field_id("likes");
  const oms::FieldId author = oms::field_id("author");
  const oms::FieldId tags = oms::field_id("tags");

  std::vector<Row> expected;
  for (Row row = 0; row < table.rows; ++row) {
    const oms::Value count = table.value(likes, row);
    const oms::Value list = table.value(tags, row);
    if (oms::is_unknown(count) || oms::is_unknown(list)) continue;
    const auto& words = std::get<oms::TextList>(list);
    if (std::get<std::int64_t>(count) > 20 && words[0].find("t1") != std::string_view::npos)
      expected.push_back(row);
  }
  CHECK(oms::matching_rows(where("likes>20 and tags~t1"), table) == expected);
  CHECK(oms::matching_rows(where("likes>20 and tags=t1,t10,t11,t12,t13,t14,t15,t16,t17,t18,t19"),
                           table) == expected);

  std::stable_sort(expected.begin(), expected.end(), [&](Row a, Row b) {
    const auto name_a = std::get<std::string_view>(table.value(author, a));
    const auto name_b = std::get<std::string_view>(table.value(author, b));
    if (name_a != name_b) return name_a > name_b;
    return std::get<std::int64_t>(table.value(likes, a)) <
           std::get<std::int64_t>(table.value(likes, b));
  });
  Query asked = query("likes>20 and tags~t1", "-author,+likes");
  for (const std::size_t limit :
       {std::size_t{1}, std::size_t{20}, std::size_t{500}, std::size_t{0}}) {
    asked.limit = limit;
    auto first = expected;
    if (limit != 0 && limit < first.size()) first.resize(limit);
    CHECK(oms::run_query(asked, table).rows == first);
  }
}

TEST_CASE("unknown rows are counted in every block", "[query]") {
  std::vector<Model> models;
  for (int i = 0; i < 9000; ++i) {
    Model model{.id = "m" + std::to_string(i)};
    if (i % 3 == 0) model.likes = 1;
    models.push_back(std::move(model));
  }
  const auto table = build(models);
  const Answer answer = oms::run_query(query("likes>0"), table.table());
  CHECK(answer.matched == 3000);
  CHECK(answer.unknown == decltype(answer.unknown){{oms::field_id("likes"), 6000}});
}

TEST_CASE("a long text is searched as a short one is", "[query]") {
  const std::string filler(100000, 'x');
  const auto table = build({{.id = "a", .name = filler + "Needle" + filler},
                            {.id = "b", .name = filler},
                            {.id = "c", .name = "needle"}});
  CHECK(found(table, "name~needle") == Ids{"a", "c"});
}

// ---- Sort keys

TEST_CASE("sort keys are fields with an optional sign, separated by commas", "[query]") {
  const auto keys = order("price_output, -quality,+ID");
  REQUIRE(keys.size() == 3);
  CHECK(keys[0].field == oms::field_id("price_output"));
  CHECK(keys[0].direction == oms::Direction::best);
  CHECK(keys[1].field == oms::field_id("quality"));
  CHECK(keys[1].direction == oms::Direction::descending);
  CHECK(keys[2].field == oms::field_id("id"));
  CHECK(keys[2].direction == oms::Direction::ascending);
}

TEST_CASE("an unknown sort field gets a suggestion", "[query]") {
  CHECK(sort_error("-downlaods") ==
        "sort '-downlaods': unknown field 'downlaods'; did you mean 'downloads'?");
}

TEST_CASE("a sort field may stand only once", "[query]") {
  CHECK(sort_error("likes,-likes") == "sort 'likes,-likes': likes stands there twice");
}

TEST_CASE("scores cannot be sorted by; the message names --quality", "[query]") {
  CHECK(sort_error("scores") ==
        "sort 'scores': scores holds several metrics; choose one with --quality and sort by "
        "quality");
}

TEST_CASE("an empty sort field is refused", "[query]") {
  CHECK(sort_error("likes,,id") == "sort '': a field name is missing, as in price_output,-quality");
  CHECK_FALSE(oms::parse_sort(""));
  CHECK_FALSE(oms::parse_sort("-"));
}
