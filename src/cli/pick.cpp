#include "cli/pick.h"

#include <algorithm>
#include <tuple>

#include "oms/base/text.h"
#include "oms/query/number_reader.h"

namespace oms {
namespace {

Number decimal_of(const Asked& asked, FieldId field, Row row) {
  const Value value = asked.table.value(field, row);
  const auto* number = std::get_if<Decimal>(&value);
  return number == nullptr ? Number() : Number(*number);
}

int class_place(const Asked& asked, Row row) {
  const Value value = asked.table.value(field_id("license_effective"), row);
  const auto* word = std::get_if<std::string_view>(&value);
  return word == nullptr ? 0 : parse_choice(words::kLicenseClass, *word).code;
}

Result<Decimal> read_margin(const std::string& text, const Scales& scales) {
  const bool percent = text.ends_with('%');
  const auto number = parse_decimal(percent ? text.substr(0, text.size() - 1) : text);
  if (!number || *number < Decimal{}) {
    return Error{Errc::usage,
                 "--margin takes a share of the range of scores (5%) or a number in the unit of "
                 "the metric, not '" +
                     printable(text) + "'",
                 ""};
  }
  if (!percent) return *number;
  if (!scales.lowest_quality || !scales.highest_quality) return Decimal{};
  const std::int64_t range = scales.highest_quality->billionths - scales.lowest_quality->billionths;
  constexpr std::int64_t kPercent = 100;
  return round_significant(divide(Int128{range} * number->billionths / Decimal::kScale, kPercent),
                           3);
}

// How much worse `row` is than `best`; unset when one of both has no score.
Number behind(const Asked& asked, Row best, Row row) {
  const Number first = decimal_of(asked, field_id("quality"), best);
  const Number second = decimal_of(asked, field_id("quality"), row);
  if (!first || !second) return std::nullopt;
  const std::int64_t lost = first->billionths - second->billionths;
  return Decimal{asked.selection.quality.better() == Better::lower ? -lost : lost};
}

// Calls `use` with the row and the score of every model of a ranking, in its order.
template <typename Use>
void each_model(const Ranking& ranking, Use use) {
  for (const Ranked& model : ranking.models.ranked) use(model.row, model.score);
  for (const Row row : ranking.models.unranked) use(row, 0.0);
  for (const Ranked& model : ranking.uncertain) use(model.row, model.score);
}

std::optional<Ranked> cheapest_near(const Pick& picked, const Asked& asked) {
  NumberReader prices(asked.table, price_field(asked.axis()));
  Row cheapest = kNoRow;
  std::tuple<Decimal, Decimal, Row> lowest = {};
  each_model(picked.ranking, [&](Row row, double) {
    const Decimal price{prices[row]};  // below zero when there is none
    if (price <= Decimal{}) return;
    const Number lost = behind(asked, picked.best->row, row);
    if (!lost || *lost > picked.margin) return;
    const std::tuple key(price, *lost, row);
    if (cheapest != kNoRow && key >= lowest) return;
    cheapest = row;
    lowest = key;
  });
  return cheapest == kNoRow ? std::nullopt : model_of(cheapest, picked.ranking, asked);
}

// Only what is known to be open counts.
std::optional<Ranked> most_open(const Ranking& ranking, const Asked& asked) {
  NumberReader openness(asked.table, field_id("openness"));
  Row best = kNoRow;
  std::tuple<std::int64_t, int, double> highest = {};
  each_model(ranking, [&](Row row, double score) {
    const std::int64_t open = openness[row];
    if (open <= 0 || open < std::get<0>(highest)) return;
    const std::tuple key(open, class_place(asked, row), score);
    if (best != kNoRow && key <= highest) return;
    best = row;
    highest = key;
  });
  return best == kNoRow ? std::nullopt : model_of(best, ranking, asked);
}

// The models, copies apart, that meet all conditions but those that are left out.
template <typename Left>
RowSet models_without(const Asked& asked, Left is_left_out) {
  std::vector<Expr> rest;
  for (const NamedCondition& condition : asked.selection.conditions) {
    if (!is_left_out(condition)) rest.push_back(condition.expr);
  }
  RowSet rows = matching_set(all_of(std::move(rest)), asked.table);
  rows.erase(asked.table.folds().copies);
  return rows;
}

// The models that this condition alone keeps out.
RowSet kept_out_by(const NamedCondition& condition, const Asked& asked) {
  RowSet rows =
      models_without(asked, [&](const NamedCondition& other) { return &other == &condition; });
  rows.erase(matching_set(condition.expr, asked.table));
  return rows;
}

// The best of them; without a place for any of them, the most downloaded.
std::optional<LeftOut> nearest_left_out(const Pick& picked, const Asked& asked) {
  const RankQuery& query = picked.ranking.query;
  NumberReader downloads(asked.table, field_id("downloads"));
  std::optional<LeftOut> nearest;
  std::tuple<bool, double, std::int64_t> highest = {};
  const auto offer = [&](Row row, const auto& model_of_row, bool ranked, double score) {
    const std::tuple key(ranked, score, std::max<std::int64_t>(downloads[row], -1));
    if (nearest && key <= highest) return;
    nearest = LeftOut{.model = model_of_row()};
    highest = key;
  };
  for (const NamedCondition& condition : asked.selection.conditions) {
    if (condition.subject == Subject::wanted || condition.subject == Subject::scope) continue;
    const RankedApart models = rank_apart(kept_out_by(condition, asked), asked.table, query);
    for (const Ranked& model : models.ranked) {
      offer(
          model.row, [&] { return model; }, true, model.score);
    }
    for (const Row row : models.unranked) {
      offer(
          row, [&] { return judge_alone(row, asked.table, query); }, false, 0);
    }
  }
  if (!nearest) return nearest;
  const std::vector<Obstacle> found = obstacles(nearest->model.row, asked);
  if (found.empty()) return std::nullopt;
  nearest->model.place = 0;  // it has none among those that match
  nearest->obstacle = found.front();
  return nearest;
}

std::vector<BestOfClass> best_by_class(const Pick& picked, const Asked& asked) {
  const RowSet rows = models_without(
      asked, [](const NamedCondition& condition) { return condition.subject == Subject::license; });
  const std::vector<Ranked> models = rank_apart(rows, asked.table, picked.ranking.query).ranked;
  std::vector<BestOfClass> best;
  for (int place = static_cast<int>(std::size(words::kLicenseClass)); place > 0; --place) {
    const auto found = std::find_if(models.begin(), models.end(), [&](const Ranked& model) {
      return class_place(asked, model.row) == place;
    });
    if (found == models.end()) continue;
    best.push_back({std::string(words::kLicenseClass[place - 1]), *found});
  }
  return best;
}

}  // namespace

Result<Pick> pick(const RankingOptions& options, const std::string& margin, const Asked& asked) {
  Pick picked;
  auto ranking = rank_models(options, false, asked);
  if (!ranking) return std::move(ranking).error();
  picked.ranking = *std::move(ranking);
  const auto allowed = read_margin(margin, picked.ranking.query.scales);
  if (!allowed) return allowed.error();
  picked.margin = *allowed;
  if (picked.ranking.ranked() > 0) {
    picked.best = picked.ranking.models.ranked.front();
    picked.cheapest = cheapest_near(picked, asked);
  }
  picked.most_open = most_open(picked.ranking, asked);
  picked.left_out = nearest_left_out(picked, asked);
  picked.by_class = best_by_class(picked, asked);
  return picked;
}

}  // namespace oms
