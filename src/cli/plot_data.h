// What `plot` draws, with exact figures: the points of a scatter and its frontier, the bars of one
// field, and how many models have no place in either.
#pragma once

#include <cstddef>
#include <vector>

#include "oms/query/query.h"

namespace oms {

struct ScatterRow {
  Row row = 0;
  Decimal price = {};
  Decimal quality = {};
  bool frontier = false;
  bool uncertain = false;  // admitted although a condition is unknown
};

struct ScatterData {
  std::vector<ScatterRow> rows = {};  // best quality first, of equal ones the cheapest
  // A model is counted once, by the first of these that it lacks.
  std::size_t no_price = 0;
  std::size_t free_only = 0;  // a price of nothing is no price to compare
  std::size_t no_quality = 0;
};

struct BarRow {
  Row row = 0;
  Int128 billionths = 0;  // of the value, also of a whole number
  bool uncertain = false;
};

struct BarData {
  std::vector<BarRow> rows = {};  // the best first
  std::size_t unknown = 0;
  std::size_t free_only = 0;
  std::size_t beyond = 0;  // more than were asked for
};

// `price` is a field in USD; `better` is the direction of the metric in force.
ScatterData scatter_data(const Answer& answer, const Table& table, FieldId price, Better better);
// At most `most` bars, 0 = all. `better` puts the best first, the smallest where there is none.
BarData bar_data(const Answer& answer, const Table& table, FieldId field, Better better,
                 std::size_t most);

}  // namespace oms
