#include "store/fact_profiles.h"

#include <cstring>
#include <string>

#include "oms/model/table.h"
#include "store/key_text.h"
#include "store/word_codes.h"

namespace oms {

namespace {

template <typename T>
std::string_view bytes_of(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof(T)};
}

}  // namespace

FactProfiles::FactProfiles(Scratch& scratch)
    : sources_(LetterCase::matters, &scratch),
      facts_(LetterCase::matters, &scratch),
      profiles_(LetterCase::matters, &scratch) {
  fields_.add(""), sources_.add("");
}

FactProfiles::FactId FactProfiles::id_of(const Fact& fact) {
  const Stored stored{fields_.add(fact.field).first, sources_.add(fact.source).first,
                      oms::stored(fact.as_of), fact.evidence.code};
  return facts_.add({reinterpret_cast<const char*>(&stored), sizeof(stored)}).first;
}

FactProfiles::Profile FactProfiles::profile_of(std::span<const FactId> ids) {
  return profiles_.add({reinterpret_cast<const char*>(ids.data()), ids.size_bytes()}).first;
}

template <typename Make>
FactProfiles::Profile FactProfiles::Answers::of(std::string_view question, Make make) {
  const TextTable::Code known = questions_.find(question);
  if (known != TextTable::kNone) return answers_[known];
  const Profile answer = make();
  if (questions_.size() < kMost) {
    questions_.add(question);
    answers_.push_back(answer);
  }
  return answer;
}

FactProfiles::Profile FactProfiles::add(std::span<const Fact> facts) {
  question_.clear();
  for (const Fact& fact : facts) KeyText(question_).add(fact);
  return added_.of(question_, [&] {
    std::vector<FactId> ids;
    for (const Fact& fact : facts) ids.push_back(id_of(fact));
    return profile_of(ids);
  });
}

FactProfiles::Profile FactProfiles::without(Profile profile, std::span<const Fact> gone) {
  if (gone.empty()) return profile;
  question_.clear();
  KeyText(question_).add(profile);
  for (const Fact& fact : gone) KeyText(question_).add(fact);
  return without_.of(question_, [&] {
    std::vector<FactId> ids = members(profile);
    for (const Fact& fact : gone) std::erase(ids, id_of(fact));
    return profile_of(ids);
  });
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

Fact FactProfiles::fact(FactId id) const {
  const Stored entry = stored(id);
  Fact fact{std::string(fields_[entry.field]), std::string(sources_[entry.source])};
  if (entry.as_of != kNoDay) fact.as_of = Date{entry.as_of};
  fact.evidence.code = static_cast<std::uint8_t>(entry.evidence);
  return fact;
}

void FactProfiles::select(std::span<const std::string_view> fields) {
  std::vector<bool> wanted(fields_.size());
  for (const std::string_view field : fields) {
    const TextTable::Code code = fields_.find(field);
    if (code != TextTable::kNone) wanted[code] = true;
  }
  TextTable selections(LetterCase::matters);
  for (Profile profile = 0; profile < profiles_.size(); ++profile) {
    std::vector<FactId> ids = members(profile);
    std::erase_if(ids, [&](FactId id) { return !wanted[stored(id).field]; });
    const auto [selection, added] =
        selections.add({reinterpret_cast<const char*>(ids.data()), ids.size() * sizeof(FactId)});
    selection_of_.push_back(selection);
    if (!added) continue;
    selected_.emplace_back();
    for (const FactId id : ids) selected_.back().push_back(fact(id));
  }
}

// What no row has any more is left out, and what is left is numbered in the order of the rows.
void FactProfiles::write(ImageWriter& image, std::vector<Profile> own,
                         std::vector<Profile> inherited) const {
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
  const auto renumber = [&](Profile& profile) {
    std::uint32_t& number = new_profile[profile];
    if (number == kUnused) {
      number = static_cast<std::uint32_t>(starts.size() - 1);
      for (const FactId id : members(profile)) facts.push_back(fact_number(id));
      starts.push_back(static_cast<std::uint32_t>(facts.size()));
    }
    profile = number;
  };
  for (std::size_t row = 0; row < own.size(); ++row) {
    renumber(own[row]);
    renumber(inherited[row]);
  }
  image.add("fact/profiles", own);
  image.add("fact/inherited", inherited);
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
