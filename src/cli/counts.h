// How many models something applies to, for the commands that show what can be asked.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/catalog/catalog.h"
#include "oms/query/row_set.h"

namespace oms {

// The models that `list` prints without conditions: closed reference rows and models that left the
// Hub are not among them.
Result<RowSet> listed_rows(const Catalog& catalog, const MetricTable& metrics);

struct ValueCount {
  std::string value = {};  // as a condition would name it
  std::size_t models = 0;
};
struct ValueCounts {
  std::vector<ValueCount> values = {};  // the most frequent first, then by value
  std::size_t of = 0;                   // values that occur
  std::size_t unknown = 0;              // models without one
};
// Models by their value of a field, or by each element of a list; at most `most` values, 0 = all.
ValueCounts count_values(const Table& table, FieldId field, const RowSet& rows, std::size_t most);

using WordCounts = std::map<std::string, std::size_t, std::less<>>;  // folded word → models

// Models by their value of a word or choice field; "" counts those without one.
WordCounts count_words(const Table& table, FieldId field, const RowSet& rows);
std::size_t count_of(const WordCounts& counts, std::string_view word);
// Models with a value of `field`.
std::size_t count_known(const Table& table, FieldId field, const RowSet& rows);

}  // namespace oms
