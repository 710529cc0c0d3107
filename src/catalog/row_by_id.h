// Which record has which id, letter case aside.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "oms/base/text.h"
#include "oms/model/records.h"

namespace oms {

using RowById = std::unordered_map<std::string, std::size_t>;  // folded id → position

inline RowById rows_by_id(const std::vector<Record>& records) {
  RowById rows;
  rows.reserve(records.size());
  for (std::size_t row = 0; row < records.size(); ++row) rows[fold(records[row].model.id)] = row;
  return rows;
}

}  // namespace oms
