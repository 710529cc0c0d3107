// The price columns under other terms than those of the catalog: a ratio, a workload, an age.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "oms/model/price.h"
#include "oms/model/table.h"

namespace oms {

// The day that quotes are old against; unset when the table has no dated offer.
Day newest_price(const Table& table);

// Computed columns: bill, and all price fields anew, from the one offer that `pricing` chooses.
// Owns what it adds; must outlive the table's use, as the table's offers must.
class PriceColumns {
 public:
  PriceColumns(const Pricing& pricing, const Table& table);
  void add_to(Table& table) const;

 private:
  void add(Row row, const Price& price, const OfferTable& offers);

  using Amounts = std::vector<std::int64_t>;
  std::vector<Row> rows_ = {};  // those with a price; the rest stands beside them
  Amounts input_ = {};
  Amounts output_ = {};
  Amounts blended_ = {};
  Amounts bill_ = {};
  Amounts min_ = {};
  Amounts max_ = {};
  Amounts providers_ = {};
  std::vector<std::uint32_t> provider_ = {};  // codes of the offers' own dictionaries
  std::vector<std::uint32_t> source_ = {};
  std::vector<std::int32_t> as_of_ = {};
  std::vector<std::uint8_t> old_ = {};
  std::vector<std::pair<FieldId, Column>> columns_ = {};  // of the vectors above
};

}  // namespace oms
