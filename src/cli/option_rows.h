// The options that a command declares, as rows: for its help, its man page and completion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace oms {

struct OptionRow {
  std::vector<std::string> names = {};  // "-t", "--task"; none: an argument by its place
  std::string value = {};               // what its value stands for, "TASK"; "" for a flag
  bool value_optional = false;          // --flag or --flag=VALUE
  bool required = false;
  bool repeated = false;  // an argument by its place that may stand several times
  std::string help = {};
  std::string usual = {};  // the value without it; "" none
  std::string group = {};

  bool positional() const { return names.empty(); }
  bool takes_value() const { return !value.empty() && !value_optional; }
};

// Those of the command itself, then those that all commands have; in the order of their groups.
std::vector<OptionRow> option_rows(const Command& command);
std::vector<std::string> groups_of(const std::vector<OptionRow>& rows);

// Declares the options that all commands have.
void add_common(CLI::App& app, const Command& command, CommonOptions& options);

// "-t, --task TASK", "--locked[=FILE]", "ID...", "[DIR]"
std::string option_title(const OptionRow& row);
// The help and the usual value.
std::string option_help(const OptionRow& row);

}  // namespace oms
