#include "catalog/lineage_pass.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "catalog/assemble_facts.h"
#include "catalog/assemble_openness.h"
#include "oms/base/text.h"
#include "oms/model/lineage.h"

namespace oms {
namespace {

using Records = std::vector<Record>;

constexpr NodeId kNoNode = std::numeric_limits<NodeId>::max();

// The models that have a base or are one, as the rules of lineage see them.
class Lineage {
 public:
  Lineage(const Records& records, const RowById& rows, const LicenseTable& licenses)
      : records_(records), rows_(rows), node_of_(records.size(), kNoNode) {
    for (const License& license : licenses.rows()) licenses_[fold(license.key)] = &license;
    for (std::size_t row = 0; row < records.size(); ++row) {
      std::vector<NodeId> bases;
      for (const std::string& base : records[row].model.base_models) bases.push_back(find(base));
      if (!bases.empty()) nodes_[node_of(row)].bases = std::move(bases);
    }
  }

  std::span<const LineageNode> nodes() const { return nodes_; }
  // kNoNode for a model without a base that is no base.
  NodeId at(std::size_t row) const { return node_of_[row]; }
  // The record of a node; nullptr when the catalog has none.
  const Record* record(NodeId node) const {
    return nodes_[node].known ? &records_[row_of_[node]] : nullptr;
  }

 private:
  NodeId add(LineageNode node, std::size_t row) {
    nodes_.push_back(std::move(node));
    row_of_.push_back(row);
    return static_cast<NodeId>(nodes_.size() - 1);
  }
  NodeId node_of(std::size_t row) {
    if (node_of_[row] != kNoNode) return node_of_[row];
    const Record& record = records_[row];
    const auto license = licenses_.find(fold(judged_license(record.facts)));
    LineageNode node = lineage_node(record.model);
    if (license != licenses_.end()) node.license = license->second;
    node_of_[row] = add(std::move(node), row);
    return node_of_[row];
  }
  NodeId find(const std::string& id) {
    const std::string folded = fold(id);
    if (const auto known = rows_.find(folded); known != rows_.end()) return node_of(known->second);
    const auto [found, added] = outside_.try_emplace(id, kNoNode);
    if (added) found->second = add({.id = id, .known = false}, 0);
    return found->second;
  }

  const Records& records_;
  const RowById& rows_;
  std::unordered_map<std::string, const License*> licenses_ = {};  // folded key
  std::unordered_map<std::string, NodeId> outside_ = {};           // id, as it is spelled
  std::vector<NodeId> node_of_;
  std::vector<std::size_t> row_of_ = {};
  std::vector<LineageNode> nodes_ = {};
};

std::string base_source(const LineageNode& base) { return "its base " + base.id; }

// The nearest ancestor that a result follows from.
template <typename Predicate>
const LineageNode* deciding(const Lineage& lineage, const Inheritance& inherited,
                            Predicate wanted) {
  const auto found = std::find_if(inherited.ancestors.begin(), inherited.ancestors.end(), wanted);
  return found == inherited.ancestors.end() ? nullptr : &lineage.nodes()[found->node];
}

void fill_license_fields(Record& record, const Lineage& lineage, const Inheritance& inherited) {
  Model& model = record.model;
  model.license_verdict = inherited.verdict;
  model.license_effective = inherited.license_effective;
  const LineageNode* base = deciding(lineage, inherited, [&](const AncestorVerdict& ancestor) {
    return ancestor.verdict == inherited.verdict;
  });
  if (base != nullptr) add_fact(record, "license_verdict", base_source(*base), {}, "inferred");
  if (model.license_effective == model.license_class) return;
  base = deciding(lineage, inherited, [&](const AncestorVerdict& ancestor) {
    return lineage.nodes()[ancestor.node].license_class == model.license_effective;
  });
  if (base != nullptr) add_fact(record, "license_effective", base_source(*base), {}, "inferred");
}

// The nearest ancestor whose training data is known not to be public.
const LineageNode* closed_data(const Lineage& lineage, const Inheritance& inherited) {
  return deciding(lineage, inherited, [&](const AncestorVerdict& ancestor) {
    const Record* base = lineage.record(ancestor.node);
    return base != nullptr && withholds_data(*base);
  });
}

}  // namespace

void inherit_families(std::vector<Record>& records, std::size_t count, const RowById& rows) {
  for (std::size_t row = 0; row < count; ++row) {
    Record& record = records[row];
    const Model* model = &record.model;
    for (std::size_t depth = 0; depth < kDeepestLineage && model->family.empty(); ++depth) {
      if (model->base_models.empty()) break;
      const auto base = rows.find(fold(model->base_models.front()));
      if (base == rows.end()) break;
      model = &records[base->second].model;
    }
    if (!record.model.family.empty() || model->family.empty()) continue;
    record.model.family = model->family;
    add_fact(record, "family", "its base model", {}, "inferred");
  }
}

void fill_inherited(std::vector<Record>& records, std::size_t count, const RowById& rows,
                    const LicenseTable& licenses) {
  const Lineage lineage(records, rows, licenses);
  // A bound on one model's data must not be taken for what its own record says by the next.
  std::vector<std::pair<std::size_t, const LineageNode*>> bounded;
  for (std::size_t row = 0; row < count; ++row) {
    if (records[row].model.base_models.empty()) continue;
    const Inheritance inherited = inherit(lineage.nodes(), lineage.at(row));
    fill_license_fields(records[row], lineage, inherited);
    const LineageNode* base = closed_data(lineage, inherited);
    if (base != nullptr) bounded.emplace_back(row, base);
  }
  for (const auto& [row, base] : bounded) bound_data(records[row], base_source(*base));
}

}  // namespace oms
