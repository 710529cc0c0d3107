// A clock that moves only when it is told to. Sleeping is recorded and moves it at once.
#pragma once

#include <cstdint>
#include <vector>

#include "oms/env/clock.h"

namespace oms {

class FakeClock : public Clock {
 public:
  std::int64_t now_ms() const override { return now; }
  bool sleep_ms(std::int64_t ms) override {
    sleeps.push_back(ms);
    now += ms;
    return !interrupted;
  }

  std::int64_t now = 1'795'000'000'000;  // 2026-11-18T11:06:40Z
  std::vector<std::int64_t> sleeps = {};
  bool interrupted = false;  // Ctrl-C during the next sleep
};

}  // namespace oms
