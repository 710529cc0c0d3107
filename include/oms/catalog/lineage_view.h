// The bases of one model of the catalog, ready for inherit().
#pragma once

#include <vector>

#include "oms/catalog/catalog.h"
#include "oms/model/license.h"
#include "oms/model/lineage.h"

namespace oms {

struct LineageView {
  std::vector<LineageNode> nodes = {};  // the model first; the rest are all its ancestors
  std::vector<Row> rows = {};           // of each node; kNoRow where the catalog has none
};

// `licenses` must outlive the view.
LineageView lineage_of(const Table& table, const LicenseTable& licenses, Row model);

}  // namespace oms
