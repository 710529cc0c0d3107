#include "cli/plot_data.h"

#include <algorithm>
#include <unordered_set>

namespace oms {
namespace {

// Of equal figures the order of the answer decides, which is by id.
template <typename Key>
bool goes_first(const Key& a, const Key& b, Better better) {
  return better == Better::higher ? b < a : a < b;
}

Int128 billionths_of(const Value& value) {
  if (const auto* count = std::get_if<std::int64_t>(&value)) {
    return static_cast<Int128>(*count) * Decimal::kScale;
  }
  const auto* number = std::get_if<Decimal>(&value);
  return number == nullptr ? 0 : number->billionths;
}

bool is_free(const Field& field, const Value& value) {
  return field.show == Show::usd && value == Value(Decimal{});
}

}  // namespace

ScatterData scatter_data(const Answer& answer, const Asked& asked) {
  const Better better = asked.selection.quality.better();
  const Plane plane = plane_of(asked.table, answer.rows, asked.axis());
  const std::vector<Standing> standings = frontier(plane.points, better);
  std::unordered_set<Row> uncertain;
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    if (answer.uncertain[i]) uncertain.insert(answer.rows[i]);
  }
  ScatterData data{.left_out = plane.left_out};
  for (std::size_t i = 0; i < plane.points.size(); ++i) {
    const FrontierPoint& point = plane.points[i];
    data.rows.push_back({point.row, point.price, point.quality, standings[i].on_frontier(),
                         uncertain.contains(point.row)});
  }
  std::stable_sort(data.rows.begin(), data.rows.end(),
                   [&](const ScatterRow& a, const ScatterRow& b) {
                     if (a.quality == b.quality) return a.price < b.price;
                     return goes_first(a.quality, b.quality, better);
                   });
  return data;
}

BarData bar_data(const Answer& answer, const Table& table, FieldId field, Better better,
                 std::size_t most) {
  BarData data;
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    const Value value = table.value(field, answer.rows[i]);
    if (is_unknown(value)) {
      ++data.unknown;
    } else if (is_free(kFields[field], value)) {
      ++data.free_only;
    } else {
      data.rows.push_back({answer.rows[i], billionths_of(value), answer.uncertain[i]});
    }
  }
  std::stable_sort(data.rows.begin(), data.rows.end(), [&](const BarRow& a, const BarRow& b) {
    return goes_first(a.billionths, b.billionths, better);
  });
  if (most != 0 && data.rows.size() > most) {
    data.beyond = data.rows.size() - most;
    data.rows.resize(most);
  }
  return data;
}

}  // namespace oms
