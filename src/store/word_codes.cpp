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
  write_dictionary(image, prefix, order_.size(), [&](std::size_t i) { return words_[order_[i]]; });
}

void write_dictionary(ImageWriter& image, const std::string& prefix, std::size_t count,
                      const std::function<std::string_view(std::size_t)>& word) {
  const std::string place = section::part(prefix, "words");
  std::vector<std::uint32_t> offsets{0, 0};
  offsets.reserve(count + 2);
  for (std::size_t i = 0; i < count; ++i)
    offsets.push_back(offsets.back() + static_cast<std::uint32_t>(word(i).size()));
  image.add(section::part(place, "offsets"), offsets);
  image.begin(section::part(place, "pool"), 1);
  for (std::size_t i = 0; i < count; ++i) image.append(std::span<const char>(word(i)));
}

}  // namespace oms
