#include "check/resolved.h"

#include <algorithm>

#include "check/judge.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// A text of the license table that does not parse would be a bug or a forged lock: then nothing is
// known, and nothing passes.
LicenseTable parse_licenses(std::string_view text) {
  auto table = LicenseTable::parse(text);
  return table ? *std::move(table) : LicenseTable();
}

void state_license(CheckNode& node, const License& license) {
  node.license = license.key;
  node.license_name.clear();
  node.license_key = license.key;
  node.license_class = license.license_class;
  node.license_reason = {};
  node.license_evidence = parse_choice(words::kEvidence, "user");
  node.commercial_use = license.commercial_use;
  node.osi_approved.reset();
  if (license.osi_approved == "true" || license.osi_approved == "false") {
    node.osi_approved = license.osi_approved == "true";
  }
  node.disagreement = false;
}

}  // namespace

ResolvedFacts::ResolvedFacts(const CheckFacts& facts, const Policy& policy,
                             std::span<const std::string> asked)
    : facts_(facts), licenses_(parse_licenses(facts_.licenses)) {
  for (const Clarification& clarification : policy.clarifications) apply(clarification);
  add_missing(asked);
  link();
}

NodeId ResolvedFacts::find(std::string_view id) const {
  return static_cast<NodeId>(facts_.find(id) - facts_.nodes.data());
}

// Everything that is named becomes a node, so that find() always finds.
void ResolvedFacts::add_missing(std::span<const std::string> asked) {
  Words named(asked.begin(), asked.end());
  for (const CheckNode& node : facts_.nodes) {
    named.insert(named.end(), node.bases.begin(), node.bases.end());
  }
  std::erase_if(named, [&](const std::string& id) { return facts_.find(id) != nullptr; });
  std::sort(named.begin(), named.end(),
            [](const std::string& a, const std::string& b) { return compare_folded(a, b) < 0; });
  named.erase(std::unique(named.begin(), named.end(),
                          [](const auto& a, const auto& b) { return equal_folded(a, b); }),
              named.end());
  for (std::string& id : named) {
    facts_.nodes.push_back({});
    facts_.nodes.back().id = std::move(id);
    facts_.nodes.back().known = false;
  }
  if (!named.empty()) facts_.sort();
}

void ResolvedFacts::apply(const Clarification& clarification) {
  const CheckNode* found = facts_.find(clarification.model);
  if (found == nullptr || !found->known) return uses_.push_back(Use::unused);
  CheckNode& node = facts_.nodes[static_cast<std::size_t>(found - facts_.nodes.data())];
  if (!clarification.revision.empty() && !same_revision(clarification.revision, node.revision)) {
    return uses_.push_back(Use::revision_differs);
  }
  if (!clarification.base_model.empty()) node.bases = clarification.base_model;
  if (!clarification.license.empty()) {
    const License* license = licenses_.find(clarification.license);
    if (license != nullptr) {
      state_license(node, *license);
    } else {
      node.license = clarification.license;
      node.license_key.clear();
      node.license_class = {};
    }
  }
  clarified_ids_.push_back(node.id);
  uses_.push_back(Use::used);
}

void ResolvedFacts::link() {
  clarified_.resize(facts_.nodes.size());
  for (const std::string& id : clarified_ids_) clarified_[find(id)] = true;
  for (const CheckNode& node : facts_.nodes) {
    LineageNode& linked = lineage_.emplace_back();
    linked.id = node.id;
    linked.known = node.known;
    linked.license = node.license_key.empty() ? nullptr : licenses_.find(node.license_key);
    linked.declared = node.license;
    linked.license_name = node.license_name;
    linked.license_class = node.license_class;
    linked.commercial_use = node.commercial_use;
    linked.relation = node.relation;
    for (const std::string& base : node.bases) linked.bases.push_back(find(base));
  }
}

}  // namespace oms
