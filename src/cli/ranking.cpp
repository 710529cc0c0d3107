#include "cli/ranking.h"

#include <CLI/App.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "oms/base/text.h"

namespace oms {
namespace {

// Of the models of the task that have a score of their own, or of all without a metric.
struct Priced {
  std::size_t priced = 0;
  std::size_t of = 0;
};
Priced count_priced(const Asked& asked) {
  const FieldId price_of = price_field(asked.axis());
  const FieldId quality_field = field_id("quality");
  const FieldId grade_field = field_id("quality_grade");
  constexpr std::string_view kBorrowed = "borrowed";
  const QualityInForce& quality = asked.selection.quality;
  Priced counted;
  for (const Row row : quality.measured) {
    const bool borrowed = asked.table.value(grade_field, row) == Value(kBorrowed);
    if (borrowed) continue;
    if (quality.metric != nullptr && asked.table.unknown(quality_field, row)) continue;
    ++counted.of;
    const Value value = asked.table.value(price_of, row);
    const auto* price = std::get_if<Decimal>(&value);
    if (price != nullptr && *price > Decimal{}) ++counted.priced;
  }
  return counted;
}

// The usual weights, less what most models of the task do not have: they would have no place.
Result<Weights> usual_weights(const Asked& asked, std::string& note) {
  auto weights = parse_weights(kUsualWeights);
  if (!weights) return weights;
  const Priced counted = count_priced(asked);
  const bool scored = asked.selection.quality.metric != nullptr && counted.of > 0;
  if (counted.priced == 0 && !scored) {
    return Error{Errc::usage, "no model of this task has a score or a price to rank by",
                 "--weights license=1,openness=1 ranks by what is known"};
  }
  if (!scored) {
    weights->of[static_cast<std::size_t>(Criterion::quality)] = {};
    note = "no source measures the quality of this task: ranked by price alone";
  } else if (asked.selection.pricing.workload) {
    return weights;  // who names a workload asks for its bill
  } else if (counted.priced * 2 < counted.of) {
    weights->of[static_cast<std::size_t>(Criterion::price)] = {};
    note = fmt::format("{} of the {} models with a score {} a price: ranked by quality alone",
                       counted.priced, counted.of, counted.priced == 1 ? "has" : "have");
  }
  return weights;
}

Result<Decimal> read_tolerance(const std::string& text) {
  if (text.empty()) return Decimal{};
  const auto tolerance = parse_decimal(text);
  if (tolerance && *tolerance >= Decimal{}) return *tolerance;
  return Error{
      Errc::usage,
      "--tolerance takes a number in the unit of the metric, not '" + printable(text) + "'", ""};
}

std::string reason_of(Criterion criterion, Missing missing, const Asked& asked) {
  const Metric* metric = asked.selection.quality.metric;
  switch (criterion) {
    case Criterion::quality:
      return metric == nullptr ? "no source of quality"
                               : "no score in " + std::string(metric->word);
    case Criterion::price:
      if (missing == Missing::free_only) return "free only";
      return asked.axis() == PriceAxis::bill ? "no price for the workload" : "no price";
    case Criterion::license:
      return "license class unknown";
    case Criterion::openness:
      break;
  }
  return "openness unknown";
}

}  // namespace

void add_ranking(CLI::App& app, RankingOptions& options) {
  const char* group = "Ranking";
  app.add_option(
         "-w,--weights", options.weights,
         "of quality, price, license, openness (default: " + std::string(kUsualWeights) + ")")
      ->type_name("LIST")
      ->group(group);
}

Result<RankQuery> rank_query(const RankingOptions& options, const Asked& asked, std::string& note) {
  RankQuery query;
  query.axis = asked.axis();
  const auto weights =
      options.weights.empty() ? usual_weights(asked, note) : parse_weights(options.weights);
  if (!weights) {
    const std::string flag = options.weights.empty() ? "" : "--weights: ";
    return Error{weights.error().code, flag + weights.error().what, weights.error().hint};
  }
  query.weights = *weights;
  query.scales = price_scales(asked.table, query.axis);
  const QualityInForce& quality = asked.selection.quality;
  query.scales.better = quality.better();
  query.scales.lowest_quality = quality.coverage.lowest;
  query.scales.highest_quality = quality.coverage.highest;
  const auto tolerance = read_tolerance(options.tolerance);
  if (!tolerance) return tolerance.error();
  query.tolerance = *tolerance;
  return query;
}

Answer matching(const Asked& asked, const Expr& where) {
  Query query;
  query.where = where;
  query.limit = 0;
  query.admit_unknown = asked.selection.admit_unknown;
  return run_query(query, asked.table);
}

Result<Ranking> rank_models(const RankingOptions& options, bool front_first, const Asked& asked) {
  Ranking ranking;
  auto query = rank_query(options, asked, ranking.note);
  if (!query) return std::move(query).error();
  ranking.query = *std::move(query);
  ranking.query.front_first = front_first;
  ranking.answer = matching(asked, asked.selection.where);
  std::vector<Row> certain;
  std::vector<Row> uncertain;
  for (std::size_t i = 0; i < ranking.answer.rows.size(); ++i) {
    (ranking.answer.uncertain[i] ? uncertain : certain).push_back(ranking.answer.rows[i]);
  }
  ranking.models = rank(certain, asked.table, ranking.query);
  ranking.ranked =
      static_cast<std::size_t>(std::count_if(ranking.models.begin(), ranking.models.end(),
                                             [](const Ranked& model) { return model.ranked; }));
  for (Ranked& model : rank(uncertain, asked.table, ranking.query)) {
    model.ranked = false;
    model.place = 0;
    model.uncertain = true;
    ranking.models.push_back(model);
  }
  return ranking;
}

std::string unranked_reason(const Ranked& model, const RankQuery& query, const Asked& asked) {
  return join(unranked_reasons(model, query, asked), ", ");
}

std::vector<std::string> unranked_reasons(const Ranked& model, const RankQuery& query,
                                          const Asked& asked) {
  if (model.ranked) return {};
  std::vector<std::string> reasons;
  if (model.uncertain) reasons.emplace_back("a condition is unknown");
  for (std::size_t i = 0; i < kCriteria; ++i) {
    const auto criterion = static_cast<Criterion>(i);
    if (!query.weights.uses(criterion) || model.missing[i] == Missing::no) continue;
    reasons.push_back(reason_of(criterion, model.missing[i], asked));
  }
  return reasons;
}

std::string price_text(const Asked& asked, Row row) {
  const FieldId field = price_field(asked.axis());
  return display_text(kFields[field], asked.table.value(field, row), true);
}

}  // namespace oms
