// Columns of few rows answer as columns of all rows do, and half a table in another thread as all
// of it in one.
#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "oms/model/table.h"
#include "oms/query/frontier.h"
#include "oms/query/number_reader.h"
#include "oms/query/query.h"
#include "oms/query/row_set.h"
#include "query/evaluate.h"
#include "support/catch.h"

namespace oms {
namespace {

// A table of integers, days, codes and words in which about one row in `rarity` has a value, once
// with columns of all rows and once with sparse ones.
class Twins {
 public:
  Twins(std::size_t rows, unsigned rarity, unsigned seed) : random_(seed) {
    for (std::size_t row = 0; row < rows; ++row) {
      const bool has_value = random_() % rarity == 0;
      if (has_value) rows_.push_back(static_cast<Row>(row));
      // A sparse column may hold rows without a value, too.
      const bool known = has_value && random_() % 8 != 0;
      add(downloads_, few_downloads_, has_value, kNoInteger,
          known ? static_cast<std::int64_t>(random_() % 9) : kNoInteger);
      add(created_, few_created_, has_value, kNoDay,
          known ? static_cast<std::int32_t>(20000 + random_() % 9) : kNoDay);
      add(gated_, few_gated_, has_value, std::uint8_t{0},
          static_cast<std::uint8_t>(known ? 1 + random_() % 3 : 0));
      add(author_, few_author_, has_value, std::uint32_t{0},
          static_cast<std::uint32_t>(known ? 1 + random_() % 3 : 0));
      ids_ += "m" + std::to_string(100'000 + row);
      id_ends_.push_back(static_cast<std::uint32_t>(ids_.size()));
    }
    const StringColumn words{word_ends_, "anbocy"};
    few_ = {IntegerColumn(few_downloads_), DateColumn(few_created_), CodeColumn(few_gated_),
            WordColumn{few_author_, words}};
    dense = fill(IntegerColumn(downloads_), DateColumn(created_), CodeColumn(gated_),
                 WordColumn{author_, words});
    sparse = fill(SparseColumn{rows_, &few_[0]}, SparseColumn{rows_, &few_[1]},
                  SparseColumn{rows_, &few_[2]}, SparseColumn{rows_, &few_[3]});
  }

  Table dense = {};
  Table sparse = {};
  std::mt19937& random() { return random_; }

 private:
  template <typename T>
  static void add(std::vector<T>& all, std::vector<T>& few, bool has_value, T unknown, T value) {
    all.push_back(has_value ? value : unknown);
    if (has_value) few.push_back(value);
  }

  Table fill(Column downloads, Column created, Column gated, Column author) const {
    Table table(id_ends_.size() - 1, {});
    table.set_column(field_id("id"), StringColumn{id_ends_, ids_.data()});
    table.set_column(field_id("downloads"), std::move(downloads));
    table.set_column(field_id("created"), std::move(created));
    table.set_column(field_id("gated"), std::move(gated));
    table.set_column(field_id("author"), std::move(author));
    return table;
  }

  std::mt19937 random_;
  std::vector<Row> rows_ = {};
  std::vector<std::int64_t> downloads_ = {}, few_downloads_ = {};
  std::vector<std::int32_t> created_ = {}, few_created_ = {};
  std::vector<std::uint8_t> gated_ = {}, few_gated_ = {};
  std::vector<std::uint32_t> author_ = {}, few_author_ = {};
  std::vector<std::uint32_t> word_ends_ = {0, 0, 2, 4, 6};
  std::string ids_ = {};
  std::vector<std::uint32_t> id_ends_ = {0};
  std::vector<Column> few_ = {};
};

constexpr std::array kExpressions = {
    "downloads>3",
    "downloads=2..5",
    "not downloads>3",
    "downloads=unknown",
    "downloads!=unknown and downloads<8",
    "created=2024-10-05 or downloads=1",
    "gated=auto",
    "gated!=auto,manual",
    "gated=unknown",
    "author=an,cy",
    "author~o",
    "not author!~o and id~7",
    "downloads>3 and not (gated=manual or author=bo)",
};

Expr expression(std::string_view text) {
  auto parsed = parse_expression(text);
  INFO(text << ": " << (parsed ? "" : parsed.error().what));
  REQUIRE(parsed);
  return *std::move(parsed);
}

TEST_CASE("a sparse column has its values in its rows and none elsewhere", "[sparse]") {
  const std::vector<Row> rows = {2, 5};
  const std::vector<std::int64_t> numbers = {7, kNoInteger};
  const Column values = IntegerColumn(numbers);
  Table table(8, {});
  const FieldId likes = field_id("likes");
  table.set_column(likes, SparseColumn{rows, &values});
  CHECK(table.value(likes, 2) == Value(std::int64_t{7}));
  CHECK_FALSE(table.unknown(likes, 2));
  for (const Row row : {0u, 1u, 3u, 5u, 7u}) {
    CHECK(is_unknown(table.value(likes, row)));
    CHECK(table.unknown(likes, row));
  }
}

TEST_CASE("conditions, orders and counts see no difference between sparse and full", "[sparse]") {
  const unsigned seed = GENERATE(1u, 2u, 3u);
  const unsigned rarity = GENERATE(1u, 3u, 200u, 100'000u);
  INFO("seed " << seed << ", one in " << rarity);
  const Twins twins(9'000, rarity, seed);
  for (const std::string_view text : kExpressions) {
    INFO(text);
    for (const bool admit_unknown : {false, true}) {
      Query query{.where = expression(text), .limit = 50, .admit_unknown = admit_unknown};
      for (const std::string_view sort : {"-downloads,+gated", "author,-created", "+created"}) {
        query.order = parse_sort(sort).value();
        const Answer full = run_query(query, twins.dense);
        const Answer few = run_query(query, twins.sparse);
        CHECK(full.rows == few.rows);
        CHECK(full.uncertain == few.uncertain);
        CHECK(full.matched == few.matched);
        CHECK(full.unknown == few.unknown);
      }
    }
  }
}

TEST_CASE("numbers are read in any order of rows", "[sparse]") {
  Twins twins(5'000, 7, 4);
  const FieldId downloads = field_id("downloads");
  NumberReader dense(twins.dense.column(downloads));
  NumberReader sparse(twins.sparse.column(downloads));
  for (Row row = 0; row < 5'000; ++row) REQUIRE(sparse[row] == dense[row]);
  for (int i = 0; i < 20'000; ++i) {
    const Row row = static_cast<Row>(twins.random()() % 5'000);
    REQUIRE(sparse[row] == dense[row]);
  }
}

TEST_CASE("what is no number reads as unknown", "[sparse]") {
  const Twins twins(10, 1, 5);
  CHECK(NumberReader(twins.dense.column(field_id("author")))[3] == kNoInteger);
  CHECK(NumberReader(twins.sparse.column(field_id("author")))[3] == kNoInteger);
  CHECK(NumberReader(Column())[3] == kNoInteger);
}

TEST_CASE("two threads find what one finds", "[sparse]") {
  const unsigned rarity = GENERATE(2u, 1000u);
  const Twins twins(300'001, rarity, 6);  // more than a second thread asks for
  for (const std::string_view text : kExpressions) {
    INFO(text);
    const Expr where = expression(text);
    Evaluator evaluator(where, twins.sparse);
    std::array<std::uint8_t, kBlockRows> truth;
    BlockTruth bits;
    std::vector<Row> expected;
    std::size_t unknown = 0;
    for (std::size_t begin = 0; begin < twins.sparse.rows; begin += kBlockRows) {
      const std::size_t end = std::min(begin + kBlockRows, twins.sparse.rows);
      evaluator.run(static_cast<Row>(begin), static_cast<Row>(end), truth.data());
      evaluator.run(static_cast<Row>(begin), static_cast<Row>(end), bits);
      evaluator.count_unknown(static_cast<Row>(begin), static_cast<Row>(end), bits);
      for (std::size_t i = 0; i < end - begin; ++i) {
        if (truth[i] == kTrue) expected.push_back(static_cast<Row>(begin + i));
        if (truth[i] == kUnknown) ++unknown;
      }
    }
    CHECK(matching_rows(where, twins.sparse) == expected);
    const Answer answer = run_query({.where = where, .limit = 0}, twins.sparse);
    CHECK(answer.rows == expected);
    CHECK(answer.unknown == evaluator.unknown_counts());
    const Answer admitted =
        run_query({.where = where, .limit = 1, .admit_unknown = true}, twins.sparse);
    CHECK(admitted.matched == expected.size() + unknown);
  }
}

TEST_CASE("matches are the rows of the answer", "[sparse]") {
  const Twins twins(9'000, 3, 7);
  const Query query{
      .where = expression("downloads>3 and gated=auto"), .limit = 0, .admit_unknown = true};
  const Answer answer = run_query(query, twins.sparse);
  Answer numbers;
  const Matches matches = find_matches(query, twins.sparse, numbers);
  std::vector<Row> rows = matches.certain.rows();
  const std::vector<Row> uncertain = matches.uncertain.rows();
  rows.insert(rows.end(), uncertain.begin(), uncertain.end());
  CHECK(rows == answer.rows);
  CHECK(numbers.matched == answer.matched);
  CHECK(numbers.rows.empty());
}

TEST_CASE("the frontier of a column is that of its points", "[sparse]") {
  const std::vector<Row> rows = {1, 3, 4, 6};
  const std::vector<std::int64_t> prices = {1'000, 2'000, 3'000, kNoInteger};
  const std::vector<std::int64_t> scores = {10, 5, 20, 30};
  const Column price = DecimalColumn{prices};
  const Column quality = DecimalColumn{scores};
  Table table(8, {});
  table.set_column(field_id("price_blended"), SparseColumn{rows, &price});
  table.set_column(field_id("quality"), SparseColumn{rows, &quality});
  RowSet all(8);
  for (const Row row : {0u, 1u, 3u, 4u, 6u, 7u}) all.insert(row);
  const FrontierColumn frontier(table, all, PriceAxis::blended, Better::higher);
  const FieldId on = field_id("on_frontier");
  table.set_column(on, frontier.column());
  CHECK(table.value(on, 1) == Value(true));
  CHECK(table.value(on, 3) == Value(false));
  CHECK(table.value(on, 4) == Value(true));
  CHECK(is_unknown(table.value(on, 6)));
  CHECK(is_unknown(table.value(on, 0)));
}

TEST_CASE("a set of rows does what a sorted set does", "[sparse]") {
  const unsigned seed = GENERATE(8u, 9u);
  INFO("seed " << seed);
  std::mt19937 random(seed);
  constexpr Row kRows = 1'000;
  RowSet a(kRows), b(kRows);
  std::set<Row> plain_a, plain_b;
  for (int i = 0; i < 600; ++i) {
    const Row row = static_cast<Row>(random() % kRows);
    a.insert(row);
    plain_a.insert(row);
    const Row other = static_cast<Row>(random() % kRows);
    b.insert(other);
    plain_b.insert(other);
  }
  const auto rows_of = [](const std::set<Row>& set) {
    return std::vector<Row>(set.begin(), set.end());
  };
  CHECK(a.rows() == rows_of(plain_a));
  CHECK(a.size() == plain_a.size());
  CHECK(a.first(7) == std::vector<Row>(plain_a.begin(), std::next(plain_a.begin(), 7)));
  CHECK(a.first(0).empty());
  CHECK(a.size_with(b) ==
        static_cast<std::size_t>(std::count_if(plain_a.begin(), plain_a.end(),
                                               [&](Row row) { return plain_b.contains(row); })));
  RowSet both = a;
  both.insert(b);
  RowSet less = a;
  less.erase(b);
  std::set<Row> plain_both = plain_a;
  plain_both.insert(plain_b.begin(), plain_b.end());
  std::set<Row> plain_less = plain_a;
  for (const Row row : plain_b) plain_less.erase(row);
  CHECK(both.rows() == rows_of(plain_both));
  CHECK(less.rows() == rows_of(plain_less));
}

TEST_CASE("a block of bytes becomes the rows whose byte is 1", "[sparse]") {
  std::mt19937 random(10);  // the seed
  for (const std::size_t count :
       {std::size_t{1}, std::size_t{63}, std::size_t{64}, std::size_t{200}, kBlockRows}) {
    std::vector<std::uint8_t> bytes(count);
    for (std::uint8_t& one : bytes) one = static_cast<std::uint8_t>(random() % 2);
    BlockBits bits;
    pack(bytes.data(), count, bits);
    RowSet rows(64 + count);
    rows.insert_words(64, {bits.data(), words_for(count)});
    std::vector<Row> expected;
    for (std::size_t i = 0; i < count; ++i) {
      if (bytes[i] == 1) expected.push_back(static_cast<Row>(64 + i));
    }
    CHECK(rows.rows() == expected);
    CHECK(rows.size() == expected.size());
  }
}

}  // namespace
}  // namespace oms
