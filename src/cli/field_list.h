// The value of --fields.
#pragma once

#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/model.h"

namespace oms {

// "id,price_output": names in the order to print. Errc::usage: an unknown name (with a
// suggestion), one that stands twice, or none at all.
Result<std::vector<FieldId>> parse_field_list(std::string_view text);

}  // namespace oms
