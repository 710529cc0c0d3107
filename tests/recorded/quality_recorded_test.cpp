// Real tables of the score services, where they lie beside the source tree; skipped where not.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "oms/base/text.h"
#include "oms/source/price_sources.h"
#include "source/csv.h"
#include "support/catch.h"

namespace oms {
namespace {

constexpr Date kDay{20'679};

// nullopt, and a warning, when there is no such recording here.
std::optional<std::string> recording(const std::string& name) {
  std::ifstream file(std::string(OMS_SOURCE_DIR "/../shared/recorded/quality/") + name,
                     std::ios::binary);
  if (!file) {
    WARN("skipped: no recording " << name);
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

std::vector<Observation> scores_of(const Harvest& harvest, std::string_view id) {
  std::vector<Observation> scores;
  for (const auto& [name, score] : harvest.scores) {
    if (name == id) scores.push_back(score);
  }
  return scores;
}

// A cell of the saved table as the dataset server would send it.
nlohmann::json typed(const std::string& column, const std::string& cell) {
  if (cell == "True" || cell == "False") return cell == "True";
  const bool text = column == "fullname" || column == "Precision" || column.ends_with("Date");
  if (text || cell.empty()) return cell;
  const auto number = nlohmann::json::parse(cell, nullptr, /*allow_exceptions=*/false);
  return number.is_number() ? number : nlohmann::json(cell);
}

std::string as_rows(const std::string& csv) {
  const auto table = read_csv(csv);
  nlohmann::json rows = nlohmann::json::array();
  for (std::size_t i = 1; i < table.size(); ++i) {
    nlohmann::json row = nlohmann::json::object();
    for (std::size_t c = 0; c < table[0].size(); ++c) {
      row[table[0][c]] = typed(table[0][c], table[i].at(c));
    }
    rows.push_back(
        {{"row_idx", i - 1}, {"row", row}, {"truncated_cells", nlohmann::json::array()}});
  }
  return nlohmann::json{{"rows", rows}, {"num_rows_total", rows.size()}}.dump();
}

TEST_CASE("the recorded Open LLM Leaderboard: 294 models, one run of each", "[recorded]") {
  const auto body = recording("open-llm-leaderboard-v2-contents-2025-02.csv");
  if (!body) return;
  auto harvest = parse_open_llm(as_rows(*body), kDay);
  REQUIRE(harvest);
  CHECK(harvest->records == 313);
  CHECK(harvest->rejected.empty());
  CHECK(harvest->unmatched.empty());
  keep_best_run(*harvest);
  std::set<std::string> ids;
  for (const auto& [id, score] : harvest->scores) ids.insert(fold(id));
  CHECK(ids.size() == 294);
  CHECK(harvest->scores.size() == 3 * ids.size());
  CHECK(scores_of(*harvest, "newsbang/Homer-v0.5-Qwen2.5-7B").empty());  // flagged
  const auto phi = scores_of(*harvest, "microsoft/phi-4");
  REQUIRE(phi.size() == 3);
  CHECK(to_text(phi[0].value) == "34.2454");
  CHECK(phi[0].variant == "bfloat16, best of 2 runs");
  const auto aya = scores_of(*harvest, "CohereForAI/aya-23-35B");
  REQUIRE(aya.size() == 3);
  CHECK(to_text(aya[2].value) == "26.1783");
}

TEST_CASE("the recorded Open ASR table: 76 models of the Hub, 11 that are not", "[recorded]") {
  const auto body = recording("open-asr-english-shortform-2026-05.csv");
  if (!body) return;
  const auto harvest = parse_open_asr(*body, kDay);
  REQUIRE(harvest);
  CHECK(harvest->records == 87);
  CHECK(harvest->scores.size() == 76);
  CHECK(harvest->unmatched.size() == 11);
  CHECK(harvest->rejected.empty());
  CHECK(to_text(scores_of(*harvest, "CohereLabs/cohere-transcribe-03-2026").at(0).value) == "5.42");
}

TEST_CASE("the recorded Artificial Analysis list: 294 indexes, 179 prices, none of them zero",
          "[recorded]") {
  const auto body = recording("artificial-analysis-llms-2026-03-25.json");
  if (!body) return;
  auto harvest = parse_artificial_analysis(*body, kDay);
  REQUIRE(harvest);
  CHECK(harvest->records == 295);
  CHECK(harvest->scores.size() == 294);
  CHECK(harvest->offers.size() == 179);
  CHECK(harvest->names.size() == 295);
  CHECK(harvest->rejected.empty());
  CHECK(std::none_of(harvest->offers.begin(), harvest->offers.end(), [](const auto& entry) {
    return entry.second.input == decimal(0) || entry.second.output == decimal(0);
  }));
  const auto high = scores_of(*harvest, "f0083258-8646-45b8-8082-7aaf6c2ea82a");
  REQUIRE(high.size() == 1);
  CHECK(to_text(high[0].value) == "33.3");
  CHECK(high[0].variant == "high");
}

TEST_CASE("the recorded Arena ratings, as the data set has them, are 282 names", "[recorded]") {
  const auto body = recording("lmarena-text-2025-12-11.json");
  if (!body) return;
  nlohmann::json rows = nlohmann::json::array();
  const auto categories = nlohmann::json::parse(*body);
  const auto add = [&](const char* category, const char* name) {
    for (const auto& [model, rating] : categories.at(category).items()) {
      rows.push_back({{"row_idx", rows.size()},
                      {"row",
                       {{"model_name", model},
                        {"organization", "x"},
                        {"rating", rating.at("rating")},
                        {"category", name},
                        {"leaderboard_publish_date", "2025-12-11"}}}});
    }
  };
  add("full", "overall");
  add("coding", "coding");
  const auto harvest =
      parse_arena(nlohmann::json{{"rows", rows}, {"num_rows_total", 9000}}.dump(), kDay);
  REQUIRE(harvest);
  CHECK(harvest->scores.size() == 282);
  CHECK(harvest->next.empty());
  CHECK(harvest->rejected.empty());
  CHECK(to_text(scores_of(*harvest, "gemini-3-pro").at(0).value) == "1486.6");
}

}  // namespace
}  // namespace oms
