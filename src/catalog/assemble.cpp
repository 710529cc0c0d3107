#include "catalog/assemble.h"

#include <algorithm>
#include <array>

#include "oms/base/text.h"
#include "oms/model/name_hints.h"
#include "oms/model/price.h"

namespace oms {
namespace {

Choice evidence(std::string_view word) { return parse_choice(words::kEvidence, word); }

void add_fact(Record& record, std::string_view field, std::string_view source, Day as_of,
              std::string_view how) {
  record.facts.push_back({std::string(field), std::string(source), as_of, evidence(how)});
}

// A key of the Hub's record, the field it fills, and how strong that statement is.
struct KeyField {
  std::string_view key;
  std::string_view field;
  std::string_view evidence;
};
constexpr std::array kKeyFields = {
    KeyField{"pipeline_tag", "task", "declared"},
    KeyField{"library_name", "library", "declared"},
    KeyField{"tags", "tags", "declared"},
    KeyField{"likes", "likes", "verified"},
    KeyField{"downloads", "downloads", "verified"},
    KeyField{"trendingScore", "trending", "verified"},
    KeyField{"createdAt", "created", "verified"},
    KeyField{"lastModified", "modified", "verified"},
    KeyField{"gated", "gated", "verified"},
    KeyField{"safetensors.total", "params", "verified"},
    KeyField{"_params_billions", "params", "declared"},
    KeyField{"_context_length", "context", "declared"},
    KeyField{"cardData.license", "license", "declared"},
    KeyField{"cardData.language", "languages", "declared"},
    KeyField{"cardData.base_model", "base_models", "declared"},
};

const SourceNote* note_for(const HubRecord& hub, std::string_view key) {
  for (const SourceNote& note : hub.sources) {
    if (std::find(note.keys.begin(), note.keys.end(), key) != note.keys.end()) return &note;
  }
  return nullptr;
}

void add_hub_facts(Record& record, const HubRecord& hub) {
  for (const KeyField& row : kKeyFields) {
    const SourceNote* note = note_for(hub, row.key);
    if (note == nullptr) continue;
    // Quantized copies that agree on a license are the weakest statement about their base.
    const bool copied = note->source == "quantized-copy";
    add_fact(record, row.field, note->source, note->as_of, copied ? "inferred" : row.evidence);
  }
}

std::vector<std::string> tags_with_prefix(const HubRecord& hub, std::string_view prefix) {
  std::vector<std::string> found;
  for (const std::string& tag : hub.tags) {
    if (tag.starts_with(prefix)) found.push_back(tag.substr(prefix.size()));
  }
  return found;
}

void fill_identity(Record& record, const HubRecord& hub) {
  Model& model = record.model;
  model.id = hub.id;
  const std::size_t slash = hub.id.find('/');
  model.name = slash == std::string::npos ? hub.id : hub.id.substr(slash + 1);
  model.author = slash == std::string::npos ? hub.author : hub.id.substr(0, slash);
  model.task = hub.pipeline_tag;
  model.library = hub.library_name;
  model.tags = hub.tags;
  model.gated = parse_choice(words::kGated, hub.gated);
  model.created = hub.created;
  model.modified = hub.modified;
  model.downloads = hub.downloads;
  model.likes = hub.likes;
  model.trending = hub.trending;
  const std::string_view status = hub.disabled ? "disabled" : "active";
  // A bare id that only another table names says nothing about the Hub.
  if (!hub.sources.empty()) model.status = parse_choice(words::kStatus, status);
}

LicenseStatement license_statement(const HubRecord& hub) {
  LicenseStatement statement;
  statement.ids = hub.licenses.empty() ? tags_with_prefix(hub, "license:") : hub.licenses;
  statement.license_name = hub.license_name;
  statement.license_link = hub.license_link;
  statement.collected = hub.license_state != "unknown" || !statement.ids.empty();
  statement.name_collected = hub.license_state.empty() || !hub.license_name.empty();
  return statement;
}

void apply_verdict(Model& model, const LicenseVerdict& verdict) {
  model.license_class = verdict.license_class;
  model.commercial_use = verdict.commercial_use;
  model.derivatives_allowed = verdict.derivatives;
  model.redistribution = verdict.redistribution;
  model.osi_approved = verdict.osi_approved;
  model.license_reason = verdict.reason;
}

// The record says "other" or "unknown", but the text that the model is under is known.
void apply_known(Model& model, const License& license) {
  model.license_class = license.license_class;
  model.commercial_use = license.commercial_use;
  model.derivatives_allowed = license.derivatives;
  model.redistribution = license.redistribution;
  const bool unread = license.license_class.code == 0;
  model.license_reason = unread ? parse_choice(words::kReason, "unresolved") : Choice{};
  const bool said = license.osi_approved == "true" || license.osi_approved == "false";
  if (said && !unread) model.osi_approved = license.osi_approved == "true";
}

void fill_license(Record& record, const HubRecord& hub, const Curated& curated) {
  Model& model = record.model;
  const LicenseStatement statement = license_statement(hub);
  LicenseVerdict verdict = curated.license_matcher->resolve(statement);
  model.license = verdict.license;
  model.license_name = verdict.license_name;
  if (hub.licenses.empty() && !statement.ids.empty()) {
    const SourceNote* note = note_for(hub, "tags");
    if (note != nullptr) add_fact(record, "license", note->source, note->as_of, "declared");
  }
  apply_verdict(model, verdict);
  const auto& known = curated.known_licenses.rows_of(model.id);
  if (verdict.license_class.code == 0 && !known.empty()) {
    const std::size_t row = known.front();
    const std::string_view key = curated.known_licenses.cell(row, "key");
    apply_known(model, *curated.licenses.find(key));
    add_fact(record, "license_class", "license table: " + std::string(key), {}, "curated");
    add_fact(record, "license_class", curated.known_licenses.cell(row, "source"),
             curated.known_licenses.day(row, "as_of"), "curated");
  } else if (verdict.row != nullptr) {
    add_fact(record, "license_class", "license table: " + std::string(verdict.row->key), {},
             "curated");
  }
}

// Packed weights store several numbers in one element, so their count understates the model.
bool packed_copy(const Model& model) {
  return model.relation == parse_choice(words::kRelation, "quantized");
}

void fill_sizes(Record& record, const HubRecord& hub, const Curated& curated) {
  Model& model = record.model;
  const auto& rows = curated.architecture.rows_of(model.id);
  const auto named = params_from_id(model.id);
  if (hub.safetensors_total && !packed_copy(model)) {
    model.params = hub.safetensors_total;
  } else if (hub.params_billions) {
    model.params = hub.params_billions->billionths;
  }
  if (!rows.empty()) {
    const DataTable& table = curated.architecture;
    const std::size_t row = rows.front();
    const std::string_view source = table.cell(row, "source");
    if (!model.params && table.integer(row, "params")) {
      model.params = table.integer(row, "params");
      add_fact(record, "params", source, {}, "curated");
    }
    model.active_params = table.integer(row, "active_params");
    if (model.active_params) add_fact(record, "active_params", source, {}, "curated");
    model.attention = parse_choice(words::kAttention, table.cell(row, "attention"));
    if (model.attention.code != 0) add_fact(record, "attention", source, {}, "curated");
    if (!hub.context_length && table.integer(row, "context")) {
      model.context = table.integer(row, "context");
      add_fact(record, "context", source, {}, "curated");
    }
  }
  if (hub.context_length) model.context = hub.context_length;
  if (!model.params && named) {
    model.params = named;
    model.params_inferred = true;
    add_fact(record, "params", "the model's name", {}, "inferred");
  } else if (model.params) {
    model.params_inferred = false;
  }
}

// Hub tags "base_model:<relation>:<id>" name the current ids; the card may hold former ones.
void fill_lineage(Record& record, const HubRecord& hub, const Curated& curated) {
  Model& model = record.model;
  const auto add_base = [&](std::string_view base) {
    if (base.empty() || equal_folded(base, model.id)) return;
    const auto same = [&](const std::string& known) { return equal_folded(known, base); };
    auto& bases = model.base_models;
    if (std::none_of(bases.begin(), bases.end(), same)) bases.emplace_back(base);
  };
  for (const std::string& tag : tags_with_prefix(hub, "base_model:")) {
    const std::size_t colon = tag.find(':');
    if (colon == std::string::npos) {
      add_base(tag);
    } else {
      add_base(std::string_view(tag).substr(colon + 1));
      model.relation = parse_choice(words::kRelation, tag.substr(0, colon));
    }
  }
  if (!model.base_models.empty()) {
    const SourceNote* note = note_for(hub, "tags");
    if (note != nullptr) add_fact(record, "base_models", note->source, note->as_of, "declared");
  }
  if (model.base_models.empty()) {
    for (const std::string& base : hub.base_models) add_base(base);
  }
  if (!hub.base_model_relation.empty()) {
    model.relation = parse_choice(words::kRelation, hub.base_model_relation);
  }
  for (const std::size_t row : curated.lineage.rows_of(model.id)) {
    const bool known = !model.base_models.empty();
    add_base(curated.lineage.cell(row, "base"));
    if (!known) {
      model.relation = parse_choice(words::kRelation, curated.lineage.cell(row, "relation"));
      add_fact(record, "base_models", curated.lineage.cell(row, "source"), {}, "curated");
    }
  }
  if (!model.base_models.empty() && model.relation.code == 0) {
    model.relation = parse_choice(words::kRelation, "unspecified");
  }
  if (model.base_models.empty()) model.relation = {};
}

// A component, its column in data/openness.tsv and its field.
struct Component {
  std::string_view column;
  std::string_view field;
  Choice Model::*member;
};
constexpr std::array kComponents = {
    Component{"data", "open_data", &Model::open_data},
    Component{"weights", "open_weights", &Model::open_weights},
    Component{"evaluation", "open_evaluation", &Model::open_evaluation},
    Component{"finetuning", "open_finetuning", &Model::open_finetuning},
    Component{"metrics", "open_metrics", &Model::open_metrics},
};

// The definition of the lesson: a license that the OSI approved and all five components public.
Flag traditional(const Model& model) {
  const Choice open = parse_choice(words::kOpen, "open");
  bool all_open = true;
  for (const Component& component : kComponents) {
    const Choice state = model.*component.member;
    if (state.code != 0 && state != open) return false;
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
  const SourceNote* note = note_for(hub, "gated");
  if (note != nullptr) {
    add_fact(record, "open_weights", note->source, note->as_of, "verified");
  }
}

void fill_openness(Record& record, const HubRecord& hub, const Curated& curated) {
  Model& model = record.model;
  const DataTable& table = curated.openness;
  for (const std::size_t row : table.rows_of(model.id)) {
    for (const Component& component : kComponents) {
      const Choice state = parse_choice(words::kOpen, table.cell(row, component.column));
      if (state.code == 0) continue;
      model.*component.member = state;
      add_fact(record, component.field, table.cell(row, "source"), table.day(row, "as_of"),
               "curated");
    }
    model.mof_class = parse_choice(words::kMofClass, table.cell(row, "mof_class"));
    model.osai_score = table.number(row, "osai_score");
    for (const std::string_view field : {"mof_class", "osai_score"}) {
      const bool known =
          field == "mof_class" ? model.mof_class.code != 0 : model.osai_score.has_value();
      if (known) {
        add_fact(record, field, table.cell(row, "source"), table.day(row, "as_of"), "curated");
      }
    }
  }
  bound_by_gate(record, hub);
  std::int64_t open = 0;
  bool known = false;
  for (const Component& component : kComponents) {
    known = known || (model.*component.member).code != 0;
    open += model.*component.member == parse_choice(words::kOpen, "open") ? 1 : 0;
  }
  if (known) model.openness = open;
  model.traditional_open_source = traditional(model);
}

void fill_offers(Record& record, const DataTable& prices) {
  for (const std::size_t row : prices.rows_of(record.model.id)) {
    record.offers.push_back({std::string(prices.cell(row, "host")),
                             std::string(prices.cell(row, "route")),
                             std::string(prices.cell(row, "source")), prices.number(row, "input"),
                             prices.number(row, "output"), prices.day(row, "as_of")});
  }
}

void fill_scores(Record& record, const DataTable& scores) {
  for (const std::size_t row : scores.rows_of(record.model.id)) {
    const Number value = scores.number(row, "value");
    if (!value) continue;
    record.scores.push_back(
        {std::string(scores.cell(row, "metric")), *value, scores.day(row, "as_of"),
         parse_choice(words::kGrade, scores.cell(row, "grade")),
         std::string(scores.cell(row, "variant")), std::string(scores.cell(row, "source"))});
  }
}

void fill_available_on(Record& record, const HubRecord& hub) {
  std::vector<std::string>& hosts = record.model.available_on;
  for (const Offer& offer : record.offers) hosts.push_back(offer.host);
  // The Hub marks the models of Azure's and SageMaker's Hugging Face collections.
  for (const std::string& target : tags_with_prefix(hub, "deploy:")) hosts.push_back(target);
  std::sort(hosts.begin(), hosts.end());
  hosts.erase(std::unique(hosts.begin(), hosts.end()), hosts.end());
}

void fill_as_of(Record& record, const HubRecord& hub) {
  for (const SourceNote& note : hub.sources) {
    if (note.as_of) record.model.as_of = std::max(record.model.as_of, note.as_of);
  }
}

}  // namespace

Record assemble(const HubRecord& hub, const Curated& curated) {
  Record record;
  Model& model = record.model;
  fill_identity(record, hub);
  add_hub_facts(record, hub);
  model.quantization = quantization_of(model.id, model.tags);
  model.family = curated.taxonomy.family_of(model.id);
  model.domain = curated.taxonomy.domains_of(model.id, model.tags);
  model.languages = curated.taxonomy.languages_of(model.tags, hub.languages);
  fill_license(record, hub, curated);
  fill_lineage(record, hub, curated);
  fill_sizes(record, hub, curated);
  fill_openness(record, hub, curated);
  fill_offers(record, curated.prices);
  fill_scores(record, curated.scores);
  fill_available_on(record, hub);
  fill_as_of(record, hub);
  const ChatSigns signs{.pipeline_tag = model.task,
                        .tags = model.tags,
                        .chat_template = false,
                        .served_conversational = false,
                        .text_token_price = !record.offers.empty()};
  model.tasks = tasks_of(signs, curated.tasks);
  return record;
}

Record assemble_closed(const DataTable& closed, std::size_t row) {
  Record record;
  Model& model = record.model;
  model.id = closed.cell(row, "id");
  model.name = closed.cell(row, "name");
  model.author = closed.cell(row, "author");
  const Number input = closed.number(row, "price_input");
  Number output = closed.number(row, "price_output");
  // Embedding models have no output to pay for, which the lists write as zero; it is not free.
  if (input && output && input->billionths > 0 && output->billionths == 0) output.reset();
  if (output) model.tasks = {"chat"};
  model.context = closed.integer(row, "context");
  model.license_class = parse_choice(words::kLicenseClass, "proprietary");
  model.open_weights = parse_choice(words::kOpen, "closed");
  model.traditional_open_source = false;
  model.openness = 0;
  model.status = parse_choice(words::kStatus, "active");
  const Day priced = closed.day(row, "price_as_of");
  const std::string source(closed.cell(row, "price_source"));
  if (input || output) {
    const std::string host = fold(model.author);
    const bool routed = source.find("OpenRouter") != std::string::npos;
    record.offers.push_back({routed ? "openrouter" : host, routed ? "openrouter" : host, source,
                             input, output, priced});
    model.available_on = {record.offers.front().host};
  }
  if (const Number rating = closed.number(row, "rating")) {
    record.scores.push_back({std::string(closed.cell(row, "rating_metric")), *rating,
                             closed.day(row, "rating_as_of"),
                             parse_choice(words::kGrade, "independent"), "",
                             std::string(closed.cell(row, "rating_source"))});
  }
  model.as_of = std::max(priced, closed.day(row, "rating_as_of"));
  add_fact(record, "context", source, priced, "declared");
  add_fact(record, "open_weights", source, priced, "curated");
  return record;
}

void fill_price(Record& record, Date newest) {
  const auto price = choose_price(record.offers, newest, Ratio{});
  if (!price) return;
  Model& model = record.model;
  model.price_input = price->offer.input;
  model.price_output = price->offer.output;
  model.price_blended = price->blended;
  model.price_provider = price->offer.host;
  model.price_source = price->offer.source;
  model.price_as_of = price->offer.as_of;
  model.price_old = price->old;
  model.price_min = price->min;
  model.price_max = price->max;
  model.providers = price->providers;
}

}  // namespace oms
