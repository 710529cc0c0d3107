// `pick` on one screen, and in the formats of machines.
#pragma once

#include "cli/pick.h"

namespace oms {

// At most 24 lines of 80 columns.
std::string pick_text(const Pick& picked, const Asked& asked, const Style& style);
std::string pick_json(const Pick& picked, const Asked& asked);
// The chosen models, each once, as rows of rank_columns() and their role.
void print_picked(const Pick& picked, const Asked& asked, const Format& format, Context& context);

// What starts the chosen models: "oms show A B --use"; "" when none was chosen.
std::string try_command(const Pick& picked, const Asked& asked);

}  // namespace oms
