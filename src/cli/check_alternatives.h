// What could be used in place of a model that fails a policy.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/catalog/catalog.h"
#include "oms/check/check.h"

namespace oms {

// At most three models of the same family that pass the policy, the most downloaded first.
Result<std::vector<std::string>> passing_relatives(const Catalog& catalog, const Policy& policy,
                                                   std::string_view model, Date today);

}  // namespace oms
