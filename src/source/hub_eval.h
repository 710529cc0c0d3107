// evalResults of a Hub record → score observations.
#pragma once

#include <vector>

#include "oms/model/records.h"
#include "source/hub_json.h"

namespace oms {

// Entries of benchmarks without a row in data/metrics.tsv, or without a number, are left out.
// Grade: verified (signed run), community (an open pull request), else self-reported.
std::vector<Observation> read_eval_results(value json);

}  // namespace oms
