#include "check/tool_version.h"

namespace oms {

std::string_view tool_version() { return OMS_VERSION; }

}  // namespace oms
