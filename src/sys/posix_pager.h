// Runs a pager. Only main.cpp uses it.
#pragma once

#include <memory>
#include <string>

#include "oms/env/pager.h"

namespace oms {

// Starts a shell command that reads what is written; null when its program is not there. Until it
// ends Ctrl-C is for it alone.
std::unique_ptr<Pager> start_pager(const std::string& command);

}  // namespace oms
