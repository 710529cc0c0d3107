// What `rank` and `pick` say on stderr.
#pragma once

#include "cli/ranking.h"

namespace oms {

// How many were printed and ranked, why others were not, how old the figures are.
void print_rank_notes(const Ranking& ranking, const Asked& asked, std::size_t printed,
                      const Context& context);

// How old the figures are, and what was left out as unknown.
void print_pick_notes(const Ranking& ranking, const Asked& asked, const Context& context);

}  // namespace oms
