#include "store/row_merge.h"

#include <algorithm>

#include "oms/base/first_not.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// The first row from `from` on whose id does not come before `id`.
Row place_of(const Table& table, std::string_view id, Row from) {
  return first_not_near(from, static_cast<Row>(table.rows),
                        [&](Row row) { return compare_folded(table.id(row), id) < 0; });
}

}  // namespace

void add_run(std::vector<RowRun>& runs, const RowRun& run) {
  if (run.count == 0) return;
  const bool goes_on = !runs.empty() && runs.back().fresh == run.fresh &&
                       runs.back().first + runs.back().count == run.first;
  if (goes_on) {
    runs.back().count += run.count;
  } else {
    runs.push_back(run);
  }
}

RowMerge::RowMerge(const Table& former, const Table& fresh, std::vector<Row> replaced,
                   std::span<const Row> lent)
    : replaced_(std::move(replaced)),
      is_taken_(fresh.rows, true),
      of_former_(former.rows, kNoRow),
      of_fresh_(fresh.rows) {
  for (const Row row : lent) is_taken_[row] = false;
  Row past = 0;  // of the former rows, those that had their turn
  std::size_t gone = 0;
  const auto take_former = [&](Row end) {
    for (; gone < replaced_.size() && replaced_[gone] < end; ++gone) {
      add_run(runs_, {false, past, replaced_[gone] - past});
      past = replaced_[gone] + 1;
    }
    add_run(runs_, {false, past, end - past});
    past = end;
  };
  Row place = 0;
  for (Row row = 0; row < fresh.rows; ++row) {
    place = place_of(former, fresh.id(row), place);
    if (is_taken_[row]) {
      take_former(place);
      add_run(runs_, {true, row, 1});
      taken_.push_back(row);
    }
    const bool known = place < former.rows && equal_folded(former.id(place), fresh.id(row));
    before_.push_back(known ? place : kNoRow);
  }
  take_former(static_cast<Row>(former.rows));
  for (const RowRun& run : runs_) {
    std::vector<Row>& rows = run.fresh ? of_fresh_ : of_former_;
    for (Row i = 0; i < run.count; ++i) rows[run.first + i] = static_cast<Row>(size_++);
  }
  for (Row row = 0; row < fresh.rows; ++row) {
    if (!is_taken_[row]) {
      of_fresh_[row] = of_former_[before_[row]];
    } else if (before_[row] != kNoRow) {
      made_anew_.emplace_back(before_[row], of_fresh_[row]);
    }
  }
}

Row RowMerge::now(Row former) const {
  if (of_former_[former] != kNoRow) return of_former_[former];
  const auto found =
      std::lower_bound(made_anew_.begin(), made_anew_.end(), std::pair(former, Row{0}));
  return found != made_anew_.end() && found->first == former ? found->second : kNoRow;
}

}  // namespace oms
