#include "catalog/assemble_facts.h"

#include <algorithm>
#include <array>

namespace oms {
namespace {

// What a source's word is worth.
struct Strength {
  std::string_view source;
  std::string_view counted;
  std::string_view stated;
};
constexpr std::array kStrengths = {
    // They read the Hub's listing: its counters are the Hub's own, the rest the publisher's word.
    Strength{"hub", "verified", "declared"},
    Strength{"hf-model-matrix", "verified", "declared"},
    Strength{"os-ai-map", "verified", "declared"},
    Strength{"starscreener", "verified", "declared"},
    Strength{"inferenceatlas", "verified", "declared"},
    Strength{"hf-providers", "verified", "declared"},
    // Somebody read the card; a size on it is a rounded figure.
    Strength{"model-card", "curated", "declared"},
    // Catalogs that somebody keeps.
    Strength{"gpustack", "curated", "curated"},
    Strength{"llmfit", "curated", "curated"},
    Strength{"localai", "curated", "curated"},
    Strength{"model-openness-tool", "curated", "curated"},
    Strength{"modelpedia", "curated", "curated"},
    Strength{"models.dev", "curated", "curated"},
    Strength{"mteb", "curated", "curated"},
    Strength{"open-llm-leaderboard", "curated", "curated"},
    Strength{"openrouter", "curated", "curated"},
    Strength{"osai-index", "curated", "curated"},
    Strength{"peatmoss", "curated", "curated"},
    Strength{"red-hat-catalog", "curated", "curated"},
    // Copies that agree are the weakest statement about their base.
    Strength{"quantized-copy", "inferred", "inferred"},
};

const Strength* strength_of(std::string_view source) {
  const auto found = std::find_if(kStrengths.begin(), kStrengths.end(),
                                  [&](const Strength& row) { return row.source == source; });
  return found == kStrengths.end() ? nullptr : &*found;
}

}  // namespace

std::string_view evidence_of(std::string_view source, Kept kept) {
  const Strength* strength = strength_of(source);
  if (strength == nullptr) return "declared";
  return kept == Kept::counted ? strength->counted : strength->stated;
}

bool lists_the_hub(std::string_view source) {
  return evidence_of(source, Kept::counted) == "verified";
}

const SourceNote* note_for(const HubRecord& hub, HubKey key) {
  for (const SourceNote& note : hub.sources) {
    if (note.keys.has(key)) return &note;
  }
  return nullptr;
}

const SourceNote* note_for(const HubRecord& hub, std::initializer_list<HubKey> keys) {
  for (const HubKey key : keys) {
    if (const SourceNote* note = note_for(hub, key)) return note;
  }
  return nullptr;
}

void add_fact(Record& record, std::string_view field, std::string_view source, Day as_of,
              std::string_view evidence) {
  const Choice strength = parse_choice(words::kEvidence, evidence);
  const auto same = [&](const Fact& fact) {
    return fact.field == field && fact.source == source && fact.as_of == as_of &&
           fact.evidence == strength;
  };
  if (std::any_of(record.facts.begin(), record.facts.end(), same)) return;
  record.facts.push_back({std::string(field), std::string(source), as_of, strength});
}

void add_fact(Record& record, std::string_view field, const SourceNote* note, Kept kept) {
  if (note == nullptr) return;
  add_fact(record, field, note->source, note->as_of, evidence_of(note->source, kept));
}

std::string tag_source(const HubRecord& hub, const SourceNote& note) {
  return hub.tags_cut ? note.source + " (first tags only)" : note.source;
}

void add_tag_fact(Record& record, std::string_view field, const HubRecord& hub) {
  const SourceNote* note = note_for(hub, "tags");
  if (note == nullptr) return;
  add_fact(record, field, tag_source(hub, *note), note->as_of,
           evidence_of(note->source, Kept::stated));
}

std::vector<std::string> tags_with_prefix(const HubRecord& hub, std::string_view prefix) {
  std::vector<std::string> found;
  for (const std::string& tag : hub.tags) {
    if (tag.starts_with(prefix)) found.push_back(tag.substr(prefix.size()));
  }
  return found;
}

}  // namespace oms
