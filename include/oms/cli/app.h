// The whole program as a function, for main and for tests.
#pragma once

#include <span>
#include <string>

#include "oms/cli/world.h"

namespace oms {

// Parses, runs one command, prints; returns the exit code (README: exit codes).
int run(std::span<const std::string> arguments, World& world);

}  // namespace oms
