// Folds quantized copies into the model they were made from.
#pragma once

#include <vector>

#include "oms/query/query.h"
#include "oms/query/row_set.h"

namespace oms {

// Takes the copies out of `matches` that stand behind another row of it and returns, for each one
// taken out, the row it stands behind (in no order). A copy stands behind the nearest ancestor
// that matches, and where that one is folded too, behind what that one stands behind; a certain
// row never stands behind an uncertain one.
std::vector<Row> fold_copies(Matches& matches, const Folds& folds);

}  // namespace oms
