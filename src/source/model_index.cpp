#include "source/model_index.h"

#include <algorithm>
#include <array>

#include "oms/base/text.h"
#include "oms/model/model.h"
#include "oms/source/hub_record.h"

namespace oms {
namespace {

struct Measured {
  std::string type = {};
  Number value = {};
};

struct CardResult {
  std::string dataset = {};
  std::string dataset_name = {};
  std::string config = {};
  std::vector<Measured> metrics = {};
  std::string source_name = {};
  std::string source_url = {};
};

// The second Open LLM Leaderboard wrote its results into cards on a scale of its own.
struct BoardResult {
  std::string_view dataset;
  std::string_view metric;
};
constexpr std::array kBoardResults = {
    BoardResult{"HuggingFaceH4/ifeval", "ollb2_ifeval"},
    BoardResult{"wis-k/instruction-following-eval", "ollb2_ifeval"},
    BoardResult{"TIGER-Lab/MMLU-Pro", "ollb2_mmlu_pro"},
    BoardResult{"gsm8k", "gsm8k"},  // by the first one, as a plain percentage
};

// Words for the share of right answers; the others measure something else.
constexpr std::array<std::string_view, 6> kShares = {
    "acc",    "accuracy",   "exact_match",
    "pass@1", "strict_acc", "inst_level_strict_acc and prompt_level_strict_acc"};

bool is_share(std::string_view type) {
  return std::any_of(kShares.begin(), kShares.end(),
                     [&](std::string_view word) { return equal_folded(word, type); });
}

bool is_of_board(const CardResult& result) {
  return contains_folded(result.source_name, "open llm leaderboard") ||
         contains_folded(result.source_url, "open_llm_leaderboard");
}

std::string_view metric_of_card(const CardResult& result) {
  if (!is_of_board(result)) {
    const bool short_name = equal_folded(result.dataset, "gsm8k");
    return metric_of(short_name ? "openai/gsm8k" : result.dataset, result.config);
  }
  for (const BoardResult& row : kBoardResults) {
    if (equal_folded(row.dataset, result.dataset)) return row.metric;
  }
  return {};
}

// A number, or a text that begins with one: "20.0 ± 1.2".
Number read_value(value json) {
  if (type_of(json) != json_type::string) return read_number(json);
  const std::string text = read_text(json);
  const std::string_view words = trim(text);
  const auto parsed = parse_decimal(words.substr(0, words.find(' ')));
  if (!parsed) return {};
  return *parsed;
}

Measured read_measured(value json) {
  Measured measured;
  each_key(json, [&](std::string_view key, value child) {
    if (key == "type") measured.type = read_text(child);
    if (key == "value") measured.value = read_value(child);
  });
  return measured;
}

CardResult read_result(value json) {
  CardResult result;
  each_key(json, [&](std::string_view key, value child) {
    if (key == "metrics") {
      each_element(child, [&](value metric) { result.metrics.push_back(read_measured(metric)); });
    }
    if (key == "dataset") {
      each_key(child, [&](std::string_view part, value text) {
        if (part == "type") result.dataset = read_text(text);
        if (part == "name") result.dataset_name = read_text(text);
        if (part == "config") result.config = read_text(text);
      });
    }
    if (key == "source") {
      each_key(child, [&](std::string_view part, value text) {
        if (part == "name") result.source_name = read_text(text);
        if (part == "url") result.source_url = read_text(text);
      });
    }
  });
  return result;
}

std::string source_of(const CardResult& result) {
  std::string text = "Model card results";
  if (!result.source_name.empty()) text += ": " + result.source_name;
  if (!result.source_url.empty()) text += " (" + result.source_url + ")";
  return text;
}

// One result a row: further ones of the same kind are its parts.
void add_scores(value json, std::vector<Observation>& scores) {
  const CardResult result = read_result(json);
  const std::string_view metric = metric_of_card(result);
  if (metric.empty()) return;
  const auto share = std::find_if(
      result.metrics.begin(), result.metrics.end(),
      [](const Measured& measured) { return measured.value && is_share(measured.type); });
  if (share == result.metrics.end()) return;
  scores.push_back({std::string(metric),
                    round_significant(*share->value),
                    {},
                    parse_choice(words::kGrade, "self-reported"),
                    std::string(trim(result.dataset_name)),
                    source_of(result)});
}

void add_entry(value json, std::vector<Observation>& scores) {
  each_key(json, [&](std::string_view key, value child) {
    if (key != "results") return;
    each_element(child, [&](value result) { add_scores(result, scores); });
  });
}

}  // namespace

std::vector<Observation> read_model_index(value json) {
  std::vector<Observation> scores;
  // Old cards hold one entry without a list around it.
  if (type_of(json) == json_type::object) {
    add_entry(json, scores);
  } else {
    each_element(json, [&](value entry) { add_entry(entry, scores); });
  }
  return scores;
}

}  // namespace oms
