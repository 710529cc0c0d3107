#include "oms/query/quality.h"

#include <algorithm>

#include "oms/model/best_observation.h"

namespace oms {
namespace {

// Calls `use` with the position of every score of `metric`, ascending.
template <typename Use>
void each_score(const Metric& metric, const ScoreTable& scores, Use use) {
  const auto code = code_of(scores.metric.dictionary, metric.word);
  if (!code) return;
  for (std::size_t i = 0; i < scores.rows.size(); ++i) {
    if (scores.metric.codes[i] == *code) use(i);
  }
}

// Behind the last entry of the row and metric that begin at `first`.
std::size_t past_group(const ScoreTable& scores, std::size_t first) {
  std::size_t past = first + 1;
  while (past < scores.rows.size() && scores.rows[past] == scores.rows[first] &&
         scores.metric.codes[past] == scores.metric.codes[first]) {
    ++past;
  }
  return past;
}

bool has_scores(const Metric& metric, const ScoreTable& scores) {
  const auto code = code_of(scores.metric.dictionary, metric.word);
  const auto& codes = scores.metric.codes;
  return code && std::find(codes.begin(), codes.end(), *code) != codes.end();
}

bool measures_one_of(const Metric& metric, std::span<const std::string_view> tasks) {
  return std::any_of(tasks.begin(), tasks.end(), [&](std::string_view task) {
    return std::find(metric.tasks.begin(), metric.tasks.end(), task) != metric.tasks.end();
  });
}

}  // namespace

const Metric* automatic_metric(const MetricTable& metrics, const Table& table,
                               std::span<const std::string_view> tasks) {
  const Metric* best = nullptr;
  for (const Metric& metric : metrics.rows()) {
    if (metric.own && has_scores(metric, table.scores)) return &metric;
    if (metric.automatic <= 0 || (best != nullptr && metric.automatic >= best->automatic)) continue;
    if (measures_one_of(metric, tasks) && has_scores(metric, table.scores)) best = &metric;
  }
  return best;
}

MetricCoverage coverage(const Metric& metric, const Table& table, std::span<const Row> rows) {
  MetricCoverage result{.metric = &metric, .of = rows.size()};
  std::vector<Row> scored;  // ascending
  const Choice borrowed = parse_choice(words::kGrade, "borrowed");
  each_score(metric, table.scores, [&](std::size_t i) {
    if (table.scores.grade[i] == borrowed.code) return;  // measured elsewhere, and counted there
    scored.push_back(table.scores.rows[i]);
    const Decimal value{table.scores.value.billionths[i]};
    if (!result.lowest || value < *result.lowest) result.lowest = value;
    if (!result.highest || value > *result.highest) result.highest = value;
    const std::int32_t days = table.scores.as_of[i];
    if (days != kNoDay && (!result.as_of || days > result.as_of->days)) result.as_of = Date{days};
  });
  result.rows = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](Row row) {
    return std::binary_search(scored.begin(), scored.end(), row);
  }));
  return result;
}

QualityColumns::QualityColumns(const Metric& metric, const Table& table)
    : dictionary_offsets_{0, 0, static_cast<std::uint32_t>(metric.word.size())},
      dictionary_pool_(metric.word.begin(), metric.word.end()) {
  const ScoreTable& scores = table.scores;
  std::size_t past = 0;  // entries of a row and metric stand together; these were judged
  each_score(metric, scores, [&](std::size_t i) {
    if (i < past) return;
    past = past_group(scores, i);
    const std::size_t best = best_observation(scores, i, past);
    rows_.push_back(scores.rows[i]);
    value_.push_back(scores.value.billionths[best]);
    as_of_.push_back(scores.as_of[best]);
    grade_.push_back(scores.grade[best]);
  });
  metric_.assign(rows_.size(), 1);
  const StringColumn dictionary{dictionary_offsets_, dictionary_pool_.data()};
  columns_ = {{field_id("quality"), DecimalColumn{value_}},
              {field_id("quality_metric"), WordColumn{metric_, dictionary}},
              {field_id("quality_as_of"), DateColumn{as_of_}},
              {field_id("quality_grade"), CodeColumn{grade_}}};
}

void QualityColumns::add_to(Table& table) const {
  for (const auto& [field, column] : columns_)
    table.set_column(field, SparseColumn{rows_, &column});
}

}  // namespace oms
