// Policy × facts → report. Pure: the same input gives the same bytes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "oms/base/date.h"
#include "oms/check/baseline.h"
#include "oms/check/facts.h"
#include "oms/check/policy.h"
#include "oms/check/report.h"

namespace oms {

// One model as it was asked for; the same model may be asked for in several places.
struct CheckedId {
  std::string written = {};
  std::string revision = {};  // "" none stands next to it
  Place place = {};           // none: from the command line
  std::string meant = {};     // the one id of the catalog that has this name, owner aside; "" none
};

struct CheckRequest {
  std::vector<CheckedId> models = {};
  bool strict = false;                         // warnings fail
  const Baseline* baseline = nullptr;          // findings that may stay
  const CheckFacts* before = nullptr;          // of an existing lock: what differs from it fails
  const std::string* locked_policy = nullptr;  // hash of the policy that the lock was written under
};

CheckReport check(const Policy& policy, const CheckFacts& facts, const CheckRequest& request,
                  Date today);

// How one key of the policy was decided for a model.
struct KeyDecision {
  std::string key = {};     // "license.min_class"
  std::string value = {};   // as a file would state it; "" not set
  Place place = {};         // where it is stated; no line: it is the default
  std::string result = {};  // "holds", "not asked", or the findings it led to
};
std::vector<KeyDecision> explain_keys(const Policy& policy, const CheckReport& report,
                                      std::string_view model);

}  // namespace oms
