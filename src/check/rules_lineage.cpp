// The rules about what base models pass on.
#include "check/judge.h"

namespace oms {
namespace {

Words ids_of(const Judged& model, const std::vector<NodeId>& path) {
  Words ids;
  for (const NodeId node : path) ids.push_back(model.facts.node(node).id);
  return ids;
}

std::string fix_for(const Judged& model, const AncestorVerdict& ancestor) {
  const CheckNode& node = model.facts.node(ancestor.node);
  if (!node.known) return fetch_hint(node.id);
  const bool unknown = node.license_class.code == 0;
  return unknown ? "state its license in a [[clarify]] section" : "";
}

}  // namespace

void judge_lineage(const Judged& model, Findings& findings) {
  const Policy& policy = model.policy;
  if (!policy.check_lineage) return;
  if (word_of(words::kLicenseVerdict, model.inheritance.verdict) == "no-lineage") {
    findings.answer("lineage.no-lineage", policy.on_no_lineage, "no base model is on record",
                    "state it in a [[clarify]] section if there is one");
  }
  for (const AncestorVerdict& ancestor : model.inheritance.ancestors) {
    const std::string_view verdict = word_of(words::kLicenseVerdict, ancestor.verdict);
    if (verdict == "ok") continue;
    const std::string message = explain(model.facts.lineage(), model.id, ancestor);
    const Words path = ids_of(model, ancestor.path);
    if (verdict == "conflict") {
      findings.answer("lineage.conflict", policy.on_conflict, message, "", path);
    } else if (verdict == "review") {
      findings.answer("lineage.review", policy.on_review, message, "", path);
    } else {
      findings.answer("lineage.undetermined", policy.unknown_base, message,
                      fix_for(model, ancestor), path);
    }
  }
}

}  // namespace oms
