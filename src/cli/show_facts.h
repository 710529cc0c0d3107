// All that is known about one model, gathered for printing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/reference.h"
#include "oms/base/tsv.h"
#include "oms/catalog/catalog.h"
#include "oms/catalog/lineage_view.h"
#include "oms/model/price.h"
#include "oms/model/records.h"

namespace oms {

// What is the same for every model of one call.
struct ShowTables {
  explicit ShowTables(const Catalog& opened);

  const Catalog& catalog;
  MetricTable metrics;
  TaskTable tasks;
  std::optional<Tsv> sources = {};  // unset when the catalog carries none
  Day newest_price = {};
};

struct ShownOffer {
  Offer offer = {};
  Number blended = {};
  bool shown = false;    // the price fields come from this one
  bool outlier = false;  // far from what other hosts ask
  bool old = false;      // more than kFreshDays behind the newest price of the catalog
};

struct ShownScore {
  Observation observation = {};
  const Metric* metric = nullptr;
};

struct ShownBase {
  std::string id = {};
  bool known = false;  // the catalog has a record of it
};

struct Shown {
  const ShowTables* tables = nullptr;
  Row row = kNoRow;
  std::vector<Fact> facts = {};
  std::vector<ShownOffer> offers = {};  // cheapest first, without a price last
  std::vector<ShownScore> scores = {};
  std::vector<ShownBase> bases = {};
  LineageView lineage = {};  // the model is its first node
  Inheritance inherited = {};
  const ShownScore* quality = nullptr;  // in the preferred metric of the model's own tasks
  std::int64_t copies = 0;              // quantized copies in the catalog

  const Table& table() const { return tables->catalog.table(); }
  // The table's value, or for computed fields what a query for this model's tasks would say.
  Value value(FieldId field) const;
  Value value(std::string_view field) const { return value(field_id(field)); }
  // Where the value comes from: the strongest statement, of equal ones the last. May be null.
  const Fact* fact(std::string_view field) const;
  // The license that its class was read from; null when that is not known.
  const License* license() const;
  bool reference() const { return is_reference(table().id(row)); }

  Shown() = default;
  Shown(Shown&&) = default;  // `quality` points into `scores`, which keeps its memory when moved
  Shown& operator=(Shown&&) = default;
};

Shown gather(const ShowTables& tables, Row row);

// Offers and scores of one row alone, as gather() has them.
std::vector<ShownOffer> shown_offers(const Table& table, Row row, Day newest_price);
std::vector<ShownScore> shown_scores(const Table& table, Row row, const MetricTable& metrics);

}  // namespace oms
