// XXH3-64 of a block of an image, with the widest vectors of the processor that are worth it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace oms {

std::uint64_t block_checksum(std::span<const std::byte> block);

// What it chooses from. The second one needs AVX2.
std::uint64_t xxh3_everywhere(const void* bytes, std::size_t size);
std::uint64_t xxh3_avx2(const void* bytes, std::size_t size);

}  // namespace oms
