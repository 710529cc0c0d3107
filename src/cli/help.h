// Texts of the program itself: help, version, and what `oms` alone prints.
#pragma once

#include <CLI/App.hpp>
#include <span>
#include <string>

#include "cli/command.h"

namespace oms {

std::string version_line();
std::string program_help(std::span<const Command> commands);
std::string command_help(const Command& command, const CLI::App& app);
// Short help, the state of the catalog, and the next command to try.
std::string welcome(std::span<const Command> commands, const Catalog& catalog, const World& world);

}  // namespace oms
