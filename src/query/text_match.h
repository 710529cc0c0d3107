// Finds the strings of a column that a condition on texts asks for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "oms/model/table.h"
#include "oms/query/condition.h"

namespace oms {

// Which strings pass: those that equal, or contain, one of the needles (folded).
struct TextMatch {
  bool contains = false;
  std::vector<std::string> needles = {};

  bool passes(std::string_view text) const;
  // Writes 1 for each of the strings [begin, end) that passes, else 0.
  void run(const StringColumn& strings, std::size_t begin, std::size_t end,
           std::uint8_t* out) const;
};

TextMatch text_match(const Condition& condition);
// By code: 1 for the words that pass.
std::vector<std::uint8_t> passing_words(const StringColumn& dictionary, const Condition& condition);

}  // namespace oms
