#include "cli/lineage_tree.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "oms/base/text.h"
#include "oms/model/lineage.h"

namespace oms {
namespace {

template <typename T>
const T& column(const Table& table, std::string_view field) {
  return std::get<T>(table.column(field_id(field)));
}

bool has_word(const Table& table, std::string_view field, Row row, std::string_view word) {
  const auto& list = column<ListColumn>(table, field);
  const auto codes = list.of(row);
  return std::any_of(codes.begin(), codes.end(),
                     [&](std::uint32_t code) { return equal_folded(list.dictionary[code], word); });
}

// Everything that is asked while a tree is made.
class Family {
 public:
  Family(const Catalog& catalog, const TreeOptions& options)
      : catalog_(catalog), table_(catalog.table()), options_(options) {}

  void add_bases(std::string id, Row row, std::size_t depth, std::vector<TreeNode>& nodes);
  void add_derivatives(Row row, std::size_t depth, std::vector<TreeNode>& nodes);
  TreeNode first(Row model) const;

 private:
  std::vector<Row> made_from(Row row) const;
  bool wanted(Row row) const;
  bool leads_to_wanted(Row row);
  bool is_copy(Row row) const;
  bool has_own_family(Row row);

  const Catalog& catalog_;
  const Table& table_;
  const TreeOptions& options_;
  std::unordered_set<std::string> bases_seen_ = {};
  std::unordered_set<Row> seen_ = {};
  // Answers by row; while one is looked for it is "no", so that circles end.
  std::unordered_map<Row, bool> leads_ = {};
  std::unordered_map<Row, bool> families_ = {};
};

TreeNode Family::first(Row model) const {
  TreeNode node;
  node.id = table_.id(model);
  node.row = model;
  node.direction = TreeDirection::model;
  node.last = true;
  return node;
}

// The rows that name this one as a base, most downloaded first.
std::vector<Row> Family::made_from(Row row) const {
  const auto& bases = column<ListColumn>(table_, "base_models");
  const auto code = code_of(bases.dictionary, table_.id(row));
  if (!code) return {};
  const auto found = bases.rows_with(*code);
  std::vector<Row> rows(found.begin(), found.end());
  std::erase(rows, row);
  const auto& downloads = column<IntegerColumn>(table_, "downloads");
  std::stable_sort(rows.begin(), rows.end(),
                   [&](Row a, Row b) { return downloads[a] > downloads[b]; });
  return rows;
}

bool Family::wanted(Row row) const {
  return (options_.domain.empty() || has_word(table_, "domain", row, options_.domain)) &&
         (options_.language.empty() || has_word(table_, "languages", row, options_.language));
}

bool Family::leads_to_wanted(Row row) {
  const auto [known, first] = leads_.try_emplace(row, false);
  if (!first) return known->second;
  bool leads = wanted(row);
  for (const Row child : leads ? std::vector<Row>() : made_from(row)) {
    leads = leads || leads_to_wanted(child);
  }
  return leads_[row] = leads;
}

bool Family::is_copy(Row row) const {
  return table_.value(field_id("relation"), row) == Value(std::string_view("quantized"));
}

// A copy that others were made from is a step of the way to them.
bool Family::has_own_family(Row row) {
  const auto [known, first] = families_.try_emplace(row, false);
  if (!first) return known->second;
  bool found = false;
  for (const Row child : made_from(row)) found = found || !is_copy(child) || has_own_family(child);
  return families_[row] = found;
}

void Family::add_bases(std::string id, Row row, std::size_t depth, std::vector<TreeNode>& nodes) {
  if (row == kNoRow || depth == kDeepestLineage) return;
  const Value value = table_.value(field_id("base_models"), row);
  const auto* list = std::get_if<TextList>(&value);
  if (list == nullptr) return;
  for (const std::string_view base : *list) {
    if (equal_folded(base, id)) continue;
    TreeNode node;
    node.row = catalog_.find_exact(base);
    node.id = node.row == kNoRow ? base : table_.id(node.row);
    node.direction = TreeDirection::base;
    node.depth = depth + 1;
    node.parent = id;
    node.last = base == list->back();
    node.again = !bases_seen_.insert(fold(node.id)).second;
    nodes.push_back(node);
    if (!node.again) add_bases(node.id, node.row, depth + 1, nodes);
  }
}

void Family::add_derivatives(Row row, std::size_t depth, std::vector<TreeNode>& nodes) {
  const std::size_t self = nodes.size() - 1;
  seen_.insert(row);
  std::vector<Row> children = made_from(row);
  std::erase_if(children, [&](Row child) { return !leads_to_wanted(child); });
  if (!options_.quantizations) {
    nodes[self].quantizations = std::erase_if(
        children, [&](Row child) { return is_copy(child) && !has_own_family(child); });
  }
  if (options_.depth != 0 && depth >= options_.depth) {
    nodes[self].deeper = children.size();
    return;
  }
  if (options_.children != 0 && children.size() > options_.children) {
    nodes[self].more = children.size() - options_.children;
    children.resize(options_.children);
  }
  for (const Row child : children) {
    TreeNode node;
    node.id = table_.id(child);
    node.row = child;
    node.depth = depth + 1;
    node.parent = table_.id(row);
    node.last = child == children.back();
    node.again = seen_.contains(child);
    nodes.push_back(node);
    if (!node.again && depth + 1 < kDeepestLineage) add_derivatives(child, depth + 1, nodes);
  }
}

}  // namespace

LineageTree lineage_tree(const Catalog& catalog, Row model, const TreeOptions& options) {
  Family family(catalog, options);
  LineageTree tree;
  tree.bases.push_back(family.first(model));
  family.add_bases(tree.bases.front().id, model, 0, tree.bases);
  tree.derivatives.push_back(family.first(model));
  family.add_derivatives(model, 0, tree.derivatives);
  return tree;
}

}  // namespace oms
