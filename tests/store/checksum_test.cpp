#include "store/checksum.h"

#include <string>
#include <string_view>

#include "base/cpu.h"
#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("a text has the same checksum by every kind of vectors", "[store]") {
  std::string bytes;
  for (int i = 0; i < 70000; ++i) bytes += static_cast<char>(i * 31 + i / 7);
  for (const std::size_t size : {0, 1, 16, 240, 241, 1024, 65536, 70000}) {
    INFO(size);
    const auto some = std::string_view(bytes).substr(0, size);
    CHECK(checksum(some) == xxh3_everywhere(some));
    if (has_avx2()) CHECK(xxh3_avx2(some) == xxh3_everywhere(some));
  }
}

TEST_CASE("a checksum is what xxhsum -H3 prints", "[store]") {
  CHECK(checksum("") == 0x2d06800538d394c2U);
  CHECK(checksum("oms") == 0x8610210356b28ad7U);
}

}  // namespace
}  // namespace oms
