// Binary search in what has no iterators.
#pragma once

#include <type_traits>

namespace oms {

// The first number from `low` up to `high` for which `before` does not hold; `high` where it holds
// for all. It must hold for all below that one.
template <typename Number, typename Before>
Number first_not(std::type_identity_t<Number> low, Number high, Before before) {
  while (low < high) {
    const auto middle = static_cast<Number>(low + (high - low) / 2);
    if (before(middle)) {
      low = static_cast<Number>(middle + 1);
    } else {
      high = middle;
    }
  }
  return low;
}

// The same where that number is mostly near `low`.
template <typename Number, typename Before>
Number first_not_near(std::type_identity_t<Number> low, Number high, Before before) {
  Number end = low;  // `before` holds below `low`; `end` was not asked about yet
  for (Number step = 1; end < high && before(end); step = static_cast<Number>(step * 2)) {
    low = static_cast<Number>(end + 1);
    end = high - end > step ? static_cast<Number>(end + step) : high;
  }
  return first_not(low, end, before);
}

}  // namespace oms
