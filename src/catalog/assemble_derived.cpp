#include "catalog/assemble_derived.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "catalog/assemble_facts.h"
#include "oms/base/text.h"
#include "oms/model/name_hints.h"

namespace oms {
namespace {

constexpr std::string_view kName = "the model's name";
constexpr std::string_view kTags = "its tags";
constexpr std::string_view kSold = "chat: sold by the token";

Day day_of(const SourceNote* note) { return note == nullptr ? Day() : note->as_of; }

void add_inferred(Record& record, std::string_view field, std::string_view source, Day as_of) {
  add_fact(record, field, source, as_of, "inferred");
}

// What is said of a model by its tags: those that say anything, and when they were true.
struct Tagged {
  const std::vector<std::string>& tags;
  Day as_of = {};
};

void fill_domain(Record& record, const Taxonomy& taxonomy, const Tagged& tagged) {
  const Taxonomy::DomainRows by_name = taxonomy.domains_of_id(record.model.id);
  const Taxonomy::DomainRows by_tags = taxonomy.domains_of_tags(tagged.tags);
  if (by_name.empty() && by_tags.empty()) return;
  record.model.domain = taxonomy.domains(by_name, by_tags);
  if (!by_name.empty()) add_inferred(record, "domain", kName, {});
  if (!by_tags.empty()) add_inferred(record, "domain", kTags, tagged.as_of);
}

void fill_languages(Record& record, const HubRecord& hub, const Taxonomy& taxonomy,
                    const Tagged& tagged) {
  const std::vector<std::string> by_tags = taxonomy.languages_of(tagged.tags, {});
  const std::vector<std::string> by_card = taxonomy.languages_of({}, hub.languages);
  std::set_union(by_tags.begin(), by_tags.end(), by_card.begin(), by_card.end(),
                 std::back_inserter(record.model.languages));
  if (!by_tags.empty()) add_tag_fact(record, "languages", hub);
  if (by_card.empty()) return;
  add_fact(record, "languages", note_for(hub, {"cardData.language", "cardData"}), Kept::stated);
}

// What the configuration calls its method, as our tables spell it where they have it.
std::string configured_method(const HubRecord& hub) {
  if (hub.quant_method.empty()) return {};
  const std::string known = quantization_of("", std::span(&hub.quant_method, 1));
  return known.empty() ? fold(hub.quant_method) : known;
}

void fill_quantization(Record& record, const HubRecord& hub, const Tagged& tagged) {
  Model& model = record.model;
  std::vector<std::string> signs = tagged.tags;
  signs.push_back(hub.quant_method);
  const std::string configured = configured_method(hub);
  model.quantization = quantization_of(model.id, signs);
  if (model.quantization.empty()) model.quantization = configured;
  if (model.quantization.empty()) return;
  const std::string by_tags = quantization_of("", tagged.tags);
  if (configured == model.quantization) {
    add_fact(record, "quantization", note_for(hub, "config"), Kept::stated);
  } else if (by_tags != model.quantization) {
    add_inferred(record, "quantization", kName, {});
  }
  if (!by_tags.empty()) add_inferred(record, "quantization", kTags, tagged.as_of);
}

Day newest_offer(const std::vector<Offer>& offers) {
  Day newest;
  for (const Offer& offer : offers) newest = std::max(newest, offer.as_of);
  return newest;
}

// A host may serve a model and not say for how much.
bool has_price(const std::vector<Offer>& offers) {
  return std::any_of(offers.begin(), offers.end(),
                     [](const Offer& offer) { return offer.input || offer.output; });
}

// A template shows only in a live record, which has it in one of these keys.
const SourceNote* template_note(const HubRecord& hub) {
  return note_for(hub, hub.config_template.present ? HubKey("config") : HubKey("gguf"));
}

// Each sign that some of the tasks follow from.
void add_task_facts(Record& record, const HubRecord& hub, const ChatSigns& signs,
                    const TaskTable& table) {
  const Model& model = record.model;
  if (model.tasks.empty()) return;
  if (!model.task.empty()) {
    add_inferred(record, "tasks", "its pipeline tag", day_of(note_for(hub, "pipeline_tag")));
  }
  if (!tasks_of({.tags = signs.tags}, table).empty()) {
    add_inferred(record, "tasks", kTags, day_of(note_for(hub, "tags")));
  }
  if (signs.chat_template) {
    add_inferred(record, "tasks", "its chat template", day_of(template_note(hub)));
  }
  if (signs.served_conversational) {
    add_inferred(record, "tasks", "chat: served for conversation",
                 day_of(note_for(hub, "inferenceProviderMapping")));
  }
  ChatSigns unsold = signs;
  unsold.text_token_price = false;
  if (is_chat(signs) == Flag(true) && is_chat(unsold) != Flag(true)) {
    add_inferred(record, "tasks", kSold, newest_offer(record.offers));
  }
}

}  // namespace

void fill_derived(Record& record, const HubRecord& hub, const Curated& curated,
                  const std::vector<std::string>& telling) {
  const Tagged tagged{telling, day_of(note_for(hub, "tags"))};
  record.model.family = curated.taxonomy.family_of(record.model.id);
  if (!record.model.family.empty()) add_inferred(record, "family", kName, {});
  fill_domain(record, curated.taxonomy, tagged);
  fill_languages(record, hub, curated.taxonomy, tagged);
  fill_quantization(record, hub, tagged);
}

void fill_tasks(Record& record, const HubRecord& hub, const Curated& curated,
                const std::vector<std::string>& telling, bool sold_as_text) {
  Model& model = record.model;
  const bool collected = !hub.tags.empty() || note_for(hub, "tags") != nullptr;
  const ChatSigns signs{
      .pipeline_tag = model.task,
      .tags = telling,
      .all_tags = collected && !hub.tags_cut,
      .chat_template = hub.config_template.present || hub.gguf_template.present,
      .served_conversational = hub.provider_mapping.find("conversational") != std::string::npos,
      .text_token_price = sold_as_text || has_price(record.offers)};
  model.tasks = tasks_of(signs, curated.tasks);
  model.chat = is_chat(signs);
  add_task_facts(record, hub, signs, curated.tasks);
}

}  // namespace oms
