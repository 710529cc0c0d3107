#include "query/fold.h"

#include <algorithm>
#include <cstdint>

#include "oms/base/in_two.h"

namespace oms {
namespace {

// From so many copies on a second thread is worth its start.
constexpr std::size_t kCopiesForTwo = 1 << 16;
constexpr int kMostSteps = 16;  // lineages are two or three deep; more is a mistake in the data

// The bases of copies, found at once.
class CopyPlaces {
 public:
  explicit CopyPlaces(const Folds& folds) : folds_(folds) {
    before_.reserve(folds.copies.size());
    std::uint32_t count = 0;
    for (const std::uint64_t& word : folds.copies) {
      before_.push_back(count);
      count += static_cast<std::uint32_t>(count_bits(word));
    }
  }

  bool has(Row row) const { return folds_.has(row); }
  // Of a copy.
  Row base(Row copy) const { return folds_.bases[before_[copy / 64] + folds_.before(copy)]; }

 private:
  const Folds& folds_;
  std::vector<std::uint32_t> before_ = {};  // how many copies, by word
};

struct Lineage {
  const Matches& matches;
  const CopyPlaces& places;
  RowSet copies;  // those that match

  Row parent(Row row) const { return places.has(row) ? places.base(row) : kNoRow; }

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

  // What a matching copy stands behind. Mostly its base is no copy itself, and tells at once.
  Row behind(Row copy) const {
    const Row base = places.base(copy);
    if (base == copy || places.has(base)) return representative(copy);
    return takes(base, matches.certain.has(copy)) ? base : copy;
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

std::vector<Row> fold_copies(Matches& matches, const Folds& folds) {
  if (folds.bases.empty()) return {};
  const CopyPlaces places(folds);
  Lineage lineage{matches, places, matches.certain};
  lineage.copies.insert(matches.uncertain);
  lineage.copies.keep(folds.copies);

  RowSet folded(lineage.copies.words().size() * 64);  // taken out at the end: lineages are judged
                                                      // by the whole set
  const auto fold_words = [&](std::size_t first, std::size_t last, std::vector<Row>& behind) {
    behind.reserve(count_bits(lineage.copies.words().subspan(first, last - first)));
    lineage.copies.for_each_in(first, last, [&](Row row) {
      const Row representative = lineage.behind(row);
      if (representative == row) return true;
      folded.insert(row);
      behind.push_back(representative);
      return true;
    });
  };
  const std::size_t words = lineage.copies.words().size();
  std::vector<Row> representatives;
  std::vector<Row> of_second;
  in_two(
      folds.bases.size() >= kCopiesForTwo, [&] { fold_words(0, words / 2, representatives); },
      [&] { fold_words(words / 2, words, of_second); });
  representatives.insert(representatives.end(), of_second.begin(), of_second.end());
  matches.certain.erase(folded);
  matches.uncertain.erase(folded);
  return representatives;
}

}  // namespace oms
