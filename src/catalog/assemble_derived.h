// What follows from a model's name, its tags and its offers: each value with what it follows from.
#pragma once

#include "catalog/curated.h"
#include "oms/model/records.h"
#include "oms/source/hub_record.h"

namespace oms {

// `telling`: of the tags those that something follows from (Curated::telling).

// Family, domain, languages and quantization; after the tags.
void fill_derived(Record& record, const HubRecord& hub, const Curated& curated,
                  const std::vector<std::string>& telling);

// `tasks`; after the offers, which may prove that a model is chat.
void fill_tasks(Record& record, const HubRecord& hub, const Curated& curated,
                const std::vector<std::string>& telling, bool sold_as_text);

}  // namespace oms
