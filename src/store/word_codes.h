// From codes in the order of first appearance to those of a sorted dictionary.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "oms/store/image.h"
#include "oms/store/text_table.h"

namespace oms {

// The words in use, sorted by bytes; 0 is the empty one. Writes them as a dictionary.
class SortedWords {
 public:
  // `used`: of each code, whether it occurs; empty: all do.
  explicit SortedWords(const TextTable& words, const std::vector<bool>& used = {});

  // Of a code of the table.
  std::uint32_t code(TextTable::Code of) const { return codes_[of]; }
  std::size_t size() const { return order_.size() + 1; }
  // The sections "<prefix>/words/…".
  void write(ImageWriter& image, const std::string& prefix) const;

 private:
  const TextTable& words_;
  std::vector<TextTable::Code> order_ = {};  // without the empty word
  std::vector<std::uint32_t> codes_ = {};
};

}  // namespace oms
