#include "store/word_finder.h"

#include <algorithm>
#include <string>

#include "oms/base/first_not.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// Words that begin alike stand together. Byte by byte they become fewer, once for each letter case.
class Finder {
 public:
  Finder(const ImageView& image, const StringColumn& words, std::size_t pool_size,
         std::string_view folded)
      : image_(image), words_(words), pool_size_(pool_size), folded_(folded) {}

  // `first` … `past` are the words that begin with `at` bytes that fit.
  void narrow(std::size_t first, std::size_t past, std::size_t at) {
    if (first == past) return;
    if (at == folded_.size()) {  // the word that ends here comes before those that go on
      if (word(first).size() == at) codes_.push_back(static_cast<std::uint32_t>(first));
      return;
    }
    const char lower = folded_[at];
    const char upper = lower >= 'a' && lower <= 'z' ? static_cast<char>(lower - 32) : lower;
    descend(first, past, at, upper);  // which stands before the other one
    if (upper != lower) descend(first, past, at, lower);
  }
  std::vector<std::uint32_t> take() { return std::move(codes_); }

 private:
  void descend(std::size_t first, std::size_t past, std::size_t at, char next) {
    const int byte = static_cast<unsigned char>(next);
    const std::size_t begin = boundary(first, past, at, byte);
    narrow(begin, boundary(begin, past, at, byte + 1), at + 1);
  }
  // The first of the words whose byte `at` is not below `byte`; the end of a word is below all.
  std::size_t boundary(std::size_t first, std::size_t past, std::size_t at, int byte) const {
    return first_not(first, past, [&](std::size_t at_word) {
      const std::string_view text = word(at_word);
      const int there = at < text.size() ? static_cast<unsigned char>(text[at]) : -1;
      return there < byte;
    });
  }
  // "" where it is damaged.
  std::string_view word(std::size_t code) const {
    if (!image_.ok(words_.offsets.subspan(code, 2))) return {};
    const std::uint32_t begin = words_.offsets[code];
    const std::uint32_t end = words_.offsets[code + 1];
    if (begin > end || end > pool_size_) return {};
    const std::span<const char> text(words_.pool + begin, end - begin);
    return image_.ok(text) ? std::string_view(text.data(), text.size()) : std::string_view();
  }

  const ImageView& image_;
  const StringColumn& words_;
  std::size_t pool_size_;
  std::string_view folded_;
  std::vector<std::uint32_t> codes_ = {};
};

}  // namespace

std::vector<std::uint32_t> find_word(const ImageView& image, const StringColumn& dictionary,
                                     std::size_t pool_size, std::string_view folded) {
  Finder finder(image, dictionary, pool_size, folded);
  finder.narrow(0, dictionary.size(), 0);
  return finder.take();
}

}  // namespace oms
