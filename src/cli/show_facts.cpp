#include "cli/show_facts.h"

#include <algorithm>
#include <tuple>

#include "cli/quality_in_force.h"
#include "oms/base/text.h"
#include "oms/model/best_observation.h"
#include "oms/query/frontier.h"
#include "oms/query/quality.h"

namespace oms {
namespace {

void mark_outliers(std::vector<ShownOffer>& offers) {
  std::vector<Offer> asked;
  for (const ShownOffer& entry : offers) {
    if (!entry.old && entry.blended && *entry.blended > Decimal{}) asked.push_back(entry.offer);
  }
  const std::vector<Offer> hosts = one_offer_a_host(asked);
  for (ShownOffer& entry : offers) entry.outlier = is_outlier(entry.offer, hosts, Ratio{});
}

std::vector<ShownBase> bases_of(const Shown& shown) {
  std::vector<ShownBase> bases;
  const Value ids = shown.value("base_models");
  const auto* list = std::get_if<TextList>(&ids);
  if (list == nullptr) return bases;
  for (const std::string_view id : *list) {
    bases.push_back({std::string(id), shown.tables->catalog.find_exact(id) != kNoRow});
  }
  return bases;
}

// In the metric that a query for the tasks of the model would use.
const ShownScore* best_score(const Shown& shown) {
  std::vector<std::string_view> tasks;
  const Value task = shown.value("task");
  if (const auto* word = std::get_if<std::string_view>(&task)) tasks.push_back(*word);
  const Value all = shown.value("tasks");
  if (const auto* list = std::get_if<TextList>(&all)) {
    tasks.insert(tasks.end(), list->begin(), list->end());
  }
  const Metric* metric = automatic_metric(shown.tables->metrics, shown.table(), tasks);
  if (metric == nullptr) return nullptr;
  const auto same = [&](const ShownScore& score) { return score.metric == metric; };
  const auto first = std::find_if(shown.scores.begin(), shown.scores.end(), same);
  if (first == shown.scores.end()) return nullptr;
  const auto past = std::find_if_not(first, shown.scores.end(), same);
  // `shown.scores` has the entries of the table in their order.
  const std::size_t start = entries_of(shown.table().scores.rows, shown.row).first;
  const auto entry = [&](auto at) {
    return start + static_cast<std::size_t>(at - shown.scores.begin());
  };
  const std::size_t best = best_observation(shown.table().scores, entry(first), entry(past));
  return &shown.scores[best - start];
}

// Among the models of its task, as a query for that task would say.
Value frontier_value(const Shown& shown) {
  if (shown.quality == nullptr || is_unknown(shown.value("price_blended"))) return {};
  Expr tasks = all_of({});
  if (shown.value("chat") != Value(true)) {
    const Value task = shown.value("task");
    const auto* word = std::get_if<std::string_view>(&task);
    if (word == nullptr) return {};
    auto condition = make_condition(field_id("task"), Op::equal, *word);
    if (!condition) return {};
    tasks = *std::move(condition);
  }
  const auto quality =
      quality_in_force("auto", tasks, {}, shown.tables->catalog, shown.tables->metrics);
  if (!quality || quality->metric != shown.quality->metric) return {};
  Table table = shown.table();
  const QualityColumns scores(*quality->metric, table);
  scores.add_to(table);
  const FrontierColumn column(table, quality->measured(), PriceAxis::blended, quality->better());
  table.set_column(field_id("on_frontier"), column.column());
  return table.value(field_id("on_frontier"), shown.row);
}

Value day_value(const Day& day) { return day ? Value(*day) : Value(); }

}  // namespace

ShowTables::ShowTables(const Catalog& opened)
    : catalog(opened),
      metrics(opened.metrics()),
      tasks(opened.tasks()),
      newest_price(opened.price_dates().last) {
  auto parsed = Tsv::parse(opened.data("sources.tsv"));
  if (parsed) sources = *std::move(parsed);
}

Value Shown::value(FieldId field) const {
  const std::string_view name = kFields[field].name;
  if (name == "folded") return copies;
  if (name == "on_frontier") return frontier_value(*this);
  if (!name.starts_with("quality")) return table().value(field, row);
  if (quality == nullptr) return {};
  const Observation& observation = quality->observation;
  if (name == "quality") return observation.value;
  if (name == "quality_metric") return std::string_view(observation.metric);
  if (name == "quality_as_of") return day_value(observation.as_of);
  const std::string_view grade = word_of(words::kGrade, observation.grade);
  return grade.empty() ? Value() : Value(grade);
}

const Fact* Shown::fact(std::string_view field) const {
  const Fact* best = nullptr;
  for (const Fact& candidate : facts) {
    if (candidate.field != field) continue;
    if (best == nullptr || candidate.evidence >= best->evidence) best = &candidate;
  }
  return best;
}

const License* Shown::license() const { return lineage.nodes.front().license; }

std::vector<ShownOffer> shown_offers(const Table& table, Row row, Day newest_price) {
  const auto shown = [&](std::string_view field) { return table.value(field_id(field), row); };
  const Value host = shown("price_provider");
  const Value day = shown("price_as_of");
  const Value input = shown("price_input");
  const Value output = shown("price_output");
  const Value source = shown("price_source");
  const auto number = [](const Number& price) { return price ? Value(*price) : Value(); };
  std::vector<ShownOffer> offers;
  bool found = false;
  for (Offer& offer : table.offers_of(row)) {
    ShownOffer entry;
    entry.blended = blend_of(offer, Ratio{});
    entry.old = newest_price && offer.as_of && newest_price->days - offer.as_of->days > kFreshDays;
    entry.shown = !found && host == Value(std::string_view(offer.host)) &&
                  source == Value(std::string_view(offer.source)) && input == number(offer.input) &&
                  output == number(offer.output) &&
                  (offer.as_of ? day == Value(*offer.as_of) : is_unknown(day));
    found = found || entry.shown;
    entry.offer = std::move(offer);
    offers.push_back(std::move(entry));
  }
  mark_outliers(offers);
  const auto missing_last = [](const Number& price) { return std::pair(!price, price); };
  std::stable_sort(offers.begin(), offers.end(), [&](const ShownOffer& a, const ShownOffer& b) {
    return std::tuple(a.old, missing_last(a.blended), a.offer.host, a.offer.route) <
           std::tuple(b.old, missing_last(b.blended), b.offer.host, b.offer.route);
  });
  return offers;
}

std::vector<ShownScore> shown_scores(const Table& table, Row row, const MetricTable& metrics) {
  std::vector<ShownScore> scores;
  for (Observation& observation : table.scores_of(row)) {
    const Metric* metric = metrics.find(observation.metric);
    scores.push_back({std::move(observation), metric});
  }
  return scores;
}

Shown gather(const ShowTables& tables, Row row) {
  Shown shown;
  shown.tables = &tables;
  shown.row = row;
  shown.facts = shown.table().facts_of(row);
  shown.offers = shown_offers(shown.table(), row, tables.newest_price);
  shown.scores = shown_scores(shown.table(), row, tables.metrics);
  shown.bases = bases_of(shown);
  shown.lineage = lineage_of(tables.catalog, row);
  shown.inherited = inherit(shown.lineage.nodes, 0);
  shown.quality = best_score(shown);
  shown.copies = static_cast<std::int64_t>(shown.table().copies(row));
  return shown;
}

}  // namespace oms
