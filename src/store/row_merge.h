// Which rows of a former table and of a fresh one make up the next: both stand in the order of
// their folded ids.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "oms/model/table.h"

namespace oms {

// Rows of one of the two that stand together, here as there.
struct RowRun {
  bool fresh = false;
  Row first = 0;
  Row count = 0;
};

class RowMerge {
 public:
  // `replaced`, ascending, are the rows of `former` that are gone or stand anew in `fresh`. `lent`,
  // ascending, are the rows of `fresh` that are only there for others to name them: they stay as
  // they are in `former`. No other row has the id of a fresh one.
  RowMerge(const Table& former, const Table& fresh, std::vector<Row> replaced,
           std::span<const Row> lent);

  std::size_t size() const { return size_; }
  std::span<const RowRun> runs() const { return runs_; }
  std::span<const Row> replaced() const { return replaced_; }
  // Rows of the fresh table that are taken, ascending.
  std::span<const Row> taken() const { return taken_; }
  bool is_taken(Row fresh) const { return is_taken_[fresh]; }
  // The row here of each row there; kNoRow for a replaced one.
  std::span<const Row> of_former() const { return of_former_; }
  std::span<const Row> of_fresh() const { return of_fresh_; }
  // Where the model of a former row stands now, replaced or not; kNoRow when it is gone.
  Row now(Row former) const;
  // The former row of a fresh one's id; kNoRow when it is new.
  Row before(Row fresh) const { return before_[fresh]; }

 private:
  std::vector<Row> replaced_;
  std::vector<Row> taken_ = {};
  std::vector<bool> is_taken_;  // by fresh row
  std::vector<RowRun> runs_ = {};
  std::vector<Row> of_former_ = {};
  std::vector<Row> of_fresh_ = {};
  std::vector<Row> before_ = {};                     // by fresh row
  std::vector<std::pair<Row, Row>> made_anew_ = {};  // former row, row here; ascending
  std::size_t size_ = 0;
};

// Appends to runs; what goes on where the last one ended makes that one longer.
void add_run(std::vector<RowRun>& runs, const RowRun& run);

}  // namespace oms
