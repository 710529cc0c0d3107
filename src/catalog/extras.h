// What the fetched services say about each model, and which of their names found none.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "catalog/assemble.h"
#include "catalog/joiner.h"
#include "oms/catalog/build.h"
#include "oms/catalog/source_join.h"

namespace oms {

struct Extras {
  std::unordered_map<std::string, Extra> by_id = {};  // by folded id of the catalog
  std::vector<SourceJoin> joins = {};                 // one a source

  const Extra& of(std::string_view id) const;  // an empty one where nothing is said
};
Extras collect_extras(const FetchedData& fetched, const Joiner& joiner);

// Which bundled rows give way to what was fetched.
Replaced replaced_sources(const FetchedData& fetched);

}  // namespace oms
