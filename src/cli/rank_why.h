// `rank --why ID`: the place of one model and what it rests on, or what keeps the model out.
#pragma once

#include <string>
#include <vector>

#include "cli/ranking.h"

namespace oms {

// A condition that a model does not meet.
struct Obstacle {
  std::string condition = {};  // as it was asked for: "--license osi"
  bool unknown = false;        // not known whether it does
  std::string found = {};      // what the catalog has: "license_effective is community"
};

// The conditions that are not true for `row`, in the order in which they were given.
std::vector<Obstacle> obstacles(Row row, const Asked& asked);
std::string obstacle_text(const Obstacle& obstacle);

struct RankPlace {
  Ranked model = {};  // without a place when it is not among those that match
  std::vector<Obstacle> obstacles = {};
  Row folded_into = kNoRow;  // a quantized copy that stands behind that row
};
RankPlace place_of(Row row, const Ranking& ranking, const Asked& asked);

std::string why_text(const RankPlace& place, const Ranking& ranking, const Asked& asked,
                     const Style& style);
std::string why_json(const RankPlace& place, const Ranking& ranking, const Asked& asked);

}  // namespace oms
