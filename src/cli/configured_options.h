// Options that were not given get what a saved query and the configuration files say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/configuration.h"

namespace CLI {
class App;
}

namespace oms {

// What stands in options though nobody typed it.
struct FilledOption {
  std::string option = {};  // "--task", or the variable "HF_ENDPOINT"; "" a condition
  std::string value = {};   // "" of a flag
  std::string where = {};   // FILE:LINE
  MaySet owner = MaySet::user;
  const Setting* row = nullptr;  // null: of a saved query
  std::string hides = {};        // FILE:LINE of a query of the same name in a weaker file
};

// The command's options, parsed from what was typed.
struct ParsedCommand {
  const Command& command;
  CLI::App& app;
};

Run setup_config(CLI::App& app);  // 'oms config'

// Takes '@NAME' out of the words behind a command that has conditions, where it is no flag's value;
// "" when it is not there. Errc::usage: more than one, or no name.
Result<std::string> take_query_name(const Command& command, std::vector<std::string>& arguments);

// Adds the words of the query to what was typed: a flag that was typed replaces the same one of the
// query, conditions of both hold. Errc::usage: no such query, or words that the command does not
// take or that a project may not write.
Result<std::vector<FilledOption>> fill_saved_query(const std::string& name,
                                                   const ParsedCommand& parsed,
                                                   const Configuration& configuration);

// The settings of files, where neither a flag nor a variable decides. Those that stand for a
// variable are only told: with_settings() has them.
std::vector<FilledOption> fill_settings(const ParsedCommand& parsed,
                                        const Configuration& configuration, const World& world);

// Lines for stderr: where figures come from that nobody typed. `quiet`: only what a project decided
// unasked, perhaps a stranger's.
std::vector<std::string> filled_notes(const std::vector<FilledOption>& filled, bool quiet);
// The same as words of a command line.
std::vector<std::string> filled_words(const std::vector<FilledOption>& filled);
// An error about an option that nobody typed says where it was set.
Error with_origin(Error error, const std::vector<FilledOption>& filled);

// Variables that are not set have the values of files.
std::function<std::optional<std::string>(std::string_view)> with_settings(
    const Configuration& configuration, const World& world);

}  // namespace oms
