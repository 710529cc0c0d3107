// The bases of one model of the catalog, ready for inherit().
#pragma once

#include <vector>

#include "oms/catalog/catalog.h"
#include "oms/model/license.h"
#include "oms/model/lineage.h"

namespace oms {

// Views of it lead into the catalog and into itself, which may move.
struct LineageView {
  std::vector<LineageNode> nodes = {};  // the model first; the rest are all its ancestors
  std::vector<Row> rows = {};           // of each node; kNoRow where the catalog has none
  LicenseTable licenses = {};           // those of the nodes
};

LineageView lineage_of(const Catalog& catalog, Row model);

}  // namespace oms
