#include "oms/model/metric.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "model/named_rows.h"
#include "oms/base/text.h"

namespace oms {
namespace {

enum class Column : std::uint8_t {
  metric,
  title,
  unit,
  better,
  task,
  automatic,
  min,
  max,
  source,
  url,
  credit,
  version,
  note
};
constexpr std::array<std::string_view, 13> kColumns = {
    "metric", "title",  "unit", "better", "task",    "auto", "min",
    "max",    "source", "url",  "credit", "version", "note"};

// "" is 0: never chosen by `auto`. nullopt: not a number.
std::optional<int> preference(std::string_view text) {
  if (text.empty()) return 0;
  int number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

Result<std::optional<Decimal>> bound(const NamedRows& rows, std::size_t row, Column column) {
  const std::string_view text = rows.at(row, column);
  if (text.empty()) return std::optional<Decimal>();
  const Result<Decimal> value = parse_decimal(text);
  if (!value) return rows.error(row, value.error().what);
  return std::optional<Decimal>(*value);
}

Result<Metric> read_row(const NamedRows& rows, std::size_t row) {
  Metric metric{.word = rows.at(row, Column::metric),
                .title = rows.at(row, Column::title),
                .unit = rows.at(row, Column::unit),
                .tasks = split_words(rows.at(row, Column::task), ','),
                .source = rows.at(row, Column::source),
                .url = rows.at(row, Column::url),
                .credit = rows.at(row, Column::credit),
                .version = rows.at(row, Column::version),
                .note = rows.at(row, Column::note)};
  if (metric.word.empty()) return rows.error(row, "no name");

  const std::string_view better = rows.at(row, Column::better);
  if (better != "higher" && better != "lower") {
    return rows.error(row, "better is 'higher' or 'lower', not '" + printable(better) + "'");
  }
  metric.better = better == "lower" ? Better::lower : Better::higher;

  const std::string_view automatic = rows.at(row, Column::automatic);
  const std::optional<int> order = preference(automatic);
  if (!order) return rows.error(row, "auto '" + printable(automatic) + "' is not a whole number");
  metric.automatic = *order;

  Result<std::optional<Decimal>> min = bound(rows, row, Column::min);
  if (!min) return min.error();
  Result<std::optional<Decimal>> max = bound(rows, row, Column::max);
  if (!max) return max.error();
  metric.min = *min;
  metric.max = *max;
  if (metric.min && metric.max && *metric.max < *metric.min) {
    return rows.error(row, "max is below min");
  }
  return metric;
}

}  // namespace

Result<MetricTable> MetricTable::parse(std::string_view tsv) {
  const Result<NamedRows> rows = NamedRows::parse("metric table", tsv, kColumns);
  if (!rows) return rows.error();

  MetricTable table;
  for (std::size_t row = 0; row < rows->size(); ++row) {
    Result<Metric> metric = read_row(*rows, row);
    if (!metric) return metric.error();
    if (table.find(metric->word) != nullptr) return rows->error(row, "metric stands twice");
    table.rows_.push_back(std::move(metric).value());
  }
  return table;
}

const Metric* MetricTable::find(std::string_view word) const {
  for (const Metric& metric : rows_) {
    if (equal_folded(metric.word, word)) return &metric;
  }
  return nullptr;
}

Result<const Metric*> MetricTable::look_up(std::string_view word) const {
  if (const Metric* metric = find(word)) return metric;
  std::vector<std::string_view> candidates;
  for (const Metric& metric : rows_) candidates.push_back(metric.word);
  return Error{Errc::usage,
               "unknown metric '" + printable(word) + "'" + did_you_mean(word, candidates),
               "metrics: " + join(candidates, ", ")};
}

}  // namespace oms
