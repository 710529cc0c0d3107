// Memory for large arrays that begin as zeros.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>

namespace oms {

// For std::vector, whose elements made without a value are zeros then, as the system hands memory
// out: nothing is written, and where it is much, its pages come at once instead of one by one as
// they are touched. Not for a vector that grows again after it shrank.
template <typename T>
struct ZeroedAllocator {
  using value_type = T;

  ZeroedAllocator() = default;
  template <typename Other>
  ZeroedAllocator(const ZeroedAllocator<Other>&) {}

  T* allocate(std::size_t count) {
    void* const memory = is_large(count) ? map(count * sizeof(T)) : std::calloc(count, sizeof(T));
    if (memory == nullptr) throw std::bad_alloc();
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t count) {
    if (is_large(count))
      ::munmap(memory, count * sizeof(T));
    else
      std::free(memory);
  }
  void construct(T*) {}
  template <typename... Values>
  void construct(T* place, Values&&... values) {
    std::construct_at(place, std::forward<Values>(values)...);
  }
  bool operator==(const ZeroedAllocator&) const = default;

 private:
  static constexpr std::size_t kLarge = 64 * 1024;

  static bool is_large(std::size_t count) { return count >= kLarge / sizeof(T); }
  static void* map(std::size_t size) {
#ifdef MAP_POPULATE
    constexpr int kFlags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE;
#else
    constexpr int kFlags = MAP_PRIVATE | MAP_ANONYMOUS;
#endif
    void* const memory = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, kFlags, -1, 0);
    return memory == MAP_FAILED ? nullptr : memory;
  }
};

}  // namespace oms
