#include "catalog/openness_evidence.h"

#include <algorithm>

#include "catalog/assemble_facts.h"

namespace oms {
namespace {

bool has_tag(const HubRecord& hub, std::string_view tag) {
  return std::find(hub.tags.begin(), hub.tags.end(), tag) != hub.tags.end();
}

// Its weight files are worth nothing without those of the base.
bool is_adapter(const Record& record, const HubRecord& hub) {
  return record.model.relation == parse_choice(words::kRelation, "adapter") ||
         hub.library_name == "peft" || has_tag(hub, "lora") || has_tag(hub, "peft");
}

// Files that were listed, or that the Hub read itself.
const SourceNote* weights_note(const HubRecord& hub) {
  if (!hub.weight_files.empty()) return note_for(hub, "siblings");
  if (hub.safetensors_total) return note_for(hub, "safetensors");
  return hub.gguf_total ? note_for(hub, "gguf") : nullptr;
}

void fill_weights(Record& record, const HubRecord& hub) {
  Model& model = record.model;
  const SourceNote* note = weights_note(hub);
  const bool handed_out = hub.gated == "no" && !hub.disabled && !hub.is_private;
  if (model.open_weights.code != 0 || note == nullptr || !handed_out) return;
  if (is_adapter(record, hub)) return;
  model.open_weights = parse_choice(words::kOpen, "open");
  add_fact(record, "open_weights", note, Kept::counted);
}

// A part is named; whether it is all of it, and what the base was trained on, is not said.
void fill_data(Record& record, const HubRecord& hub) {
  if (record.model.open_data.code != 0 || tags_with_prefix(hub, "dataset:").empty()) return;
  record.model.open_data = parse_choice(words::kOpen, "partial");
  add_tag_fact(record, "open_data", hub);
}

// Logs of one run in the repository: of the last training step, as a rule.
void fill_metrics(Record& record, const HubRecord& hub) {
  if (record.model.open_metrics.code != 0) return;
  if (!hub.training_logs && !has_tag(hub, "tensorboard")) return;
  record.model.open_metrics = parse_choice(words::kOpen, "partial");
  if (hub.training_logs) {
    add_fact(record, "open_metrics", note_for(hub, "siblings"), Kept::counted);
  } else {
    add_tag_fact(record, "open_metrics", hub);
  }
}

}  // namespace

void fill_evident(Record& record, const HubRecord& hub) {
  fill_weights(record, hub);
  fill_data(record, hub);
  fill_metrics(record, hub);
}

}  // namespace oms
