// Variables of the environment that change what the program does: help and man pages explain them,
// doctor says which are set.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "oms/cli/world.h"

namespace oms {

enum class VariableUse : std::uint8_t {
  output,   // how things look
  place,    // where files are
  network,  // of what downloads
  test,
};

struct Variable {
  std::string_view name = {};
  VariableUse use = VariableUse::output;
  std::string_view help = {};
  bool often = false;  // in the help of each command that it is of use to
};

std::span<const Variable> variables();  // by name

// Its value where that is an absolute path, else "": a relative one would be another folder in each
// working directory (XDG Base Directory Specification 0.8: to be ignored).
std::string absolute_path_variable(const World& world, std::string_view name);

}  // namespace oms
