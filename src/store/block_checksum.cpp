#include "store/block_checksum.h"

#include <xxhash.h>

#include "base/cpu.h"

namespace oms {
std::uint64_t xxh3_everywhere(const void* bytes, std::size_t size) {
  return XXH3_64bits(bytes, size);
}

std::uint64_t block_checksum(std::span<const std::byte> block) {
  static const bool wide = has_avx2();
  return (wide ? xxh3_avx2 : xxh3_everywhere)(block.data(), block.size());
}

}  // namespace oms
