#include "oms/check/check.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "check/asked_rules.h"
#include "check/changes.h"
#include "check/excuses.h"
#include "check/judge.h"
#include "check/rules.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::array<Judge, 15> kJudges = {
    judge_denied,    judge_class,     judge_unknown,    judge_disagreement, judge_commercial,
    judge_threshold, judge_territory, judge_lineage,    judge_components,   judge_scores,
    judge_gated,     judge_gone,      judge_overridden, judge_stale,        judge_revision,
};

// Everything that was asked about one model.
struct Asked {
  std::string written = {};
  std::string meant = {};
  Words revisions = {};
  std::vector<Place> places = {};
  std::set<std::tuple<std::string_view, int, int>> seen = {};  // views into the request
};

Words names_of(const CheckRequest& request) {
  Words names;
  for (const CheckedId& asked : request.models) names.push_back(asked.written);
  return names;
}

// By node: the nodes stand in the order of their ids.
std::map<NodeId, Asked> group(const CheckRequest& request, const ResolvedFacts& facts) {
  std::map<NodeId, Asked> groups;
  for (const CheckedId& one : request.models) {
    Asked& asked = groups[facts.find(one.written)];
    if (asked.written.empty()) asked.written = one.written;
    if (asked.meant.empty()) asked.meant = one.meant;
    auto& revisions = asked.revisions;
    if (std::find(revisions.begin(), revisions.end(), one.revision) == revisions.end()) {
      revisions.push_back(one.revision);
    }
    const Place& place = one.place;
    if (place.file.empty()) continue;
    if (asked.seen.emplace(place.file, place.line, place.column).second) {
      asked.places.push_back(place);
    }
  }
  return groups;
}

// The model's own terms, then those that ancestors pass on.
std::vector<Terms> terms_of(const ResolvedFacts& facts, NodeId id, const Inheritance& inheritance,
                            const Policy& policy) {
  const auto terms = [&](NodeId node, Words path) {
    const CheckNode& known = facts.node(node);
    return Terms{node, facts.license(node), known.license_class, known.commercial_use,
                 std::move(path)};
  };
  std::vector<Terms> all = {terms(id, {})};
  if (!policy.check_lineage) return all;
  for (const AncestorVerdict& ancestor : inheritance.ancestors) {
    if (!ancestor.caps || facts.node(ancestor.node).license_class.code == 0) continue;
    Words path;
    for (const NodeId step : ancestor.path) path.push_back(facts.node(step).id);
    all.push_back(terms(ancestor.node, std::move(path)));
  }
  return all;
}

Choice least_class(const std::vector<Terms>& terms) {
  Choice least;
  for (const Terms& one : terms) {
    const bool lower = least.code == 0 || one.license_class < least;
    if (one.license_class.code != 0 && lower) least = one.license_class;
  }
  return least;
}

// The class that is left by all that is known.
Choice known_class(const Judged& model) {
  const Choice inherited = model.inheritance.license_effective;
  const bool follow = model.policy.check_lineage && inherited.code != 0;
  return follow ? inherited : least_class(model.terms);
}

// What is printed: unknown where a base is, unless the policy looks away.
std::string effective_text(const Judged& model) {
  const bool looks = model.policy.check_lineage && model.policy.unknown_base != kLetPass;
  return class_text(looks && model.inheritance.unknown_base ? Choice{} : model.known_class);
}

CheckedModel describe(const Judged& model, const Asked& asked) {
  const CheckNode& node = model.node();
  CheckedModel checked;
  checked.id = node.id;
  if (asked.written != node.id) checked.written = asked.written;
  checked.places = asked.places;
  checked.known = node.known;
  checked.revision = node.revision;
  checked.license = node.license;
  checked.license_name = node.license_name;
  checked.license_key = node.license_key;
  if (const License* license = model.facts.license(model.id)) {
    checked.spdx_id = license->spdx_id;
    checked.license_title = license->name;
  }
  checked.license_class = class_text(node.license_class);
  checked.license_effective = effective_text(model);
  checked.license_verdict = word_of(words::kLicenseVerdict, model.inheritance.verdict);
  const std::string_view evidence = word_of(words::kEvidence, node.license_evidence);
  checked.evidence = evidence.empty() ? "unknown" : evidence;
  if (node.as_of) checked.as_of = to_text(*node.as_of);
  checked.clarified = model.facts.clarified(model.id);
  for (const AncestorVerdict& ancestor : model.inheritance.ancestors) {
    const CheckNode& base = model.facts.node(ancestor.node);
    ChainStep& step = checked.chain.emplace_back();
    step.id = base.id;
    for (const NodeId id : ancestor.path) step.path.push_back(model.facts.node(id).id);
    step.license = base.license_key;
    step.license_class = class_text(base.license_class);
    step.verdict = word_of(words::kLicenseVerdict, ancestor.verdict);
    step.reason = ancestor.reason;
  }
  return checked;
}

