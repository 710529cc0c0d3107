#include "catalog/assemble_openness.h"

#include <algorithm>
#include <array>

#include "catalog/assemble_facts.h"
#include "catalog/openness_evidence.h"

namespace oms {
namespace {

// A component, its column in data/openness.tsv and its field.
struct Component {
  std::string_view column;
  std::string_view field;
  Choice Model::*member;
  bool shown_in_part = false;  // "partial" by metadata is the least that is public, not the most
};
constexpr std::array kComponents = {
    Component{"data", "open_data", &Model::open_data, true},
    Component{"weights", "open_weights", &Model::open_weights},
    Component{"evaluation", "open_evaluation", &Model::open_evaluation},
    Component{"finetuning", "open_finetuning", &Model::open_finetuning},
    Component{"metrics", "open_metrics", &Model::open_metrics, true},
};

// Whether the record's own metadata shows that a part is public, and no judge said that it is all.
bool is_least(const Record& record, const Component& component) {
  if (!component.shown_in_part) return false;
  const Choice declared = parse_choice(words::kEvidence, "declared");
  const Choice verified = parse_choice(words::kEvidence, "verified");
  return std::any_of(record.facts.begin(), record.facts.end(), [&](const Fact& fact) {
    return fact.field == component.field &&
           (fact.evidence == declared || fact.evidence == verified);
  });
}

// The definition of the lesson: a license that the OSI approved and all five components public.
Flag traditional(const Record& record) {
  const Model& model = record.model;
  const Choice open = parse_choice(words::kOpen, "open");
  bool all_open = true;
  for (const Component& component : kComponents) {
    const Choice state = model.*component.member;
    const bool settled = state.code != 0 && !is_least(record, component);
    if (settled && state != open) return false;
    all_open = all_open && state == open;
  }
  if (model.osi_approved.has_value() && !*model.osi_approved) return false;
  if (!all_open || !model.osi_approved.has_value()) return std::nullopt;
  return true;
}

// Weights that are handed out only on request are public in part, whatever an index says.
void bound_by_gate(Record& record, const HubRecord& hub) {
  Model& model = record.model;
  const bool gated = !hub.gated.empty() && hub.gated != "no";
  const Choice partial = parse_choice(words::kOpen, "partial");
  const bool stricter = model.open_weights.code != 0 && model.open_weights <= partial;
  if (!gated || stricter) return;
  model.open_weights = partial;
  std::erase_if(record.facts, [](const Fact& fact) { return fact.field == "open_weights"; });
  add_fact(record, "open_weights", note_for(hub, "gated"), Kept::counted);
}

// One judge's row: the components, the class and the score as published.
void fill_judgment(Record& record, const DataTable& table, std::size_t row) {
  Model& model = record.model;
  const auto add = [&](std::string_view field) {
    add_fact(record, field, table.cell(row, "source"), table.day(row, "as_of"), "curated");
  };
  for (const Component& component : kComponents) {
    const Choice state = parse_choice(words::kOpen, table.cell(row, component.column));
    if (state.code == 0) continue;
    model.*component.member = state;
    add(component.field);
  }
  model.mof_class = parse_choice(words::kMofClass, table.cell(row, "mof_class"));
  if (model.mof_class.code != 0) add("mof_class");
  model.osai_score = table.number(row, "osai_score");
  if (model.osai_score) add("osai_score");
}

// How many components are open; unknown where nothing is known about any.
Integer count_open(const Model& model) {
  std::int64_t open = 0;
  bool known = false;
  for (const Component& component : kComponents) {
    known = known || (model.*component.member).code != 0;
    open += model.*component.member == parse_choice(words::kOpen, "open") ? 1 : 0;
  }
  return known ? Integer(open) : Integer();
}

void sum_up(Record& record) {
  record.model.openness = count_open(record.model);
  record.model.traditional_open_source = traditional(record);
}

}  // namespace

bool withholds_data(const Record& record) {
  const Choice state = record.model.open_data;
  const bool whole = state.code == 0 || state == parse_choice(words::kOpen, "open");
  return !whole && !is_least(record, kComponents.front());
}

void bound_data(Record& record, std::string_view source) {
  if (is_users(record, "open_data")) return;
  Model& model = record.model;
  if (model.open_data == parse_choice(words::kOpen, "open")) {
    model.open_data = parse_choice(words::kOpen, "partial");
    std::erase_if(record.facts, [](const Fact& fact) { return fact.field == "open_data"; });
    add_fact(record, "open_data", source, {}, "inferred");
    sum_up(record);
  }
  if (model.traditional_open_source.has_value()) return;
  model.traditional_open_source = false;
  add_fact(record, "traditional_open_source", source, {}, "inferred");
}

void fill_openness(Record& record, const HubRecord& hub, const Curated& curated) {
  const DataTable& table = curated.openness;
  for (const std::size_t row : table.rows_of(record.model.id)) fill_judgment(record, table, row);
  bound_by_gate(record, hub);
  fill_evident(record, hub);
  curated.user.override_openness(record);
  sum_up(record);
}

}  // namespace oms
