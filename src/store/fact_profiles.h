// The facts of millions of records are few different ones in few combinations: each is kept once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/model/records.h"
#include "oms/store/image.h"
#include "oms/store/text_table.h"

namespace oms {

class FactProfiles {
 public:
  using Profile = std::uint32_t;

  explicit FactProfiles(Scratch& scratch);  // which must outlive it
  // The number of this combination, order kept.
  Profile add(std::span<const Fact> facts);
  // The number of a combination without `gone`.
  Profile without(Profile profile, std::span<const Fact> gone);
  // Of every combination so far, the facts about these fields. Once; then selected() may be asked
  // for them, by several threads at once.
  void select(std::span<const std::string_view> fields);
  const std::vector<Fact>& selected(Profile profile) const {
    return selected_[selection_of_[profile]];
  }
  // The sections "fact/…". Of each row the combination of its own facts, and that of what it
  // inherited: those name bases and are as many as there are, the others stay few.
  void write(ImageWriter& image, std::vector<Profile> own, std::vector<Profile> inherited) const;

 private:
  using FactId = std::uint32_t;
  struct Stored {
    TextTable::Code field = 0;
    TextTable::Code source = 0;
    std::int32_t as_of = 0;
    std::uint32_t evidence = 0;
  };
  FactId id_of(const Fact& fact);
  Stored stored(FactId id) const;
  Fact fact(FactId id) const;
  std::vector<FactId> members(Profile profile) const;

  TextTable fields_{LetterCase::matters};
  TextTable sources_;
  TextTable facts_;     // the bytes of a Stored
  TextTable profiles_;  // the bytes of FactIds
  // What add() and without() were asked, as one text each, and their answers.
  class Answers {
   public:
    template <typename Make>
    Profile of(std::string_view question, Make make);

   private:
    static constexpr std::size_t kMost = 1 << 15;  // many different questions do not come again
    TextTable questions_{LetterCase::matters};
    std::vector<Profile> answers_ = {};
  };
  Profile profile_of(std::span<const FactId> ids);

  std::vector<std::uint32_t> selection_of_ = {};  // by profile
  std::vector<std::vector<Fact>> selected_ = {};  // by selection
  std::string question_ = {};
  Answers added_ = {};
  Answers without_ = {};
};

}  // namespace oms
