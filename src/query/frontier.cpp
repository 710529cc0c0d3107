#include "oms/query/frontier.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "oms/query/number_reader.h"

namespace oms {
namespace {

// More is better, whatever the metric.
std::int64_t goodness(const FrontierPoint& point, Better better) {
  return better == Better::lower ? -point.quality.billionths : point.quality.billionths;
}

// Puts models on the plane one by one, best in ascending order.
class PlaneMaker {
 public:
  PlaneMaker(const Table& table, PriceAxis axis)
      : prices_(table, price_field(axis)), qualities_(table, field_id("quality")) {}

  void add(Row row) {
    const Decimal price{prices_[row]};
    const Decimal quality{qualities_[row]};
    const bool scored = quality.billionths != kNoInteger;
    if (price.billionths == kNoInteger) {
      ++(scored ? plane_.left_out.no_price : plane_.left_out.neither);
    } else if (price == Decimal{}) {
      ++plane_.left_out.free_only;
    } else if (!scored) {
      ++plane_.left_out.no_quality;
    } else {
      plane_.points.push_back({row, round_significant(price), quality});
    }
  }
  Plane take() && { return std::move(plane_); }

 private:
  NumberReader prices_;
  NumberReader qualities_;
  Plane plane_ = {};
};

}  // namespace

FieldId price_field(PriceAxis axis) {
  return field_id(axis == PriceAxis::bill ? "bill" : "price_blended");
}

Plane plane_of(const Table& table, std::span<const Row> rows, PriceAxis axis) {
  PlaneMaker maker(table, axis);
  for (const Row row : rows) maker.add(row);
  return std::move(maker).take();
}

Plane plane_of(const Table& table, const Matches& matches, PriceAxis axis) {
  PlaneMaker maker(table, axis);
  for (const RowSet* rows : {&matches.certain, &matches.uncertain}) {
    rows->for_each([&](Row row) {
      maker.add(row);
      return true;
    });
  }
  return std::move(maker).take();
}

// One sweep from cheap to dear. Of equal prices the better one comes first, so that the best one
// so far dominates whatever is not better than it; a point equal to it stands beside it.
std::vector<Standing> frontier(std::span<const FrontierPoint> points, Better better,
                               Decimal tolerance) {
  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t i) {
      return std::tuple(points[i].price, -goodness(points[i], better), i);
    };
    return key(a) < key(b);
  });
  std::vector<Standing> standings(points.size());
  std::size_t best = kNotDominated;
  for (const std::size_t i : order) {
    const bool first = best == kNotDominated;
    const bool twin = !first && points[i].price == points[best].price &&
                      points[i].quality == points[best].quality;
    if (twin) continue;
    if (first || goodness(points[i], better) > goodness(points[best], better)) {
      best = i;
      continue;
    }
    standings[i].dominated_by = best;
    const std::int64_t behind = goodness(points[best], better) - goodness(points[i], better);
    standings[i].near = tolerance > Decimal{} && behind <= tolerance.billionths;
  }
  return standings;
}

FrontierColumn::FrontierColumn(const Table& table, const RowSet& rows, PriceAxis axis,
                               Better better) {
  NumberReader qualities(table, field_id("quality"));
  std::vector<Row> scored;  // few are
  rows.for_each([&](Row row) {
    if (qualities[row] != kNoInteger) scored.push_back(row);
    return true;
  });
  const Plane plane = plane_of(table, scored, axis);
  const std::vector<Standing> standings = frontier(plane.points, better);
  for (std::size_t i = 0; i < standings.size(); ++i) {
    rows_.push_back(plane.points[i].row);
    on_.push_back(standings[i].on_frontier() ? 2 : 1);
  }
  values_.emplace_back(CodeColumn{on_});
}

}  // namespace oms
