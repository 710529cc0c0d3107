// Ids that go on from what is typed, out of a catalog of any size: rows stand in the order of their
// folded ids, so that a beginning is found by halving.
#pragma once

#include "cli/value_kinds.h"

namespace oms {

// Without a slash the owners first, "OWNER/"; then their models. Of many the most downloaded, and
// the first and the last, so that what all have in common is right.
void offer_ids(const Wanted& wanted);
void offer_owners(const Wanted& wanted);

}  // namespace oms
