// Runs a query over a table: three-valued conditions, total order, folding of quantized copies.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/table.h"
#include "oms/query/condition.h"
#include "oms/query/row_set.h"

namespace oms {

// best: by the field's better-direction (ascending where it has none).
enum class Direction : std::uint8_t { best, descending, ascending };

struct SortKey {
  FieldId field = kNoField;
  Direction direction = Direction::best;
};

// "price_output,-quality,+id": bare = best first, - = descending, + = ascending.
// For quality the sign means goodness: -quality is best first also where lower is better.
Result<std::vector<SortKey>> parse_sort(std::string_view text);

struct Query {
  Expr where = {};                       // true by default
  std::vector<SortKey> order = {};       // then folded id; empty: by id
  std::size_t limit = 20;                // 0 = all
  bool admit_unknown = false;            // rows on which `where` is unknown come last, marked
  bool fold = true;                      // quantized copies into the nearest base in the result
  bool quality_lower_is_better = false;  // of the metric in force
  // Another condition, found in the same pass: cheaper than a pass of its own.
  std::optional<Expr> also = {};
};

struct Answer {
  std::vector<Row> rows = {};              // at most limit
  std::vector<std::uint32_t> folded = {};  // per row of `rows`: copies folded into it
  std::vector<bool> uncertain = {};        // per row of `rows`: admitted although unknown
  std::size_t matched = 0;                 // rows that match, after folding, before the limit
  // Rows left out because a condition was unknown, by the first field that made it so.
  std::vector<std::pair<FieldId, std::size_t>> unknown = {};
  RowSet also = {};  // rows on which `also` is true
};

Answer run_query(const Query& query, const Table& table);

// Rows on which the condition is true, and those admitted although it is unknown.
struct Matches {
  RowSet certain = {};
  RowSet uncertain = {};
};
// What run_query() finds, without order and limit: `answer` takes the numbers and what was found
// beside, but no rows.
Matches find_matches(const Query& query, const Table& table, Answer& answer);

// What a condition says of one row.
enum class Truth : std::uint8_t { no, unknown, yes };
Truth truth_of(const Expr& expr, const Table& table, Row row);

// The rows on which `expr` is true. For rules that need a set, not an answer.
RowSet matching_set(const Expr& expr, const Table& table);
// The same as a list, ascending: for few.
std::vector<Row> matching_rows(const Expr& expr, const Table& table);

}  // namespace oms
