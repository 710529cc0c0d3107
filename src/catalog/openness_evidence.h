// What a record's metadata shows of the components that no judge has spoken of.
#pragma once

#include "oms/model/records.h"
#include "oms/source/hub_record.h"

namespace oms {

// Only fills what is unknown: weights from the list of files, training data from the datasets that
// are named, metrics from training logs. A key that is missing shows nothing.
void fill_evident(Record& record, const HubRecord& hub);

}  // namespace oms
