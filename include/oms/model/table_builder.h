// Turns records into columns held in memory. The index writer stores them, tests query them.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "oms/model/records.h"
#include "oms/model/table.h"

namespace oms {

// Owns the columns its table() points into; movable, the table stays valid.
class TableBuilder {
 public:
  // Sorts by folded id. Ids must be unique letter case aside; a later double is dropped.
  explicit TableBuilder(std::vector<Record> records);
  ~TableBuilder();
  TableBuilder(TableBuilder&&) noexcept;
  TableBuilder& operator=(TableBuilder&&) noexcept;

  const Table& table() const;

 private:
  struct Storage;
  std::unique_ptr<Storage> storage_;
};

}  // namespace oms
