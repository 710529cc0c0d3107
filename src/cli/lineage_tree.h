// The family of one model: what it was made from, and what was made from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oms/catalog/catalog.h"

namespace oms {

struct TreeOptions {
  std::size_t depth = 3;       // levels of derivatives; 0 = all
  std::size_t children = 10;   // of one model, most downloaded first; 0 = all
  bool quantizations = false;  // a line each; otherwise they are counted
  std::string domain = {};     // only derivatives for it, and what leads to them
  std::string language = {};   // likewise
};

enum class TreeDirection : std::uint8_t { base, model, derivative };

struct TreeNode {
  std::string id = {};
  Row row = kNoRow;  // kNoRow: named as a base, not in the catalog
  TreeDirection direction = TreeDirection::derivative;
  std::size_t depth = 0;          // steps from the model
  std::string parent = {};        // id one step nearer to the model; "" for the model itself
  bool last = false;              // of its brothers
  bool again = false;             // stands above already; what follows from it, too
  std::size_t more = 0;           // derivatives of it that are left out for their number
  std::size_t deeper = 0;         // derivatives of it below the last level
  std::size_t quantizations = 0;  // copies of it that are only counted
};

struct LineageTree {
  std::vector<TreeNode> bases = {};        // the model first; each base behind what it is base of
  std::vector<TreeNode> derivatives = {};  // the model first, depth first
};

LineageTree lineage_tree(const Catalog& catalog, Row model, const TreeOptions& options);

}  // namespace oms
