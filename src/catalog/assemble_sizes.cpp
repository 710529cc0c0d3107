#include "catalog/assemble_sizes.h"

#include "catalog/assemble_facts.h"
#include "oms/model/name_hints.h"

namespace oms {
namespace {

// Packed weights store several numbers in one element, so their count understates the model.
bool packed_copy(const Model& model) {
  return model.relation == parse_choice(words::kRelation, "quantized");
}

// The best figure wins, and only its source is named.
void fill_params(Record& record, const HubRecord& hub, const DataTable& table,
                 const std::vector<std::size_t>& rows) {
  Model& model = record.model;
  const Integer curated = rows.empty() ? Integer() : table.integer(rows.front(), "params");
  if (hub.safetensors_total && !packed_copy(model)) {
    model.params = hub.safetensors_total;
    add_fact(record, "params", note_for(hub, {"safetensors", "safetensors.total"}), Kept::counted);
  } else if (hub.gguf_total) {
    model.params = hub.gguf_total;
    add_fact(record, "params", note_for(hub, "gguf"), Kept::counted);
  } else if (hub.params_billions) {
    model.params = hub.params_billions->billionths;
    add_fact(record, "params", note_for(hub, "_params_billions"), Kept::counted);
  } else if (curated) {
    model.params = curated;
    add_fact(record, "params", table.cell(rows.front(), "source"), {}, "curated");
  } else if (const auto named = params_from_id(model.id)) {
    model.params = named;
    add_fact(record, "params", "the model's name", {}, "inferred");
    model.params_inferred = true;
    return;
  }
  if (model.params) model.params_inferred = false;
}

void fill_context(Record& record, const HubRecord& hub, const DataTable& table,
                  const std::vector<std::size_t>& rows) {
  Integer& context = record.model.context;
  const Integer curated = rows.empty() ? Integer() : table.integer(rows.front(), "context");
  if (hub.context_length) {
    context = hub.context_length;
    add_fact(record, "context", note_for(hub, "_context_length"), Kept::stated);
  } else if (hub.config_context) {
    context = hub.config_context;
    add_fact(record, "context", note_for(hub, "config"), Kept::stated);
  } else if (hub.gguf_context) {
    context = hub.gguf_context;
    add_fact(record, "context", note_for(hub, "gguf"), Kept::stated);
  } else if (curated) {
    context = curated;
    add_fact(record, "context", table.cell(rows.front(), "source"), {}, "curated");
  }
}

// Of the files that the Hub read; no guess from the number of parameters.
void fill_size(Record& record, const HubRecord& hub) {
  Integer& size = record.model.size_bytes;
  size = hub.safetensors_bytes ? hub.safetensors_bytes : hub.gguf_bytes;
  if (!size) return;
  add_fact(record, "size_bytes",
           note_for(hub, hub.safetensors_bytes ? HubKey("safetensors") : HubKey("gguf")),
           Kept::counted);
}

void fill_architecture(Record& record, const HubRecord& hub, const DataTable& table,
                       const std::vector<std::size_t>& rows) {
  Text& architecture = record.model.architecture;
  if (!hub.architectures.empty()) {
    architecture = hub.architectures.front();
    add_fact(record, "architecture", note_for(hub, "config"), Kept::stated);
  } else if (!hub.gguf_architecture.empty()) {
    architecture = hub.gguf_architecture;
    add_fact(record, "architecture", note_for(hub, "gguf"), Kept::stated);
  } else if (!hub.model_type.empty()) {
    architecture = hub.model_type;
    add_fact(record, "architecture", note_for(hub, "config"), Kept::stated);
  } else if (!rows.empty()) {
    architecture = table.cell(rows.front(), "architecture");
    if (architecture.empty()) return;
    add_fact(record, "architecture", table.cell(rows.front(), "source"), {}, "curated");
  }
}

// What only the table knows.
void fill_from_table(Record& record, const DataTable& table, std::size_t row) {
  Model& model = record.model;
  const std::string_view source = table.cell(row, "source");
  model.active_params = table.integer(row, "active_params");
  if (model.active_params) add_fact(record, "active_params", source, {}, "curated");
  model.attention = parse_choice(words::kAttention, table.cell(row, "attention"));
  if (model.attention.code != 0) add_fact(record, "attention", source, {}, "curated");
}

}  // namespace

void fill_sizes(Record& record, const HubRecord& hub, const Curated& curated) {
  const DataTable& table = curated.architecture;
  const auto& rows = table.rows_of(record.model.id);
  fill_params(record, hub, table, rows);
  fill_context(record, hub, table, rows);
  fill_size(record, hub);
  fill_architecture(record, hub, table, rows);
  if (!rows.empty()) fill_from_table(record, table, rows.front());
}

}  // namespace oms
