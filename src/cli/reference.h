// Closed models of price lists, kept for comparison: rows that are no repositories.
#pragma once

#include <cstddef>
#include <string_view>

#include "oms/model/table.h"

namespace oms {

// No id of the Hub has a colon.
inline constexpr std::string_view kReferencePrefix = "openrouter:";

// A model whose weights an index calls closed may still be a repository; the id alone decides.
inline bool is_reference(std::string_view id) { return id.starts_with(kReferencePrefix); }

inline std::size_t reference_rows(const Table& table) {
  std::size_t count = 0;
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (is_reference(table.id(static_cast<Row>(row)))) ++count;
  }
  return count;
}

}  // namespace oms
