#include "catalog/assemble_scores.h"

#include <algorithm>
#include <array>

#include "catalog/assemble_facts.h"

namespace oms {
namespace {

constexpr std::string_view kOpenEvals = "HF dataset OpenEvals";

void fill_from_table(Record& record, const Curated& curated, const Replaced& replaced) {
  const DataTable& scores = curated.scores;
  for (const std::size_t row : scores.rows_of(record.model.id)) {
    const Number value = scores.number(row, "value");
    const std::string_view source = scores.cell(row, "source");
    const std::string_view metric = scores.cell(row, "metric");
    if (!value || is_replaced_score(curated.metrics, metric, replaced)) continue;
    record.scores.push_back({std::string(metric), *value, scores.day(row, "as_of"),
                             parse_choice(words::kGrade, scores.cell(row, "grade")),
                             std::string(scores.cell(row, "variant")), std::string(source)});
  }
}

// Tests with so few answers to choose from that whoever guesses gets more than one percent.
constexpr std::array<std::string_view, 2> kGuessable = {"gpqa", "mmlu_pro"};

bool is_guessable(const Metric& metric) {
  return std::find(kGuessable.begin(), kGuessable.end(), metric.word) != kGuessable.end();
}

// A result on the scale of its metric. The Hub does not say whether 0.4 is a share or a poor
// percentage: it is a share where no model can be that poor, and nothing we can use elsewhere.
Number on_scale(Decimal value, const Metric& metric) {
  const bool perhaps_share = metric.unit == "percent" && value > Decimal{} && value <= decimal(1);
  if (perhaps_share && !is_guessable(metric)) return {};
  if (perhaps_share) value.billionths *= 100;
  if ((metric.min && value < *metric.min) || (metric.max && value > *metric.max)) return {};
  return value;
}

// OpenEvals collects the Hub's results, and one result may stand in a merged file and in a proposed
// one: it counts once, with the better grade.
void add_result(Record& record, Observation result, std::size_t first_result) {
  const auto same = [&](const Observation& known) {
    const auto position = static_cast<std::size_t>(&known - record.scores.data());
    const bool from_hub = position >= first_result || known.source.starts_with(kOpenEvals);
    return from_hub && known.metric == result.metric && known.variant == result.variant &&
           known.value == result.value;
  };
  const auto known = std::find_if(record.scores.begin(), record.scores.end(), same);
  if (known == record.scores.end()) {
    record.scores.push_back(std::move(result));
  } else if (result.grade > known->grade) {
    *known = std::move(result);
  }
}

void add_results(Record& record, const std::vector<Observation>& results, const SourceNote* note,
                 const MetricTable& metrics, std::size_t first_result) {
  for (Observation result : results) {
    const Metric* metric = metrics.find(result.metric);
    const Number value = metric == nullptr ? Number() : on_scale(result.value, *metric);
    if (!value) continue;
    result.value = *value;
    if (!result.as_of && note != nullptr) result.as_of = note->as_of;
    add_result(record, std::move(result), first_result);
  }
}

void fill_from_hub(Record& record, const HubRecord& hub, const MetricTable& metrics) {
  const std::size_t first_result = record.scores.size();
  add_results(record, hub.eval_results, note_for(hub, "evalResults"), metrics, first_result);
  add_results(record, hub.card_results, note_for(hub, "model-index"), metrics, first_result);
}

}  // namespace

bool is_replaced_score(const MetricTable& metrics, std::string_view metric,
                       const Replaced& replaced) {
  if (replaced.scores_of.empty()) return false;
  const Metric* row = metrics.find(metric);
  return row != nullptr && replaced.scores_of.contains(row->source);
}

void fill_scores(Record& record, const HubRecord& hub, const Curated& curated,
                 const Replaced& replaced, const Extra& extra) {
  fill_from_table(record, curated, replaced);
  record.scores.insert(record.scores.end(), extra.scores.begin(), extra.scores.end());
  fill_from_hub(record, hub, curated.metrics);
}

}  // namespace oms
