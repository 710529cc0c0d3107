// The first rows of a set, without sorting all of it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "oms/query/row_set.h"
#include "query/order.h"

namespace oms {

// At most `most` of `rows`, in the order of `keys`, then of the row numbers.
std::vector<Row> first_rows(const RowSet& rows, std::span<const OrderKey> keys, std::size_t most);

// At most `most` rows of `ordered` that are in `rows`, in its order.
std::vector<Row> first_of(std::span<const Row> ordered, const RowSet& rows, std::size_t most);

}  // namespace oms
