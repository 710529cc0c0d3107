// Time comes in by parameter: ages, waits and staleness can be tested without waiting.
#pragma once

#include <cstdint>

#include "oms/base/date.h"

namespace oms {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t now_ms() const = 0;  // since 1970-01-01 UTC
  // False when the wait was interrupted (Ctrl-C).
  virtual bool sleep_ms(std::int64_t ms) = 0;

  Date today() const { return Date{static_cast<std::int32_t>(now_ms() / 86'400'000)}; }
};

}  // namespace oms
