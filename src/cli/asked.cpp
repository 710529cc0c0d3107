#include "cli/asked.h"

#include "cli/own_scores.h"

namespace oms {
namespace {

Query with_models(Query query, const Asked& asked) {
  const QualityInForce& quality = asked.selection.quality;
  if (!quality.is_measured()) query.also = quality.models();
  return query;
}

void keep_models(Answer& answer, const Asked& asked) {
  const QualityInForce& quality = asked.selection.quality;
  if (!quality.is_measured()) quality.keep(std::move(answer.also));
  quality.coverage();
}

}  // namespace

Result<std::unique_ptr<Asked>> ask(const SelectionOptions& options, const Context& context) {
  auto catalog = open_catalog(context);
  if (!catalog) return std::move(catalog).error();
  auto asked = std::make_unique<Asked>(*std::move(catalog));
  const auto own = add_own_scores(options.scores, asked->catalog, context);
  if (!own) return own.error();
  asked->metrics = asked->catalog.metrics();
  auto selection = select(options, asked->catalog, asked->metrics, context.world.clock.today());
  if (!selection) return std::move(selection).error();
  asked->selection = *std::move(selection);

  asked->table = asked->catalog.table();
  if (options.pricing.given()) {
    asked->prices.emplace(asked->selection.pricing, asked->table);
    asked->prices->add_to(asked->table);
  }
  const QualityInForce& quality = asked->selection.quality;
  if (quality.metric == nullptr) return asked;
  asked->quality.emplace(*quality.metric, asked->table);
  asked->quality->add_to(asked->table);
  // Few questions name it.
  asked->table.set_column(field_id("on_frontier"), [all = asked.get()] {
    const QualityInForce& measured = all->selection.quality;
    all->frontier.emplace(all->table, measured.measured(), all->axis(), measured.better());
    return all->frontier->column();
  });
  return asked;
}

Answer answer_to(Query query, const Asked& asked) {
  Answer answer = run_query(with_models(std::move(query), asked), asked.table);
  keep_models(answer, asked);
  return answer;
}

Matches matches_of(Query query, const Asked& asked, Answer& answer) {
  Matches matches = find_matches(with_models(std::move(query), asked), asked.table, answer);
  keep_models(answer, asked);
  return matches;
}

}  // namespace oms
