// Price against quality: which models no other one beats in both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "oms/base/decimal.h"
#include "oms/model/metric.h"
#include "oms/model/table.h"
#include "oms/query/query.h"
#include "oms/query/row_set.h"

namespace oms {

// A model with a price above zero and a score. Both are exact: of two prices that print the same,
// none is lower.
struct FrontierPoint {
  Row row = kNoRow;
  Decimal price = {};    // a blend, or the bill of a workload
  Decimal quality = {};  // of one metric, in its own unit
};

// The field that prices are read from: the bill of a workload, or the blend.
enum class PriceAxis : std::uint8_t { blended, bill };

FieldId price_field(PriceAxis axis);

// Models that have no place on the plane of price and quality, each counted once.
struct OffFrontier {
  std::size_t neither = 0;     // no price and no score
  std::size_t no_price = 0;    // scored, but without a price
  std::size_t free_only = 0;   // only free offers: no price to compare
  std::size_t no_quality = 0;  // priced, but without a score
};

// The points of `rows`, in their order. The table has its quality columns.
struct Plane {
  std::vector<FrontierPoint> points = {};
  OffFrontier left_out = {};
};
Plane plane_of(const Table& table, std::span<const Row> rows, PriceAxis axis);
Plane plane_of(const Table& table, const Matches& matches, PriceAxis axis);

inline constexpr std::size_t kNotDominated = static_cast<std::size_t>(-1);

// A point is dominated when another one costs no more and is no worse, and is better in one of
// both.
struct Standing {
  // Position of the best of the points that dominate it, of equally good ones the cheapest.
  std::size_t dominated_by = kNotDominated;
  // Not on the frontier, but at most `tolerance` worse than the best for its price.
  bool near = false;

  bool on_frontier() const { return dominated_by == kNotDominated; }
};

// The standing of each point. Identical points stand alike. `better`: of the metric. `tolerance` is
// in the unit of the metric.
std::vector<Standing> frontier(std::span<const FrontierPoint> points, Better better,
                               Decimal tolerance = {});

// Computed column on_frontier: yes or no for those of `rows` with a price and a score, else
// unknown. Owns what the column views; must outlive its use.
class FrontierColumn {
 public:
  FrontierColumn(const Table& table, const RowSet& rows, PriceAxis axis, Better better);
  Column column() const { return SparseColumn{rows_, &values_.front()}; }

 private:
  std::vector<Row> rows_ = {};
  std::vector<std::uint8_t> on_ = {};
  std::vector<Column> values_ = {};  // one, of `on_`
};

}  // namespace oms
