// Work cut in two, for two processors.
#pragma once

#include <optional>
#include <system_error>
#include <thread>

namespace oms {

inline bool has_two_processors() { return std::thread::hardware_concurrency() >= 2; }

// Calls both, `second` in a thread of its own, or here when there are no more threads for this
// user. Neither may throw.
template <typename First, typename Second>
void in_two(First first, Second second) {
  std::optional<std::jthread> other;
  try {
    other.emplace(second);
  } catch (const std::system_error&) {
    second();
  }
  first();
}

}  // namespace oms
