// The sources of data/sources.tsv with what comes from each, as rows.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/records.h"
#include "oms/base/tsv.h"
#include "oms/catalog/catalog.h"

namespace oms {

struct Source {
  std::string_view name = {};
  std::string_view kind = {};
  std::string_view title = {};
  std::string_view url = {};
  std::string_view gives = {};
  std::string_view terms = {};
  std::string_view credit = {};
  Day from = {};
  Day to = {};
  std::string_view fetch = {};  // word of 'oms fetch --only' that brings it; "" = none
};

struct CountedSource {
  Source source = {};
  std::optional<std::int64_t> records = {};
  std::optional<std::int64_t> prices = {};
  std::optional<std::int64_t> scores = {};
  std::vector<std::string> metrics = {};
  std::optional<std::int64_t> age_days = {};
  std::optional<SourceInfo> asked = {};  // set once `fetch` has asked it, with or without success
  std::optional<SourceJoin> join = {};   // of what was fetched from it

  bool fetched() const { return asked && !asked->fetched_at.empty(); }
};

// Every source; what was fetched has the day of the fetch, not of what is bundled. Counts are unset
// where no name joins it with the catalog. `sources` must outlive it.
std::vector<CountedSource> count_sources(const Tsv& sources, const Catalog& catalog,
                                         std::int64_t now_ms);

Records source_records(std::span<const CountedSource> sources);

}  // namespace oms
