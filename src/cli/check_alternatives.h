// What could be used in place of a model that fails a policy.
#pragma once

#include <string>
#include <vector>

#include "oms/catalog/catalog.h"
#include "oms/check/check.h"

namespace oms {

// At most three models of the same family that pass the policy, the most downloaded first, all from
// those who began the lineage of `model`.
Result<std::vector<std::string>> passing_relatives(const Catalog& catalog, const Policy& policy,
                                                   const CheckedModel& model, Date today);

}  // namespace oms