void say_clarifications(const Policy& policy, const ResolvedFacts& facts,
                        std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < facts.uses().size(); ++i) {
    const auto use = facts.uses()[i];
    const Clarification& clarification = policy.clarifications[i];
    if (use == ResolvedFacts::Use::used) continue;
    const bool differs = use == ResolvedFacts::Use::revision_differs;
    if (!differs && clarification.place.file != policy.path) continue;  // for others' models
    Finding finding;
    finding.rule = find_check_rule(differs ? "clarify.void" : "clarify.unused");
    finding.level = Level::warning;
    finding.places = {clarification.place};
    finding.message =
        "the clarification of " + clarification.model +
        (differs ? " is for revision " + clarification.revision + ", which is not the catalog's"
                 : " is about no checked model and no base of one");
    findings.push_back(std::move(finding));
  }
}

// The worst first.
constexpr std::array<std::string_view, 4> kOutcomes = {"fail", "waived", "warn", "pass"};
constexpr std::size_t kPass = kOutcomes.size() - 1;

std::size_t outcome_of(const Finding& finding) {
  if (finding.fails()) return 0;
  if (finding.level == Level::error && finding.excused != Excused::no) return 1;
  return finding.level == Level::warning ? 2 : kPass;
}

void set_outcomes(CheckReport& report) {
  std::unordered_map<std::string_view, std::size_t> worst;
  for (const Finding& finding : report.findings) {
    const auto [known, added] = worst.try_emplace(finding.model, kPass);
    known->second = std::min(known->second, outcome_of(finding));
  }
  for (CheckedModel& model : report.models) {
    const auto known = worst.find(model.id);
    model.outcome = kOutcomes[known == worst.end() ? kPass : known->second];
  }
}

int exit_code(const std::vector<Finding>& findings) {
  int code = 0;
  for (const Finding& finding : findings) {
    if (finding.fails()) code = std::max(code, exit_code_of(*finding.rule));
  }
  return code;
}

void sort_findings(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    const int order = compare_folded(a.model, b.model);
    if (order != 0) return order < 0;
    return rule_order(*a.rule) < rule_order(*b.rule);
  });
}

class Check {
 public:
  Check(const Policy& policy, const CheckFacts& facts, const CheckRequest& request, Date today)
      : policy_(policy),
        request_(request),
        today_(today),
        names_(names_of(request)),
        facts_(facts, policy, names_) {}

  CheckReport run() {
    report_.policy = policy_.path;
    report_.policy_hash = policy_.hash;
    report_.mode = policy_.enforced(today_) ? "enforce" : "audit";
    report_.date = to_text(today_);
    report_.rules = asked_rules(policy_, request_);
    const Changes changes(request_, policy_);
    for (const auto& [id, asked] : group(request_, facts_)) judge(id, asked, changes);
    say_clarifications(policy_, facts_, report_.findings);
    changes.say_policy(policy_, report_.findings);
    excuse();
    sort_findings(report_.findings);
    set_outcomes(report_);
    report_.exit_code = exit_code(report_.findings);
    return std::move(report_);
  }

 private:
  void judge(NodeId id, const Asked& asked, const Changes& changes) {
    Judged model{policy_, facts_, id};
    model.inheritance = inherit(facts_.lineage(), id);
    model.terms = terms_of(facts_, id, model.inheritance, policy_);
    model.known_class = known_class(model);
    model.revisions = asked.revisions;
    model.meant = asked.meant;
    model.today = today_;
    const CheckedModel& checked = report_.models.emplace_back(describe(model, asked));
    Findings findings(checked.id);
    if (model.node().known) {
      for (const Judge& rule : kJudges) rule(model, findings);
      changes.judge(checked, findings);
    } else if (request_.locked_policy != nullptr) {
      findings.add("lock.missing", Level::error, "not in the lock: nothing is known about it",
                   "write the lock anew with --update-lock");
    } else {
      judge_not_cached(model, findings);
    }
    for (Finding& finding : findings.all()) {
      finding.places = asked.places;
      report_.findings.push_back(std::move(finding));
    }
    excused_.push_back({checked.id, checked.revision, checked.license_effective});
  }

  void promote_warnings() {
    if (!request_.strict) return;
    for (Finding& finding : report_.findings) {
      if (finding.level == Level::warning) finding.level = Level::error;
    }
  }

  void excuse() {
    promote_warnings();
    apply_waivers(policy_, excused_, today_, report_.findings);
    promote_warnings();  // what is said about waivers
    if (request_.baseline != nullptr) {
      apply_baseline(*request_.baseline, excused_, report_.findings);
    }
    if (report_.mode == "audit") apply_audit(report_.findings);
  }

  const Policy& policy_;
  const CheckRequest& request_;
  Date today_;
  Words names_;
  ResolvedFacts facts_;
  CheckReport report_ = {};
  std::vector<ExcusedModel> excused_ = {};
};

}  // namespace

CheckReport check(const Policy& policy, const CheckFacts& facts, const CheckRequest& request,
                  Date today) {
  return Check(policy, facts, request, today).run();
}

}  // namespace oms
