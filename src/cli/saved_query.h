// Words of a saved query as a configuration file writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"

namespace oms {

// Letters, digits, - and _, a letter or digit first.
bool is_query_name(std::string_view name);

// Words between blanks; '…' and "…" hold blanks together. Nothing is expanded, no character escapes
// another. Errc::usage: a quote is not closed.
Result<std::vector<std::string>> split_quoted(std::string_view text);

// One line that splits into these words again, here and in a shell.
std::string quoted_line(const std::vector<std::string>& words);

}  // namespace oms
