// Comma-separated tables as others write them (RFC 4180): quoted cells, both kinds of line ends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace oms {

// Row by row; the first one names the columns. A row may be shorter or longer than the first.
// Empty lines are no rows. What follows an unclosed quote is one cell.
std::vector<std::vector<std::string>> read_csv(std::string_view text);

}  // namespace oms
