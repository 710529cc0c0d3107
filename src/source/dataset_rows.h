// Pages of the Hub's dataset server: {"rows": [{"row_idx": 7, "row": {…}}], "num_rows_total": 105}.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"

namespace oms {

struct DatasetRows {
  std::vector<const nlohmann::json*> rows = {};  // without their wrapping
  std::string next = {};                         // path and query of the next page, "" at the end
};

// Also a saved table without the wrapping. `query` names the table: "dataset=…&config=…&split=…".
// Errc::data: there are no rows, or the first lacks one of `columns`. `what` names the body.
Result<DatasetRows> read_dataset_rows(const nlohmann::json& body, std::string_view query,
                                      std::initializer_list<const char*> columns,
                                      std::string_view what);

}  // namespace oms
