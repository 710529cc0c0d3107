#include "oms/catalog/lineage_view.h"

#include <string>
#include <unordered_map>

#include "oms/base/text.h"

namespace oms {
namespace {

std::string text_of(const Table& table, std::string_view field, Row row) {
  const Value value = table.value(field_id(field), row);
  const auto* text = std::get_if<std::string_view>(&value);
  return text == nullptr ? std::string() : std::string(*text);
}

Choice choice_of(const Table& table, std::string_view field, Row row) {
  return parse_choice(kFields[field_id(field)].words, text_of(table, field, row));
}

LineageNode node_of(const Table& table, Row row) {
  Model model;
  model.id = table.id(row);
  model.license = text_of(table, "license", row);
  model.license_name = text_of(table, "license_name", row);
  model.license_class = choice_of(table, "license_class", row);
  model.license_reason = choice_of(table, "license_reason", row);
  model.commercial_use = choice_of(table, "commercial_use", row);
  model.relation = choice_of(table, "relation", row);
  return lineage_node(model);
}

// Takes each model in once, by its folded id.
class Walk {
 public:
  explicit Walk(const Catalog& catalog) : catalog_(catalog), table_(catalog.table()) {}

  NodeId add(std::string_view id, Row row) {
    const auto next = static_cast<NodeId>(view_.nodes.size());
    const auto [found, added] = by_id_.try_emplace(fold(id), next);
    if (!added) return found->second;
    if (row == kNoRow) {
      view_.nodes.push_back({.id = std::string(id), .known = false});
      licenses_.emplace_back();
    } else {
      view_.nodes.push_back(node_of(table_, row));
      licenses_.emplace_back(judged_license(table_.facts_of(row)));
    }
    view_.rows.push_back(row);
    return next;
  }
  // Nodes that are added join the end, and get their turn.
  LineageView run(Row model) && {
    const FieldId base_models = field_id("base_models");
    add(table_.id(model), model);
    for (NodeId node = 0; node < view_.nodes.size(); ++node) {
      if (view_.rows[node] == kNoRow) continue;
      std::vector<NodeId> bases;
      const Value named = table_.value(base_models, view_.rows[node]);
      if (const auto* ids = std::get_if<TextList>(&named)) {
        for (const std::string_view id : *ids) bases.push_back(add(id, table_.find(id)));
      }
      view_.nodes[node].bases = std::move(bases);
    }
    view_.licenses = catalog_.licenses(licenses_);
    for (NodeId node = 0; node < view_.nodes.size(); ++node)
      view_.nodes[node].license = view_.licenses.find(licenses_[node]);
    return std::move(view_);
  }

 private:
  const Catalog& catalog_;
  const Table& table_;
  LineageView view_ = {};
  std::vector<std::string> licenses_ = {};  // of each node the key, "" where none is known
  std::unordered_map<std::string, NodeId> by_id_ = {};
};

}  // namespace

LineageView lineage_of(const Catalog& catalog, Row model) { return Walk(catalog).run(model); }

}  // namespace oms
