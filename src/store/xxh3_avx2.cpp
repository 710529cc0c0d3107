// The library's own code once more, made for AVX2 (CMakeLists.txt says so for this file alone). All
// of it is static: nothing of it can become part of what runs on other processors.
#ifdef __AVX2__
#define XXH_INLINE_ALL
#endif
#include <xxhash.h>

#include "store/checksum.h"

namespace oms {

std::uint64_t xxh3_avx2(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace oms
