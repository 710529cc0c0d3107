// What --license and --open ask for, as conditions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/catalog/catalog.h"
#include "oms/query/condition.h"

namespace oms {

// Of all values of --license: ids, classes, osi, open, commercial, conditional; !x excludes.
// Errc::usage with a suggestion.
Result<Expr> license_conditions(const std::vector<std::string>& values, const Catalog& catalog);

// One word of --open: that component is open.
Result<Expr> open_condition(std::string_view word);

}  // namespace oms
