#include "oms/model/metric.h"

#include <string>
#include <vector>

#include "support/catch.h"
#include "support/data_file.h"

namespace oms {
namespace {

constexpr std::string_view kHeader =
    "metric\ttitle\tunit\tbetter\ttask\tauto\tmin\tmax\tsource\turl\tcredit\tversion\tnote\n";

std::string text_of(std::string_view rows) { return std::string(kHeader) + std::string(rows); }

std::string error_of(std::string_view rows) {
  const std::string text = text_of(rows);
  const auto table = MetricTable::parse(text);
  return table ? "" : table.error().what;
}

}  // namespace

TEST_CASE("a metric keeps its scale, direction and tasks", "[metric]") {
  const std::string text = text_of(
      "wer\tASR WER\tpercent\tlower\tautomatic-speech-recognition,asr\t1\t0\t\tboard\t"
      "https://x.org\tResults: X\tv1\tWord errors\n");
  const MetricTable table = MetricTable::parse(text).value();
  const Metric& metric = table.rows().front();
  CHECK(metric.word == "wer");
  CHECK(metric.better == Better::lower);
  CHECK(metric.tasks == std::vector<std::string_view>{"automatic-speech-recognition", "asr"});
  CHECK(metric.automatic == 1);
  CHECK(metric.min == decimal(0));
  CHECK_FALSE(metric.max.has_value());
  CHECK(metric.credit == "Results: X");
}

TEST_CASE("a metric without a preference is never chosen by auto", "[metric]") {
  const std::string text = text_of("eci\tECI\tpoints\thigher\t\t\t\t\ts\tu\tc\t\t\n");
  CHECK(MetricTable::parse(text).value().rows().front().automatic == 0);
}

TEST_CASE("a metric is found in any letter case", "[metric]") {
  const std::string text = text_of("eci\tECI\tpoints\thigher\t\t\t\t\ts\tu\tc\t\t\n");
  const MetricTable table = MetricTable::parse(text).value();
  REQUIRE(table.find("ECI") != nullptr);
  CHECK(table.find("mmlu") == nullptr);
}

TEST_CASE("an unknown metric is wrong use with a suggestion", "[metric]") {
  const std::string text = text_of("arena\tArena\tElo\thigher\tchat\t2\t\t\ts\tu\tc\t\t\n");
  const MetricTable table = MetricTable::parse(text).value();
  const auto found = table.look_up("arina");
  REQUIRE_FALSE(found);
  CHECK(found.error().code == Errc::usage);
  CHECK(found.error().what == "unknown metric 'arina'; did you mean 'arena'?");
  CHECK(found.error().hint == "metrics: arena");
}

TEST_CASE("a metric table without a needed column is refused", "[metric]") {
  const auto table = MetricTable::parse("metric\ttitle\n");
  REQUIRE_FALSE(table);
  CHECK(table.error().code == Errc::data);
  CHECK(table.error().what == "metric table: no column 'unit'");
}

TEST_CASE("a metric has a direction", "[metric]") {
  CHECK(error_of("x\tX\tpoints\tup\t\t\t\t\ts\tu\tc\t\t\n") ==
        "metric table: row 'x': better is 'higher' or 'lower', not 'up'");
}

TEST_CASE("a preference is a whole number", "[metric]") {
  CHECK(error_of("x\tX\tpoints\thigher\t\tyes\t\t\ts\tu\tc\t\t\n") ==
        "metric table: row 'x': auto 'yes' is not a whole number");
}

TEST_CASE("a bound is a number", "[metric]") {
  CHECK(error_of("x\tX\tpoints\thigher\t\t\tlow\t\ts\tu\tc\t\t\n") ==
        "metric table: row 'x': 'low' is not a number");
}

TEST_CASE("bounds stand in order", "[metric]") {
  CHECK(error_of("x\tX\tpoints\thigher\t\t\t5\t1\ts\tu\tc\t\t\n") ==
        "metric table: row 'x': max is below min");
}

TEST_CASE("a metric that stands twice is refused", "[metric]") {
  CHECK(error_of("x\tX\tpoints\thigher\t\t\t\t\ts\tu\tc\t\t\n"
                 "x\tX\tpoints\thigher\t\t\t\t\ts\tu\tc\t\t\n") ==
        "metric table: row 'x': metric stands twice");
}

TEST_CASE("the shipped metrics prefer Artificial Analysis, then Arena, for chat", "[metric]") {
  const std::string text = data_file("metrics.tsv");
  const MetricTable table = MetricTable::parse(text).value();
  REQUIRE(table.find("aa") != nullptr);
  REQUIRE(table.find("arena") != nullptr);
  CHECK(table.find("aa")->automatic == 1);
  CHECK(table.find("arena")->automatic == 2);
  CHECK(table.find("arena")->tasks == std::vector<std::string_view>{"chat"});
}

TEST_CASE("a lower word error rate is better", "[metric]") {
  const std::string text = data_file("metrics.tsv");
  const MetricTable table = MetricTable::parse(text).value();
  REQUIRE(table.find("wer") != nullptr);
  CHECK(table.find("wer")->better == Better::lower);
}

}  // namespace oms
