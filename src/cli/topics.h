// The pages of 'oms help TOPIC', which the man page has, too.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/command.h"

namespace oms {

// Blocks with blank lines between them; one whose lines begin with two blanks stands as it is.
struct Topic {
  std::string_view name = {};
  std::string_view title = {};
  std::string (*text)() = nullptr;
};
std::span<const Topic> topics();

struct ExitCode {
  std::string code = {};
  std::string meaning = {};
};
// What the program as a whole may return.
std::vector<ExitCode> exit_codes();
// What one command may return.
std::vector<ExitCode> exit_codes(const Command& command);

}  // namespace oms
