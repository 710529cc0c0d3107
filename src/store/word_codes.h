// From codes in the order of first appearance to those of a sorted dictionary.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "oms/store/image.h"
#include "oms/store/text_table.h"

namespace oms {

// The sections "<prefix>/words/…" of a dictionary: the empty word and `count` sorted ones, each of
// which `word` gives by its place.
void write_dictionary(ImageWriter& image, const std::string& prefix, std::size_t count,
                      const std::function<std::string_view(std::size_t)>& word);

// The words in use, sorted by bytes; 0 is the empty one. Writes them as a dictionary.
class SortedWords {
 public:
  // `used`: of each code, whether it occurs; empty: all do.
  explicit SortedWords(const TextTable& words, const std::vector<bool>& used = {});

  // Of a code of the table.
  std::uint32_t code(TextTable::Code of) const { return codes_[of]; }
  std::size_t size() const { return order_.size() + 1; }
  void write(ImageWriter& image, const std::string& prefix) const;

 private:
  const TextTable& words_;
  std::vector<TextTable::Code> order_ = {};  // without the empty word
  std::vector<std::uint32_t> codes_ = {};
};

}  // namespace oms
