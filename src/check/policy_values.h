// One value of a policy file into the member that its key's row names.
#pragma once

#include "check/policy_keys.h"
#include "check/toml_text.h"

namespace oms {

// What values are checked against, and where problems go.
struct ValueContext {
  const LicenseTable& licenses;
  std::vector<PolicyProblem>& problems;
};

template <typename Owner>
void read_value(const KeyRow<Owner>& row, const TomlValue& value, Owner& owner,
                ValueContext& context);

extern template void read_value(const KeyRow<Policy>&, const TomlValue&, Policy&, ValueContext&);
extern template void read_value(const KeyRow<Waiver>&, const TomlValue&, Waiver&, ValueContext&);
extern template void read_value(const KeyRow<Clarification>&, const TomlValue&, Clarification&,
                                ValueContext&);

}  // namespace oms
