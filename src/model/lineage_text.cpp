#include "model/lineage_rules.h"
#include "oms/base/text.h"
#include "oms/model/lineage.h"

namespace oms {
namespace {

std::string license_text(const LineageNode& node) {
  const std::string name = printable(node.license_name);
  if (!name.empty() && equal_folded(node.declared, "other")) return name;
  if (!declares_none(node)) return printable(node.declared);
  return node.license == nullptr ? "" : std::string(node.license->key);
}

std::string declaration(const LineageNode& node) {
  if (declares_none(node)) {
    return node.license_collected ? "declares no license" : "has no license on record";
  }
  return "declares " + license_text(node);
}

// "its base a/b (mit)", or "a/b (mit), reached through c/d,".
std::string ancestor_text(std::span<const LineageNode> nodes, const AncestorVerdict& ancestor) {
  const LineageNode& node = nodes[ancestor.node];
  std::string text = printable(node.id);
  if (const std::string license = license_text(node); !license.empty()) {
    text += " (" + license + ")";
  }
  if (ancestor.path.size() <= 2) return "its base " + text;
  std::vector<std::string> between;
  for (std::size_t step = 1; step + 1 < ancestor.path.size(); ++step) {
    between.push_back(printable(nodes[ancestor.path[step]].id));
  }
  return text + ", reached through " + join(between, " and ") + ",";
}

}  // namespace

std::string explain(std::span<const LineageNode> nodes, NodeId model,
                    const AncestorVerdict& ancestor) {
  const LineageReason* reason = find_reason(ancestor.reason);
  const bool fine = word_of(words::kLicenseVerdict, ancestor.verdict) == "ok";
  std::string text = declaration(nodes[model]) + (fine ? ", and " : ", but ");
  text += ancestor_text(nodes, ancestor);
  if (reason != nullptr) text += ' ' + std::string(reason->said);
  return text;
}

}  // namespace oms
