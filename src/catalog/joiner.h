// From what a source calls a model to the catalog's id. Never guesses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/curated.h"
#include "catalog/id_lookup.h"
#include "catalog/renames.h"
#include "oms/catalog/services.h"
#include "oms/source/overrides.h"

namespace oms {

class Joiner {
 public:
  // All must outlive it.
  Joiner(const IdLookup& ids, const Renames& renames, const Curated& curated,
         const std::vector<NameOverride>& overrides)
      : ids_(ids), renames_(renames), curated_(curated), overrides_(overrides) {}

  // Folded id; "" when nothing says which model it is. In this order: what the user says; a Hub id,
  // letter case aside; a former name; data/source-names.tsv by the source's key, then by its name
  // for people. A name of a source's own is never held against ids.
  std::string id_of(std::string_view source, NamedBy named_by, std::string_view key,
                    std::string_view name) const;

 private:
  std::string present_id(std::string_view id) const;
  std::string by_user(std::string_view source, std::string_view key, std::string_view name) const;
  std::string by_table(std::string_view source, std::string_view name) const;

  const IdLookup& ids_;
  const Renames& renames_;
  const Curated& curated_;
  const std::vector<NameOverride>& overrides_;
};

}  // namespace oms
