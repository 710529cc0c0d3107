#include "query/fold.h"

#include <algorithm>

namespace oms {
namespace {

constexpr int kMostSteps = 16;  // lineages are two or three deep; more is a mistake in the data

struct Lineage {
  const Matches& matches;
  std::span<const Row> parents;
  RowSet copies;  // matching rows with a parent: a small set spares most looks into `parents`

  Row parent(Row row) const { return row < parents.size() ? parents[row] : kNoRow; }

  bool takes(Row ancestor, bool certain_copy) const {
    return matches.certain.has(ancestor) || (!certain_copy && matches.uncertain.has(ancestor));
  }

  // The nearest ancestor that may take `row`, which matches; kNoRow when there is none.
  Row nearest(Row row) const {
    if (!copies.has(row)) return kNoRow;
    const bool certain = matches.certain.has(row);
    Row ancestor = parent(row);
    for (int step = 0; step < kMostSteps && ancestor != kNoRow; ++step) {
      if (ancestor != row && takes(ancestor, certain)) return ancestor;
      ancestor = parent(ancestor);
    }
    return kNoRow;
  }

  // Follows nearest() to a row that is not folded itself. Damaged lineage may run in a circle: then
  // its first row stays, so that no model gets lost. Two walkers, one twice as fast, find circles.
  Row representative(Row row) const {
    Row slow = row;
    Row fast = row;
    while (true) {
      for (int step = 0; step < 2; ++step) {
        const Row next = nearest(fast);
        if (next == kNoRow) return fast;
        fast = next;
      }
      slow = nearest(slow);
      if (slow == fast) return first_of_circle(slow);
    }
  }

  Row first_of_circle(Row start) const {
    Row first = start;
    for (Row row = nearest(start); row != start; row = nearest(row)) first = std::min(first, row);
    return first;
  }
};

}  // namespace

std::vector<Row> fold_copies(Matches& matches, std::span<const Row> parents) {
  if (parents.empty()) return {};
  Lineage lineage{matches, parents, RowSet(parents.size())};
  const auto note_copy = [&](Row row) {
    if (lineage.parent(row) != kNoRow) lineage.copies.insert(row);
    return true;
  };
  matches.certain.for_each(note_copy);
  matches.uncertain.for_each(note_copy);

  std::vector<Row> folded;  // taken out at the end: lineages are judged by the whole set
  std::vector<Row> representatives;
  lineage.copies.for_each([&](Row row) {
    const Row representative = lineage.representative(row);
    if (representative == row) return true;
    folded.push_back(row);
    representatives.push_back(representative);
    return true;
  });
  for (const Row row : folded) {
    matches.certain.erase(row);
    matches.uncertain.erase(row);
  }
  return representatives;
}

}  // namespace oms
