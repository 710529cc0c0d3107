// The values of one column of a draft, kept as its use asks for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "oms/store/table_draft.h"
#include "store/spool.h"

namespace oms {

enum class Keep : std::uint8_t {
  spooled,   // until it is written
  readable,  // all the time: others look at it
  late,      // mostly missing, filled in behind the last record
};

template <typename T>
class Values {
 public:
  Values(Keep keep, T missing, Scratch& scratch)
      : keep_(keep), missing_(missing), spool_(scratch) {}

  void push(T value) {
    if (keep_ == Keep::spooled) spool_.push(value);
    if (keep_ == Keep::readable) added_.push_back(value);
    ++size_;
  }
  // Late ones in ascending order. The others may still be asked for as they were.
  void set(Position at, T value) {
    if (keep_ == Keep::late) {
      if (value != missing_) late_.emplace_back(at, value);
    } else if (now(at) != value) {
      if (changed_.empty()) changed_ = added_;
      changed_[at] = value;
    }
  }
  T added(Position at) const { return keep_ == Keep::late ? now(at) : added_[at]; }
  T now(Position at) const {
    if (keep_ == Keep::readable) return changed_.empty() ? added_[at] : changed_[at];
    const auto found =
        std::lower_bound(late_.begin(), late_.end(), at,
                         [](const auto& entry, Position wanted) { return entry.first < wanted; });
    return found == late_.end() || found->first != at ? missing_ : found->second;
  }
  // Calls `use(position, value)` for all.
  template <typename Use>
  void each(Use use) const {
    Position at = 0;
    if (keep_ == Keep::spooled) {
      spool_.each([&](T value) { use(at++, value); });
    } else if (keep_ == Keep::readable) {
      for (const T value : changed_.empty() ? added_ : changed_) use(at++, value);
    } else {
      auto next = late_.begin();
      for (; at < size_; ++at) {
        const bool has = next != late_.end() && next->first == at;
        use(at, has ? (next++)->second : missing_);
      }
    }
  }

 private:
  Keep keep_;
  T missing_;
  std::size_t size_ = 0;
  Spool<T> spool_;
  std::vector<T> added_ = {};
  std::vector<T> changed_ = {};
  std::vector<std::pair<Position, T>> late_ = {};
};

}  // namespace oms
