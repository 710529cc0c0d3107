#include "cli/plot_data.h"

#include <algorithm>

#include "oms/query/number_reader.h"

namespace oms {
namespace {

// Of equal figures the order of the answer decides, which is by id.
template <typename Key>
bool goes_first(const Key& a, const Key& b, Better better) {
  return better == Better::higher ? b < a : a < b;
}

}  // namespace

ScatterData scatter_data(const Matches& matches, const Asked& asked) {
  const Better better = asked.selection.quality.better();
  const Plane plane = plane_of(asked.table, matches, asked.axis());
  const std::vector<Standing> standings = frontier(plane.points, better);
  ScatterData data{.left_out = plane.left_out};
  for (std::size_t i = 0; i < plane.points.size(); ++i) {
    const FrontierPoint& point = plane.points[i];
    data.rows.push_back({point.row, point.price, point.quality, standings[i].on_frontier(),
                         matches.uncertain.has(point.row)});
  }
  std::stable_sort(data.rows.begin(), data.rows.end(),
                   [&](const ScatterRow& a, const ScatterRow& b) {
                     if (a.quality == b.quality) return a.price < b.price;
                     return goes_first(a.quality, b.quality, better);
                   });
  return data;
}

BarData bar_data(const Matches& matches, const Table& table, FieldId field, Better better,
                 std::size_t most) {
  BarData data;
  const auto keep_best = [&] {
    std::stable_sort(data.rows.begin(), data.rows.end(), [&](const BarRow& a, const BarRow& b) {
      return goes_first(a.billionths, b.billionths, better);
    });
    if (most == 0 || data.rows.size() <= most) return;
    data.beyond += data.rows.size() - most;
    data.rows.resize(most);
  };
  constexpr std::size_t kSortedAtOnce = 4096;  // the rows of a large catalog need not all be kept
  const bool whole = kFields[field].kind == Kind::integer;
  const bool money = kFields[field].show == Show::usd;
  NumberReader numbers(table, field);
  for (const RowSet* rows : {&matches.certain, &matches.uncertain}) {
    rows->for_each([&](Row row) {
      const std::int64_t number = numbers[row];
      if (number == kNoInteger) {
        ++data.unknown;
      } else if (money && number == 0) {
        ++data.free_only;
      } else {
        data.rows.push_back({row, static_cast<Int128>(number) * (whole ? Decimal::kScale : 1),
                             rows == &matches.uncertain});
        if (most != 0 && data.rows.size() >= 2 * most + kSortedAtOnce) keep_best();
      }
      return true;
    });
  }
  keep_best();
  return data;
}

}  // namespace oms
