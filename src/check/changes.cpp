#include "check/changes.h"

#include "oms/base/text.h"

namespace oms {
namespace {

std::string or_none(const std::string& text) { return text.empty() ? "none" : text; }

void compare(Words& differences, const char* what, const std::string& then,
             const std::string& now) {
  if (then == now) return;
  differences.push_back(std::string(what) + " was " + or_none(then) + " and is " + or_none(now));
}

}  // namespace

// The models of the lock under today's policy: then only what changed in the facts differs.
Changes::Changes(const CheckRequest& request, const Policy& policy) : request_(request) {
  if (request.before == nullptr) return;
  CheckRequest then;
  then.models = request.models;
  const CheckReport report = check(policy, *request.before, then, Date{});
  for (const CheckedModel& model : report.models) before_[fold(model.id)] = model;
}

void Changes::judge(const CheckedModel& now, Findings& findings) const {
  if (request_.before == nullptr) return;
  const auto found = before_.find(fold(now.id));
  if (found == before_.end() || !found->second.known) {
    findings.add("lock.missing", Level::error, "not in the lock",
                 "write the lock anew with --update-lock");
    return;
  }
  const CheckedModel& then = found->second;
  Words differences;
  compare(differences, "the license", then.license, now.license);
  compare(differences, "the license name", then.license_name, now.license_name);
  compare(differences, "the class", then.license_class, now.license_class);
  compare(differences, "the effective class", then.license_effective, now.license_effective);
  if (differences.empty()) return;
  findings.add("lock.changed", Level::error, join(differences, "; "),
               "review it, then write the lock anew with --update-lock");
}

void Changes::say_policy(const Policy& policy, std::vector<Finding>& findings) const {
  if (request_.locked_policy == nullptr || *request_.locked_policy == policy.hash) return;
  Finding finding;
  finding.rule = find_check_rule("lock.policy");
  finding.level = policy.hash.empty() ? Level::error : Level::warning;
  finding.places = {{policy.path, 0, 0}};
  if (policy.path.empty()) finding.places.clear();
  finding.message = policy.hash.empty() ? "the lock was written under a policy; here is none"
                    : request_.locked_policy->empty() ? "the lock was written without a policy"
                                                      : "the lock was written under another policy";
  findings.push_back(std::move(finding));
}

}  // namespace oms
