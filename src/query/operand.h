// One value of a condition, from the text that the user typed.
#pragma once

#include <string_view>

#include "oms/base/result.h"
#include "oms/model/field.h"
#include "oms/query/condition.h"

namespace oms {

// "7B", "2025-06", "yes", "gguf": as the kind of `field` takes it. Errc::usage when it does not.
Result<Operand> parse_operand(const Field& field, std::string_view text);

}  // namespace oms
