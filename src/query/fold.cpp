#include "query/fold.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>

#include "oms/base/in_two.h"

namespace oms {
namespace {

// From so many copies on a second thread is worth its start.
constexpr std::size_t kCopiesForTwo = 1 << 16;
constexpr int kMostSteps = 16;  // lineages are two or three deep; more is a mistake in the data

// The bases of copies, found by looking at a few words.
class CopyPlaces {
 public:
  explicit CopyPlaces(const Folds& folds) : folds_(folds) {
    std::size_t count = 0;
    for (std::size_t word = 0; word < folds.copies.size(); word += kStretch) {
      before_.push_back(count);
      count += count_bits(stretch(word, word + kStretch));
    }
  }

  bool has(Row row) const { return folds_.has(row); }
  // How many copies stand before the rows of `word`.
  std::size_t before(std::size_t word) const {
    return before_[word / kStretch] + count_bits(stretch(word / kStretch * kStretch, word));
  }
  // Of a copy.
  Row base(Row copy) const { return folds_.bases[before(copy / 64) + folds_.before(copy)]; }

 private:
  static constexpr std::size_t kStretch = 16;  // words

  std::span<const std::uint64_t> stretch(std::size_t first, std::size_t past) const {
    past = std::min(past, folds_.copies.size());
    return folds_.copies.subspan(first, past - first);
  }

  const Folds& folds_;
  std::vector<std::size_t> before_ = {};  // how many copies, by stretch
};

struct Lineage {
  const Matches& matches;
  const CopyPlaces& places;

  bool matched(Row row) const { return matches.certain.has(row) || matches.uncertain.has(row); }
  Row parent(Row row) const { return places.has(row) ? places.base(row) : kNoRow; }

  bool takes(Row ancestor, bool certain_copy) const {
    // Without a jump: nobody can foresee the first one.
    return matches.certain.has(ancestor) | (!certain_copy & matches.uncertain.has(ancestor));
  }

  // The nearest ancestor that may take `row`, which matches; kNoRow when there is none.
  Row nearest(Row row) const {
    if (!places.has(row) || !matched(row)) return kNoRow;
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

std::uint64_t word_of(const RowSet& set, std::size_t word) {
  return word < set.words().size() ? set.words()[word] : 0;
}

// What fold_copies() finds among the rows of some words.
struct Folded {
  std::span<std::uint64_t> rows = {};  // of all words; set for those that are folded
  std::vector<Row> behind = {};        // what they stand behind

  void find(const Lineage& lineage, const Folds& folds, std::size_t first, std::size_t past);
};

// Mostly the base of a copy is no copy itself, and tells at once: nothing there depends on what
// cannot be foreseen.
void Folded::find(const Lineage& lineage, const Folds& folds, std::size_t first, std::size_t past) {
  std::size_t place = lineage.places.before(first);  // in the bases
  std::size_t count = 0;
  for (std::size_t word = first; word < past; ++word) {
    const std::uint64_t copies = folds.copies[word];
    const std::uint64_t certain = word_of(lineage.matches.certain, word);
    const std::uint64_t matched = copies & (certain | word_of(lineage.matches.uncertain, word));
    if (behind.size() < count + 64) behind.resize(2 * count + 64);
    rows[word] = 0;
    for (std::uint64_t left = matched; left != 0; left &= left - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(left));
      const std::uint64_t mask = std::uint64_t{1} << bit;
      const auto row = static_cast<Row>(word * 64 + bit);
      Row taker = folds.bases[place + count_bits(copies & (mask - 1))];
      bool folded = lineage.takes(taker, (certain & mask) != 0);
      if (lineage.places.has(taker)) {
        taker = lineage.representative(row);
        folded = taker != row;
      }
      behind[count] = taker;
      count += folded ? 1 : 0;
      rows[word] |= folded ? mask : 0;
    }
    place += count_bits(copies);
  }
  behind.resize(count);
}

}  // namespace

std::vector<Row> fold_copies(Matches& matches, const Folds& folds) {
  if (folds.bases.empty()) return {};
  const CopyPlaces places(folds);
  const Lineage lineage{matches, places};
  // They are taken out at the end: lineages are judged by the whole set.
  const std::size_t words = std::min(folds.copies.size(), matches.certain.words().size());
  const auto rows = std::make_unique_for_overwrite<std::uint64_t[]>(words);
  Folded one{{rows.get(), words}};
  Folded two{{rows.get(), words}};
  in_two(
      folds.bases.size() >= kCopiesForTwo, [&] { one.find(lineage, folds, 0, words / 2); },
      [&] { two.find(lineage, folds, words / 2, words); });
  matches.certain.erase(one.rows);
  matches.uncertain.erase(one.rows);
  one.behind.insert(one.behind.end(), two.behind.begin(), two.behind.end());
  return std::move(one.behind);
}

}  // namespace oms
