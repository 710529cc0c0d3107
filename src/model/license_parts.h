// A license name that joins several licenses, taken apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace oms {

// "gemma-terms-of-use-and-mit" → its two licenses; one part for a name that joins none. `name` is
// folded, with hyphens for blanks.
std::vector<std::string> license_parts(std::string_view name);

}  // namespace oms
