// The version that documents name as their maker's.
#pragma once

#include <string_view>

namespace oms {

std::string_view tool_version();

}  // namespace oms
