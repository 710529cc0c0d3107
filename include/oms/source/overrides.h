// The user's own settings about models: overrides.json in the configuration directory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"

namespace oms {

// A source's name for a model, and the model that the user says it is.
struct NameOverride {
  std::string source = {};  // word of `fetch --only`
  std::string name = {};    // as 'oms sources --unmatched' prints it, or the source's own key
  std::string id = {};
};

// {"names": {"arena": {"their-name": "owner/model"}}}; other keys are for others. "" says nothing.
// Errc::usage: what is wrong, without the file's name.
Result<std::vector<NameOverride>> parse_name_overrides(std::string_view json);

}  // namespace oms
