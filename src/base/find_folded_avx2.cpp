#include "base/find_folded.h"

#ifdef __x86_64__

#include <immintrin.h>

#include <cstdint>

namespace oms {
namespace {

#define OMS_AVX2 __attribute__((target("avx2")))

bool is_letter(char folded) { return folded >= 'a' && folded <= 'z'; }
char fold_here(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// A byte in either letter case: setting bit 5 makes a capital the letter that is looked for, and
// nothing else.
struct Either {
  OMS_AVX2 explicit Either(char folded)
      : bit(_mm256_set1_epi8(is_letter(folded) ? 0x20 : 0)), byte(_mm256_set1_epi8(folded)) {}
  OMS_AVX2 __m256i in(const char* from) const {
    const __m256i block = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    return _mm256_cmpeq_epi8(_mm256_or_si256(block, bit), byte);
  }

  __m256i bit;
  __m256i byte;
};

bool folds_to(const char* text, const char* folded, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    if (fold_here(text[i]) != folded[i]) return false;
  }
  return true;
}

}  // namespace

// Only where the first, a middle and the last byte of the needle fit is the rest compared.
OMS_AVX2 std::size_t find_folded_avx2(std::string_view text, std::string_view needle) {
  const std::size_t size = needle.size();
  const std::size_t starts = text.size() - size + 1;
  const std::size_t middle = size / 2;
  const Either first(needle.front());
  const Either inner(needle[middle]);
  const Either last(needle.back());
  for (std::size_t at = 0;; at += kAvx2Block) {
    if (at >= starts) return std::string_view::npos;
    if (at > starts - kAvx2Block) at = starts - kAvx2Block;  // looks at some positions again
    const char* const here = text.data() + at;
    const __m256i both = _mm256_and_si256(first.in(here), last.in(here + size - 1));
    auto places = static_cast<std::uint32_t>(
        _mm256_movemask_epi8(_mm256_and_si256(both, inner.in(here + middle))));
    for (; places != 0; places &= places - 1) {
      const std::size_t place = at + static_cast<std::size_t>(__builtin_ctz(places));
      if (folds_to(text.data() + place, needle.data(), size)) return place;
    }
  }
}

}  // namespace oms

#else

namespace oms {

std::size_t find_folded_avx2(std::string_view, std::string_view) { return std::string_view::npos; }

}  // namespace oms

#endif
