// How `oms tree` looks: lines for people, flat rows for programs.
#pragma once

#include <optional>
#include <string>

#include "cli/lineage_tree.h"
#include "cli/records.h"

namespace oms {

// Scores in one metric, to compare each model with what it was made from; "" compares nothing.
struct TreeScores {
  const Metric* metric = nullptr;
  Table table = {};  // with the columns of the metric
};

Records tree_records(const LineageTree& tree, const Catalog& catalog,
                     const std::optional<TreeScores>& scores);
std::string tree_page(const LineageTree& tree, const Catalog& catalog,
                      const std::optional<TreeScores>& scores, const Style& style);

}  // namespace oms
