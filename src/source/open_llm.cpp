#include <map>

#include "oms/base/text.h"
#include "oms/source/hub_record.h"
#include "oms/source/price_sources.h"
#include "source/dataset_rows.h"
#include "source/exact_json.h"
#include "source/harvest.h"

namespace oms {
namespace {

constexpr std::string_view kTable =
    "dataset=open-llm-leaderboard%2Fcontents&config=default&split=train";
constexpr std::string_view kSource = "HF dataset open-llm-leaderboard/contents";

// The name ends in an arrow that is spelled with or without a variation selector.
constexpr std::string_view kMeanPrefix = "Average";
constexpr std::string_view kMean = "ollb2";

// Tests that have a row in data/metrics.tsv. Beside each stands a "… Raw" twin on another scale.
struct Column {
  const char* name = nullptr;
  std::string_view metric = {};
};
constexpr std::array kColumns = {Column{"IFEval", "ollb2_ifeval"},
                                 Column{"MMLU-PRO", "ollb2_mmlu_pro"}};

std::string mean_column(const nlohmann::json& row) {
  if (!row.is_object()) return {};
  for (const auto& column : row.items()) {
    // It comes back in messages.
    const std::string& name = column.key();
    if (name.starts_with(kMeanPrefix) && printable(name) == name) return name;
  }
  return {};
}

bool is_percent(Decimal value) { return value >= Decimal{} && value <= decimal(100); }

void add_row(Harvest& harvest, const nlohmann::json& json, const std::string& mean_name,
             Date as_of) {
  RecordReader row(json);
  const std::string id(trim(row.text("fullname")));
  if (row.flag("Flagged").value_or(false) || row.flag("Merged").value_or(false)) return;
  const std::string precision = row.text("Precision");
  const Day submitted = parse_date(row.text("Submission Date"));
  const auto observation = [&](std::string_view metric, Decimal value) {
    return Observation{std::string(metric),
                       round_significant(value),
                       submitted ? submitted : Day(as_of),
                       parse_choice(words::kGrade, "independent"),
                       printable_name(precision),
                       std::string(kSource)};
  };
  std::vector<Observation> scores;
  const Number mean = row.number(mean_name.c_str());
  if (mean) scores.push_back(observation(kMean, *mean));
  for (const Column& column : kColumns) {
    if (const Number value = row.number(column.name)) {
      scores.push_back(observation(column.metric, *value));
    }
  }
  if (!row.problem().empty()) return reject(harvest, id, row.problem());
  if (!mean) return reject(harvest, id, "its average is missing");
  for (const Observation& score : scores) {
    if (is_percent(score.value)) continue;
    return reject(harvest, id,
                  score.metric + " " + to_text(score.value) + " is not between 0 and 100");
  }
  if (!is_hub_id(id)) {
    harvest.unmatched.push_back(printable_name(id));
    return;
  }
  for (Observation& score : scores) harvest.scores.emplace_back(id, std::move(score));
}

// The runs of one model: where each begins, and its mean.
struct Runs {
  std::size_t best = 0;  // number of the run among all
  Decimal mean = {};
  std::size_t count = 0;
};

}  // namespace

Result<Harvest> parse_open_llm(std::string_view body, Date as_of) {
  constexpr std::string_view kWhat = "the table of the Open LLM Leaderboard";
  const auto json = parse_exact_json(body, kWhat);
  if (!json) return json.error();
  auto page =
      read_dataset_rows(*json, kTable, {"fullname", "Precision", "Flagged", "Merged"}, kWhat);
  if (!page) return std::move(page).error();
  Harvest harvest;
  harvest.records = page->rows.size();
  if (page->rows.empty()) return harvest;
  const std::string mean = mean_column(*page->rows.front());
  if (mean.empty()) {
    return Error{Errc::data, std::string(kWhat) + " has no column 'Average'", ""};
  }
  for (const nlohmann::json* row : page->rows) add_row(harvest, *row, mean, as_of);
  harvest.next = std::move(page->next);
  return harvest;
}

void keep_best_run(Harvest& whole) {
  std::map<std::string, Runs> by_id;
  std::vector<std::size_t> run_of;  // number of the run that each score belongs to
  std::size_t run = 0;
  for (const auto& [id, score] : whole.scores) {
    if (score.metric == kMean) {
      ++run;
      Runs& runs = by_id[fold(id)];
      if (runs.count++ == 0 || score.value > runs.mean) {
        runs.best = run;
        runs.mean = score.value;
      }
    }
    run_of.push_back(run);
  }
  std::vector<std::pair<std::string, Observation>> kept;
  for (std::size_t i = 0; i < whole.scores.size(); ++i) {
    auto& [id, score] = whole.scores[i];
    const Runs& runs = by_id[fold(id)];
    if (runs.best != run_of[i]) continue;
    if (runs.count > 1) score.variant += ", best of " + std::to_string(runs.count) + " runs";
    kept.emplace_back(std::move(id), std::move(score));
  }
  whole.scores = std::move(kept);
}

}  // namespace oms
