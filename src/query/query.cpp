#include "oms/query/query.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <string>

#include "oms/base/in_two.h"
#include "oms/base/text.h"
#include "query/evaluate.h"
#include "query/fold.h"
#include "query/order.h"
#include "query/top_rows.h"

namespace oms {
namespace {

// From so many rows on a second thread is worth its start.
constexpr std::size_t kRowsForTwo = 1 << 18;

// Calls `use` with an evaluation of `program` and each block of rows. A large table is cut in two,
// the second half for a thread of its own, which writes to other rows of the results: `use` must be
// good for that. Returns the counts of both.
template <typename Use>
Evaluator each_block(const Program& program, std::size_t rows, Use use) {
  const auto run = [&](Evaluator& evaluator, std::size_t from, std::size_t to) {
    for (std::size_t begin = from; begin < to; begin += kBlockRows)
      use(evaluator, static_cast<Row>(begin), static_cast<Row>(std::min(begin + kBlockRows, to)));
  };
  Evaluator first(program);
  if (rows < kRowsForTwo) {
    run(first, 0, rows);
    return first;
  }
  const std::size_t half = rows / 2 / kBlockRows * kBlockRows;
  Evaluator second(program);
  in_two(
      true, [&] { run(first, 0, half); }, [&] { run(second, half, rows); });
  first.add_counts(second);
  return first;
}

Matches match(const Query& query, const Table& table, Answer& answer) {
  Matches matches{RowSet(table.rows), RowSet(query.admit_unknown ? table.rows : 0)};
  const Program program(query.where, table, query.also ? &*query.also : nullptr);
  if (query.also) answer.also = RowSet(table.rows);
  const auto use = [&](Evaluator& evaluator, Row begin, Row end) {
    BlockTruth truth;
    evaluator.run(begin, end, truth);
    matches.certain.insert_words(begin, {truth.yes.data(), words_for(end - begin)});
    if (query.admit_unknown)
      matches.uncertain.insert_words(begin, {truth.unknown.data(), words_for(end - begin)});
    else
      evaluator.count_unknown(begin, end, truth);
    if (!query.also) return;
    evaluator.run_also(begin, end, truth);
    answer.also.insert_words(begin, {truth.yes.data(), words_for(end - begin)});
  };
  answer.unknown = each_block(program, table.rows, use).unknown_counts();
  return matches;
}

// How many of `copies` stand behind each of `rows`.
std::vector<std::uint32_t> count_folded(std::span<const Row> rows, std::vector<Row> copies) {
  std::vector<Row> shown(rows.begin(), rows.end());
  std::sort(shown.begin(), shown.end());
  std::bitset<kBlockRows> maybe;  // most copies stand behind rows that are not shown
  for (const Row row : shown) maybe.set(row % kBlockRows);
  std::erase_if(copies, [&](Row row) {
    return !maybe.test(row % kBlockRows) || !std::binary_search(shown.begin(), shown.end(), row);
  });
  std::sort(copies.begin(), copies.end());
  std::vector<std::uint32_t> counts;
  counts.reserve(rows.size());
  for (const Row row : rows) counts.push_back(count_copies(copies, row));
  return counts;
}

Error sort_error(std::string_view key, const std::string& reason, std::string hint = {}) {
  return {Errc::usage, "sort '" + printable(key) + "': " + reason, std::move(hint)};
}

Result<SortKey> parse_sort_key(std::string_view text) {
  SortKey key;
  std::string_view name = text;
  if (name.starts_with('-')) key.direction = Direction::descending;
  if (name.starts_with('+')) key.direction = Direction::ascending;
  if (key.direction != Direction::best) name = trim(name.substr(1));
  if (name.empty()) return sort_error(text, "a field name is missing, as in price_output,-quality");
  const auto field = parse_field(name);
  if (!field) return sort_error(text, field.error().what, field.error().hint);
  if (kFields[*field].kind == Kind::scores)
    return sort_error(text,
                      "scores holds several metrics; choose one with --quality and sort by "
                      "quality");
  key.field = *field;
  return key;
}

}  // namespace

Result<std::vector<SortKey>> parse_sort(std::string_view text) {
  std::vector<SortKey> keys;
  for (const std::string_view part : split(text, ',')) {
    const auto key = parse_sort_key(trim(part));
    if (!key) return key.error();
    for (const SortKey& earlier : keys) {
      if (earlier.field == key->field)
        return sort_error(text, std::string(kFields[key->field].name) + " stands there twice");
    }
    keys.push_back(*key);
  }
  return keys;
}

Answer run_query(const Query& query, const Table& table) {
  Answer answer;
  Matches matches = match(query, table, answer);
  std::vector<Row> copies;  // for each folded copy, the row it stands behind
  if (query.fold) copies = fold_copies(matches, table.folds());
  const std::size_t certain = matches.certain.size();
  answer.matched = certain + matches.uncertain.size();

  const std::size_t rows =
      query.limit == 0 ? answer.matched : std::min(query.limit, answer.matched);
  const std::size_t of_certain = std::min(rows, certain);
  const std::span<const Row> highest = highest_first(query, table);
  answer.rows = first_of(highest, matches.certain, of_certain);
  std::vector<Row> uncertain = first_of(highest, matches.uncertain, rows - of_certain);
  if (answer.rows.size() + uncertain.size() < rows) {  // they do not go that far
    const std::vector<OrderKey> keys = order_keys(query, table, matches, copies);
    answer.rows = first_rows(matches.certain, keys, of_certain);
    uncertain = first_rows(matches.uncertain, keys, rows - of_certain);
  }
  answer.uncertain.assign(answer.rows.size(), false);
  answer.rows.insert(answer.rows.end(), uncertain.begin(), uncertain.end());
  answer.uncertain.resize(answer.rows.size(), true);
  answer.folded = count_folded(answer.rows, std::move(copies));
  return answer;
}

Matches find_matches(const Query& query, const Table& table, Answer& answer) {
  Matches matches = match(query, table, answer);
  if (query.fold) fold_copies(matches, table.folds());
  answer.matched = matches.certain.size() + matches.uncertain.size();
  return matches;
}

Truth truth_of(const Expr& expr, const Table& table, Row row) {
  const Row begin = row / 64 * 64;
  std::array<std::uint8_t, 64> truth;
  Evaluator(expr, table).run(begin, row + 1, truth.data());
  if (truth[row - begin] == kUnknown) return Truth::unknown;
  return truth[row - begin] == kTrue ? Truth::yes : Truth::no;
}

RowSet matching_set(const Expr& expr, const Table& table) {
  const Program program(expr, table);
  RowSet rows(table.rows);
  each_block(program, table.rows, [&](Evaluator& evaluator, Row begin, Row end) {
    BlockTruth truth;
    evaluator.run(begin, end, truth);
    rows.insert_words(begin, {truth.yes.data(), words_for(end - begin)});
  });
  return rows;
}

std::vector<Row> matching_rows(const Expr& expr, const Table& table) {
  return matching_set(expr, table).rows();
}

}  // namespace oms
