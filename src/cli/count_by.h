// `list --count-by FIELD`: how many of the models that match have each value of a field.
#pragma once

#include <cstddef>

#include "cli/records.h"
#include "oms/model/table.h"
#include "oms/query/row_set.h"

namespace oms {

struct CountedValues {
  Records records = {};
  std::size_t of = 0;  // rows that there would be without a limit
};
// One row a value, the most frequent first, then by value; a model counts for each element of a
// list. Models without a value stand last, under null, or unknown where that is a word of the
// field. At most `most` rows, 0 = all.
CountedValues count_by(FieldId field, const RowSet& rows, const Table& table, std::size_t most);

}  // namespace oms
