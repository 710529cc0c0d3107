// Pages in a stated order, with the Hub's keyset cursors: a cursor names the last record seen and
// its value, not a position, so it stays good while records come, go and move.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "hub/query.h"
#include "hub/records.h"

namespace oms::loopback {

struct Page {
  std::vector<Row> rows = {};
  std::string next_cursor = {};  // empty on the last page
};

class Order {
 public:
  explicit Order(const Records& records) : records_(records) {}  // must outlive the order

  Result<Page> page(const Listing& listing);
  void forget() { sorted_.clear(); }  // after records changed

 private:
  // All rows in descending order, missing values last, ties by `_id`. Made on first use; order of
  // creation needs none, so that a walk of millions starts at once.
  const std::vector<Row>& sorted(SortKey key);
  Row row_at(const Listing& listing, std::size_t position);
  Result<std::size_t> position_after(const Listing& listing);
  std::string cursor_after(const Listing& listing, Row row) const;

  const Records& records_;
  std::map<SortKey, std::vector<Row>> sorted_ = {};
};

}  // namespace oms::loopback
