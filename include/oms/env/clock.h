// Today's date comes in by parameter: ages and staleness can be tested.
#pragma once

#include "oms/base/date.h"

namespace oms {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Date today() const = 0;  // UTC
};

}  // namespace oms
