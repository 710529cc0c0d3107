#include "oms/model/lineage.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "model/lineage_rules.h"
#include "model/lineage_terms.h"

namespace oms {
namespace {

// An ancestor that was reached, and from which of the others.
struct Reached {
  NodeId node = 0;
  std::size_t from = 0;  // position of its derived model, nearest first; 0 is the model itself
  std::size_t steps = 0;
};

// The model, then all its ancestors, nearest first, each once.
std::vector<Reached> reach(std::span<const LineageNode> nodes, NodeId model) {
  std::vector<Reached> reached{{model, 0, 0}};
  std::unordered_set<NodeId> seen{model};
  for (std::size_t at = 0; at < reached.size(); ++at) {
    const Reached here = reached[at];
    if (here.steps == kDeepestLineage) break;
    for (const NodeId base : nodes[here.node].bases) {
      if (seen.insert(base).second) reached.push_back({base, at, here.steps + 1});
    }
  }
  return reached;
}

std::vector<NodeId> path_to(const std::vector<Reached>& reached, std::size_t ancestor) {
  std::vector<NodeId> path;
  for (std::size_t at = ancestor; at != 0; at = reached[at].from) path.push_back(reached[at].node);
  path.push_back(reached.front().node);
  std::reverse(path.begin(), path.end());
  return path;
}

AncestorVerdict judged(std::span<const LineageNode> nodes, std::vector<NodeId> path) {
  AncestorVerdict ancestor;
  ancestor.node = path.back();
  ancestor.path = std::move(path);
  const LineagePath way{nodes, ancestor.path};
  const LineageReason& reason = judge(way);
  ancestor.verdict = parse_choice(words::kLicenseVerdict, reason.verdict);
  ancestor.reason = reason.word;
  const LineageNode& base = nodes[ancestor.node];
  ancestor.caps = base.license != nullptr && base.license_class.code != 0 &&
                  passes_on(*base.license) && !relicensed(way);
  return ancestor;
}

// A stricter license than the base at hand asks for is in order where another base asks for it.
void excuse_stricter(std::span<const LineageNode> nodes, NodeId model,
                     std::vector<AncestorVerdict>& ancestors) {
  const License* own = nodes[model].license;
  const auto asked = [&](const AncestorVerdict& ancestor) {
    const License* license = nodes[ancestor.node].license;
    return license != nullptr && same_license(*license, *own);
  };
  for (AncestorVerdict& ancestor : ancestors) {
    if (ancestor.reason != "over-restricted") continue;
    if (std::any_of(ancestors.begin(), ancestors.end(), asked)) ancestor.reason = "notice";
  }
}

// A model that is known to declare nothing has what its bases leave, if that is known of all of
// them.
Choice inherited_class(std::span<const LineageNode> nodes, const Inheritance& result) {
  Choice worst;
  if (result.unknown_base) return worst;
  for (const AncestorVerdict& ancestor : result.ancestors) {
    const Choice own = nodes[ancestor.node].license_class;
    if (relicensed({nodes, ancestor.path})) continue;
    if (worst.code == 0 || own < worst) worst = own;
  }
  return worst;
}

Choice effective_class(std::span<const LineageNode> nodes, NodeId model,
                       const Inheritance& result) {
  const LineageNode& own = nodes[model];
  if (own.license_class.code == 0) {
    const bool silent = declares_none(own) && own.license_collected;
    return silent ? inherited_class(nodes, result) : Choice{};
  }
  Choice effective = own.license_class;
  for (const AncestorVerdict& ancestor : result.ancestors) {
    if (ancestor.caps) effective = std::min(effective, nodes[ancestor.node].license_class);
  }
  return effective;
}

}  // namespace

LineageNode lineage_node(const Model& model) {
  return {
      .id = model.id,
      .declared = model.license,
      .license_collected = !model.license.empty() ||
                           model.license_reason != parse_choice(words::kReason, "not-collected"),
      .license_name = model.license_name,
      .license_class = model.license_class,
      .commercial_use = model.commercial_use,
      .relation = model.relation};
}

Inheritance inherit(std::span<const LineageNode> nodes, NodeId model) {
  Inheritance result;
  const std::vector<Reached> reached = reach(nodes, model);
  for (std::size_t at = 1; at < reached.size(); ++at) {
    result.ancestors.push_back(judged(nodes, path_to(reached, at)));
    const LineageNode& base = nodes[reached[at].node];
    result.unknown_base |= !base.known || base.license_class.code == 0;
  }
  excuse_stricter(nodes, model, result.ancestors);
  result.verdict = parse_choice(words::kLicenseVerdict, "no-lineage");
  for (const AncestorVerdict& ancestor : result.ancestors) {
    const bool first = &ancestor == &result.ancestors.front();
    result.verdict = first ? ancestor.verdict : std::min(result.verdict, ancestor.verdict);
  }
  result.license_effective = effective_class(nodes, model, result);
  return result;
}

}  // namespace oms
