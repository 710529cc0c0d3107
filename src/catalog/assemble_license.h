// The license of a record and what it allows.
#pragma once

#include "catalog/curated.h"
#include "oms/model/records.h"
#include "oms/source/hub_record.h"

namespace oms {

// What the record declares; where that says nothing, the text the model is known to be under;
// where it declares none at all, what another source names.
void fill_license(Record& record, const HubRecord& hub, const Curated& curated);

// What the license allows, and its class.
void set_license_terms(Model& model, const License& license);

}  // namespace oms
