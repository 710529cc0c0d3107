// docs/scan.md, generated from the table of rules.
#pragma once

#include <string>

namespace oms {

std::string scan_markdown();

}  // namespace oms
