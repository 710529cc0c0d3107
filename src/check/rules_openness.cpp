// The rules about what must be public beside the license.
#include <algorithm>

#include "check/judge.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::string_view kNames[] = {"the training data is", "the weights are",
                                       "the evaluation code is", "the fine-tuning code is",
                                       "the training metrics are"};

std::string evidence_text(Choice evidence) {
  return evidence.code == 0 ? "unknown" : std::string(word_of(words::kEvidence, evidence));
}

void judge_component(const Judged& model, std::size_t component, Findings& findings) {
  const ComponentFact& fact = model.node().open[component];
  const std::string name(kNames[component]);
  const std::string_view state = word_of(words::kOpen, fact.state);
  if (state == "open") {
    // words::kLeastEvidence is words::kEvidence behind "unknown".
    const Choice least{static_cast<std::uint8_t>(model.policy.min_evidence.code - 1)};
    if (fact.evidence >= least) return;
    findings.add("openness.evidence", Level::error,
                 name + " public by " + evidence_text(fact.evidence) +
                     " evidence; the policy asks for " + evidence_text(least));
  } else if (state.empty()) {
    findings.add("openness.component", Level::error, name + " not known to be public");
  } else {
    findings.add("openness.component", Level::error,
                 name + (state == "partial" ? " public in part only" : " not public"));
  }
}

}  // namespace

void judge_components(const Judged& model, Findings& findings) {
  for (std::size_t i = 0; i < kComponents; ++i) {
    const auto& require = model.policy.require;
    if (std::find(require.begin(), require.end(), words::kComponent[i]) != require.end()) {
      judge_component(model, i, findings);
    }
  }
}

void judge_scores(const Judged& model, Findings& findings) {
  const CheckNode& node = model.node();
  const Policy& policy = model.policy;
  if (policy.min_osai && *policy.min_osai > decimal(0) &&
      (!node.osai_score || *node.osai_score < *policy.min_osai)) {
    findings.add("openness.osai", Level::error,
                 "its score in the European Open Source AI Index is " +
                     (node.osai_score ? to_text(*node.osai_score) : "unknown") +
                     "; the policy asks for " + to_text(*policy.min_osai));
  }
  // words::kLeastMofClass has "" where words::kMofClass has "unclassified".
  if (policy.min_mof_class.code > 1 && node.mof_class < policy.min_mof_class) {
    const std::string_view has = word_of(words::kMofClass, node.mof_class);
    findings.add("openness.mof", Level::error,
                 "its class in the Model Openness Framework is " +
                     (has.empty() ? "unknown" : std::string(has)) + "; the policy asks for " +
                     std::string(word_of(words::kLeastMofClass, policy.min_mof_class)));
  }
}

void judge_gated(const Judged& model, Findings& findings) {
  if (model.policy.allow_gated) return;
  const CheckNode& node = model.node();
  const std::string_view gated = word_of(words::kGated, node.gated);
  if (gated == "no") return;
  // Gated weights would be public in part only.
  const bool weights_open = word_of(words::kOpen, node.open[1].state) == "open";
  if (gated.empty() && weights_open) return;
  findings.add("openness.gated", Level::error,
               gated.empty() ? "it is not known whether the model is gated"
                             : "the model is handed out on request only",
               gated.empty() ? fetch_hint(node.id) : "");
}

}  // namespace oms
