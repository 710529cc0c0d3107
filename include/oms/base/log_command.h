// GitHub's runners obey a line of a log that begins with two colons, whatever blanks stand before
// them, and whoever wrote it.
#pragma once

#include <string>

namespace oms {

// The same text with ": :" in place of such a beginning of a line.
std::string without_log_commands(std::string text);

}  // namespace oms
