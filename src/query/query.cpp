#include "oms/query/query.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "oms/base/text.h"
#include "query/evaluate.h"
#include "query/fold.h"
#include "query/order.h"
#include "query/top_rows.h"

namespace oms {
namespace {

template <typename Use>
void each_block(const Table& table, Use use) {
  for (std::size_t begin = 0; begin < table.rows; begin += kBlockRows)
    use(static_cast<Row>(begin), static_cast<Row>(std::min(begin + kBlockRows, table.rows)));
}

Matches match(const Query& query, const Table& table, Answer& answer) {
  Matches matches{RowSet(table.rows), RowSet(query.admit_unknown ? table.rows : 0)};
  Evaluator evaluator(query.where, table);
  std::array<std::uint8_t, kBlockRows> truth;
  each_block(table, [&](Row begin, Row end) {
    evaluator.run(begin, end, truth.data());
    matches.certain.insert_block(begin, end - begin, truth.data(), kTrue);
    if (query.admit_unknown)
      matches.uncertain.insert_block(begin, end - begin, truth.data(), kUnknown);
    else
      evaluator.count_unknown(begin, end, truth.data());
  });
  answer.unknown = evaluator.unknown_counts();
  return matches;
}

// How many of `copies` stand behind each of `rows`.
std::vector<std::uint32_t> count_folded(std::span<const Row> rows, std::vector<Row> copies,
                                        std::size_t table_rows) {
  RowSet shown(table_rows);
  for (const Row row : rows) shown.insert(row);
  std::erase_if(copies, [&](Row row) { return !shown.has(row); });
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
  if (query.fold) copies = fold_copies(matches, table.fold_parent());
  const std::size_t certain = matches.certain.size();
  answer.matched = certain + matches.uncertain.size();

  const std::vector<OrderKey> keys = order_keys(query, table, copies);
  const std::size_t limit = query.limit == 0 ? answer.matched : query.limit;
  answer.rows = first_rows(matches.certain, keys, std::min(limit, certain));
  answer.uncertain.assign(answer.rows.size(), false);
  const std::vector<Row> uncertain =
      first_rows(matches.uncertain, keys, std::min(limit, answer.matched) - answer.rows.size());
  answer.rows.insert(answer.rows.end(), uncertain.begin(), uncertain.end());
  answer.uncertain.resize(answer.rows.size(), true);
  answer.folded = count_folded(answer.rows, std::move(copies), table.rows);
  return answer;
}

Truth truth_of(const Expr& expr, const Table& table, Row row) {
  Evaluator evaluator(expr, table);
  std::uint8_t truth = kUnknown;
  evaluator.run(row, row + 1, &truth);
  if (truth == kUnknown) return Truth::unknown;
  return truth == kTrue ? Truth::yes : Truth::no;
}

std::vector<Row> matching_rows(const Expr& expr, const Table& table) {
  Evaluator evaluator(expr, table);
  std::array<std::uint8_t, kBlockRows> truth;
  std::vector<Row> rows;
  each_block(table, [&](Row begin, Row end) {
    evaluator.run(begin, end, truth.data());
    for (Row row = begin; row < end; ++row) {
      if (truth[row - begin] == kTrue) rows.push_back(row);
    }
  });
  return rows;
}

}  // namespace oms
