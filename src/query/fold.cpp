#include "query/fold.h"

#include <algorithm>
#include <array>
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
  static constexpr std::size_t kStretch = 4;  // words

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
    return matches.certain.has(ancestor) || (!certain_copy && matches.uncertain.has(ancestor));
  }

  // The first of `ancestor`, its base and so on that may take `row`, a copy that matches: `row`
  // itself where lineage runs in a circle, kNoRow when there is none.
  Row taker(Row row, Row ancestor) const {
    const bool certain = matches.certain.has(row);
    for (int step = 0; step < kMostSteps && ancestor != kNoRow; ++step) {
      if (takes(ancestor, certain)) return ancestor;
      ancestor = parent(ancestor);
    }
    return kNoRow;
  }
  // The nearest ancestor that may take `row`, which matches; kNoRow when there is none.
  Row nearest(Row row) const {
    if (!places.has(row) || !matched(row)) return kNoRow;
    const Row first = taker(row, parent(row));
    return first == row ? kNoRow : first;
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

// Finds what is folded among the rows of some words. What it has to look at lies anywhere, so it is
// asked for some copies ahead.
class Folder {
 public:
  // `rows`: a bit of every row; those of the folded ones are set.
  Folder(const Lineage& lineage, const Folds& folds, std::span<std::uint64_t> rows)
      : lineage_(lineage), folds_(folds), rows_(rows) {}

  void fold(std::size_t first, std::size_t past) {
    const Matches& matches = lineage_.matches;
    std::size_t place = lineage_.places.before(first);  // in the bases
    for (std::size_t word = first; word < past; ++word) {
      rows_[word] = 0;
      const std::uint64_t copies = folds_.copies[word];
      std::uint64_t left =
          copies & (word_of(matches.certain, word) | word_of(matches.uncertain, word));
      for (; left != 0; left &= left - 1) {
        const std::uint64_t before = (left & -left) - 1;
        add(static_cast<Row>(word * 64 + count_bits(before)),
            folds_.bases[place + count_bits(copies & before)]);
      }
      place += count_bits(copies);
      if (place + kAhead < folds_.bases.size()) __builtin_prefetch(&folds_.bases[place + kAhead]);
    }
    settle();
  }
  // What the folded rows stand behind, in no order.
  const std::vector<Row>& behind() const { return behind_; }

 private:
  static constexpr std::size_t kAhead = 256;  // bases, about as many as 16 words of rows have

  struct Copy {
    Row row = 0;
    Row base = 0;
  };

  void add(Row row, Row base) {
    if (waiting_ == copies_.size()) settle();
    __builtin_prefetch(&lineage_.matches.certain.words()[base / 64]);
    __builtin_prefetch(&folds_.copies[base / 64]);
    copies_[waiting_++] = {row, base};
  }
  // Mostly the first that takes it is no copy itself, and tells at once.
  void settle() {
    for (const auto [row, base] : std::span(copies_).first(waiting_)) {
      Row taker = lineage_.taker(row, base);
      if (taker == kNoRow) continue;
      if (lineage_.places.has(taker)) taker = lineage_.representative(row);
      if (taker == row) continue;
      rows_[row / 64] |= std::uint64_t{1} << (row % 64);
      behind_.push_back(taker);
    }
    waiting_ = 0;
  }

  const Lineage& lineage_;
  const Folds& folds_;
  std::span<std::uint64_t> rows_;
  std::array<Copy, 64> copies_ = {};
  std::size_t waiting_ = 0;
  std::vector<Row> behind_ = {};
};

}  // namespace

std::vector<Row> fold_copies(Matches& matches, const Folds& folds) {
  if (folds.bases.empty()) return {};
  const CopyPlaces places(folds);
  const Lineage lineage{matches, places};
  // They are taken out at the end: lineages are judged by the whole set.
  const std::size_t words = std::min(folds.copies.size(), matches.certain.words().size());
  const auto rows = std::make_unique_for_overwrite<std::uint64_t[]>(words);
  const std::span<std::uint64_t> folded(rows.get(), words);
  Folder one(lineage, folds, folded);
  Folder two(lineage, folds, folded);
  in_two(
      folds.bases.size() >= kCopiesForTwo, [&] { one.fold(0, words / 2); },
      [&] { two.fold(words / 2, words); });
  matches.certain.erase(folded);
  matches.uncertain.erase(folded);
  std::vector<Row> behind = one.behind();
  behind.insert(behind.end(), two.behind().begin(), two.behind().end());
  return behind;
}

}  // namespace oms
