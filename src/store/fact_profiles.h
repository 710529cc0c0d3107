// The facts of millions of records are few different ones in few combinations: each is kept once.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "oms/model/records.h"
#include "oms/store/image.h"
#include "oms/store/text_table.h"

namespace oms {

class FactProfiles {
 public:
  using Profile = std::uint32_t;

  FactProfiles();
  // The number of this combination, order kept.
  Profile add(std::span<const Fact> facts);
  std::vector<Fact> facts(Profile profile) const;
  // The sections "fact/…". `profiles`: that of each row.
  void write(ImageWriter& image, std::vector<Profile> profiles) const;

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
  std::vector<FactId> members(Profile profile) const;

  TextTable fields_{LetterCase::matters};
  TextTable sources_{LetterCase::matters};
  TextTable facts_{LetterCase::matters};     // the bytes of a Stored
  TextTable profiles_{LetterCase::matters};  // the bytes of FactIds
  std::vector<FactId> ids_ = {};
};

}  // namespace oms
