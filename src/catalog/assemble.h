// One model's record out of everything that is known about it.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "catalog/curated.h"
#include "oms/model/records.h"
#include "oms/source/hub_record.h"

namespace oms {

// Whose bundled rows give way to what was fetched.
struct Replaced {
  bool router = false;
  bool openrouter = false;
  std::set<std::string, std::less<>> scores_of = {};  // names in data/sources.tsv
};

// The longest context that a service's hosts serve a model with.
struct Served {
  std::int64_t tokens = 0;
  std::string source = {};
  Day as_of = {};
};

// What fetched services say about one model.
struct Extra {
  std::vector<Offer> offers = {};
  std::vector<Observation> scores = {};
  bool sold_as_text = false;
  Served served = {};
  std::string status = {};  // a confirmed one: unlisted, renamed, gone
  Day status_as_of = {};
};

// All but what depends on other models: inherited family and the price shown.
Record assemble(const HubRecord& hub, const Curated& curated, const Replaced& replaced,
                const Extra& extra);

// Of that, what a record has for itself: id, kOwnFields, base models, and the facts about its
// lineage and its sizes. Whatever `record` held is gone.
void assemble_own(Record& record, const HubRecord& hub, const Curated& curated);

// A closed model from a price list, row of closed-models.tsv: a reference row.
Record assemble_closed(const Curated& curated, std::size_t row, const Replaced& replaced,
                       const Extra& extra);

// The price columns, out of the record's offers. `newest`: newest price date in the catalog.
void fill_price(Record& record, Date newest);

}  // namespace oms
