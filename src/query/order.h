// The order of an answer, key by key: a value becomes a rank, the smallest comes first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "oms/model/table.h"
#include "oms/query/query.h"

namespace oms {

class OrderKey {
 public:
  // `copies`: for a field that counts them, the sorted rows that copies stand behind; else null.
  OrderKey(const Column& column, bool descending, const std::vector<Row>* copies)
      : column_(column), descending_(descending), copies_(copies) {}

  // Writes the ranks of `rows` to every `stride`th place of `out`.
  void extract(std::span<const Row> rows, std::int64_t* out, std::size_t stride) const;

  // For rows of equal rank: negative when `a` comes first, 0 when this key does not tell.
  int compare(Row a, Row b) const;

 private:
  int compare(std::string_view a, std::string_view b) const;

  Column column_;
  bool descending_;
  const std::vector<Row>* copies_;
};

// The keys of `query` for `rows`. A key that counts copies sorts `copies`, which must outlive the
// keys.
std::vector<OrderKey> order_keys(const Query& query, const Table& table, const Matches& rows,
                                 std::vector<Row>& copies);

// Where the order of `query` is that of the highest values of one column: the first rows of the
// table in that order, as far as they are stored. Else none.
std::span<const Row> highest_first(const Query& query, const Table& table);

// How many of `copies` (sorted) stand behind `row`.
std::uint32_t count_copies(const std::vector<Row>& copies, Row row);

}  // namespace oms
