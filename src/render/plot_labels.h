// Names beside marks: which of them find room, and where.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/plot_grid.h"
#include "render/plot_marks.h"

namespace oms {

// A rendering's measures, in cells of its grid.
struct LabelRules {
  std::function<Box(const Mark& mark)> cells = {};       // that a mark takes up
  std::function<Box(std::string_view label)> size = {};  // of a label, wherever it stands
  std::vector<Box> better_side = {};  // where only the frontier has labels: others would mislead
  int clearance = 0;        // to other marks at either end, so that a label belongs to one
  std::size_t columns = 0;  // of the longest label
  std::string_view ellipsis = {};
  bool leaders = false;  // whether labels of the frontier may stand apart, at the end of a line
};

struct PlacedLabel {
  const Mark* mark = nullptr;
  std::string text = {};
  Spot spot = {};
  std::optional<Leader> leader = {};
};

struct Labels {
  std::vector<PlacedLabel> placed = {};
  std::vector<std::string> unlabeled = {};  // of the frontier, the best first
};

// `grid` holds what labels must keep clear of. The frontier comes first, then the others in their
// order, where there is room; no two labels share a cell.
Labels place_labels(const Grid& grid, std::span<const Mark> marks, const LabelRules& rules);

// What may stand beside a mark, the best first: "owner/na…me" of at most `columns` columns, then
// the name alone, then less of it; " +2" behind them where more points stand there.
std::vector<std::string> mark_labels(const Mark& mark, std::size_t columns,
                                     std::string_view ellipsis);

}  // namespace oms
