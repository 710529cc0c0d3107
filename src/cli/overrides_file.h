// The user's own settings: ${XDG_CONFIG_HOME:-~/.config}/oms/overrides.json.
#pragma once

#include <string>

#include "oms/cli/world.h"

namespace oms {

// "" when neither variable says where.
std::string overrides_path(const World& world);
// Its text, "" when there is no such file. Errc::usage: it cannot be used; names the file.
Result<std::string> overrides_text(const World& world);

}  // namespace oms
