// The quality columns: one named metric in force for a whole query.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/model/metric.h"
#include "oms/model/table.h"

namespace oms {

// How a metric covers a set of rows.
struct MetricCoverage {
  const Metric* metric = nullptr;  // null: no metric measures this task
  std::size_t rows = 0;            // models of the task with a score that is not borrowed
  std::size_t of = 0;              // models of the task
  Day as_of = {};                  // newest date of its scores
  Number lowest = {};              // observed over the whole catalog
  Number highest = {};
};

// `auto`: the user's own metric, if there is one; else among the metrics whose tasks include one of
// `tasks` the preferred one. Only metrics that have a score in the catalog; null when none has.
const Metric* automatic_metric(const MetricTable& metrics, const Table& table,
                               std::span<const std::string_view> tasks);

// Coverage of `metric` over `rows` (the catalog models of the task, before other conditions).
MetricCoverage coverage(const Metric& metric, const Table& table, std::span<const Row> rows);

// Computed columns of one metric: quality, quality_metric, quality_as_of, quality_grade.
// Of several scores of a model the strongest grade wins, then the newest, then the first in source
// order; variants are all kept for `show`. Owns what it adds; must outlive the table's use.
class QualityColumns {
 public:
  QualityColumns(const Metric& metric, const Table& table);
  void add_to(Table& table) const;

 private:
  std::vector<Row> rows_ = {};  // those with a score; the rest stands beside them
  std::vector<std::int64_t> value_ = {};
  std::vector<std::uint32_t> metric_ = {};
  std::vector<std::int32_t> as_of_ = {};
  std::vector<std::uint8_t> grade_ = {};
  std::vector<std::uint32_t> dictionary_offsets_ = {};
  std::vector<char> dictionary_pool_ = {};
  std::vector<std::pair<FieldId, Column>> columns_ = {};  // of the vectors above
};

}  // namespace oms
