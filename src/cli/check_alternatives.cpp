#include "cli/check_alternatives.h"

#include <algorithm>

#include "oms/base/text.h"
#include "oms/catalog/check_facts.h"
#include "oms/query/query.h"

namespace oms {
namespace {

constexpr std::size_t kMostTried = 50;
constexpr std::size_t kMostNamed = 3;

// What `row` has in a field of one word, as a condition; it holds for all where that is unknown.
Result<Expr> same_word(const Table& table, Row row, std::string_view field) {
  const Value value = table.value(field_id(field), row);
  const auto* word = std::get_if<std::string_view>(&value);
  if (word == nullptr) return all_of({});
  return make_condition(field_id(field), Op::equal, *word);
}

// Rows of the same family and task, the most downloaded first: neither quantized copies nor any
// that have left the Hub.
Result<std::vector<Row>> family_of(const Table& table, Row model) {
  if (table.unknown(field_id("family"), model)) return std::vector<Row>();
  const auto same = same_word(table, model, "family");
  const auto task = same_word(table, model, "task");
  const auto copy = make_condition(field_id("relation"), Op::equal, "quantized");
  const auto there = make_condition(field_id("status"), Op::equal, "active,unknown");
  for (const auto* condition : {&same, &task, &copy, &there}) {
    if (!*condition) return condition->error();
  }
  std::vector<Row> rows = matching_rows(all_of({*same, *task, negation(*copy), *there}), table);
  std::erase(rows, model);
  const auto& downloads = std::get<IntegerColumn>(table.column(field_id("downloads")));
  std::stable_sort(rows.begin(), rows.end(),
                   [&](Row a, Row b) { return downloads[a] > downloads[b]; });
  return rows;
}

std::string_view owner_of(std::string_view id) { return id.substr(0, id.find('/')); }

// Who made the models that all others of its lineage were made from.
bool is_from_origin(std::string_view id, const CheckedModel& model) {
  if (model.chain.empty()) return equal_folded(owner_of(id), owner_of(model.id));
  const std::size_t farthest = model.chain.back().path.size();  // nearest first
  return std::any_of(model.chain.begin(), model.chain.end(), [&](const ChainStep& step) {
    return step.path.size() == farthest && equal_folded(owner_of(id), owner_of(step.id));
  });
}

}  // namespace

Result<std::vector<std::string>> passing_relatives(const Catalog& catalog, const Policy& policy,
                                                   const CheckedModel& model, Date today) {
  std::vector<std::string> named;
  const Row row = catalog.table().find(model.id);
  if (row == kNoRow) return named;
  const auto rows = family_of(catalog.table(), row);
  if (!rows) return rows.error();
  std::vector<std::string> ids;
  CheckRequest request;
  for (const Row other : *rows) {
    // Others' models of a family may hide a base, or carry a license that is not theirs to give.
    if (!is_from_origin(catalog.table().id(other), model)) continue;
    if (ids.size() == kMostTried) break;
    ids.emplace_back(catalog.table().id(other));
    request.models.push_back({ids.back()});
  }
  const CheckFacts facts = gather_facts(catalog, ids, policy.clarifications);
  const CheckReport report = check(policy, facts, request, today);
  for (const std::string& id : ids) {
    const auto passes = [&](const CheckedModel& checked) {
      return checked.id == id && checked.outcome == "pass";
    };
    if (named.size() == kMostNamed) break;
    if (std::any_of(report.models.begin(), report.models.end(), passes)) named.push_back(id);
  }
  return named;
}

}  // namespace oms
