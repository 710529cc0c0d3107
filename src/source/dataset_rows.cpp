#include "source/dataset_rows.h"

#include "source/exact_json.h"

namespace oms {
namespace {

using nlohmann::json;

constexpr std::int64_t kPageRows = 100;  // the most that /rows gives at once

const json& unwrapped(const json& record) {
  const auto row = record.is_object() ? record.find("row") : record.end();
  return row == record.end() ? record : *row;
}

// Rows are numbered through all pages: the last one of this page tells where the next begins.
std::string next_page(const json& body, const json& last, std::string_view query) {
  if (!body.is_object()) return {};
  const Integer total = RecordReader(body).integer("num_rows_total");
  const Integer index = RecordReader(last).integer("row_idx");
  if (!total || !index || *index + 1 >= *total) return {};
  return "/rows?" + std::string(query) + "&offset=" + std::to_string(*index + 1) +
         "&length=" + std::to_string(kPageRows);
}

}  // namespace

Result<DatasetRows> read_dataset_rows(const json& body, std::string_view query,
                                      std::initializer_list<const char*> columns,
                                      std::string_view what) {
  const auto records = records_of(body, {"rows", "models"}, "row", what);
  if (!records) return records.error();
  DatasetRows page;
  for (const json* record : *records) page.rows.push_back(&unwrapped(*record));
  if (records->empty()) return page;
  const json& first = *page.rows.front();
  for (const char* column : columns) {
    if (first.is_object() && first.contains(column)) continue;
    return Error{Errc::data, std::string(what) + " has no column '" + column + "'", ""};
  }
  page.next = next_page(body, *records->back(), query);
  return page;
}

}  // namespace oms
