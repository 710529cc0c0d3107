// The records of all models, made by several threads, in the order of their positions.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "catalog/model_lines.h"
#include "oms/model/records.h"
#include "oms/store/table_draft.h"

namespace oms {

// A record on its way into the table: what it has for itself, and its shape.
struct DraftedRecord {
  Record own = {};          // at least id, kOwnFields and base models
  std::string hub_id = {};  // _id
  std::string sha = {};
  std::unique_ptr<Record> whole = {};  // of the first with its shape
  // For the shape that the table gave to the first one. Its maker owns it; nullptr when there will
  // be no other one.
  Shape* shape = nullptr;
};

// Makes the record of a model in place of another one. Not for several threads at once.
using MakeRecord = std::function<void(const HubRecord&, DraftedRecord&)>;

// Each thread has what `maker` made for it; it calls `take` for one record at a time, in order.
// They are valid only so long.
Result<Done> draft_records(const ModelLines& lines, const std::function<MakeRecord()>& maker,
                           const std::function<void(const DraftedRecord&)>& take);

}  // namespace oms
