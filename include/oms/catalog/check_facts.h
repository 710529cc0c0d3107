// From the catalog to what a check knows: the rows of the checked models and of their ancestors.
#pragma once

#include <span>
#include <string>

#include "oms/catalog/catalog.h"
#include "oms/check/facts.h"

namespace oms {

// `ids`: as asked for, exact or by alias; unknown ones get no node. `clarifications` may name
// further bases and licenses.
CheckFacts gather_facts(const Catalog& catalog, std::span<const std::string> ids,
                        std::span<const Clarification> clarifications);

}  // namespace oms
