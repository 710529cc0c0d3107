// Which of several scores of one model in one metric stands for them.
#pragma once

#include <cstddef>
#include <utility>

#include "oms/model/table.h"

namespace oms {

// Position of the strongest grade, then the newest day, then the first, among the entries
// [begin, end) of one row and one metric; there is at least one.
inline std::size_t best_observation(const ScoreTable& scores, std::size_t begin, std::size_t end) {
  // kNoDay is below every day: a score without a date is the oldest.
  const auto rank = [&](std::size_t i) { return std::pair(scores.grade[i], scores.as_of[i]); };
  std::size_t best = begin;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (rank(i) > rank(best)) best = i;
  }
  return best;
}

}  // namespace oms
