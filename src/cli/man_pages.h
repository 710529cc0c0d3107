// The man pages, from what the help is made of.
#pragma once

#include <vector>

#include "cli/documents.h"

namespace oms {

std::vector<Document> man_pages();  // docs/man/oms.1 and one a command

}  // namespace oms
