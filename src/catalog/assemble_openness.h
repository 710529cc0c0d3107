// Which components of a model are public.
#pragma once

#include "catalog/curated.h"
#include "oms/model/records.h"
#include "oms/source/hub_record.h"

namespace oms {

// After fill_license(): the traditional definition asks for the license too.
void fill_openness(Record& record, const HubRecord& hub, const Curated& curated);

// Whether the training data is known not to be public as a whole.
bool withholds_data(const Record& record);

// Training data of a model made from one whose data is not public is public in part at best.
void bound_data(Record& record, std::string_view source);

}  // namespace oms
