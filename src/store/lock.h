// The writer's lock: flock on a file that names its holder. The kernel drops it when the holder
// dies, however it dies; there is nothing stale to clean up.
#pragma once

#include <string>

#include "oms/base/result.h"
#include "store/atomic_file.h"

namespace oms {

// Takes the lock of `directory`, which exists, or says who has it. Returns the descriptor that
// holds it; closing that releases it.
Result<int> take_lock(FileSystem& files, const std::string& directory);

}  // namespace oms
