#include "cli/fetched_list.h"

#include "cli/record_columns.h"
#include "cli/units.h"

namespace oms {

Records fetched_records(std::span<const SourceInfo> sources, std::int64_t now_ms) {
  Records records{.columns = fetched_columns()};
  for (const SourceInfo& source : sources) {
    records.rows.push_back(
        {text_cell(source.name), text_cell(source.endpoint), text_cell(source.fetched_at),
         optional_cell(age_days(source.fetched_at, now_ms)), count_cell(source.records),
         count_cell(source.rejected), text_cell(source.error)});
  }
  return records;
}

std::string fetched_text(const SourceInfo& source) {
  std::string text = source.fetched_at.empty() ? "" : counted(source.records, "record");
  if (source.rejected > 0) text += ", " + std::to_string(source.rejected) + " rejected";
  if (source.error.empty()) return text;
  return text + (text.empty() ? "" : "; ") + "last try failed: " + source.error;
}

void add_fetched(Page& page, std::string_view heading, std::span<const SourceInfo> sources,
                 std::int64_t now_ms) {
  if (sources.empty()) return;
  page.heading(heading, "times are UTC");
  const std::vector<PageColumn> columns = {{}, {}, {.right = true}, {}};
  std::vector<std::vector<std::string>> rows;
  for (const SourceInfo& source : sources) {
    const auto age = age_ms(source.fetched_at, now_ms);
    const std::string text = fetched_text(source);
    rows.push_back({source.name, age ? minute_text(source.fetched_at) : "never",
                    age ? age_text(*age) : "",
                    text + (text.empty() ? "from " : ", from ") + source.endpoint});
  }
  page.rows(columns, rows);
}

}  // namespace oms
