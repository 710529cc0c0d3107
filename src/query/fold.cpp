#include "query/fold.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>

#include "oms/base/in_two.h"

namespace oms {
namespace {

// From so many copies on a second thread is worth its start.
constexpr std::size_t kCopiesForTwo = 1 << 16;
constexpr int kMostSteps = 16;  // lineages are two or three deep; more is a mistake in the data

struct Lineage {
  const Matches& matches;
  const Folds& folds;

  bool matched(Row row) const { return matches.certain.has(row) || matches.uncertain.has(row); }

  bool takes(Row ancestor, bool certain_copy) const {
    return matches.certain.has(ancestor) || (!certain_copy && matches.uncertain.has(ancestor));
  }

  // The first of `ancestor`, its base and so on that may take `row`, a copy that matches: `row`
  // itself where lineage runs in a circle, kNoRow when there is none.
  Row taker(Row row, Row ancestor) const {
    const bool certain = matches.certain.has(row);
    for (int step = 0; step < kMostSteps && ancestor != kNoRow; ++step) {
      if (takes(ancestor, certain)) return ancestor;
      ancestor = folds.base_of(ancestor);
    }
    return kNoRow;
  }
  // The nearest ancestor that may take `row`, which matches; kNoRow when there is none.
  Row nearest(Row row) const {
    if (!folds.has(row) || !matched(row)) return kNoRow;
    const Row first = taker(row, folds.base_of(row));
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

// A copy that matches, and what it stands behind.
struct Folded {
  Row row = 0;
  Row behind = 0;
};

// Finds what is folded among the rows of some words. Copies that match are noted first, then their
// bases looked at: those lie anywhere, and a processor that need not guess what comes next asks for
// many of them at once. Hence the sums in place of branches.
class Folder {
 public:
  explicit Folder(const Lineage& lineage) : lineage_(lineage) {}

  void fold(std::size_t first, std::size_t past) {
    const std::span<const std::uint64_t> copies = folds_.copies;
    const std::span<const std::uint64_t> certain = lineage_.matches.certain.words();
    const std::span<const std::uint64_t> uncertain = lineage_.matches.uncertain.words();
    ask_for(copies);
    ask_for(certain);
    std::size_t place = folds_.before_word(first);  // in the bases
    std::size_t count = 0;
    for (std::size_t word = first; word < past; ++word) {
      std::uint64_t left =
          copies[word] & (certain[word] | (word < uncertain.size() ? uncertain[word] : 0));
      const auto note = [&] {
        const auto lowest = static_cast<unsigned>(std::countr_zero(left));
        noted_[count] = {static_cast<Row>(word * 64 + lowest), static_cast<std::uint32_t>(place)};
        count += std::size_t{left != 0};
        left &= left - 1;
      };
      note();
      note();
      while (left != 0) note();
      place += count_bits(copies[word]);
      if (count > kMostNoted - 64) settle(std::exchange(count, 0));
    }
    settle(count);
  }
  const std::vector<Folded>& folded() const { return folded_; }

 private:
  static constexpr std::size_t kMostNoted = 1024;

  struct Copy {
    Row row = 0;
    std::uint32_t place = 0;  // of the base of the first copy in its word
  };

  // Half of it was another processor's.
  static void ask_for(std::span<const std::uint64_t> words) {
    constexpr std::size_t kLine = 64 / sizeof(std::uint64_t);  // of the cache
    for (std::size_t word = 0; word < words.size(); word += kLine) __builtin_prefetch(&words[word]);
  }
  static std::size_t bit(std::span<const std::uint64_t> words, Row row) {
    const bool is_there = row / 64 < words.size();
    return (words[is_there ? row / 64 : 0] >> (row % 64)) & std::uint64_t{is_there};
  }

  // Mostly the base is no copy itself, and tells at once.
  void settle(std::size_t count) {
    if (count == 0) return;
    const std::span<const Row> bases = folds_.bases;
    const std::size_t first = noted_.front().place;
    const Copy last = noted_[count - 1];
    const std::size_t past = last.place + folds_.before_in_word(last.row) + std::size_t{1};
    folds_.guard.check(bases, first, past - first);
    const std::span<const std::uint64_t> certain = lineage_.matches.certain.words();
    std::size_t size = folded_.size();
    folded_.resize(size + count);
    std::size_t others = 0;
    for (Copy copy : std::span(noted_).first(count)) {
      copy.place += folds_.before_in_word(copy.row);
      const Row base = bases[copy.place];
      const std::size_t tells = (bit(folds_.copies, base) ^ 1) & bit(certain, copy.row);
      folded_[size] = {copy.row, base};
      size += tells & bit(certain, base);
      noted_[others] = copy;
      others += tells ^ 1;
    }
    for (const auto [row, place] : std::span(noted_).first(others)) {
      Row taker = lineage_.taker(row, bases[place]);
      if (taker != kNoRow && folds_.has(taker)) taker = lineage_.representative(taker);
      folded_[size] = {row, taker};
      size += std::size_t{taker != kNoRow && taker != row};
    }
    folded_.resize(size);
  }

  const Lineage& lineage_;
  const Folds& folds_ = lineage_.folds;
  std::array<Copy, kMostNoted> noted_ = {};
  std::vector<Folded> folded_ = {};
};

}  // namespace

std::vector<Row> fold_copies(Matches& matches, const Folds& folds) {
  if (folds.bases.empty()) return {};
  const Lineage lineage{matches, folds};
  const std::size_t words = std::min(folds.copies.size(), matches.certain.words().size());
  Folder one(lineage);
  Folder two(lineage);
  in_two(
      folds.bases.size() >= kCopiesForTwo, [&] { one.fold(0, words / 2); },
      [&] { two.fold(words / 2, words); });
  // They are taken out at the end: lineages are judged by the whole set.
  std::vector<Row> behind;
  behind.reserve(one.folded().size() + two.folded().size());
  for (const Folder& folder : {std::cref(one), std::cref(two)}) {
    for (const Folded copy : folder.folded()) {
      matches.certain.erase(copy.row);
      matches.uncertain.erase(copy.row);
      behind.push_back(copy.behind);
    }
  }
  return behind;
}

}  // namespace oms
