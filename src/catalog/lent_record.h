// The part of a record that its descendants look at, out of a table that has it.
#pragma once

#include "oms/model/records.h"
#include "oms/model/table.h"

namespace oms {

// False where inheritance replaced what the record itself says of that part.
bool is_lendable(const Table& table, Row row);
// Id, base models and what TableDraft::kin() hands out beside them; a family may be an inherited
// one, which is what descendants inherit.
Record lent_record(const Table& table, Row row);

}  // namespace oms
