#include "store/word_codes.h"

#include "store/section_names.h"

namespace oms {

SortedWords::SortedWords(const TextTable& words, const std::vector<bool>& used)
    : words_(words), codes_(words.size(), 0) {
  for (const TextTable::Code code : words.sorted()) {
    if (words[code].empty() || (!used.empty() && !used[code])) continue;
    order_.push_back(code);
    codes_[code] = static_cast<std::uint32_t>(order_.size());
  }
}

void SortedWords::write(ImageWriter& image, const std::string& prefix) const {
  const std::string place = section::part(prefix, "words");
  std::vector<std::uint32_t> offsets{0, 0};
  for (const TextTable::Code code : order_)
    offsets.push_back(offsets.back() + static_cast<std::uint32_t>(words_[code].size()));
  image.add(section::part(place, "offsets"), offsets);
  image.begin(section::part(place, "pool"), 1);
  for (const TextTable::Code code : order_) image.append(std::span<const char>(words_[code]));
}

}  // namespace oms
