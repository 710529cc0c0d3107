#include "cli/ranking.h"

#include <CLI/App.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "oms/base/text.h"
#include "oms/query/number_reader.h"

namespace oms {
namespace {

// Of the models of the task that have a score of their own, or of all without a metric.
struct Priced {
  std::size_t priced = 0;
  std::size_t of = 0;
};
Priced count_priced(const Asked& asked) {
  NumberReader prices(asked.table, price_field(asked.axis()));
  NumberReader qualities(asked.table, field_id("quality"));
  const FieldId grade_field = field_id("quality_grade");
  constexpr std::string_view kBorrowed = "borrowed";
  const QualityInForce& quality = asked.selection.quality;
  Priced counted;
  quality.measured().for_each([&](Row row) {
    if (quality.metric != nullptr) {
      if (qualities[row] == kNoInteger) return true;
      if (asked.table.value(grade_field, row) == Value(kBorrowed)) return true;
    }
    ++counted.of;
    if (prices[row] > 0) ++counted.priced;
    return true;
  });
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

std::vector<std::pair<std::string, std::size_t>> unranked_counts(const Ranking& ranking,
                                                                 const Asked& asked) {
  std::map<std::string, std::size_t> counts;
  for (std::size_t i = 0; i < kCriteria; ++i) {
    for (const Missing missing : {Missing::unknown, Missing::free_only}) {
      const std::size_t models = ranking.models.missing[i][static_cast<std::size_t>(missing)];
      if (models > 0) counts[reason_of(static_cast<Criterion>(i), missing, asked)] += models;
    }
  }
  for (const Ranked& model : ranking.uncertain) {
    for (const std::string& reason : unranked_reasons(model, ranking.query, asked))
      ++counts[reason];
  }
  return {counts.begin(), counts.end()};
}

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
  query.scales.lowest_quality = quality.coverage().lowest;
  query.scales.highest_quality = quality.coverage().highest;
  const auto tolerance = read_tolerance(options.tolerance);
  if (!tolerance) return tolerance.error();
  query.tolerance = *tolerance;
  return query;
}

Result<Ranking> rank_models(const RankingOptions& options, bool front_first, const Asked& asked) {
  Ranking ranking;
  auto query = rank_query(options, asked, ranking.note);
  if (!query) return std::move(query).error();
  ranking.query = *std::move(query);
  ranking.query.front_first = front_first;
  const Query all{
      .where = asked.selection.where, .limit = 0, .admit_unknown = asked.selection.admit_unknown};
  const Matches matches = matches_of(all, asked, ranking.answer);
  ranking.models = rank_apart(matches.certain, asked.table, ranking.query);
  ranking.uncertain = rank(matches.uncertain.rows(), asked.table, ranking.query);
  for (Ranked& model : ranking.uncertain) {
    model.ranked = false;
    model.place = 0;
    model.uncertain = true;
  }
  return ranking;
}

Ranked model_at(std::size_t position, const Ranking& ranking, const Asked& asked) {
  const RankedApart& models = ranking.models;
  if (position < models.ranked.size()) return models.ranked[position];
  position -= models.ranked.size();
  if (position >= models.unranked.size()) {
    return ranking.uncertain[position - models.unranked.size()];
  }
  return judge_alone(models.unranked[position], asked.table, ranking.query);
}

std::optional<Ranked> model_of(Row row, const Ranking& ranking, const Asked& asked) {
  const auto is_wanted = [&](const Ranked& model) { return model.row == row; };
  for (const auto* models : {&ranking.models.ranked, &ranking.uncertain}) {
    const auto found = std::find_if(models->begin(), models->end(), is_wanted);
    if (found != models->end()) return *found;
  }
  const auto& unranked = ranking.models.unranked;
  const auto found = std::lower_bound(unranked.begin(), unranked.end(), row);
  if (found == unranked.end() || *found != row) return std::nullopt;
  return model_at(ranking.ranked() + static_cast<std::size_t>(found - unranked.begin()), ranking,
                  asked);
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
