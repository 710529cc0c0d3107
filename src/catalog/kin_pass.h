// What the records of a draft owe to each other.
#pragma once

#include "catalog/data_table.h"
#include "oms/model/license.h"
#include "oms/store/table_draft.h"
#include "oms/store/text_table.h"

namespace oms {

// Base models under a former or differently spelled id get their present one; then families,
// effective licenses, the bound on training data and borrowed scores. `ids` are those of the draft.
void fill_kin(TableDraft& draft, const TextTable& ids, const LicenseTable& licenses,
              const DataTable& aliases);

// The price fields, out of the offers and the newest price among them.
void fill_prices(TableDraft& draft);

}  // namespace oms
