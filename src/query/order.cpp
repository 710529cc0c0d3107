#include "query/order.h"

#include <algorithm>
#include <limits>
#include <string>
#include <type_traits>
#include <variant>

#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::int64_t kUnknownLast = std::numeric_limits<std::int64_t>::max();

std::int64_t descending_rank(std::int64_t value) { return ~value; }
std::int64_t ascending_rank(std::int64_t value) { return value - 1; }  // below kUnknownLast

// A list as the text it is sorted by.
std::string joined(const ListColumn& lists, Row row) {
  std::string text;
  for (const std::uint32_t code : lists.of(row)) {
    if (!text.empty()) text += ',';
    text += lists.dictionary[code];
  }
  return text;
}

// The first eight folded bytes, in an order that is that of the texts.
std::int64_t text_rank(std::string_view text, bool descending) {
  if (text.empty()) return kUnknownLast;
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    prefix <<= 8;
    if (i < text.size()) prefix |= static_cast<unsigned char>(fold(text[i]));
  }
  const auto rank = static_cast<std::int64_t>(prefix ^ (std::uint64_t{1} << 63));
  return descending ? ~rank : rank;
}

// Writes the ranks of `rows`, by the kind of their column.
struct Ranks {
  std::span<const Row> rows = {};
  bool descending = false;
  std::int64_t* out = nullptr;
  std::size_t stride = 0;

  void operator()(std::monostate) const {
    each([](Row) { return kUnknownLast; });
  }
  template <typename T>
  void operator()(std::span<const T> values) const {
    constexpr bool is_code = std::is_same_v<T, std::uint8_t>;
    constexpr T unknown = is_code ? T{0} : std::numeric_limits<T>::min();
    each([&](Row row) {
      return values[row] == unknown ? kUnknownLast : rank(static_cast<std::int64_t>(values[row]));
    });
  }
  void operator()(const DecimalColumn& decimals) const { (*this)(decimals.billionths); }
  template <typename Strings>
  void operator()(const Strings& strings) const {
    each([&](Row row) { return text_rank(strings[row], descending); });
  }
  // The ranks of those that have a value are those of the column of values.
  void operator()(const SparseColumn& sparse) const {
    std::vector<Row> places;
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Row place = sparse.place_of(rows[i]);
      out[i * stride] = kUnknownLast;
      if (place == kNoRow) continue;
      places.push_back(place);
      at.push_back(i);
    }
    std::vector<std::int64_t> ranks(places.size());
    std::visit(Ranks{places, descending, ranks.data(), 1}, *sparse.values);
    for (std::size_t i = 0; i < ranks.size(); ++i) out[at[i] * stride] = ranks[i];
  }
  void operator()(const ListColumn& lists) const {
    each([&](Row row) { return text_rank(joined(lists, row), descending); });
  }

  template <typename Rank>
  void each(Rank rank_of) const {
    std::int64_t* place = out;
    for (const Row row : rows) {
      *place = rank_of(row);
      place += stride;
    }
  }

  std::int64_t rank(std::int64_t value) const {
    return descending ? descending_rank(value) : ascending_rank(value);
  }
};

bool is_descending(const SortKey& key, bool quality_lower_is_better) {
  const Field& field = kFields[key.field];
  if (key.field == field_id("quality"))  // the sign means goodness
    return (key.direction == Direction::ascending) == quality_lower_is_better;
  if (key.direction != Direction::best) return key.direction == Direction::descending;
  return field.better == Better::higher ||
         (field.kind == Kind::flag && field.better == Better::none);
}

// Of few rows, only the blocks that they lie in are read.
Column column_for(FieldId field, const Table& table, const Matches& rows) {
  constexpr std::size_t kFewRows = 256;
  if (rows.certain.size() + rows.uncertain.size() > kFewRows) return table.column(field);
  std::vector<Row> few = rows.certain.rows();
  const std::vector<Row> uncertain = rows.uncertain.rows();
  few.insert(few.end(), uncertain.begin(), uncertain.end());
  return table.column(field, few);
}

}  // namespace

void OrderKey::extract(std::span<const Row> rows, std::int64_t* out, std::size_t stride) const {
  const Ranks ranks{rows, descending_, out, stride};
  if (copies_ != nullptr)
    ranks.each([&](Row row) { return ranks.rank(count_copies(*copies_, row)); });
  else
    std::visit(ranks, column_);
}

int OrderKey::compare(Row a, Row b) const {
  if (const auto* sparse = std::get_if<SparseColumn>(&column_)) {
    const Row first = sparse->place_of(a);
    const Row second = sparse->place_of(b);
    if (first == kNoRow || second == kNoRow) return 0;  // their ranks tell
    return OrderKey(*sparse->values, descending_, nullptr).compare(first, second);
  }
  if (const auto* texts = std::get_if<StringColumn>(&column_))
    return compare((*texts)[a], (*texts)[b]);
  if (const auto* words = std::get_if<WordColumn>(&column_))
    return compare((*words)[a], (*words)[b]);
  if (const auto* lists = std::get_if<ListColumn>(&column_))
    return compare(joined(*lists, a), joined(*lists, b));
  return 0;
}

int OrderKey::compare(std::string_view a, std::string_view b) const {
  if (a.empty() || b.empty()) return static_cast<int>(a.empty()) - static_cast<int>(b.empty());
  const int order = compare_folded(a, b);
  return descending_ ? -order : order;
}

std::vector<OrderKey> order_keys(const Query& query, const Table& table, const Matches& rows,
                                 std::vector<Row>& copies) {
  const FieldId folded = field_id("folded");
  std::vector<OrderKey> keys;
  for (const SortKey& key : query.order) {
    const bool descending = is_descending(key, query.quality_lower_is_better);
    if (key.field == folded) std::sort(copies.begin(), copies.end());
    keys.emplace_back(column_for(key.field, table, rows), descending,
                      key.field == folded ? &copies : nullptr);
  }
  return keys;
}

std::span<const Row> highest_first(const Query& query, const Table& table) {
  if (query.order.size() != 1) return {};
  const SortKey& key = query.order.front();
  const bool descending = is_descending(key, query.quality_lower_is_better);
  return descending ? table.highest(key.field) : std::span<const Row>();
}

std::uint32_t count_copies(const std::vector<Row>& copies, Row row) {
  const auto [first, last] = std::equal_range(copies.begin(), copies.end(), row);
  return static_cast<std::uint32_t>(last - first);
}

}  // namespace oms
