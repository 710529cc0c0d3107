// A question to the catalog, ready to be answered: the flags of a selection, resolved, and the
// table with the columns that they compute.
#pragma once

#include <memory>
#include <optional>

#include "cli/command.h"
#include "cli/selection.h"
#include "oms/query/frontier.h"
#include "oms/query/prices.h"
#include "oms/query/quality.h"
#include "oms/query/query.h"

namespace oms {

// Parts point into each other: it stays where it is.
struct Asked {
  explicit Asked(Catalog opened) : catalog(std::move(opened)) {}
  Asked(const Asked&) = delete;
  Asked& operator=(const Asked&) = delete;

  // What prices stand for: the bill of a workload, or the blend.
  PriceAxis axis() const {
    return selection.pricing.workload ? PriceAxis::bill : PriceAxis::blended;
  }

  Catalog catalog;
  MetricTable metrics = {};
  Selection selection = {};
  Table table = {};  // with quality, on_frontier and, where asked for, prices of a workload
  std::optional<QualityColumns> quality = {};
  std::optional<PriceColumns> prices = {};
  std::optional<FrontierColumn> frontier = {};
};

// Opens the catalog and reads all flags; what has no meaning in it is said in notes by the caller.
Result<std::unique_ptr<Asked>> ask(const SelectionOptions& options, const Context& context);

// run_query() and find_matches() over its table. The models of the task, which the metric is said
// to cover, are found in the same pass, so that nothing is left to be read when the answer is
// printed.
Answer answer_to(Query query, const Asked& asked);
Matches matches_of(Query query, const Asked& asked, Answer& answer);

}  // namespace oms
