// How `oms tree` looks: lines for people, flat rows for programs.
#pragma once

#include <optional>
#include <string>

#include "cli/lineage_tree.h"
#include "cli/records.h"

namespace oms {

// To compare each model with what it was made from.
struct TreeScores {
  Table table = {};  // with the columns of one metric
};

Records tree_records(const LineageTree& tree, const Catalog& catalog,
                     const std::optional<TreeScores>& scores);
std::string tree_page(const LineageTree& tree, const Catalog& catalog,
                      const std::optional<TreeScores>& scores, const Style& style);

}  // namespace oms
