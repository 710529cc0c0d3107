// Work cut in two, for two processors.
#pragma once

#include <optional>
#include <system_error>
#include <thread>

namespace oms {

// Calls both: `second` in a thread of its own where that is `worth` its start and there are a
// processor and a thread for it, else behind the other one. Neither may throw.
template <typename First, typename Second>
void in_two(bool worth, First first, Second second) {
  std::optional<std::jthread> other;
  try {
    if (worth && std::thread::hardware_concurrency() >= 2) other.emplace(second);
  } catch (const std::system_error&) {
    // no more threads for this user
  }
  first();
  if (!other) second();
}

}  // namespace oms
