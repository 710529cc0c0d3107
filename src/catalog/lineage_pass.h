// What records owe to the records of their bases.
#pragma once

#include <cstddef>
#include <vector>

#include "catalog/row_by_id.h"
#include "oms/model/license.h"
#include "oms/model/records.h"

namespace oms {

// Records under the ids that their base models name them by. The first `count` are asked about, the
// others are there because those follow from them.

// A model whose name says nothing belongs to the family of its first base that has one.
void inherit_families(std::vector<Record>& records, std::size_t count, const RowById& rows);

// `license_effective` and `license_verdict`; training data is no more public than that of the
// bases.
void fill_inherited(std::vector<Record>& records, std::size_t count, const RowById& rows,
                    const LicenseTable& licenses);

}  // namespace oms
