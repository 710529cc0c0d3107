// Short ways to write records and tables in tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "support/table_builder.h"

namespace oms::samples {

inline Model model(std::string id) {
  Model result;
  result.id = std::move(id);
  return result;
}

inline TableBuilder table(std::vector<Model> models) {
  std::vector<Record> records;
  for (Model& entry : models) records.push_back({std::move(entry)});
  return TableBuilder(std::move(records));
}

inline std::vector<std::string> ids(const Table& table, const std::vector<Row>& rows) {
  std::vector<std::string> result;
  for (const Row row : rows) result.emplace_back(table.id(row));
  return result;
}

}  // namespace oms::samples
