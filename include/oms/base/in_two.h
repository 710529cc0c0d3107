// Work cut in two, for two processors.
#pragma once

#include <exception>
#include <optional>
#include <system_error>
#include <thread>

namespace oms {

inline bool has_two_processors() {
  static const bool two = std::thread::hardware_concurrency() >= 2;  // the answer is in a file
  return two;
}

// Calls both: `second` in a thread of its own where that is `worth` its start and there are a
// processor and a thread for it, else behind the other one. What one of them throws comes out once
// the other one has ended, if it began; that of `first` where both throw.
template <typename First, typename Second>
void in_two(bool worth, First first, Second second) {
  std::exception_ptr failure;
  std::optional<std::jthread> other;
  try {
    if (worth && has_two_processors()) {
      other.emplace([&] {
        try {
          second();
        } catch (...) {
          failure = std::current_exception();
        }
      });
    }
  } catch (const std::system_error&) {
    // no more threads for this user
  }
  first();
  if (!other) return second();
  other->join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace oms
