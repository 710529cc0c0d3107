// One model's record out of everything that is known about it.
#pragma once

#include "catalog/curated.h"
#include "oms/model/records.h"
#include "oms/source/hub_record.h"

namespace oms {

// Services whose bundled rows give way to what was fetched from them.
struct Replaced {
  bool router = false;
  bool openrouter = false;
  bool openevals = false;
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

// A closed model from a price list: a reference row.
Record assemble_closed(const DataTable& closed, std::size_t row);

// The price columns, out of the record's offers. `newest`: newest price date in the catalog.
void fill_price(Record& record, Date newest);

}  // namespace oms
