// Suggestions for a misspelt word.
#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

#include "oms/base/first_not.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// Edits that make `word` into each beginning of `candidate`, the empty one first; an exchange of
// two neighbors is one edit (optimal string alignment). Empty when all are more than `most`. What
// is more than `most` longer or shorter than the part of the word so far takes more edits: only the
// band between is worked out, all outside of it counts as more than `most`.
std::vector<std::size_t> edits(std::string_view word, std::string_view candidate,
                               std::size_t most) {
  const std::size_t width = candidate.size() + 1;
  const std::size_t far = most + 1;
  std::vector<std::size_t> before(width, far), previous(width, far), current(width, far);
  std::iota(current.begin(), current.end(), std::size_t{0});
  for (std::size_t i = 1; i <= word.size(); ++i) {
    std::swap(before, previous);
    std::swap(previous, current);
    const std::size_t first = i > most ? i - most : 0;
    const std::size_t last = std::min(width, i + far) - 1;
    if (first > last) return {};
    // Three rows take turns: this one has the band of three steps before, a little lower.
    for (std::size_t below = 1; below <= std::min<std::size_t>(first, 3); ++below)
      current[first - below] = far;
    if (first == 0) current[0] = i;
    for (std::size_t j = std::max<std::size_t>(first, 1); j <= last; ++j) {
      const std::size_t replaced = word[i - 1] == candidate[j - 1] ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + replaced});
      if (i > 1 && j > 1 && word[i - 1] == candidate[j - 2] && word[i - 2] == candidate[j - 1])
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    const auto band = current.begin() + static_cast<std::ptrdiff_t>(first);
    const auto past = current.begin() + static_cast<std::ptrdiff_t>(last) + 1;
    if (*std::min_element(band, past) > most) return {};  // can only grow
  }
  return current;
}

// How far a word is from a candidate, in edits. What is missing at the end of the word counts only
// between equals: whoever types `prce_in` means `price_input` rather than `price_min`.
struct Distance {
  std::size_t beginning = 0;  // to the nearest beginning of the candidate
  std::size_t whole = 0;
  friend constexpr auto operator<=>(const Distance&, const Distance&) = default;
};

bool is_letter_or_digit(char folded) {
  return (folded >= 'a' && folded <= 'z') || (folded >= '0' && folded <= '9');
}

bool ends_word(std::string_view candidate, std::size_t at) {
  return at == candidate.size() || !is_letter_or_digit(candidate[at]);
}

// A shorter word with a mistake in it is near to the beginning of too many candidates; it must
// stand for whole words of them, as `prce` does for that of `price_input`.
constexpr std::size_t kTellingSize = 6;

// Of `word` from `candidate` (both folded); nothing when they are more than `most` apart.
std::optional<Distance> distance(std::string_view word, std::string_view candidate,
                                 std::size_t most) {
  if (candidate.starts_with(word)) return Distance{0, candidate.size() - word.size()};
  const auto beginnings = edits(word, candidate.substr(0, word.size() + most), most);
  std::size_t nearest = most + 1;
  for (std::size_t size = 0; size < beginnings.size(); ++size) {
    const bool in_common = beginnings[size] < std::max(word.size(), size);
    if (in_common && (word.size() >= kTellingSize || ends_word(candidate, size)))
      nearest = std::min(nearest, beginnings[size]);
  }
  if (nearest > most) return std::nullopt;
  return Distance{nearest, edits(word, candidate, word.size() + candidate.size()).back()};
}

// Which letters occur, by their low six bits.
std::uint64_t letters_of(std::string_view word) {
  std::uint64_t letters = 0;
  for (const char c : word)
    letters |= std::uint64_t{1} << (static_cast<unsigned char>(fold(c)) & 63);
  return letters;
}

constexpr std::size_t kLongest = 200;  // bytes; nobody means a longer word, and it costs a square

std::size_t most_edits_of(std::string_view folded) {
  return std::max<std::size_t>(1, folded.size() / 3);
}

using WordAt = std::function<std::string_view(std::size_t)>;

// Walks over sorted words as over a tree of their letters, column by column of the table that
// edits() fills, and leaves a branch where more than `most` edits are sure. A column belongs to a
// beginning, so that words with a common one share it.
class SortedWalk {
 public:
  SortedWalk(std::string_view word, std::size_t size, const WordAt& word_at, std::size_t most)
      : word_(word), size_(size), word_at_(word_at), most_(most) {
    columns_.emplace_back();
    columns_[0].fill(far());
    for (std::size_t i = 0; i <= std::min(most, word.size()); ++i)
      columns_[0][i] = static_cast<std::uint8_t>(i);
  }

  // Calls `use` with the first and the past-the-last position of words with a near beginning.
  template <typename Use>
  void run(Use use) {
    for (std::size_t at = 0; at < size_;) {
      const std::string_view text = word_at_(at);
      go_back(text);
      State state = State::open;
      while (state == State::open && path_.size() < text.size())
        state = go_on(fold(text[path_.size()]));
      if (state == State::open) {  // too short to tell
        ++at;
        continue;
      }
      const std::size_t past = past_of_path(at);
      if (state == State::near) use(at, past);
      at = past;
    }
  }

