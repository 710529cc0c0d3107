// Parameters, stored size, context length, architecture and attention of a record.
#pragma once

#include "catalog/curated.h"
#include "oms/model/records.h"
#include "oms/source/hub_record.h"

namespace oms {

// After fill_lineage(): the files of a quantized copy do not tell its size.
void fill_sizes(Record& record, const HubRecord& hub, const Curated& curated);

}  // namespace oms
