#include "oms/query/quality.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.h"
#include "support/table_builder.h"

namespace {

using oms::Observation;
using oms::Record;

constexpr std::string_view kMetrics =
    "metric\ttitle\tunit\tbetter\ttask\tauto\tmin\tmax\tsource\turl\tcredit\tversion\tnote\n"
    "index\tIndex\tpoints\thigher\tchat\t1\t0\t100\tx\t\t\t\t\n"
    "arena\tArena text\tElo\thigher\tchat\t2\t\t\tx\t\t\t\t\n"
    "exam\tExam\tpercent\thigher\tchat\t\t0\t100\tx\t\t\t\t\n"
    "wer\tWord error rate\tpercent\tlower\tautomatic-speech-recognition\t1\t0\t100\tx\t\t\t\t\n";

oms::MetricTable metrics() {
  auto table = oms::MetricTable::parse(kMetrics);
  INFO((table ? "" : table.error().what));
  REQUIRE(table);
  return *std::move(table);
}

Observation score(std::string metric, std::int64_t value, std::string_view grade = "",
                  std::string_view as_of = "", std::string variant = "") {
  Observation result;
  result.metric = std::move(metric);
  result.value = oms::decimal(value);
  result.grade = oms::parse_choice(oms::words::kGrade, grade);
  result.as_of = oms::parse_date(as_of);
  result.variant = std::move(variant);
  return result;
}

oms::TableBuilder build(std::vector<std::pair<std::string, std::vector<Observation>>> models) {
  std::vector<Record> records;
  for (auto& [id, scores] : models) {
    Record record;
    record.model.id = id;
    record.scores = std::move(scores);
    records.push_back(std::move(record));
  }
  return oms::TableBuilder(std::move(records));
}

std::string automatic(const oms::TableBuilder& table, std::vector<std::string_view> tasks) {
  static const oms::MetricTable kTable = metrics();
  const oms::Metric* metric = oms::automatic_metric(kTable, table.table(), tasks);
  return metric == nullptr ? "none" : std::string(metric->word);
}

// The quality columns of the only row, as value, metric, date and grade.
std::string quality(const oms::TableBuilder& builder, std::string_view metric_word) {
  const oms::MetricTable table_of_metrics = metrics();
  const oms::QualityColumns columns(*table_of_metrics.find(metric_word), builder.table());
  oms::Table table = builder.table();
  columns.add_to(table);
  const auto text = [&](std::string_view name) -> std::string {
    const oms::Value value = table.value(oms::field_id(name), 0);
    if (const auto* number = std::get_if<oms::Decimal>(&value)) return to_text(*number);
    if (const auto* date = std::get_if<oms::Date>(&value)) return to_text(*date);
    if (const auto* word = std::get_if<std::string_view>(&value)) return std::string(*word);
    return "unknown";
  };
  return text("quality") + " " + text("quality_metric") + " " + text("quality_as_of") + " " +
         text("quality_grade");
}

}  // namespace

TEST_CASE("auto takes the preferred metric of the task", "[quality]") {
  const auto table = build({{"a", {score("arena", 1300), score("index", 50)}}});
  CHECK(automatic(table, {"chat"}) == "index");
}

TEST_CASE("auto passes over metrics without any score", "[quality]") {
  const auto table = build({{"a", {score("arena", 1300)}}});
  CHECK(automatic(table, {"chat"}) == "arena");
}

TEST_CASE("auto never takes a metric without a preference", "[quality]") {
  const auto table = build({{"a", {score("exam", 80)}}});
  CHECK(automatic(table, {"chat"}) == "none");
}

TEST_CASE("auto never takes a metric of another task", "[quality]") {
  const auto table = build({{"a", {score("arena", 1300), score("wer", 5)}}});
  CHECK(automatic(table, {"automatic-speech-recognition"}) == "wer");
  CHECK(automatic(table, {"text-to-image"}) == "none");
  CHECK(automatic(table, {}) == "none");
}

TEST_CASE("auto prefers the user's own metric, whatever the task, once it has a score",
          "[quality]") {
  oms::MetricTable table = metrics();
  table.add({.word = "mine", .title = "mine", .own = true});
  const auto without = build({{"a", {score("index", 50)}}});
  CHECK(oms::automatic_metric(table, without.table(), {}) == nullptr);
  const auto with = build({{"a", {score("index", 50), score("mine", 1)}}});
  const std::vector<std::string_view> chat = {"chat"};
  for (const auto& tasks : {chat, std::vector<std::string_view>()}) {
    const oms::Metric* metric = oms::automatic_metric(table, with.table(), tasks);
    REQUIRE(metric != nullptr);
    CHECK(metric->word == "mine");
  }
}

