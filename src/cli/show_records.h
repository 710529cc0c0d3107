// Offers and scores of a model as cells of their columns (record_columns.h).
#pragma once

#include <vector>

#include "cli/records.h"
#include "cli/show_facts.h"

namespace oms {

std::vector<RecordCell> offer_cells(const ShownOffer& entry);        // offer_columns()
std::vector<RecordCell> observation_cells(const ShownScore& score);  // observation_columns()

}  // namespace oms
