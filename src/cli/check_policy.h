// The policy of a check, from its file and the one that it extends.
#pragma once

#include <string>

#include "cli/command.h"
#include "oms/check/policy.h"

namespace oms {

inline constexpr std::string_view kPolicyFile = "oms-policy.toml";

// `path`: "" for the one of the current directory, if there is one; without any, an empty policy.
// Errc::usage: it cannot be read or is wrong. Of several problems all but the last are on stderr.
Result<Policy> load_policy(const std::string& path, const LicenseTable& licenses,
                           const Context& context);
// Writes one to begin with. Errc::usage: there is one.
Outcome init_policy(const std::string& path, Context& context);

}  // namespace oms
