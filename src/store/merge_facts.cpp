#include <string_view>
#include <unordered_map>
#include <vector>

#include "oms/base/first_not.h"
#include "store/checksum.h"
#include "store/merge_columns.h"

namespace oms {
namespace {

using Code = std::uint32_t;
constexpr Code kUnused = static_cast<Code>(-1);

template <typename T>
std::string_view bytes_of(std::span<const T> values) {
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

// By code of the fresh dictionary its code in the former one; kUnused where that lacks the word.
std::vector<Code> codes_there(const StringColumn& fresh, const StringColumn& former) {
  std::vector<Code> codes(fresh.size(), kUnused);
  codes[0] = 0;
  Code there = 1;
  for (Code code = 1; code < fresh.size(); ++code) {
    const std::string_view word = fresh[code];
    there = first_not_near(there, static_cast<Code>(former.size()),
                           [&](Code other) { return former[other] < word; });
    if (there < former.size() && former[there] == word) codes[code] = there;
  }
  return codes;
}

// Keys that many others are looked up among, nearly all in vain.
class RareKeys {
 public:
  void add(std::string_view key, Code code) {
    if (codes_.emplace(key, code).second) seen_[place(key)] = true;
  }
  // Of an equal key; kUnused where there is none.
  Code find(std::string_view key) const {
    if (!seen_[place(key)]) return kUnused;
    const auto found = codes_.find(key);
    return found == codes_.end() ? kUnused : found->second;
  }

 private:
  static constexpr std::size_t kPlaces = std::size_t{1} << 20;
  static std::size_t place(std::string_view key) { return checksum(key) % kPlaces; }

  std::unordered_map<std::string_view, Code> codes_ = {};
  std::vector<bool> seen_ = std::vector<bool>(kPlaces);
};

// One numbering for the facts of both tables, and one for their combinations: those of the former
// table keep their numbers, what only the fresh one has is numbered behind them.
class BothFacts {
 public:
  BothFacts(const FactTable& former, const FactTable& fresh) : former_(former), fresh_(fresh) {
    find_facts();
    find_profiles();
  }

  std::size_t facts() const { return former_.evidence.size() + fresh_.evidence.size(); }
  std::size_t profiles() const { return former_.profile_count() + fresh_.profile_count(); }
  Code profile_of(bool fresh, Code profile) const { return fresh ? profiles_[profile] : profile; }
  // Calls `use` for each fact of a combination.
  template <typename Use>
  void each_fact(Code profile, Use use) const {
    if (profile < former_.profile_count()) {
      for (const Code fact : former_.of_profile(profile)) use(fact);
    } else {
      const auto there = static_cast<Code>(profile - former_.profile_count());
      for (const Code fact : fresh_.of_profile(there)) use(facts_[fact]);
    }
  }
  // Which table a fact is in, and its number there.
  std::pair<bool, Code> place_of(Code fact) const {
    const bool fresh = fact >= former_.evidence.size();
    return {fresh, fresh ? static_cast<Code>(fact - former_.evidence.size()) : fact};
  }

 private:
  struct Key {
    Code field;
    Code source;
    std::int32_t as_of;
    Code evidence;
  };
  static Key key(const FactTable& of, Code fact) {
    return {of.field.codes[fact], of.source.codes[fact], of.as_of[fact], of.evidence[fact]};
  }

  void find_facts() {
    const auto fields = codes_there(fresh_.field.dictionary, former_.field.dictionary);
    const auto sources = codes_there(fresh_.source.dictionary, former_.source.dictionary);
    std::vector<Key> keys;
    for (Code fact = 0; fact < fresh_.evidence.size(); ++fact) {
      keys.push_back(key(fresh_, fact));
      keys.back().field = fields[keys.back().field];
      keys.back().source = sources[keys.back().source];
      facts_.push_back(static_cast<Code>(former_.evidence.size()) + fact);
    }
    RareKeys wanted;
    for (Code fact = 0; fact < keys.size(); ++fact)
      wanted.add(bytes_of(std::span<const Key>(&keys[fact], 1)), fact);
    for (Code fact = 0; fact < former_.evidence.size(); ++fact) {
      const Key there = key(former_, fact);
      const Code found = wanted.find(bytes_of(std::span<const Key>(&there, 1)));
      if (found != kUnused) facts_[found] = fact;
    }
  }
  void find_profiles() {
    std::vector<std::vector<Code>> members;
    for (Code profile = 0; profile < fresh_.profile_count(); ++profile) {
      profiles_.push_back(static_cast<Code>(former_.profile_count()) + profile);
      members.emplace_back();
      for (const Code fact : fresh_.of_profile(profile)) members.back().push_back(facts_[fact]);
    }
    RareKeys wanted;
    for (Code profile = 0; profile < members.size(); ++profile)
      wanted.add(bytes_of(std::span<const Code>(members[profile])), profile);
    for (Code profile = 0; profile < former_.profile_count(); ++profile) {
      const Code found = wanted.find(bytes_of(former_.of_profile(profile)));
      if (found != kUnused) profiles_[found] = profile;
    }
  }

  const FactTable& former_;
  const FactTable& fresh_;
  std::vector<Code> facts_ = {};     // by number there
  std::vector<Code> profiles_ = {};  // likewise
};

// Numbers combinations and facts in the order of the rows, as FactProfiles::write() does.
class Renumbered {
 public:
  explicit Renumbered(const BothFacts& both)
      : both_(both), profiles_(both.profiles(), kUnused), facts_(both.facts(), kUnused) {}

  Code profile(Code of) {
    Code& number = profiles_[of];
    if (number == kUnused) {
      number = static_cast<Code>(starts.size() - 1);
      both_.each_fact(of, [&](Code fact) { members.push_back(this->fact(fact)); });
      starts.push_back(static_cast<Code>(members.size()));
    }
    return number;
  }

  std::vector<Code> starts = {0};
  std::vector<Code> members = {};    // of the combinations, one after the other
  std::vector<RowRun> entries = {};  // facts, in the order of their numbers

 private:
  Code fact(Code of) {
    Code& number = facts_[of];
    if (number == kUnused) {
      number = next_++;
      const auto [fresh, there] = both_.place_of(of);
      add_run(entries, {fresh, there, 1});
    }
    return number;
  }

  const BothFacts& both_;
  std::vector<Code> profiles_;
  std::vector<Code> facts_;
  Code next_ = 0;
};

}  // namespace

struct FactMerge::Both {
  BothFacts facts;
};

FactMerge::FactMerge(const FactTable& former, const FactTable& fresh)
    : former_(former),
      fresh_(fresh),
      both_(std::make_unique<Both>(Both{BothFacts(former, fresh)})) {}
FactMerge::~FactMerge() = default;

void FactMerge::write(ImageWriter& image, Runs runs) const {
  const BothFacts& both = both_->facts;
  Renumbered renumbered(both);
  std::vector<Code> own;
  std::vector<Code> inherited;
  for (const RowRun& run : runs) {
    const FactTable& there = run.fresh ? fresh_ : former_;
    for (Row row = run.first; row < run.first + run.count; ++row) {
      own.push_back(renumbered.profile(both.profile_of(run.fresh, there.profiles[row])));
      inherited.push_back(renumbered.profile(both.profile_of(run.fresh, there.inherited[row])));
    }
  }
  image.add("fact/profiles", own);
  image.add("fact/inherited", inherited);
  image.add("fact/starts", renumbered.starts);
  image.add("fact/members", renumbered.members);
  merge_words(image, "fact/field", former_.field, fresh_.field, renumbered.entries);
  merge_words(image, "fact/source", former_.source, fresh_.source, renumbered.entries);
  merge_numbers(image, "fact/as_of", former_.as_of, fresh_.as_of, renumbered.entries);
  merge_numbers(image, "fact/evidence", former_.evidence, fresh_.evidence, renumbered.entries);
}

}  // namespace oms
