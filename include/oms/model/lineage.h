// What the licenses of a model's bases mean for the model: a verdict for each ancestor, the worst
// of them, and the class that is left. It is about declarations, never a legal opinion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/license.h"
#include "oms/model/model.h"

namespace oms {

// Steps that are followed along base models, whatever is asked of them.
inline constexpr std::size_t kDeepestLineage = 16;

using NodeId = std::uint32_t;  // position in the span of nodes

// One model as lineage sees it. `license` belongs to a LicenseTable that must outlive the node.
struct LineageNode {
  std::string id = {};
  bool known = true;                 // false: only named as a base, not in the catalog
  const License* license = nullptr;  // the row that was judged; nullptr: class unknown
  std::string declared = {};         // the license id as declared, "" nothing was declared
  bool license_collected = true;     // false: whether it declares one is not on record
  std::string license_name = {};     // as written; a compound name may contain a base's license
  Choice license_class = {};         // own class; words::kLicenseClass, 0 = unknown
  Choice commercial_use = {};        // words::kAllowed
  Choice relation = {};              // how it was made from its bases; words::kRelation
  std::vector<NodeId> bases = {};    // direct ones, in the order they are declared
};

// What a model's record says of it; the row of its license and its bases are the caller's to add.
LineageNode lineage_node(const Model& model);

// One ancestor of a model, judged.
struct AncestorVerdict {
  NodeId node = 0;
  std::vector<NodeId> path = {};  // from the model to this ancestor, both included; the shortest
  Choice verdict = {};            // words::kLicenseVerdict, never no-lineage
  // Stable word for scripts: "notice", "same-license", "same-owner", "base-not-cached", …
  std::string_view reason = {};
  bool caps = false;  // whether its class bounds the effective one
};

struct Inheritance {
  Choice verdict = {};            // the worst of all ancestors; no-lineage without a base
  Choice license_effective = {};  // words::kLicenseClass; 0 = unknown
  bool unknown_base = false;      // an ancestor is not in the catalog, or its class is unknown
  std::vector<AncestorVerdict> ancestors = {};  // nearest first, each once
};

// Whether the license bounds the class of what is derived from a model under it.
bool passes_on(const License& license);

// Follows all bases, at most 16 steps; safe against circles.
Inheritance inherit(std::span<const LineageNode> nodes, NodeId model);

// "declares apache-2.0, but meta-llama/Llama-2-7b-hf (llama2) requires …": one sentence on one
// ancestor, without a final period.
std::string explain(std::span<const LineageNode> nodes, NodeId model,
                    const AncestorVerdict& ancestor);

}  // namespace oms
