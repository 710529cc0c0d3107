#include "cli/check_alternatives.h"

#include <algorithm>

#include "oms/catalog/check_facts.h"
#include "oms/query/query.h"

namespace oms {
namespace {

constexpr std::size_t kMostTried = 50;
constexpr std::size_t kMostNamed = 3;

// Rows of the same family, the most downloaded first: models of their own, neither quantized copies
// nor any that have left the Hub.
Result<std::vector<Row>> family_of(const Table& table, Row model) {
  const Value family = table.value(field_id("family"), model);
  const auto* word = std::get_if<std::string_view>(&family);
  if (word == nullptr) return std::vector<Row>();
  const auto same = make_condition(field_id("family"), Op::equal, *word);
  const auto copy = make_condition(field_id("relation"), Op::equal, "quantized");
  const auto there = make_condition(field_id("status"), Op::equal, "active,unknown");
  for (const auto* condition : {&same, &copy, &there}) {
    if (!*condition) return condition->error();
  }
  std::vector<Row> rows = matching_rows(all_of({*same, negation(*copy), *there}), table);
  std::erase(rows, model);
  const auto& downloads = std::get<IntegerColumn>(table.columns[field_id("downloads")]);
  std::stable_sort(rows.begin(), rows.end(),
                   [&](Row a, Row b) { return downloads[a] > downloads[b]; });
  rows.resize(std::min(rows.size(), kMostTried));
  return rows;
}

}  // namespace

Result<std::vector<std::string>> passing_relatives(const Catalog& catalog, const Policy& policy,
                                                   std::string_view model, Date today) {
  std::vector<std::string> named;
  const Row row = catalog.table().find(model);
  if (row == kNoRow) return named;
  const auto rows = family_of(catalog.table(), row);
  if (!rows) return rows.error();
  std::vector<std::string> ids;
  CheckRequest request;
  for (const Row other : *rows) {
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
