// Finds the strings of a column that a condition on texts asks for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "oms/model/table.h"

namespace oms {

// Which strings pass: those that equal, or contain, one of the needles (folded).
struct TextMatch {
  bool contains = false;
  std::vector<std::string> needles = {};

  // Writes 1 for each of the strings [begin, end) that passes, else 0.
  void run(const StringColumn& strings, std::size_t begin, std::size_t end,
           std::uint8_t* out) const;
};

}  // namespace oms
