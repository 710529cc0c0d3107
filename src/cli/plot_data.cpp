#include "cli/plot_data.h"

#include <algorithm>

namespace oms {
namespace {

// Of equal figures the order of the answer decides, which is by id.
template <typename Key>
bool goes_first(const Key& a, const Key& b, Better better) {
  return better == Better::higher ? b < a : a < b;
}

// A model is off the frontier when another one costs at most as much, is at least as good, and
// differs; equal ones are all on it. `rows` stand by price, then by quality, the best first.
void mark_frontier(std::vector<ScatterRow>& rows, Better better) {
  const ScatterRow* best = nullptr;
  for (ScatterRow& row : rows) {
    const bool equal = best != nullptr && best->price == row.price && best->quality == row.quality;
    row.frontier = equal || best == nullptr || goes_first(row.quality, best->quality, better);
    if (row.frontier) best = &row;
  }
}

void sort_by_price(std::vector<ScatterRow>& rows, Better better) {
  std::stable_sort(rows.begin(), rows.end(), [&](const ScatterRow& a, const ScatterRow& b) {
    if (a.price != b.price) return a.price < b.price;
    return goes_first(a.quality, b.quality, better);
  });
}

void sort_by_quality(std::vector<ScatterRow>& rows, Better better) {
  std::stable_sort(rows.begin(), rows.end(), [&](const ScatterRow& a, const ScatterRow& b) {
    if (a.quality != b.quality) return goes_first(a.quality, b.quality, better);
    return a.price < b.price;
  });
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

ScatterData scatter_data(const Answer& answer, const Table& table, FieldId price, Better better) {
  const FieldId quality = field_id("quality");
  ScatterData data;
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    const Row row = answer.rows[i];
    const Value asked = table.value(price, row);
    const Value score = table.value(quality, row);
    if (is_unknown(asked)) {
      ++data.no_price;
    } else if (is_free(kFields[price], asked)) {
      ++data.free_only;
    } else if (is_unknown(score)) {
      ++data.no_quality;
    } else {
      data.rows.push_back({.row = row,
                           .price = round_significant(std::get<Decimal>(asked)),
                           .quality = round_significant(std::get<Decimal>(score)),
                           .uncertain = answer.uncertain[i]});
    }
  }
  sort_by_price(data.rows, better);
  mark_frontier(data.rows, better);
  sort_by_quality(data.rows, better);
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
