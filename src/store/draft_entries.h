// Offers and scores of a table that is being made.
#pragma once

#include <cstdint>
#include <vector>

#include "oms/model/records.h"
#include "oms/store/table_draft.h"
#include "oms/store/text_table.h"
#include "store/draft_columns.h"

namespace oms {

class DraftOffers {
 public:
  void add(Position at, const Offer& offer);  // positions ascend
  template <typename Use>
  void each_record(Use use) const {
    std::vector<Offer> offers;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      offers.push_back(offer(entries_[i]));
      const bool last = i + 1 == entries_.size() || entries_[i + 1].at != entries_[i].at;
      if (!last) continue;
      use(entries_[i].at, offers);
      offers.clear();
    }
  }
  void write(ImageWriter& image, const RowOrder& order) const;

 private:
  struct Entry {
    Position at = 0;
    TextTable::Code host = 0;
    TextTable::Code route = 0;
    TextTable::Code source = 0;
    std::int32_t as_of = 0;
    std::int64_t input = 0;
    std::int64_t output = 0;
    std::int64_t cached = 0;
  };
  Offer offer(const Entry& entry) const;

  std::vector<Entry> entries_ = {};
  TextTable hosts_{LetterCase::matters};
  TextTable routes_{LetterCase::matters};
  TextTable sources_{LetterCase::matters};
};

class DraftScores {
 public:
  void add(Position at, const Observation& score);  // positions ascend
  // Scores that a record is given once all are there.
  void add_late(Position at, const Observation& score);
  std::vector<Observation> added(Position at) const;
  std::vector<Observation> now(Position at) const;
  void write(ImageWriter& image, const RowOrder& order) const;

 private:
  struct Entry {
    Position at = 0;
    TextTable::Code metric = 0;
    TextTable::Code variant = 0;
    TextTable::Code source = 0;
    std::int32_t as_of = 0;
    std::uint8_t grade = 0;
    std::int64_t value = 0;
  };
  Entry entry(Position at, const Observation& score);
  void append(const std::vector<Entry>& entries, Position at, std::vector<Observation>& to) const;

  std::vector<Entry> entries_ = {};
  std::vector<Entry> late_ = {};
  TextTable metrics_{LetterCase::matters};
  TextTable variants_{LetterCase::matters};
  TextTable sources_{LetterCase::matters};
};

}  // namespace oms
