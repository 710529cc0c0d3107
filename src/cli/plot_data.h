// What `plot` draws, with exact figures: the points of a scatter and its frontier, the bars of one
// field, and how many models have no place in either.
#pragma once

#include <cstddef>
#include <vector>

#include "cli/asked.h"

namespace oms {

struct ScatterRow {
  Row row = 0;
  Decimal price = {};
  Decimal quality = {};
  bool frontier = false;   // of what is drawn
  bool uncertain = false;  // admitted although a condition is unknown
};

struct ScatterData {
  std::vector<ScatterRow> rows = {};  // best quality first, of equal ones the cheapest
  OffFrontier left_out = {};
};

struct BarRow {
  Row row = 0;
  Int128 billionths = 0;  // of the value, also of a whole number
  bool uncertain = false;
};

struct BarData {
  std::vector<BarRow> rows = {};  // the best first
  std::size_t unknown = 0;
  std::size_t free_only = 0;  // a price of nothing is no price to compare
  std::size_t beyond = 0;     // more than were asked for
};

ScatterData scatter_data(const Matches& matches, const Asked& asked);
// At most `most` bars, 0 = all. `better` puts the best first, the smallest where there is none.
BarData bar_data(const Matches& matches, const Table& table, FieldId field, Better better,
                 std::size_t most);

}  // namespace oms
