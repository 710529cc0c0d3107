// What a rule's id implies beside its words.
#pragma once

#include "oms/check/report.h"

namespace oms {

// False for what no waiver, baseline or audit may excuse: missing data and the excuses themselves.
bool may_be_excused(const CheckRule& rule);
// The exit code of a check that fails by this rule: 1, or 3 where there was nothing to judge.
int exit_code_of(const CheckRule& rule);
// Position in check_rules(): findings stand in this order.
std::size_t rule_order(const CheckRule& rule);

}  // namespace oms
