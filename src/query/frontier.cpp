#include "oms/query/frontier.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace oms {
namespace {

// More is better, whatever the metric.
std::int64_t goodness(const FrontierPoint& point, Better better) {
  return better == Better::lower ? -point.quality.billionths : point.quality.billionths;
}

}  // namespace

FieldId price_field(PriceAxis axis) {
  return field_id(axis == PriceAxis::bill ? "bill" : "price_blended");
}

Plane plane_of(const Table& table, std::span<const Row> rows, PriceAxis axis) {
  const FieldId price_of = price_field(axis);
  const FieldId quality_field = field_id("quality");
  Plane plane;
  for (const Row row : rows) {
    const Value price = table.value(price_of, row);
    const Value quality = table.value(quality_field, row);
    const auto* amount = std::get_if<Decimal>(&price);
    const auto* score = std::get_if<Decimal>(&quality);
    if (amount == nullptr) {
      ++(score == nullptr ? plane.left_out.neither : plane.left_out.no_price);
    } else if (*amount == Decimal{}) {
      ++plane.left_out.free_only;
    } else if (score == nullptr) {
      ++plane.left_out.no_quality;
    } else {
      plane.points.push_back({row, round_significant(*amount), *score});
    }
  }
  return plane;
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

FrontierColumn::FrontierColumn(const Table& table, std::span<const Row> rows, PriceAxis axis,
                               Better better)
    : on_(table.rows, 0) {
  const Plane plane = plane_of(table, rows, axis);
  const std::vector<Standing> standings = frontier(plane.points, better);
  for (std::size_t i = 0; i < standings.size(); ++i) {
    on_[plane.points[i].row] = standings[i].on_frontier() ? 2 : 1;
  }
}

}  // namespace oms
