// Which rules a policy asks for, and how each of its keys was decided.
#include <type_traits>

#include "check/asked_rules.h"
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

// Whether a value can make a rule fire: any but the least strict one.
struct Asks {
  const KeyRow<Policy>& row;
  const Policy& policy;

  bool operator()(bool Policy::*member) const {
    return policy.*member == (row.tighten != Tighten::lower);
  }
  bool operator()(Choice Policy::*member) const {
    const std::uint8_t least = row.tighten == Tighten::pass ? 0 : 1;
    return (policy.*member).code > least;
  }
  bool operator()(Integer Policy::*member) const { return (policy.*member).has_value(); }
  bool operator()(Number Policy::*member) const { return (policy.*member).has_value(); }
  template <typename Other>
  bool operator()(Other Policy::*member) const {
    if constexpr (std::is_same_v<Other, Day>) {
      return false;
    } else {
      return !(policy.*member).empty() || policy.find_stated(row.name()) != nullptr;
    }
  }
};

bool asks(const KeyRow<Policy>& row, const Policy& policy) {
  const bool lineage = row.section != "lineage" || policy.check_lineage;
  return lineage && std::visit(Asks{row, policy}, row.member);
}

// By the policy, or because a policy is there at all.
bool is_asked(const CheckRule& rule, const Policy& policy, const CheckRequest& request) {
  if (rule.section == "waiver") return !policy.waivers.empty();
  if (rule.section == "clarify") return !policy.clarifications.empty();
  if (rule.id == "lock.changed") return request.before != nullptr;
  if (rule.id == "lock.policy") return request.locked_policy != nullptr;
  if (rule.id == "lock.missing")
    return request.before != nullptr || request.locked_policy != nullptr;
  const std::string_view id = rule.id == "license.missing" ? "license.unknown" : rule.id;
  bool has_key = false;
  for (const KeyRow<Policy>& row : policy_keys()) {
    if (row.rule != id) continue;
    has_key = true;
    if (asks(row, policy)) return true;
  }
  return !has_key;
}

}  // namespace

std::vector<const CheckRule*> asked_rules(const Policy& policy, const CheckRequest& request) {
  std::vector<const CheckRule*> rules;
  for (const CheckRule& rule : check_rules()) {
    if (is_asked(rule, policy, request)) rules.push_back(&rule);
  }
  return rules;
}

std::vector<KeyDecision> explain_keys(const Policy& policy, const CheckReport& report,
                                      std::string_view model) {
  std::vector<KeyDecision> decisions;
  for (const KeyRow<Policy>& row : policy_keys()) {
    if (row.rule.empty()) continue;
    KeyDecision& decision = decisions.emplace_back();
    decision.key = row.name();
    decision.value = value_text(row, policy);
    if (const StatedKey* stated = policy.find_stated(row.name())) decision.place = stated->place;
    decision.result = asks(row, policy) ? found(row, report, model) : "not asked";
    if (decision.result.empty()) decision.result = "holds";
  }
  return decisions;
}

}  // namespace oms
