// Makes the records of models, most of them only in part: the fields that follow from a record's
// shape are made for the first record that has it.
#pragma once

#include <deque>
#include <string>

#include "catalog/assemble.h"
#include "catalog/curated.h"
#include "catalog/draft_records.h"
#include "catalog/extras.h"
#include "oms/store/text_table.h"

namespace oms {

// Models that the tables of data/ or services say something about.
TextTable named_models(const Curated& curated, const Extras& extras);

class RecordMaker {
 public:
  // All of them must outlive it.
  RecordMaker(const Curated& curated, const Replaced& replaced, const Extras& extras,
              const TextTable& named)
      : curated_(&curated), replaced_(&replaced), extras_(&extras), named_(&named) {}

  void operator()(const HubRecord& hub, DraftedRecord& into);

 private:
  Shape* shape_of(const HubRecord& hub, const Record& own, bool& is_new);

  const Curated* curated_;
  const Replaced* replaced_;
  const Extras* extras_;
  const TextTable* named_;
  std::string key_ = {};
  TextTable keys_{LetterCase::matters};  // the content hash of each
  std::deque<Shape> shapes_ = {};        // by their code
};

}  // namespace oms
