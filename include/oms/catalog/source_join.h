// How many of a fetched source's models the catalog knows, and the names of the others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "oms/source/price_sources.h"

namespace oms {

struct SourceJoin {
  std::string source = {};  // word of `fetch --only`
  std::size_t joined = 0;   // of the source's names
  std::vector<Harvest::Named> unmatched = {};
};

}  // namespace oms
