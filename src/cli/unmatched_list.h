// The names of a fetched source that found no model, as rows.
#pragma once

#include <span>
#include <string_view>

#include "cli/command.h"
#include "cli/source_list.h"

namespace oms {

// Prints them; none where nothing was fetched: every bundled row has its model.
void print_unmatched(const CountedSource& entry, Context& context);

}  // namespace oms
