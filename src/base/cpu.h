// What the processor can do that not every one of its kind can.
#pragma once

namespace oms {

// Vectors of 32 bytes, which the system supports too.
inline bool has_avx2() {
#ifdef __x86_64__
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

}  // namespace oms
