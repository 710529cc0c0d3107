#include "cli/pick.h"

#include <algorithm>
#include <tuple>

#include "oms/base/text.h"

namespace oms {
namespace {

std::int64_t integer_of(const Asked& asked, std::string_view field, Row row) {
  const Value value = asked.table.value(field_id(field), row);
  const auto* number = std::get_if<std::int64_t>(&value);
  return number == nullptr ? -1 : *number;
}

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

std::optional<Ranked> cheapest_near(const Pick& picked, const Asked& asked) {
  const FieldId field = price_field(asked.axis());
  std::optional<Ranked> cheapest;
  std::tuple<Decimal, Decimal, Row> lowest = {};
  for (const Ranked& model : picked.ranking.models) {
    const Number price = decimal_of(asked, field, model.row);
    const Number lost = behind(asked, picked.best->row, model.row);
    if (!price || *price <= Decimal{} || !lost || *lost > picked.margin) continue;
    const std::tuple key(*price, *lost, model.row);
    if (cheapest && key >= lowest) continue;
    cheapest = model;
    lowest = key;
  }
  return cheapest;
}

// Only what is known to be open counts.
std::optional<Ranked> most_open(const Ranking& ranking, const Asked& asked) {
  std::optional<Ranked> best;
  std::tuple<std::int64_t, int, double> highest = {};
  for (const Ranked& model : ranking.models) {
    const std::tuple key(integer_of(asked, "openness", model.row), class_place(asked, model.row),
                         model.score);
    if (std::get<0>(key) <= 0 || (best && key <= highest)) continue;
    best = model;
    highest = key;
  }
  return best;
}

// The models, copies apart, that meet all conditions but those that are left out.
template <typename Left>
std::vector<Row> models_without(const Asked& asked, Left is_left_out) {
  std::vector<Expr> rest;
  for (const NamedCondition& condition : asked.selection.conditions) {
    if (!is_left_out(condition)) rest.push_back(condition.expr);
  }
  std::vector<Row> rows = matching_rows(all_of(std::move(rest)), asked.table);
  const std::span<const Row> parents = asked.table.fold_parent();
  std::erase_if(rows, [&](Row row) { return parents[row] != kNoRow; });
  return rows;
}

// The models that this condition alone keeps out.
std::vector<Row> kept_out_by(const NamedCondition& condition, const Asked& asked) {
  std::vector<Row> rows =
      models_without(asked, [&](const NamedCondition& other) { return &other == &condition; });
  const std::vector<Row> meeting = matching_rows(condition.expr, asked.table);
  std::erase_if(rows,
                [&](Row row) { return std::binary_search(meeting.begin(), meeting.end(), row); });
  return rows;
}

// The best of them; without a place for any of them, the most downloaded.
std::optional<LeftOut> nearest_left_out(const Pick& picked, const Asked& asked) {
  std::optional<LeftOut> nearest;
  std::tuple<bool, double, std::int64_t> highest = {};
  for (const NamedCondition& condition : asked.selection.conditions) {
    if (condition.subject == Subject::wanted || condition.subject == Subject::scope) continue;
    const std::vector<Row> rows = kept_out_by(condition, asked);
    for (const Ranked& model : rank(rows, asked.table, picked.ranking.query)) {
      const std::tuple key(model.ranked, model.score, integer_of(asked, "downloads", model.row));
      if (nearest && key <= highest) continue;
      nearest = LeftOut{.model = model};
      highest = key;
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
  const std::vector<Row> rows = models_without(
      asked, [](const NamedCondition& condition) { return condition.subject == Subject::license; });
  const std::vector<Ranked> models = rank(rows, asked.table, picked.ranking.query);
  std::vector<BestOfClass> best;
  for (int place = static_cast<int>(std::size(words::kLicenseClass)); place > 0; --place) {
    const auto found = std::find_if(models.begin(), models.end(), [&](const Ranked& model) {
      return model.ranked && class_place(asked, model.row) == place;
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
  if (picked.ranking.ranked > 0) {
    picked.best = picked.ranking.models.front();
    picked.cheapest = cheapest_near(picked, asked);
  }
  picked.most_open = most_open(picked.ranking, asked);
  picked.left_out = nearest_left_out(picked, asked);
  picked.by_class = best_by_class(picked, asked);
  return picked;
}

}  // namespace oms
