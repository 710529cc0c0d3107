// Evaluates a condition tree block by block over the columns of a table, in three-valued logic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "oms/model/table.h"
#include "oms/query/condition.h"
#include "query/match.h"

namespace oms {

// Truth of a condition on one row. In this order AND is min, OR is max, NOT is 2 - x.
inline constexpr std::uint8_t kFalse = 0;
inline constexpr std::uint8_t kUnknown = 1;
inline constexpr std::uint8_t kTrue = 2;

// A tree compiled against the columns of `table`, whose memory must outlive it.
class Evaluator {
 public:
  Evaluator(const Expr& expr, const Table& table);
  ~Evaluator();

  // Writes the truth of rows [begin, end), at most kBlockRows of them, to `truth`.
  void run(Row begin, Row end, std::uint8_t* truth);

  // Counts the rows of a block on which the tree is unknown under the first leaf that is unknown
  // there; `truth` is what run() wrote for the same rows.
  void count_unknown(Row begin, Row end, const std::uint8_t* truth);
  // What was counted, by field, in the order of the tree; fields without a row are left out.
  std::vector<std::pair<FieldId, std::size_t>> unknown_counts() const;

 private:
  struct Program;
  std::unique_ptr<Program> program_;
};

}  // namespace oms
