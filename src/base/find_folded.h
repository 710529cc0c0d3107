// find_folded() of base/text.h on every processor, and faster on most.
#pragma once

#include <cstddef>
#include <string_view>

namespace oms {

std::size_t find_folded_everywhere(std::string_view text, std::string_view needle_folded);

inline constexpr std::size_t kAvx2Block = 32;
// Needs has_avx2(), a needle that is not empty, and a text that is longer by kAvx2Block at least.
std::size_t find_folded_avx2(std::string_view text, std::string_view needle_folded);

}  // namespace oms
