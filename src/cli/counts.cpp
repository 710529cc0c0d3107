#include "cli/counts.h"

#include <algorithm>

#include "cli/selection.h"
#include "oms/base/text.h"
#include "oms/query/query.h"

namespace oms {

Result<std::vector<Row>> listed_rows(const Catalog& catalog, const MetricTable& metrics) {
  const auto everything = select(SelectionOptions{}, catalog, metrics, Date{});
  if (!everything) return everything.error();
  return matching_rows(everything->where, catalog.table());
}

WordCounts count_words(const Table& table, FieldId field, std::span<const Row> rows) {
  WordCounts counts;
  for (const Row row : rows) {
    const Value value = table.value(field, row);
    const auto* word = std::get_if<std::string_view>(&value);
    ++counts[word == nullptr ? std::string() : fold(*word)];
  }
  return counts;
}

std::size_t count_of(const WordCounts& counts, std::string_view word) {
  const auto found = counts.find(fold(word));
  return found == counts.end() ? 0 : found->second;
}

std::size_t count_known(const Table& table, FieldId field, std::span<const Row> rows) {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [&](Row row) { return !table.unknown(field, row); }));
}

}  // namespace oms
