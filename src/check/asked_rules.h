// Which rules can fire at all in a check.
#pragma once

#include <vector>

#include "oms/check/check.h"

namespace oms {

std::vector<const CheckRule*> asked_rules(const Policy& policy, const CheckRequest& request);

}  // namespace oms
