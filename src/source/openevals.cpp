#include <array>

#include "oms/source/hub_record.h"
#include "oms/source/price_sources.h"
#include "source/dataset_rows.h"
#include "source/exact_json.h"
#include "source/harvest.h"

namespace oms {
namespace {

constexpr std::string_view kSource = "HF dataset OpenEvals/leaderboard-data";
constexpr std::string_view kTable =
    "dataset=OpenEvals%2Fleaderboard-data&config=default&split=train";

// Columns of the table and our words for them (data/metrics.tsv). aggregate_score is left out: it
// is the mean of whatever exists.
struct Column {
  const char* name = nullptr;
  std::string_view metric = {};
};
constexpr std::array kColumns = {
    Column{"aime2026_score", "aime_2026"},
    Column{"evasionBench_score", "evasionbench"},
    Column{"gpqa_score", "gpqa"},
    Column{"gsm8k_score", "gsm8k"},
    Column{"hle_score", "hle"},
    Column{"hmmt2026_score", "hmmt_2026"},
    Column{"mmluPro_score", "mmlu_pro"},
    Column{"olmOcr_score", "olmocr"},
    Column{"swePro_score", "swe_bench_pro"},
    Column{"sweVerified_score", "swe_bench_verified"},
    Column{"terminalBench_score", "terminal_bench"},
};

bool is_percent(Decimal value) { return value >= Decimal{} && value <= decimal(100); }

void add_row(Harvest& harvest, const nlohmann::json& json, Date as_of) {
  RecordReader row(json);
  const std::string id = row.text("model_name");
  std::vector<Observation> scores;
  std::string problem;
  for (const Column& column : kColumns) {
    const Number value = row.number(column.name);
    if (!value) continue;
    if (!is_percent(*value) && problem.empty()) {
      problem = std::string(column.name) + " " + to_text(*value) + " is not between 0 and 100";
    }
    scores.push_back({std::string(column.metric), *value, as_of,
                      parse_choice(words::kGrade, "community"), "", std::string(kSource)});
  }
  if (!row.problem().empty()) problem = row.problem();
  if (!problem.empty()) return reject(harvest, id, problem);
  if (!is_hub_id(id)) {
    harvest.unmatched.push_back(printable_name(id));
    return;
  }
  for (Observation& score : scores) harvest.scores.emplace_back(id, std::move(score));
}

}  // namespace

Result<Harvest> parse_openevals(std::string_view body, Date as_of) {
  constexpr std::string_view kWhat = "the table of OpenEvals";
  const auto json = parse_exact_json(body, kWhat);
  if (!json) return json.error();
  auto page = read_dataset_rows(*json, kTable, {}, kWhat);
  if (!page) return std::move(page).error();
  Harvest harvest;
  harvest.records = page->rows.size();
  for (const nlohmann::json* row : page->rows) add_row(harvest, *row, as_of);
  harvest.next = std::move(page->next);
  return harvest;
}

}  // namespace oms
