// The lock of a check: the facts that a verdict rested on, in a file that is committed.
#pragma once

#include <string>
#include <string_view>

#include "oms/check/facts.h"

namespace oms {

struct Lock {
  std::string policy_hash = {};  // "" it was written without a policy
  std::string date = {};         // when it was written, ISO
  Words models = {};             // ids that were checked
  CheckFacts facts = {};
};

// JSON, one model a line: the same facts give the same bytes.
std::string lock_text(const Lock& lock);
// Errc::data: it is none, or it was changed by hand.
Result<Lock> parse_lock(std::string_view text, const std::string& path);

}  // namespace oms