TEST_CASE("coverage does not count a score that a copy borrows", "[quality]") {
  const oms::MetricTable table_of_metrics = metrics();
  const auto builder = build(
      {{"a", {score("arena", 1200, "independent")}}, {"b", {score("arena", 1200, "borrowed")}}});
  const std::vector<oms::Row> rows = {0, 1};
  CHECK(oms::coverage(*table_of_metrics.find("arena"), builder.table(), rows).rows == 1);
}

TEST_CASE("coverage counts the rows of the task that have a score", "[quality]") {
  const auto builder = build({{"a", {score("arena", 1300), score("arena", 1310)}},
                              {"b", {score("wer", 5)}},
                              {"c", {score("arena", 1200)}},
                              {"d", {}}});
  const std::vector<oms::Row> rows = {0, 1, 3};
  const oms::MetricTable table_of_metrics = metrics();
  const auto covered = oms::coverage(*table_of_metrics.find("arena"), builder.table(), rows);
  CHECK(covered.metric == table_of_metrics.find("arena"));
  CHECK(covered.rows == 1);
  CHECK(covered.of == 3);
}

TEST_CASE("coverage gives newest date, lowest and highest score of the whole catalog",
          "[quality]") {
  const auto builder = build({{"a", {score("arena", 1300, "", "2025-12-11")}},
                              {"b", {score("arena", 900, "", "2025-01-01"), score("wer", 5)}},
                              {"c", {score("arena", 1400)}}});
  const oms::MetricTable table_of_metrics = metrics();
  const auto covered = oms::coverage(*table_of_metrics.find("arena"), builder.table(), {});
  CHECK(covered.as_of == oms::parse_date("2025-12-11"));
  CHECK(covered.lowest == oms::decimal(900));
  CHECK(covered.highest == oms::decimal(1400));
}

TEST_CASE("coverage of a metric without scores has neither date nor bounds", "[quality]") {
  const auto builder = build({{"a", {}}});
  const oms::MetricTable table_of_metrics = metrics();
  const std::vector<oms::Row> rows = {0};
  const auto covered = oms::coverage(*table_of_metrics.find("wer"), builder.table(), rows);
  CHECK(covered.rows == 0);
  CHECK_FALSE(covered.as_of);
  CHECK_FALSE(covered.lowest);
  CHECK_FALSE(covered.highest);
}

TEST_CASE("quality columns show the score of the metric in force only", "[quality]") {
  const auto table = build({{"a",
                             {score("arena", 1300, "community", "2025-12-11"),
                              score("wer", 5, "verified", "2026-01-01")}}});
  CHECK(quality(table, "arena") == "1300 arena 2025-12-11 community");
  CHECK(quality(table, "wer") == "5 wer 2026-01-01 verified");
}

TEST_CASE("a model without a score of the metric has unknown quality", "[quality]") {
  const auto table = build({{"a", {score("wer", 5, "verified", "2026-01-01")}}});
  CHECK(quality(table, "arena") == "unknown unknown unknown unknown");
}

TEST_CASE("of several scores the strongest grade wins", "[quality]") {
  const auto table = build({{"a",
                             {score("arena", 1, "community", "2026-01-01"),
                              score("arena", 2, "independent", "2024-01-01"),
                              score("arena", 3, "borrowed", "2026-01-01")}}});
  CHECK(quality(table, "arena") == "2 arena 2024-01-01 independent");
}

TEST_CASE("of scores of one grade the newest wins", "[quality]") {
  const auto table =
      build({{"a",
              {score("arena", 1, "community"), score("arena", 2, "community", "2025-01-01"),
               score("arena", 3, "community", "2024-01-01")}}});
  CHECK(quality(table, "arena") == "2 arena 2025-01-01 community");
}

TEST_CASE("of equal scores the first in source order wins", "[quality]") {
  const auto table = build({{"a",
                             {score("arena", 1, "community", "2025-01-01", "high"),
                              score("arena", 2, "community", "2025-01-01", "low")}}});
  CHECK(quality(table, "arena") == "1 arena 2025-01-01 community");
}

TEST_CASE("a score without date and grade still counts", "[quality]") {
  const auto table = build({{"a", {score("arena", 7)}}});
  CHECK(quality(table, "arena") == "7 arena unknown unknown");
}
