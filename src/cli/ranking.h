// What `rank` and `pick` share: the models of a question in the order of weighted criteria.
#pragma once

#include <optional>
#include <string>
#include <utility>
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

// All models that match, in this order: those with a place, those that miss a weighted criterion,
// and those of which a condition is unknown.
struct Ranking {
  RankQuery query = {};
  Answer answer = {};  // the numbers of it, without rows
  RankedApart models = {};
  std::vector<Ranked> uncertain = {};  // without a place
  std::string note = {};  // what the usual weights leave out for this task; "" = nothing

  std::size_t ranked() const { return models.ranked.size(); }
  std::size_t size() const { return ranked() + models.unranked.size() + uncertain.size(); }
};

// Weights, scales and tolerance. `note` takes what the usual weights leave out.
// Errc::usage: weights or tolerance that cannot be read; nothing to rank this task by.
Result<RankQuery> rank_query(const RankingOptions& options, const Asked& asked, std::string& note);

// `front_first`: as RankQuery has it.
Result<Ranking> rank_models(const RankingOptions& options, bool front_first, const Asked& asked);

// The model at a position of the whole order.
Ranked model_at(std::size_t position, const Ranking& ranking, const Asked& asked);
// The model of `row`; nothing when it does not match.
std::optional<Ranked> model_of(Row row, const Ranking& ranking, const Asked& asked);

// Why it has no place: "no price", "free only", "no score in arena"; "" when it has one.
std::string unranked_reason(const Ranked& model, const RankQuery& query, const Asked& asked);
std::vector<std::string> unranked_reasons(const Ranked& model, const RankQuery& query,
                                          const Asked& asked);

// How many models have no place for each reason, by reason: a model may miss several.
std::vector<std::pair<std::string, std::size_t>> unranked_counts(const Ranking& ranking,
                                                                 const Asked& asked);

// "0.80" or "free"; what `axis` reads.
std::string price_text(const Asked& asked, Row row);

}  // namespace oms
