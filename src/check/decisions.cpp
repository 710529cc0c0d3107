// How each key of a policy was decided.
#include <algorithm>

#include "check/policy_keys.h"
#include "oms/check/check.h"

namespace oms {
namespace {

std::string found(const KeyRow<Policy>& row, const CheckReport& report, std::string_view model) {
  std::string result;
  for (const Finding& finding : report.findings) {
    const std::string_view rule = finding.rule->id;
    const bool decided =
        row.rule == rule || (row.rule == "license.unknown" && rule == "license.missing");
    if (finding.model != model || !decided) continue;
    result += (result.empty() ? "" : "; ") + finding.message;
  }
  return result;
}

// Of several keys that one rule decides, those that are stated are what it looks at.
bool is_asked(const KeyRow<Policy>& row, const Policy& policy) {
  if (policy.find_stated(row.name()) != nullptr) return true;
  const auto keys = policy_keys();
  return std::none_of(keys.begin(), keys.end(), [&](const KeyRow<Policy>& other) {
    return other.rule == row.rule && policy.find_stated(other.name()) != nullptr;
  });
}

}  // namespace

std::vector<KeyDecision> explain_keys(const Policy& policy, const CheckReport& report,
                                      std::string_view model) {
  std::vector<KeyDecision> decisions;
  for (const KeyRow<Policy>& row : policy_keys()) {
    if (row.rule.empty()) continue;
    KeyDecision& decision = decisions.emplace_back();
    decision.key = row.name();
    decision.value = value_text(row, policy);
    if (const StatedKey* stated = policy.find_stated(row.name())) decision.place = stated->place;
    const bool asked = !decision.value.empty() && is_asked(row, policy);
    decision.result = asked ? found(row, report, model) : "not asked";
    if (decision.result.empty()) decision.result = "holds";
  }
  return decisions;
}

}  // namespace oms
