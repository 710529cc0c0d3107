// What a model was made from, and how.
#pragma once

#include "catalog/curated.h"
#include "oms/model/records.h"
#include "oms/source/hub_record.h"

namespace oms {

void fill_lineage(Record& record, const HubRecord& hub, const Curated& curated);

}  // namespace oms
