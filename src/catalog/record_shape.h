// What the shape of a record follows from: two records of the Hub with the same key have the same
// fields and facts, but for kOwnFields, id and base models.
#pragma once

#include <string>

#include "catalog/curated.h"
#include "oms/model/records.h"
#include "oms/source/hub_record.h"

namespace oms {

// Whether nothing but the record itself, and what all models are told, decides its fields; the
// tables of data/ must not name it, nor services have said anything of it.
bool has_common_shape(const HubRecord& hub);

// Appends the key. `own`: what assemble_own() made of the record.
void append_shape_key(std::string& key, const HubRecord& hub, const Record& own,
                      const Curated& curated);

}  // namespace oms
