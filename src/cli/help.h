// Texts of the program itself: help, version, and what `oms` alone prints.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/topics.h"

namespace oms {

std::string version_line();
std::string program_help(std::span<const Command> commands);
std::string command_help(const Command& command);
std::string topic_help(const Topic& topic);
// Short help, the state of the catalog, and the next command to try.
std::string welcome(std::span<const Command> commands, const Catalog& catalog, const World& world);

// "  title    text", the texts wrapped in one column that begins `column` behind the margin.
struct HelpRow {
  std::string title = {};
  std::string text = {};
};
std::string help_rows(std::span<const HelpRow> rows, std::size_t column);
// A paragraph in lines of 80 columns.
std::string joined_lines(std::string_view text);
// The variables that matter most to a command.
std::vector<HelpRow> variable_rows(const Command& command);

}  // namespace oms
