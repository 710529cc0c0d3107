// A lock: flock on a file that names its holder. The kernel drops it when the holder dies, however
// it dies; there is nothing stale to clean up.
#pragma once

#include <string>
#include <string_view>

#include "oms/base/result.h"
#include "store/atomic_file.h"

namespace oms {

// Takes the lock `name` in `directory`, which exists, or says who has it. Returns the descriptor
// that holds it; closing that releases it.
Result<int> take_lock(FileSystem& files, const std::string& directory, std::string_view name);

}  // namespace oms
