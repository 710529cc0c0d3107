// Models with licenses of the shipped table, to be judged by the rules of lineage.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "oms/base/text.h"
#include "oms/model/lineage.h"
#include "support/data_file.h"

namespace oms::samples {

inline const LicenseTable& shipped_licenses() {
  static const std::string kText = data_file("licenses.tsv");
  static const LicenseTable kTable = LicenseTable::parse(kText).value();
  return kTable;
}

// Declared as given; the row is the one of that key, none for "" and for keys nobody knows.
inline LineageNode lineage_node(std::string id, const std::string& license) {
  LineageNode node;
  node.id = std::move(id);
  node.declared = license.starts_with("other:") ? "other" : license;
  const License* row = shipped_licenses().find(license);
  if (row == nullptr || row->license_class.code == 0) return node;
  node.license = row;
  node.license_class = row->license_class;
  node.commercial_use = row->commercial_use;
  return node;
}

// Models by id. A base that was not added is one that the catalog does not have.
class Lineage {
 public:
  void add(const std::string& id, const std::string& license,
           const std::vector<std::string>& bases = {}, std::string_view relation = "finetune") {
    LineageNode node = lineage_node(id, license);
    if (!bases.empty()) node.relation = parse_choice(words::kRelation, relation);
    for (const std::string& base : bases) node.bases.push_back(position(base));
    nodes[position(id)] = std::move(node);
  }
  LineageNode& operator[](const std::string& id) { return nodes[position(id)]; }
  Inheritance of(const std::string& id) { return inherit(nodes, position(id)); }

  // "conflict a/base terms-dropped; ok …", nearest first.
  std::string verdicts(const std::string& id) {
    std::string text;
    for (const AncestorVerdict& ancestor : of(id).ancestors) {
      text += (text.empty() ? "" : "; ") +
              std::string(word_of(words::kLicenseVerdict, ancestor.verdict)) + ' ' +
              nodes[ancestor.node].id + ' ' + std::string(ancestor.reason);
    }
    return text;
  }
  std::string effective(const std::string& id) {
    return std::string(word_of(words::kLicenseClass, of(id).license_effective));
  }
  std::string verdict(const std::string& id) {
    return std::string(word_of(words::kLicenseVerdict, of(id).verdict));
  }
  std::string sentence(const std::string& id, std::size_t ancestor = 0) {
    return explain(nodes, position(id), of(id).ancestors.at(ancestor));
  }

  std::vector<LineageNode> nodes = {};

 private:
  NodeId position(const std::string& id) {
    const auto same = [&](const LineageNode& node) { return equal_folded(node.id, id); };
    const auto found = std::find_if(nodes.begin(), nodes.end(), same);
    if (found != nodes.end()) return static_cast<NodeId>(found - nodes.begin());
    LineageNode missing;
    missing.id = id;
    missing.known = false;
    nodes.push_back(std::move(missing));
    return static_cast<NodeId>(nodes.size() - 1);
  }
};

}  // namespace oms::samples
