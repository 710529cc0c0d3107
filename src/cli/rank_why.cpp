#include "cli/rank_why.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/page.h"
#include "cli/rank_view.h"
#include "cli/record_columns.h"
#include "cli/reference.h"
#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

std::string shown(const Asked& asked, FieldId field, Row row) {
  return display_text(kFields[field], asked.table.value(field, row), true);
}

bool is_known(const Asked& asked, std::string_view field, Row row) {
  return !asked.table.unknown(field_id(field), row);
}

// "license is llama3.1, community in effect": a class says little without the license it was read
// from.
std::vector<std::string> license_found(Row row, const Asked& asked) {
  const std::string license = is_known(asked, "license", row)
                                  ? "license is " + shown(asked, field_id("license"), row)
                                  : std::string("no license is known");
  if (!is_known(asked, "license_effective", row)) return {license, "its class is unknown"};
  return {license, shown(asked, field_id("license_effective"), row) + " in effect"};
}

std::string found_text(const NamedCondition& condition, Row row, const Asked& asked) {
  const bool license = condition.subject == Subject::license;
  std::vector<std::string> parts;
  if (license) parts = license_found(row, asked);
  for (const FieldId field : fields_of(condition.expr)) {
    const std::string_view name = kFields[field].name;
    const bool said = license && (name == "license" || name == "license_effective" ||
                                  (name == "osi_approved" && is_known(asked, name, row) &&
                                   asked.table.value(field, row) == Value(false)));
    if (said) continue;
    parts.push_back(fmt::format(
        "{} is {}", name, asked.table.unknown(field, row) ? "unknown" : shown(asked, field, row)));
  }
  return join(parts, ", ");
}

std::string scope_text(Row row, const Asked& asked) {
  if (is_reference(asked.table.id(row))) return "a closed model, shown only with --closed";
  return "status is " + shown(asked, field_id("status"), row) + ", shown only with --gone";
}

std::string value_text(std::size_t criterion, const RankPlace& place, const Asked& asked) {
  const Row row = place.model.row;
  const auto text = [&](std::string_view field) { return shown(asked, field_id(field), row); };
  switch (static_cast<Criterion>(criterion)) {
    case Criterion::quality: {
      const bool dated = !asked.table.unknown(field_id("quality_as_of"), row);
      return fmt::format("{} in {}, {}", text("quality"), text("quality_metric"),
                         dated ? text("quality_as_of") : std::string("undated"));
    }
    case Criterion::price: {
      const bool bill = asked.axis() == PriceAxis::bill;
      const bool old = asked.table.value(field_id("price_old"), row) == Value(true);
      return fmt::format("{} {}, {}, {}{}", price_text(asked, row),
                         bill ? "USD for the workload" : "USD per 1M tokens, blended",
                         text("price_provider"), text("price_as_of"), old ? " (old)" : "");
    }
    case Criterion::license:
      return text("license_effective");
    case Criterion::openness:
      break;
  }
  return text("openness") + " of 5 components";
}

void add_points(Page& page, const RankPlace& place, const Ranking& ranking, const Asked& asked) {
  const Weights& weights = ranking.query.weights;
  for (std::size_t i = 0; i < kCriteria; ++i) {
    if (!weights.uses(static_cast<Criterion>(i))) continue;
    const bool known = place.model.missing[i] == Missing::no;
    page.item(kCriterionRows[i].word,
              known ? fmt::format("{} points, weight {}", score_text(place.model.points[i]),
                                  to_text(weights.of[i]))
                    : "not known",
              known ? value_text(i, place, asked) : std::string());
  }
}

std::string verdict(const RankPlace& place, const Ranking& ranking, const Asked& asked) {
  if (place.folded_into != kNoRow) {
    return "a quantized copy; it stands behind " + printable(asked.table.id(place.folded_into)) +
           " (--unfold in 'oms list')";
  }
  if (!place.obstacles.empty()) {
    return "left out by " + counted(place.obstacles.size(), "condition");
  }
  if (place.model.place == 0) {
    return "not ranked: " + unranked_reason(place.model, ranking.query, asked);
  }
  return fmt::format("place {} of {}, score {} of 100", place.model.place, ranking.ranked(),
                     score_text(place.model.score));
}

}  // namespace

std::vector<Obstacle> obstacles(Row row, const Asked& asked) {
  std::vector<Obstacle> result;
  for (const NamedCondition& condition : asked.selection.conditions) {
    const Truth truth = truth_of(condition.expr, asked.table, row);
    if (truth == Truth::yes) continue;
    const bool scope = condition.subject == Subject::scope;
    result.push_back({.condition = scope ? "usual scope" : condition.text,
                      .unknown = truth == Truth::unknown,
                      .found = scope ? scope_text(row, asked) : found_text(condition, row, asked)});
  }
  return result;
}

std::string obstacle_text(const Obstacle& obstacle) {
  return fmt::format("{}{}: {}", printable(obstacle.condition),
                     obstacle.unknown ? " cannot be told" : "", obstacle.found);
}

RankPlace place_of(Row row, const Ranking& ranking, const Asked& asked) {
  RankPlace place;
  place.model.row = row;
  if (const auto model = model_of(row, ranking, asked)) {
    place.model = *model;
    return place;
  }
  place.obstacles = obstacles(row, asked);
  place.model = judge_alone(row, asked.table, ranking.query);
  if (!place.obstacles.empty()) return place;
  Row parent = row;
  // It matches, but does not stand in the answer: it is folded into the nearest base that does.
  constexpr int kDeepest = 100;
  for (int depth = 0; depth < kDeepest && parent != kNoRow; ++depth) {
    parent = asked.table.folds().base_of(parent);
    if (model_of(parent, ranking, asked)) break;
  }
  place.folded_into = parent;
  return place;
}

std::string why_text(const RankPlace& place, const Ranking& ranking, const Asked& asked,
                     const Style& style) {
  Page page(style);
  page.title(printable(asked.table.id(place.model.row)));
  page.paragraph(verdict(place, ranking, asked));
  for (const Obstacle& obstacle : place.obstacles) {
    page.item(obstacle.unknown ? "unknown" : "fails", obstacle_text(obstacle));
  }
  add_points(page, place, ranking, asked);
  if (place.obstacles.empty() && place.model.dominated_by != kNoRow) {
    page.item("beaten by", std::string(asked.table.id(place.model.dominated_by)),
              place.model.near ? "within the tolerance" : "at least as good in everything");
  } else if (place.model.place != 0) {
    page.item("front", "no other ranked model beats it in everything");
  }
  if (!place.obstacles.empty() && place.model.ranked) {
    page.item("without them", "score " + score_text(place.model.score) + " of 100");
  }
  page.item("weights", weights_text(ranking.query.weights));
  return page.text();
}

std::string why_json(const RankPlace& place, const Ranking& ranking, const Asked& asked) {
  Records records{.columns = obstacle_columns()};
  for (const Obstacle& obstacle : place.obstacles) {
    records.rows.push_back(
        {text_cell(obstacle.condition), obstacle.unknown, text_cell(obstacle.found)});
  }
  const std::string folded =
      place.folded_into == kNoRow ? "null" : json_quote(asked.table.id(place.folded_into));
  JsonMembers members = rank_members(place.model, ranking, asked);
  members.emplace_back("ranked", std::to_string(ranking.ranked()));
  members.emplace_back("weights", json_quote(weights_text(ranking.query.weights)));
  members.emplace_back("folded_into", folded);
  members.emplace_back("left_out_by", json_array_block(json_rows(records)));
  return json_block(members) + "\n";
}

}  // namespace oms
