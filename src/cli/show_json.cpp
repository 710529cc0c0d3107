#include "cli/show_json.h"

#include "cli/license_words.h"
#include "cli/record_columns.h"
#include "cli/records.h"
#include "cli/show_records.h"

namespace oms {
namespace {

std::string array_of(const Records& records) {
  std::vector<std::string> lines;
  for (std::size_t row = 0; row < records.rows.size(); ++row) {
    lines.push_back(json_line(members_of(records, row)));
  }
  return json_array_block(lines);
}

// A fact about a field without a value would say nothing.
std::string facts_json(const Shown& shown) {
  std::vector<std::string> lines;
  for (const Fact& fact : shown.facts) {
    const FieldId field = find_field(fact.field);
    if (field == kNoField || is_unknown(shown.value(field))) continue;
    lines.push_back(
        json_line({{"field", json_quote(fact.field)},
                   {"value", json_text(kFields[field], shown.value(field))},
                   {"source", cell_json(text_cell(fact.source))},
                   {"as_of", cell_json(optional_cell(fact.as_of))},
                   {"evidence", cell_json(text_cell(word_of(words::kEvidence, fact.evidence)))}}));
  }
  return json_array_block(lines);
}

Records offer_records(const Shown& shown) {
  Records records{.columns = offer_columns()};
  for (const ShownOffer& offer : shown.offers) records.rows.push_back(offer_cells(offer));
  return records;
}

Records observation_records(const Shown& shown) {
  Records records{.columns = observation_columns()};
  for (const ShownScore& score : shown.scores) records.rows.push_back(observation_cells(score));
  return records;
}

std::vector<std::string> path_ids(const Shown& shown, const AncestorVerdict& ancestor) {
  std::vector<std::string> ids;
  for (const NodeId node : ancestor.path) ids.push_back(shown.lineage.nodes[node].id);
  return ids;
}

Records lineage_records(const Shown& shown) {
  const std::vector<LineageNode>& nodes = shown.lineage.nodes;
  Records records{.columns = lineage_columns()};
  for (const AncestorVerdict& ancestor : shown.inherited.ancestors) {
    const LineageNode& node = nodes[ancestor.node];
    const LineageNode& derived = nodes[ancestor.path[ancestor.path.size() - 2]];
    records.rows.push_back(
        {text_cell(node.id), text_cell(word_of(words::kRelation, derived.relation)), node.known,
         text_cell(node.declared),
         text_cell(word_or_unknown(words::kLicenseClass, node.license_class)),
         text_cell(word_of(words::kLicenseVerdict, ancestor.verdict)), text_cell(ancestor.reason),
         text_cell(explain(nodes, 0, ancestor)), path_ids(shown, ancestor)});
  }
  return records;
}

}  // namespace

std::string show_json(const Shown& shown, std::span<const FieldId> fields, ShowScope scope) {
  JsonMembers members;
  for (const FieldId field : fields) {
    members.emplace_back(kFields[field].name, json_text(kFields[field], shown.value(field)));
  }
  if (scope == ShowScope::everything) {
    members.emplace_back("facts", facts_json(shown));
    members.emplace_back("offers", array_of(offer_records(shown)));
    members.emplace_back("observations", array_of(observation_records(shown)));
    members.emplace_back("lineage", array_of(lineage_records(shown)));
  }
  return json_block(members);
}

}  // namespace oms
