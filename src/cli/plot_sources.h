// Which sources the figures of a picture come from.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "oms/catalog/catalog.h"

namespace oms {

struct PlotSource {
  std::string name = {};  // in data/sources.tsv
  std::string title = {};
  std::string credit = {};  // how it asks to be named, "" where it does not
  Day as_of = {};           // newest day of what the picture takes from it
};

// In the order of data/sources.tsv. `table` has the columns of the metric, if it is asked for.
std::vector<PlotSource> plot_sources(const Catalog& catalog, const Table& table,
                                     const Metric* metric, std::span<const Row> rows,
                                     std::span<const FieldId> fields);

}  // namespace oms
