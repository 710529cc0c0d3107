// Suggestions for a misspelt word.
#include <algorithm>
#include <compare>
#include <numeric>
#include <optional>
#include <utility>

#include "oms/base/text.h"

namespace oms {
namespace {

// Edits that make `word` into each beginning of `candidate`, the empty one first; an exchange of
// two neighbors is one edit (optimal string alignment). Empty when all are more than `most`.
std::vector<std::size_t> edits(std::string_view word, std::string_view candidate,
                               std::size_t most) {
  const std::size_t width = candidate.size() + 1;
  std::vector<std::size_t> before(width), previous(width), current(width);
  std::iota(current.begin(), current.end(), std::size_t{0});
  for (std::size_t i = 1; i <= word.size(); ++i) {
    std::swap(before, previous);
    std::swap(previous, current);
    current[0] = i;
    for (std::size_t j = 1; j < width; ++j) {
      const std::size_t replaced = word[i - 1] == candidate[j - 1] ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + replaced});
      if (i > 1 && j > 1 && word[i - 1] == candidate[j - 2] && word[i - 2] == candidate[j - 1])
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    if (*std::min_element(current.begin(), current.end()) > most) return {};  // can only grow
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

}  // namespace

std::vector<std::string_view> suggestions(std::string_view word,
                                          std::span<const std::string_view> candidates,
                                          std::size_t most) {
  constexpr std::size_t kLongest = 200;  // bytes; nobody means a longer word, and it costs a square
  if (word.empty() || word.size() > kLongest) return {};
  const std::string folded = fold(word);
  const std::size_t limit = std::max<std::size_t>(1, folded.size() / 3);

  std::vector<std::pair<Distance, std::string_view>> near;
  for (const std::string_view candidate : candidates) {
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
