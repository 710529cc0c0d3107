// What a record owes to the records of its bases, for a whole catalog.
#pragma once

#include <vector>

#include "catalog/data_table.h"
#include "catalog/row_by_id.h"
#include "oms/model/license.h"
#include "oms/model/records.h"

namespace oms {

// Bases under a former or differently spelled id get their present one; the order stays.
void resolve_bases(std::vector<Record>& records, const RowById& rows, const DataTable& aliases);

// `license_effective`, `license_verdict` and `derivatives`; training data is no more public than
// that of the bases. After resolve_bases().
void fill_inherited(std::vector<Record>& records, const RowById& rows,
                    const LicenseTable& licenses);

}  // namespace oms
