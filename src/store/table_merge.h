// The table of an index out of a former one and the rows that changed: the same sections, byte for
// byte, that TableDraft::write() makes of all records.
#pragma once

#include "oms/model/table.h"
#include "oms/store/image.h"
#include "store/row_merge.h"

namespace oms {

// Of a row that is taken, the base models that have a record are in `fresh` too, lent or not.
void write_merged(ImageWriter& image, const Table& former, const Table& fresh,
                  const RowMerge& rows);

}  // namespace oms
