// The scores of a record: the bundled ones, what services said, and the Hub's evaluation results.
#pragma once

#include "catalog/assemble.h"
#include "catalog/curated.h"
#include "oms/model/records.h"
#include "oms/source/hub_record.h"

namespace oms {

// Whether the bundled scores in a metric give way to those that were fetched.
bool is_replaced_score(const MetricTable& metrics, std::string_view metric,
                       const Replaced& replaced);

void fill_scores(Record& record, const HubRecord& hub, const Curated& curated,
                 const Replaced& replaced, const Extra& extra);

}  // namespace oms
