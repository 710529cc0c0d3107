#include "catalog/record_shape.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "oms/model/name_hints.h"
#include "store/key_text.h"

namespace oms {
namespace {

// What is looked for among the tags beside the telling ones. Of base models and data sets counts
// that there are any: which ones, the record has for itself.
constexpr std::array<std::string_view, 2> kWhole = {"license:", "deploy:"};
constexpr std::string_view kDataset = "dataset:";
constexpr std::array<std::string_view, 3> kTags = {"lora", "peft", "tensorboard"};

template <std::size_t N>
void add_flags(KeyText& key, const bool (&flags)[N]) {
  for (const bool flag : flags) key.add(flag);
}

bool begins_with_one(std::string_view tag, std::span<const std::string_view> prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return tag.starts_with(prefix); });
}

void add_tags(KeyText& key, const HubRecord& hub, const Curated& curated) {
  bool dataset = false;
  for (const std::string& tag : hub.tags) {
    dataset = dataset || tag.starts_with(kDataset);
    const bool counts = begins_with_one(tag, kWhole) ||
                        std::find(kTags.begin(), kTags.end(), tag) != kTags.end() ||
                        curated.is_telling(tag);
    if (counts) key.add(tag);
  }
  add_flags(key, {hub.tags.empty(), hub.tags_cut, dataset});
}

void add_notes(KeyText& key, const HubRecord& hub) {
  key.add(hub.sources.size());
  for (const SourceNote& note : hub.sources) {
    key.add(note.source);
    key.add(note.as_of);
    key.add(note.keys.bits());
  }
}

// Of figures counts that they are known.
void add_known(KeyText& key, const HubRecord& hub) {
  add_flags(key,
            {hub.likes.has_value(), hub.downloads.has_value(), hub.trending.has_value(),
             hub.created.has_value(), hub.modified.has_value(), hub.downloads_all_time.has_value(),
             hub.safetensors_total.has_value(), hub.gguf_total.has_value(), hub.sha.empty(),
             hub.disabled, hub.is_private, hub.unlisted, hub.files_listed, hub.training_logs});
}

void add_hints_of_name(KeyText& key, const HubRecord& hub, const Curated& curated) {
  key.add(curated.taxonomy.family_of(hub.id));
  const Taxonomy::DomainRows domains = curated.taxonomy.domains_of_id(hub.id);
  key.add(domains.size());
  for (const std::size_t row : domains) key.add(row);
  key.add(precision_of_name(hub.id));
}

}  // namespace

bool has_common_shape(const HubRecord& hub) {
  return hub.eval_results.empty() && hub.card_results.empty() && hub.provider_mapping.empty() &&
         hub.license_elsewhere.license.empty();
}

void append_shape_key(std::string& text, const HubRecord& hub, const Record& own,
                      const Curated& curated) {
  KeyText key(text);
  add_notes(key, hub);
  add_known(key, hub);
  for (const std::string* word :
       {&hub.pipeline_tag, &hub.library_name, &hub.gated, &hub.license_name, &hub.license_link,
        &hub.quant_method, &hub.license_state, &own.model.architecture}) {
    key.add(*word);
  }
  for (const auto* words : {&hub.licenses, &hub.languages, &hub.weight_files}) key.add(*words);
  for (const ChatTemplate& chat : {hub.config_template, hub.gguf_template})
    add_flags(key, {chat.present, chat.tools});
  add_tags(key, hub, curated);
  add_hints_of_name(key, hub, curated);
  // Lineage and sizes are made for each record anyway; of them counts what they leave behind.
  key.add(own.model.relation.code);
  key.add(own.facts.size());
  for (const Fact& fact : own.facts) key.add(fact);
}

}  // namespace oms
