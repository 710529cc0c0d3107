#include "source/hub_eval.h"

#include <array>

#include "oms/base/text.h"
#include "oms/model/model.h"
#include "oms/source/hub_record.h"

namespace oms {
namespace {

// A benchmark's data set and task, and the metric that its result is. Task "*": it has only one
// result, under varying names.
struct Benchmark {
  std::string_view dataset;
  std::string_view task;
  std::string_view metric;
};
constexpr std::array kBenchmarks = {
    Benchmark{"TIGER-Lab/MMLU-Pro", "*", "mmlu_pro"},
    Benchmark{"Idavidrein/gpqa", "gpqa_diamond", "gpqa"},
    Benchmark{"Idavidrein/gpqa", "diamond", "gpqa"},
    Benchmark{"Idavidrein/gpqa", "default", "gpqa"},
    Benchmark{"Idavidrein/gpqa", "", "gpqa"},
    Benchmark{"cais/hle", "*", "hle"},
    Benchmark{"openai/gsm8k", "*", "gsm8k"},
    Benchmark{"SWE-bench/SWE-bench_Verified", "*", "swe_bench_verified"},
    Benchmark{"ScaleAI/SWE-bench_Pro", "*", "swe_bench_pro"},
    Benchmark{"harborframework/terminal-bench-2.0", "*", "terminal_bench"},
    Benchmark{"MathArena/aime_2026", "*", "aime_2026"},
    Benchmark{"MathArena/hmmt_feb_2026", "*", "hmmt_2026"},
    Benchmark{"FutureMa/EvasionBench", "*", "evasionbench"},
    // The other tasks of this one are its parts.
    Benchmark{"allenai/olmOCR-bench", "overall", "olmocr"},
    Benchmark{"allenai/olmOCR-bench", "default", "olmocr"},
    Benchmark{"allenai/olmOCR-bench", "", "olmocr"},
};

struct Entry {
  std::string dataset = {};
  std::string task = {};
  Number value = {};
  Day date = {};
  std::string notes = {};
  std::string source_name = {};
  std::string source_url = {};
  bool verified = false;
  bool pull_request = false;
};

// Both forms: flat, or what the file says under "data" and what the Hub says beside it.
void read_entry(value json, Entry& entry) {
  each_key(json, [&](std::string_view key, value child) {
    if (key == "data") read_entry(child, entry);
    if (key == "value") entry.value = read_number(child);
    if (key == "date") entry.date = read_day(child);
    if (key == "notes") entry.notes = read_text(child);
    if (key == "verified") entry.verified = read_true(child);
    if (key == "pullRequest") entry.pull_request = type_of(child) == json_type::number;
    if (key == "dataset") {
      each_key(child, [&](std::string_view part, value text) {
        if (part == "id") entry.dataset = read_text(text);
        if (part == "task_id") entry.task = read_text(text);
      });
    }
    if (key == "source") {
      each_key(child, [&](std::string_view part, value text) {
        if (part == "name") entry.source_name = read_text(text);
        if (part == "url") entry.source_url = read_text(text);
      });
    }
  });
}

std::string_view grade_of(const Entry& entry) {
  if (entry.verified) return "verified";
  return entry.pull_request ? "community" : "self-reported";
}

std::string source_of(const Entry& entry) {
  std::string text = "Hub evaluation results";
  if (!entry.source_name.empty()) text += ": " + entry.source_name;
  if (!entry.source_url.empty()) text += " (" + entry.source_url + ")";
  return text;
}

}  // namespace

std::string_view metric_of(std::string_view dataset, std::string_view task) {
  for (const Benchmark& row : kBenchmarks) {
    if (!equal_folded(row.dataset, dataset)) continue;
    if (row.task == "*" || equal_folded(row.task, task)) return row.metric;
  }
  return {};
}

std::vector<Observation> read_eval_results(value json) {
  std::vector<Observation> results;
  each_element(json, [&](value element) {
    Entry entry;
    read_entry(element, entry);
    const std::string_view metric = metric_of(entry.dataset, entry.task);
    if (metric.empty() || !entry.value) return;
    results.push_back({std::string(metric), *entry.value, entry.date,
                       parse_choice(words::kGrade, grade_of(entry)), std::string(trim(entry.notes)),
                       source_of(entry)});
  });
  return results;
}

}  // namespace oms
