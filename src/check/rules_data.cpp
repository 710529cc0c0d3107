// The rules about the data that a verdict rests on.
#include <algorithm>

#include "check/judge.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// A commit, not a branch, which moves.
bool is_commit(std::string_view revision) {
  return revision.size() >= 7 && revision.size() <= 64 &&
         std::all_of(revision.begin(), revision.end(), [](char c) {
           return (c >= '0' && c <= '9') || (fold(c) >= 'a' && fold(c) <= 'f');
         });
}

void judge_pin(const Judged& model, const std::string& revision, Findings& findings) {
  const CheckNode& node = model.node();
  if (!is_commit(revision)) {
    if (!model.policy.pin_revision) return;
    findings.add("data.revision", Level::error,
                 revision.empty() ? "it is used without a revision"
                                  : "it is used at '" + revision + "', which is no commit",
                 node.revision.empty() ? "" : "write " + node.id + "@" + node.revision);
  } else if (node.revision.empty()) {
    findings.add("data.revision", Level::error,
                 "it is used at " + revision + "; the revision in the catalog is unknown",
                 fetch_hint(node.id));
  } else if (!same_revision(node.revision, revision)) {
    findings.add("data.revision", Level::error,
                 "it is used at " + revision + "; the catalog knows " + node.revision,
                 "judge the newer one, then write " + node.id + "@" + node.revision);
  }
}

}  // namespace

void judge_not_cached(const Judged& model, Findings& findings) {
  if (model.node().known) return;
  findings.add("data.not-cached", Level::error, "not in the catalog: nothing is known about it",
               model.meant.empty() ? fetch_hint(model.node().id, " --with-bases")
                                   : "did you mean " + model.meant);
}

void judge_gone(const Judged& model, Findings& findings) {
  const std::string_view status = word_of(words::kStatus, model.node().status);
  std::string what;
  if (status == "gone") what = "the Hub no longer has it";
  if (status == "renamed") what = "the Hub has it under another name";
  if (status == "disabled") what = "the Hub has disabled it";
  if (!what.empty()) findings.add("data.gone", Level::error, std::move(what), "use another model");
}

void judge_overridden(const Judged& model, Findings& findings) {
  const Choice user = parse_choice(words::kEvidence, "user");
  const CheckNode& node = model.node();
  Words stated;
  // A clarification of the policy is one of the policy's own.
  if (node.license_evidence == user && !model.facts.clarified(model.id))
    stated.push_back("license");
  for (std::size_t i = 0; i < kComponents; ++i) {
    if (node.open[i].evidence == user) stated.push_back(std::string(words::kComponent[i]));
  }
  if (!stated.empty()) {
    findings.add("data.override", Level::note, "overrides.json states its " + join(stated, ", "));
  }
  for (const AncestorVerdict& ancestor : model.inheritance.ancestors) {
    const CheckNode& base = model.facts.node(ancestor.node);
    if (base.license_evidence != user || model.facts.clarified(ancestor.node)) continue;
    findings.add("data.override", Level::note,
                 "overrides.json states the license of its base " + base.id);
  }
}

void judge_stale(const Judged& model, Findings& findings) {
  const Integer& most = model.policy.max_age_days;
  if (!most) return;
  const CheckNode& node = model.node();
  const std::int64_t age = node.as_of ? model.today.days - node.as_of->days : 0;
  if (node.as_of && age <= *most) return;
  const std::string what = node.as_of ? "its record of " + to_text(*node.as_of) + " is " +
                                            std::to_string(age) + " days old"
                                      : "its record has no date";
  findings.add("data.stale", Level::error,
               what + "; the policy allows " + std::to_string(*most) + " days",
               fetch_hint(node.id));
}

void judge_revision(const Judged& model, Findings& findings) {
  for (const std::string& revision : model.revisions) judge_pin(model, revision, findings);
}

}  // namespace oms
