#include "model/lineage_rules.h"

#include <algorithm>
#include <array>

#include "model/lineage_reasons.h"
#include "model/lineage_terms.h"
#include "oms/base/text.h"

namespace oms {
namespace {

using reasons::named;

// Both licenses are known, and differ; the declared one does not include the base's.
using Judge = const LineageReason& (*)(const LineagePath& path);

const License& declared(const LineagePath& path) { return *path.child().license; }
const License& asked(const LineagePath& path) { return *path.ancestor().license; }

Choice rank(std::string_view word) { return parse_choice(words::kLicenseClass, word); }
Choice allowed(std::string_view word) { return parse_choice(words::kAllowed, word); }

const LineageReason& judge_notice(const LineagePath& path) {
  const License* own = path.child().license;
  const bool family =
      own != nullptr && word_of(words::kDerivedRule, own->derived_rule) == "same-family";
  return family ? named("over-restricted") : named("notice");
}

// `dropped` unless the base's text lets the model go over to its own.
const LineageReason& judge_passing(const LineagePath& path, const LineageReason& dropped) {
  switch (may_become(asked(path), declared(path))) {
    case Passing::yes:
      return named("compatible-license");
    case Passing::unclear:
      return named("version-unclear");
    case Passing::no:
      break;
  }
  return dropped;
}

const LineageReason& judge_file_copyleft(const LineagePath& path) {
  return judge_passing(path, named("file-copyleft"));
}

const LineageReason& judge_same_license(const LineagePath& path) {
  return judge_passing(path, named("copyleft-dropped"));
}

const LineageReason& judge_share_alike(const LineagePath& path) {
  const bool may = may_become(asked(path), declared(path)) == Passing::yes;
  return may ? named("compatible-license") : named("share-alike-dropped");
}

const LineageReason& judge_same_restrictions(const LineagePath& path) {
  const bool open = path.child().license_class >= rank("open-other");
  return open ? named("restrictions-dropped") : named("other-restrictions");
}

const LineageReason& judge_same_family(const LineagePath& path) {
  if (is_later_version(asked(path), declared(path))) return named("version-step");
  const bool community = path.child().license_class == rank("community");
  return community ? named("other-community-license") : named("terms-dropped");
}

const LineageReason& judge_non_commercial(const LineagePath& path) {
  const LineageNode& child = path.child();
  if (child.license_class <= rank("non-commercial")) return named("stays-non-commercial");
  const bool opened =
      child.commercial_use == allowed("yes") || child.commercial_use == allowed("conditional");
  return opened ? named("commercial-use-opened") : named("commercial-use-unclear");
}

const LineageReason& judge_research_only(const LineagePath& path) {
  const bool wider = path.child().license_class > rank("research-only");
  return wider ? named("wider-than-research") : named("other-research-license");
}

// Another format is no change of the work, if that is all that was done on the whole way.
const LineageReason& judge_no_derivatives(const LineagePath& path) {
  bool unclear = false;
  for (const NodeId step : path.steps.first(path.steps.size() - 1)) {
    const std::string_view word = word_of(words::kRelation, path.nodes[step].relation);
    const bool open = word.empty() || word == "unspecified" || word == "distill";
    if (!open && word != "quantized") return named("derivatives-barred");
    unclear = unclear || open;
  }
  return unclear ? named("relation-unclear") : named("format-shift");
}

const LineageReason& judge_review(const LineagePath&) { return named("use-terms-unclear"); }

// One row a rule of data/licenses.tsv.
struct Rule {
  std::string_view word = {};
  Judge judge = nullptr;
  bool passes_on = true;  // bounds the class of derived models
};
constexpr std::array kRules = {
    Rule{"notice", judge_notice, false},
    Rule{"file-copyleft", judge_file_copyleft, false},
    Rule{"same-license", judge_same_license},
    Rule{"share-alike", judge_share_alike},
    Rule{"same-restrictions", judge_same_restrictions},
    Rule{"same-family", judge_same_family},
    Rule{"non-commercial", judge_non_commercial},
    Rule{"research-only", judge_research_only},
    Rule{"no-derivatives", judge_no_derivatives},
    Rule{"review", judge_review, false},
};
static_assert(kRules.size() == std::size(words::kDerivedRule));

// nullptr for a license whose rule nobody knows.
const Rule* rule_of(const License& license) {
  const std::string_view word = word_of(words::kDerivedRule, license.derived_rule);
  const auto found = std::find_if(kRules.begin(), kRules.end(),
                                  [&](const Rule& rule) { return rule.word == word; });
  return found == kRules.end() ? nullptr : &*found;
}

const LineageReason* too_little_known(const LineageNode& ancestor) {
  if (!ancestor.known) return &named("base-not-cached");
  if (ancestor.license != nullptr && rule_of(*ancestor.license) != nullptr) return nullptr;
  const bool silent = ancestor.license == nullptr && declares_none(ancestor);
  return silent ? &named("base-license-missing") : &named("base-license-unknown");
}

std::string_view owner(std::string_view id) {
  const std::size_t slash = id.find('/');
  return slash == std::string_view::npos ? std::string_view{} : id.substr(0, slash);
}

// By the texts alone, whoever owns the models.
const LineageReason& judge_terms(const LineagePath& path) {
  const LineageNode& child = path.child();
  const LineageNode& ancestor = path.ancestor();
  if (const LineageReason* gap = too_little_known(ancestor)) return *gap;
  const Rule& rule = *rule_of(*ancestor.license);
  if (rule.word == "notice") return rule.judge(path);

  const bool known = child.license != nullptr && child.license_class.code != 0;
  // Whoever may not pass it on at all may not do so under the same license either.
  if (rule.word != "no-derivatives") {
    if (known && same_license(*child.license, *ancestor.license)) return named("same-license");
    if (lists_license(child, *ancestor.license)) return named("compound-name");
  }
  if (known) return rule.judge(path);
  if (!declares_none(child)) return named("license-unresolved");
  return child.license_collected ? named("missing-license") : named("license-not-collected");
}

}  // namespace

bool declares_none(const LineageNode& node) {
  return node.declared.empty() || equal_folded(node.declared, "unknown");
}

const LineageReason* find_reason(std::string_view word) {
  for (const LineageReason& reason : reasons::kAll) {
    if (reason.word == word) return &reason;
  }
  return nullptr;
}

bool passes_on(const License& license) {
  const Rule* rule = rule_of(license);
  return rule == nullptr || rule->passes_on;
}

bool relicensed(const LineagePath& path) {
  const std::string_view licensor = owner(path.ancestor().id);
  if (licensor.empty()) return false;
  for (std::size_t step = 0; step + 1 < path.steps.size(); ++step) {
    if (!equal_folded(owner(path.nodes[path.steps[step]].id), licensor)) continue;
    if (judge_terms({path.nodes, path.steps.subspan(step)}).verdict == "conflict") return true;
  }
  return false;
}

const LineageReason& judge(const LineagePath& path) {
  const LineageReason& found = judge_terms(path);
  return found.verdict == "conflict" && relicensed(path) ? named("same-owner") : found;
}

}  // namespace oms
