// Which ids the catalog that is being made has.
#pragma once

#include <functional>
#include <string_view>

namespace oms {

// From an id, letter case aside, to its present spelling; "" where no model of the Hub has it. What
// it returns stays as long as the lookup does.
using IdLookup = std::function<std::string_view(std::string_view id)>;

}  // namespace oms
