#include <algorithm>

#include "oms/base/text.h"
#include "oms/source/price_sources.h"
#include "source/dataset_rows.h"
#include "source/exact_json.h"
#include "source/harvest.h"

namespace oms {
namespace {

constexpr std::string_view kTable =
    "dataset=lmarena-ai%2Fleaderboard-dataset&config=text&split=latest";
constexpr std::string_view kSource = "HF dataset lmarena-ai/leaderboard-dataset, text, overall";
constexpr std::string_view kCategory = "overall";

bool is_overall(const nlohmann::json& row) {
  RecordReader reader(row);
  return equal_folded(reader.text("category"), kCategory);
}

void add_row(Harvest& harvest, const nlohmann::json& json, Date as_of) {
  RecordReader row(json);
  const std::string name(trim(row.text("model_name")));
  const std::string owner = row.text("organization");
  const Number rating = row.number("rating");
  const std::string published = row.text("leaderboard_publish_date");
  if (!row.problem().empty()) return reject(harvest, name, row.problem());
  if (name.empty()) return reject(harvest, name, "model_name is missing");
  if (!rating) return reject(harvest, name, "rating is missing");
  if (*rating <= Decimal{}) return reject(harvest, name, "rating is not above 0");
  const Day day = parse_date(published);
  harvest.names.push_back({name, name, printable_name(owner)});
  harvest.scores.emplace_back(
      name, Observation{"arena", round_significant(*rating), day ? day : Day(as_of),
                        parse_choice(words::kGrade, "independent"), printable_name(name),
                        std::string(kSource)});
}

}  // namespace

Result<Harvest> parse_arena(std::string_view body, Date as_of) {
  constexpr std::string_view kWhat = "the Arena's table";
  const auto json = parse_exact_json(body, kWhat);
  if (!json) return json.error();
  auto page = read_dataset_rows(*json, kTable, {"model_name", "rating", "category"}, kWhat);
  if (!page) return std::move(page).error();
  Harvest harvest;
  harvest.records = page->rows.size();
  for (const nlohmann::json* row : page->rows) {
    if (is_overall(*row)) add_row(harvest, *row, as_of);
  }
  // Rows stand by category: once another one follows, this one is whole.
  const bool whole = !harvest.scores.empty() && !is_overall(*page->rows.back());
  if (!whole) harvest.next = std::move(page->next);
  return harvest;
}

void keep_newest_day(Harvest& whole) {
  Day newest;
  for (const auto& [name, score] : whole.scores) newest = std::max(newest, score.as_of);
  std::erase_if(whole.scores, [&](const auto& entry) { return entry.second.as_of != newest; });
}

}  // namespace oms
