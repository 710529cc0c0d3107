// Finds a word in a sorted dictionary, letter case aside, without reading all of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "oms/model/table.h"
#include "oms/store/image.h"

namespace oms {

// The codes of the words of `dictionary` that are `folded` when they are folded, ascending. Of the
// dictionary, whose sections may be unverified, only what is read is verified: see damaged().
std::vector<std::uint32_t> find_word(const ImageView& image, const StringColumn& dictionary,
                                     std::size_t pool_size, std::string_view folded);

}  // namespace oms
