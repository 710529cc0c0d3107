// model-index of a model card → score observations.
#pragma once

#include <vector>

#include "oms/model/records.h"
#include "source/hub_json.h"

namespace oms {

// What the publisher, or a bot in its name, wrote into the card: graded self-reported whatever the
// card says about it. Rows of benchmarks without a row in data/metrics.tsv, in other measures than
// its one, or without a number are left out.
std::vector<Observation> read_model_index(value json);

}  // namespace oms
