// How the output looks: format, width, color and symbols, out of flags, environment and terminal.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/command.h"

namespace oms {

struct Surface {
  const Format* format = nullptr;  // null: none was asked for
  Style style = {};
  std::string pager = {};  // command for what is longer than the screen; "" none
};

// Errc::usage: two formats at once, an unknown format, a width that is no number. A command with
// its own formats reads their names itself.
Result<Surface> resolve_surface(const CommonOptions& common, const World& world, bool to_file,
                                bool own_formats);

// The one of `formats`, a command's own ones, that is called `name`, letter case aside. Errc::usage
// names the nearest one and all.
Result<std::string_view> parse_own_format(std::string_view name,
                                          std::span<const std::string_view> formats);

}  // namespace oms
