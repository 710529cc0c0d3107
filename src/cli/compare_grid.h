// Models side by side: a row for each thing that is compared, a cell for each model.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/records.h"
#include "oms/model/metric.h"
#include "oms/model/table.h"

namespace oms {

struct CompareCell {
  Value value = {};        // monostate: unknown
  std::string text = {};   // for people; "" = unknown. Foreign: printers make it safe
  std::string aside = {};  // what belongs to the figure: "2025-12-11, independent"
  Day as_of = {};
  std::string source = {};  // who asks the price, where the score stands
  std::string note = {};    // for programs: "borrowed", "old quote", "read from the name"
  bool best = false;        // of its row
};

struct CompareRow {
  std::string_view group = {};   // heading: "License"
  std::string_view name = {};    // the field, or "score" for a metric that is not in force
  std::string_view metric = {};  // its word, in rows of scores
  std::string label = {};        // for people
  std::string_view unit = {};
  Better better = Better::none;
  std::vector<CompareCell> cells = {};  // one a model

  bool known() const;  // of any model
};

// Values point into the table, which must outlive them.
struct Comparison {
  std::vector<std::string> ids = {};
  std::vector<CompareRow> rows = {};
  // Metrics that only one of the models has a score in, as people call them.
  std::vector<std::string> unshared = {};
};

struct Compared {
  const Table& table;  // with the computed columns of prices and quality
  const MetricTable& metrics;
  const Metric* quality = nullptr;  // the metric in force; null: none measures what all of them do
  std::span<const Row> rows = {};
  std::string blend = {};  // "blend 3:1"
  bool bill = false;       // there is a workload
  bool unicode = true;
};

// Every row that there is, known or not. Best is marked where the row has a better end and known
// values differ; equals at that end are all marked. A price of zero is free and never the best.
Comparison compare(const Compared& compared);

std::span<const RecordColumn> compare_columns();
Records compare_records(const Comparison& comparison);  // one a cell, row by row

}  // namespace oms
