// A quantized copy without a score of its own may show that of the model it was made of.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "catalog/row_by_id.h"
#include "oms/model/records.h"

namespace oms {

// By metric, the one of the strongest grade, then of the newest day, then the first. They point
// into `scores`.
std::map<std::string_view, const Observation*> best_scores(std::span<const Observation> scores);

// Adds, for each metric that a quantized copy has no score in, the strongest one of the nearest
// model up its bases that is not quantized, graded `borrowed`. Fine-tunes and merges are other
// models and borrow nothing. Only the first `count` records get any.
void borrow_scores(std::vector<Record>& records, std::size_t count, const RowById& rows);

}  // namespace oms
