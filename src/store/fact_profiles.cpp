#include "store/fact_profiles.h"

#include <cstring>
#include <string>

#include "oms/model/table.h"
#include "store/word_codes.h"

namespace oms {

FactProfiles::FactProfiles() { fields_.add(""), sources_.add(""); }

FactProfiles::FactId FactProfiles::id_of(const Fact& fact) {
  const Stored stored{fields_.add(fact.field).first, sources_.add(fact.source).first,
                      fact.as_of ? fact.as_of->days : kNoDay, fact.evidence.code};
  return facts_.add({reinterpret_cast<const char*>(&stored), sizeof(stored)}).first;
}

FactProfiles::Profile FactProfiles::add(std::span<const Fact> facts) {
  ids_.clear();
  for (const Fact& fact : facts) ids_.push_back(id_of(fact));
  return profiles_.add({reinterpret_cast<const char*>(ids_.data()), ids_.size() * sizeof(FactId)})
      .first;
}

FactProfiles::Stored FactProfiles::stored(FactId id) const {
  Stored stored;
  std::memcpy(&stored, facts_[id].data(), sizeof(stored));
  return stored;
}

std::vector<FactProfiles::FactId> FactProfiles::members(Profile profile) const {
  const std::string_view bytes = profiles_[profile];
  std::vector<FactId> ids(bytes.size() / sizeof(FactId));
  if (!bytes.empty()) std::memcpy(ids.data(), bytes.data(), bytes.size());
  return ids;
}

std::vector<Fact> FactProfiles::facts(Profile profile) const {
  std::vector<Fact> facts;
  for (const FactId id : members(profile)) {
    const Stored entry = stored(id);
    Fact fact{std::string(fields_[entry.field]), std::string(sources_[entry.source])};
    if (entry.as_of != kNoDay) fact.as_of = Date{entry.as_of};
    fact.evidence.code = static_cast<std::uint8_t>(entry.evidence);
    facts.push_back(std::move(fact));
  }
  return facts;
}

// What no row has any more is left out, and what is left is numbered in the order of the rows.
void FactProfiles::write(ImageWriter& image, std::vector<Profile> profiles) const {
  constexpr std::uint32_t kUnused = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> new_profile(profiles_.size(), kUnused);
  std::vector<std::uint32_t> new_fact(facts_.size(), kUnused);
  std::vector<std::uint32_t> starts{0};
  std::vector<std::uint32_t> facts;  // of the profiles, one after the other
  std::vector<Stored> entries;
  std::vector<bool> used_sources(sources_.size());
  std::vector<bool> used_fields(fields_.size());
  const auto fact_number = [&](FactId id) {
    if (new_fact[id] == kUnused) {
      new_fact[id] = static_cast<std::uint32_t>(entries.size());
      entries.push_back(stored(id));
      used_fields[entries.back().field] = true;
      used_sources[entries.back().source] = true;
    }
    return new_fact[id];
  };
  for (Profile& profile : profiles) {
    std::uint32_t& number = new_profile[profile];
    if (number == kUnused) {
      number = static_cast<std::uint32_t>(starts.size() - 1);
      for (const FactId id : members(profile)) facts.push_back(fact_number(id));
      starts.push_back(static_cast<std::uint32_t>(facts.size()));
    }
    profile = number;
  }
  image.add("fact/profiles", profiles);
  image.add("fact/starts", starts);
  image.add("fact/members", facts);
  const auto add_words = [&](const std::string& name, const TextTable& words,
                             const std::vector<bool>& used, TextTable::Code Stored::*member) {
    const SortedWords sorted(words, used);
    std::vector<std::uint32_t> codes;
    for (const Stored& entry : entries) codes.push_back(sorted.code(entry.*member));
    image.add(name + "/codes", codes);
    sorted.write(image, name);
  };
  add_words("fact/field", fields_, used_fields, &Stored::field);
  add_words("fact/source", sources_, used_sources, &Stored::source);
  std::vector<std::int32_t> days;
  std::vector<std::uint8_t> evidence;
  for (const Stored& entry : entries) {
    days.push_back(entry.as_of);
    evidence.push_back(static_cast<std::uint8_t>(entry.evidence));
  }
  image.add("fact/as_of", days);
  image.add("fact/evidence", evidence);
}

}  // namespace oms
