#include "catalog/assemble_lineage.h"

#include <algorithm>

#include "catalog/assemble_facts.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// Whether it is a new one: a model is not its own base, and the same id counts once.
bool add_base(Model& model, std::string_view base) {
  if (base.empty() || equal_folded(base, model.id)) return false;
  const auto same = [&](const std::string& known) { return equal_folded(known, base); };
  if (std::any_of(model.base_models.begin(), model.base_models.end(), same)) return false;
  model.base_models.emplace_back(base);
  return true;
}

// The facts about `relation` name only the source that has the last word.
Choice set_relation(Record& record, std::string_view word) {
  record.model.relation = parse_choice(words::kRelation, word);
  std::erase_if(record.facts, [](const Fact& fact) { return fact.field == "relation"; });
  return record.model.relation;
}

void fill_from_parents(Record& record, const HubRecord& hub) {
  const SourceNote* note = note_for(hub, "baseModels");
  bool added = false;
  for (const std::string& parent : hub.parents) added = add_base(record.model, parent) || added;
  if (added) add_fact(record, "base_models", note, Kept::stated);
  if (set_relation(record, hub.parent_relation).code != 0) {
    add_fact(record, "relation", note, Kept::stated);
  }
}

// Hub tags "base_model:<relation>:<id>" name the current ids; the card may hold former ones.
void fill_from_tags(Record& record, const HubRecord& hub) {
  const SourceNote* note = note_for(hub, "tags");
  const Day as_of = note == nullptr ? Day() : note->as_of;
  bool named = false;
  for (const std::string& tag : tags_with_prefix(hub, "base_model:")) {
    named = true;
    const std::size_t colon = tag.find(':');
    if (colon == std::string::npos) {
      add_base(record.model, tag);
      continue;
    }
    add_base(record.model, std::string_view(tag).substr(colon + 1));
    if (set_relation(record, tag.substr(0, colon)).code != 0) {
      add_fact(record, "relation", "its tags", as_of, "inferred");
    }
  }
  if (named && !record.model.base_models.empty()) add_tag_fact(record, "base_models", hub);
}

void fill_from_card(Record& record, const HubRecord& hub) {
  const SourceNote* note = note_for(hub, {"cardData.base_model", "cardData"});
  if (record.model.base_models.empty()) {
    for (const std::string& base : hub.base_models) add_base(record.model, base);
    if (!record.model.base_models.empty()) add_fact(record, "base_models", note, Kept::stated);
  }
  if (hub.base_model_relation.empty()) return;
  if (set_relation(record, hub.base_model_relation).code != 0) {
    add_fact(record, "relation", note, Kept::stated);
  }
}

void fill_from_table(Record& record, const DataTable& lineage) {
  for (const std::size_t row : lineage.rows_of(record.model.id)) {
    const bool first = record.model.base_models.empty();
    const std::string_view source = lineage.cell(row, "source");
    if (add_base(record.model, lineage.cell(row, "base"))) {
      add_fact(record, "base_models", source, {}, "curated");
    }
    // A tag may name the base and not say how the model was made of it.
    const Choice said = record.model.relation;
    const bool open =
        first || said.code == 0 || said == parse_choice(words::kRelation, "unspecified");
    if (open && set_relation(record, lineage.cell(row, "relation")).code != 0) {
      add_fact(record, "relation", source, {}, "curated");
    }
  }
}

}  // namespace

void fill_lineage(Record& record, const HubRecord& hub, const Curated& curated) {
  fill_from_parents(record, hub);
  fill_from_tags(record, hub);
  fill_from_card(record, hub);
  fill_from_table(record, curated.lineage);
  Model& model = record.model;
  if (model.base_models.empty()) {
    set_relation(record, "");
  } else if (model.relation.code == 0) {
    set_relation(record, "unspecified");
  }
}

}  // namespace oms
