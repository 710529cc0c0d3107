#include "store/block_checksum.h"

#include <cstddef>
#include <span>
#include <string>

#include "base/cpu.h"
#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("a block has the same checksum by every kind of vectors", "[store]") {
  std::string bytes;
  for (int i = 0; i < 70000; ++i) bytes += static_cast<char>(i * 31 + i / 7);
  for (const std::size_t size : {0, 1, 16, 240, 241, 1024, 65536, 70000}) {
    INFO(size);
    const auto block = std::as_bytes(std::span(bytes).first(size));
    CHECK(block_checksum(block) == xxh3_everywhere(bytes.data(), size));
    if (has_avx2()) CHECK(xxh3_avx2(bytes.data(), size) == xxh3_everywhere(bytes.data(), size));
  }
}

TEST_CASE("a block's checksum is what xxhsum -H3 prints", "[store]") {
  CHECK(block_checksum({}) == 0x2d06800538d394c2U);
  CHECK(block_checksum(std::as_bytes(std::span("oms", 3))) == 0x8610210356b28ad7U);
}

}  // namespace
}  // namespace oms
