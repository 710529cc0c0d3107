// What `rank` and `pick` share: the models of a question in the order of weighted criteria.
#pragma once

#include <string>
#include <vector>

#include "cli/asked.h"
#include "oms/query/query.h"
#include "oms/query/rank.h"

namespace CLI {
class App;
}

namespace oms {

struct RankingOptions {
  std::string weights = {};  // "" = kUsualWeights, as far as the task has such figures
  std::string tolerance = {};
};
inline constexpr std::string_view kUsualWeights = "quality=3,price=1";

void add_ranking(CLI::App& app, RankingOptions& options);

struct Ranking {
  RankQuery query = {};
  Answer answer = {};               // all models that match, those of unknown conditions last
  std::vector<Ranked> models = {};  // the same models; those of unknown conditions are not ranked
  std::size_t ranked = 0;           // so many stand first
  std::string note = {};            // what the usual weights leave out for this task; "" = nothing
};

// Weights, scales and tolerance. `note` takes what the usual weights leave out.
// Errc::usage: weights or tolerance that cannot be read; nothing to rank this task by.
Result<RankQuery> rank_query(const RankingOptions& options, const Asked& asked, std::string& note);

// `front_first`: as RankQuery has it.
Result<Ranking> rank_models(const RankingOptions& options, bool front_first, const Asked& asked);

// The models on which `where` holds, copies folded.
Answer matching(const Asked& asked, const Expr& where);

// Why it has no place: "no price", "free only", "no score in arena"; "" when it has one.
std::string unranked_reason(const Ranked& model, const RankQuery& query, const Asked& asked);
std::vector<std::string> unranked_reasons(const Ranked& model, const RankQuery& query,
                                          const Asked& asked);

// "0.80" or "free"; what `axis` reads.
std::string price_text(const Asked& asked, Row row);

}  // namespace oms
