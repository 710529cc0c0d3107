// Which files git tracks: the paths in `.git/index`, of the versions 2 to 4.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"

namespace oms {

// The format is git's (gitformat-index). Errc::data: damaged, of another version, or split in two
// files. Paths are below the top of the repository, in the order of the file.
Result<std::vector<std::string>> tracked_paths(std::string_view index);

}  // namespace oms
