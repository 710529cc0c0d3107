// The records of all models, made by several threads, in the order of their positions.
#pragma once

#include <functional>
#include <string>

#include "catalog/model_lines.h"
#include "oms/model/records.h"

namespace oms {

struct DraftedRecord {
  Record record = {};
  std::string hub_id = {};  // _id
  std::string sha = {};
};

// `make` is called by several threads at once, `take` by one at a time, in order.
Result<Done> draft_records(const ModelLines& lines,
                           const std::function<Record(const HubRecord&)>& make,
                           const std::function<void(const DraftedRecord&)>& take);

}  // namespace oms
