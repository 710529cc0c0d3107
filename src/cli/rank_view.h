// A ranking in all formats.
#pragma once

#include <cstddef>
#include <string>

#include "cli/ranking.h"
#include "cli/records.h"

namespace oms {

// What a table tells beside the place.
struct RankShow {
  bool pareto = false;   // the front first, and what dominates each other model
  bool explain = false;  // the points of each criterion
};

// The first `printed` models, in the format of the context.
void print_ranking(const Ranking& ranking, const Asked& asked, std::size_t printed,
                   const RankShow& show, Context& context);

// One model as a row of rank_columns(), and as a JSON object.
std::vector<RecordCell> rank_cells(const Ranked& model, const Ranking& ranking, const Asked& asked);
JsonMembers rank_members(const Ranked& model, const Ranking& ranking, const Asked& asked);

std::string score_text(double score);  // one decimal: "81.2"

}  // namespace oms
