// What `pick` chooses: one answer out of a ranking, and what the conditions cost.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/rank_why.h"
#include "cli/ranking.h"

namespace oms {

// A model that would have been chosen from, had one condition not left it out.
struct LeftOut {
  Ranked model = {};
  Obstacle obstacle = {};
};

// The best model of a license class, whatever license was asked for: what strictness costs.
struct BestOfClass {
  std::string license_class = {};
  Ranked model = {};
};

struct Pick {
  Ranking ranking = {};
  Decimal margin = {};                   // of quality, in the unit of the metric
  std::optional<Ranked> best = {};       // the winner of the ranking
  std::optional<Ranked> cheapest = {};   // of those at most `margin` worse than the best
  std::optional<Ranked> most_open = {};  // most open components, then class, then score
  std::optional<LeftOut> left_out = {};
  std::vector<BestOfClass> by_class = {};  // most open class first
};

// `margin`: "5%" of the range of scores seen, or a number in the unit of the metric.
// Errc::usage as rank_models() has it.
Result<Pick> pick(const RankingOptions& options, const std::string& margin, const Asked& asked);

}  // namespace oms
