#include "hub/score_sources.h"

#include <algorithm>

#include "hub/encode.h"

namespace oms::loopback {
namespace {

constexpr std::size_t kAnalyzedPage = 50;

std::string name_of(const Invented& hub, Row row) {
  const std::string id = hub.id(row);
  return lower(id.substr(id.find('/') + 1));
}

std::vector<Row> some_chat_models(const Invented& hub) {
  std::vector<Row> rows;
  for (Row row = 0; row < hub.size(); ++row) {
    if (hub.chat(row) && !hub.deleted(row) && hub.roll(row, "ranked") % 2 == 0) rows.push_back(row);
  }
  return rows;
}

double percent(const Invented& hub, Row row, std::string_view what) {
  return static_cast<double>(hub.roll(row, what) % 10000) / 100;
}

OrderedJson open_llm_row(const Invented& hub, Row row, const std::string& precision, double mean) {
  const std::string id = hub.id(row);
  const std::string link =
      "<a target=\"_blank\" href=\"https://huggingface.co/" + id + "\">" + id + "</a>";
  return {{"eval_name", id + "_" + precision},
          {"Precision", precision},
          {"T", "💬"},
          {"Model", link},
          {"fullname", id},
          {"Average ⬆️", mean},
          {"Hub ❤️", 3},
          {"#Params (B)", -1},
          {"Flagged", false},
          {"CO₂ cost (kg)", 1.25},
          {"IFEval Raw", percent(hub, row, "ifeval") / 100},
          {"IFEval", percent(hub, row, "ifeval")},
          {"MMLU-PRO Raw", percent(hub, row, "mmlu") / 100},
          {"MMLU-PRO", percent(hub, row, "mmlu")},
          {"Merged", false},
          {"Submission Date", "2024-06-12"}};
}

OrderedJson analyzed_model(const Invented& hub, Row row, const std::string& effort, double index) {
  const std::string name = name_of(hub, row);
  return {{"id", "key-" + std::to_string(row) + "-" + effort},
          {"name", name + " (" + effort + ")"},
          {"slug", name},
          {"release_date", "2026-08-01"},
          {"model_creator", {{"id", "c"}, {"name", "Invented"}}},
          {"evaluations",
           {{"artificial_analysis_intelligence_index", index},
            {"artificial_analysis_coding_index", index / 2},
            {"artificial_analysis_agentic_index", nullptr}}},
          {"pricing", {{"price_1m_input_tokens", 0}, {"price_1m_output_tokens", 0}}},
          {"performance", {{"median_output_tokens_per_second", 100}}}};
}

std::size_t number(const Parameters& parameters, std::string_view name, std::size_t usual) {
  for (const auto& [key, value] : parameters) {
    if (key == name) return static_cast<std::size_t>(std::atoll(value.c_str()));
  }
  return usual;
}

}  // namespace

std::vector<OrderedJson> arena_rows(const Invented& hub) {
  std::vector<OrderedJson> result;
  for (const char* category : {"overall", "coding"}) {
    for (const Row row : some_chat_models(hub)) {
      result.push_back({{"model_name", name_of(hub, row)},
                        {"organization", "Invented"},
                        {"license", "Proprietary"},
                        {"rating", 1000 + percent(hub, row, category) * 4},
                        {"rating_lower", 990.0},
                        {"rating_upper", 1500.0},
                        {"vote_count", 1234},
                        {"rank", 1},
                        {"category", category},
                        {"leaderboard_publish_date", "2026-09-18"}});
    }
  }
  return result;
}

std::vector<OrderedJson> open_llm_rows(const Invented& hub) {
  std::vector<OrderedJson> result;
  for (const Row row : some_chat_models(hub)) {
    result.push_back(open_llm_row(hub, row, "bfloat16", percent(hub, row, "mean")));
    OrderedJson again = open_llm_row(hub, row, "float16", 0.5);
    if (row % 3 == 1) again["Flagged"] = true;
    if (row % 3 == 2) again["Merged"] = true;
    result.push_back(std::move(again));
  }
  return result;
}

std::vector<OrderedJson> analyzed_models(const Invented& hub) {
  std::vector<OrderedJson> result;
  for (const Row row : some_chat_models(hub)) {
    const double index = percent(hub, row, "index");
    result.push_back(analyzed_model(hub, row, "low", index / 2));
    result.push_back(analyzed_model(hub, row, "high", index));
  }
  return result;
}

std::string open_asr_table(const Invented& hub) {
  std::string csv =
      "model,Avg. WER,RTFx,Model size (B),License,AMI WER\n"
      "google/invented_1,5.5,-1,-1,Proprietary,8.9\n";
  for (const Row row : some_chat_models(hub)) {
    const std::string id = hub.id(row);
    const std::string rate = row % 7 == 0 ? "-1" : std::to_string(row % 40 + 1) + ".25";
    csv += row % 5 == 0 ? "\"<a target=\"\"_blank\"\">" + id + "</a>\"" : id;
    csv += "," + rate + ",100,2,Open,-1\n";
  }
  return csv;
}

Answer table_answer(std::string csv) {
  Answer answer;
  answer.set("Content-Type", "text/plain; charset=utf-8");
  answer.body = std::move(csv);
  return answer;
}

Answer analyzed_answer(const std::vector<OrderedJson>& models, const Parameters& parameters) {
  const std::size_t pages =
      std::max<std::size_t>((models.size() + kAnalyzedPage - 1) / kAnalyzedPage, 1);
  const std::size_t page = std::max<std::size_t>(number(parameters, "page", 1), 1);
  OrderedJson body = {{"tier", "free"},
                      {"intelligence_index_version", 4.1},
                      {"pagination",
                       {{"page", page},
                        {"page_size", kAnalyzedPage},
                        {"total_pages", pages},
                        {"has_more", page < pages}}},
                      {"data", OrderedJson::array()}};
  for (std::size_t i = (page - 1) * kAnalyzedPage; i < models.size() && i < page * kAnalyzedPage;
       ++i) {
    body["data"].push_back(models[i]);
  }
  return json_answer(200, body.dump());
}

Answer older_analyzed_answer(const std::vector<OrderedJson>& models) {
  OrderedJson body = {{"status", 200}, {"prompt_options", {{"parallel_queries", 1}}}};
  body["data"] = models;
  return json_answer(200, body.dump());
}

}  // namespace oms::loopback