 private:
  enum class State : std::uint8_t { open, near, far };
  using Column = std::array<std::uint8_t, kLongest + 1>;  // by how much of the word; `far` is more

  std::uint8_t far() const { return static_cast<std::uint8_t>(most_ + 1); }

  // To the beginning that `text` has in common with the path.
  void go_back(std::string_view text) {
    std::size_t common = 0;
    while (common < path_.size() && common < text.size() && fold(text[common]) == path_[common])
      ++common;
    path_.resize(common);
  }

  State go_on(char c) {
    const std::size_t depth = path_.size() + 1;
    if (columns_.size() <= depth) columns_.emplace_back();
    const Column& previous = columns_[depth - 1];
    Column& current = columns_[depth];
    const std::size_t first = depth > most_ ? depth - most_ : 0;
    const std::size_t last = std::min(word_.size(), depth + most_);
    if (first > 0) current[first - 1] = far();
    std::uint8_t least = far();
    for (std::size_t i = first; i <= last; ++i) {
      std::size_t edits = i == 0 ? depth : far();
      if (i < depth + most_) edits = std::min<std::size_t>(edits, previous[i] + 1u);
      if (i > 0) {
        edits = std::min<std::size_t>(edits, current[i - 1] + 1u);
        edits = std::min<std::size_t>(edits, previous[i - 1] + (word_[i - 1] == c ? 0u : 1u));
      }
      if (i > 1 && depth > 1 && word_[i - 1] == path_.back() && word_[i - 2] == c)
        edits = std::min<std::size_t>(edits, columns_[depth - 2][i - 2] + 1u);
      current[i] = static_cast<std::uint8_t>(std::min<std::size_t>(edits, far()));
      least = std::min(least, current[i]);
    }
    path_ += c;
    if (least > most_ || first > last) return State::far;
    return last == word_.size() && current[last] <= most_ ? State::near : State::open;
  }

  bool has_path(std::size_t at) const {
    const std::string_view text = word_at_(at);
    return text.size() >= path_.size() && equal_folded(text.substr(0, path_.size()), path_);
  }
  // Behind the last word that begins with the path, as the one at `at` does: in growing steps, then
  // by halves.
  std::size_t past_of_path(std::size_t at) const {
    std::size_t low = at + 1;
    std::size_t high = low;
    for (std::size_t step = 1; high < size_ && has_path(high); step *= 2) {
      low = high + 1;
      high += step;
    }
    high = std::min(high, size_);
    return first_not(low, high, [&](std::size_t i) { return has_path(i); });
  }

  std::string_view word_;
  std::size_t size_;
  const WordAt& word_at_;
  std::size_t most_;
  std::string path_ = {};  // folded
  std::vector<Column> columns_ = {};
};

}  // namespace

std::size_t nearest_sorted(std::string_view word, std::size_t size,
                           const std::function<std::string_view(std::size_t)>& word_at,
                           std::size_t most_edits) {
  if (word.empty() || word.size() > kLongest) return size;
  const std::string folded = fold(word);
  const std::size_t limit = std::min(most_edits, most_edits_of(folded));
  std::size_t nearest = size;
  for (std::size_t most = 0; most <= limit && nearest == size; ++most) {
    Distance least;
    SortedWalk(folded, size, word_at, most).run([&](std::size_t first, std::size_t past) {
      for (std::size_t at = first; at < past; ++at) {
        const std::string_view candidate = word_at(at);
        const std::size_t longer = std::max(candidate.size(), folded.size());
        const std::size_t apart = longer - std::min(candidate.size(), folded.size());
        // None is nearer than `most` in its beginning: that one would have been found before.
        if (nearest != size && apart >= least.whole) continue;
        const auto found = distance(folded, fold(candidate), most);
        if (!found || (nearest != size && *found >= least)) continue;
        nearest = at;
        least = *found;
      }
    });
  }
  return nearest;
}

std::vector<std::string_view> suggestions(std::string_view word,
                                          std::span<const std::string_view> candidates,
                                          std::size_t most) {
  if (word.empty() || word.size() > kLongest) return {};
  const std::string folded = fold(word);
  const std::size_t limit = most_edits_of(folded);

  std::vector<std::pair<Distance, std::string_view>> near;
  const std::uint64_t letters = letters_of(folded);
  for (const std::string_view candidate : candidates) {
    // Each letter that the candidate does not have takes an edit of its own.
    const int foreign = std::popcount(letters & ~letters_of(candidate));
    if (static_cast<std::size_t>(foreign) > limit) continue;
    if (const auto found = distance(folded, fold(candidate), limit))
      near.emplace_back(*found, candidate);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });

  std::vector<std::string_view> best;
  for (const auto& [far, candidate] : near) {
    if (best.size() == most) break;
    best.push_back(candidate);
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const std::vector<std::string_view> nearest = suggestions(word, candidates, 1);
  return nearest.empty() ? "" : "; did you mean '" + printable(nearest.front()) + "'?";
}

}  // namespace oms
