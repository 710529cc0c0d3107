// The catalog that is part of the program: an index image made from data/ when it was built.
#pragma once

#include <cstddef>
#include <span>

extern "C" {
extern const std::byte oms_bundle_begin[];
extern const std::byte oms_bundle_end[];
}

namespace oms {

inline std::span<const std::byte> bundled_image() { return {oms_bundle_begin, oms_bundle_end}; }

}  // namespace oms
