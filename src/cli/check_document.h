// docs/check.md, generated from the table of rules.
#pragma once

#include <string>

namespace oms {

std::string check_markdown();

}  // namespace oms
