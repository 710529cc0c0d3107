// One condition put together from its parts.
#pragma once

#include <string>
#include <vector>

#include "oms/base/result.h"
#include "oms/query/condition.h"

namespace oms {

// `field op value[,value…]` as a checked tree. Errc::usage when the parts do not go together; the
// message does not name the condition, which only the caller knows as it was typed.
Result<Expr> build_comparison(FieldId field, Op op, const std::vector<std::string>& values);

}  // namespace oms
