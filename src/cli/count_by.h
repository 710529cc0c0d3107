// `list --count-by FIELD`: how many of the models that match have each value of a field.
#pragma once

#include <cstddef>
#include <span>

#include "cli/records.h"
#include "oms/model/table.h"

namespace oms {

// One row a value, the most frequent first, then by value; a model counts for each element of a
// list. Models without a value stand last, under null, or unknown where that is a word of the
// field.
Records count_by(FieldId field, std::span<const Row> rows, const Table& table);

}  // namespace oms
