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

// Names may have changed more than once.
std::string present_id(const std::string& id, const RowById& rows, const Records& records,
                       const DataTable& aliases) {
  constexpr int kMostRenames = 4;
  std::string present = id;
  for (int renames = 0; renames <= kMostRenames; ++renames) {
    const auto known = rows.find(fold(present));
    if (known != rows.end()) return records[known->second].model.id;
    const auto& alias = aliases.rows_of(present);
    if (alias.empty()) break;
    present = aliases.cell(alias.front(), "id");
  }
  return present;
}

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
    const auto [found, added] = outside_.try_emplace(folded, kNoNode);
    if (added) found->second = add({.id = id, .known = false}, 0);
    return found->second;
  }

  const Records& records_;
  const RowById& rows_;
  std::unordered_map<std::string, const License*> licenses_ = {};  // folded key
  std::unordered_map<std::string, NodeId> outside_ = {};           // folded id
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

void count_derivatives(Records& records, const RowById& rows) {
  for (Record& record : records) {
    const bool reference = record.model.id.find(':') != std::string::npos;  // no repository
    if (!reference) record.model.derivatives = 0;
  }
  for (const Record& record : records) {
    for (const std::string& base : record.model.base_models) {
      const auto row = rows.find(fold(base));
      if (row == rows.end()) continue;
      Integer& count = records[row->second].model.derivatives;
      count = count.value_or(0) + 1;
    }
  }
}

}  // namespace

void resolve_bases(Records& records, const RowById& rows, const DataTable& aliases) {
  for (Record& record : records) {
    std::vector<std::string> resolved;
    for (const std::string& base : record.model.base_models) {
      std::string id = present_id(base, rows, records, aliases);
      const auto same = [&](const std::string& known) { return equal_folded(known, id); };
      if (same(record.model.id) || std::any_of(resolved.begin(), resolved.end(), same)) continue;
      resolved.push_back(std::move(id));
    }
    record.model.base_models = std::move(resolved);
  }
}

void fill_inherited(Records& records, const RowById& rows, const LicenseTable& licenses) {
  count_derivatives(records, rows);
  const Lineage lineage(records, rows, licenses);
  const Choice none = parse_choice(words::kLicenseVerdict, "no-lineage");
  // A bound on one model's data must not be taken for what its own record says by the next.
  std::vector<std::pair<std::size_t, const LineageNode*>> bounded;
  for (std::size_t row = 0; row < records.size(); ++row) {
    Model& model = records[row].model;
    if (model.base_models.empty()) {
      model.license_effective = model.license_class;
      model.license_verdict = none;
      continue;
    }
    const Inheritance inherited = inherit(lineage.nodes(), lineage.at(row));
    fill_license_fields(records[row], lineage, inherited);
    const LineageNode* base = closed_data(lineage, inherited);
    if (base != nullptr) bounded.emplace_back(row, base);
  }
  for (const auto& [row, base] : bounded) bound_data(records[row], base_source(*base));
}

}  // namespace oms
