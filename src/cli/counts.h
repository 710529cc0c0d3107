// How many models something applies to, for the commands that show what can be asked.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/catalog/catalog.h"

namespace oms {

// The models that `list` prints without conditions, ascending: closed reference rows and models
// that left the Hub are not among them.
Result<std::vector<Row>> listed_rows(const Catalog& catalog, const MetricTable& metrics);

using WordCounts = std::map<std::string, std::size_t, std::less<>>;  // folded word → models

// Models by their value of a text, word or choice field; "" counts those without one.
WordCounts count_words(const Table& table, FieldId field, std::span<const Row> rows);
std::size_t count_of(const WordCounts& counts, std::string_view word);
// Models with a value of `field`.
std::size_t count_known(const Table& table, FieldId field, std::span<const Row> rows);

}  // namespace oms
