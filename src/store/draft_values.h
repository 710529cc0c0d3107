// The values of one column of a draft, kept as its use asks for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "oms/store/table_draft.h"
#include "store/spool.h"

namespace oms {

enum class Keep : std::uint8_t {
  own,     // a value for each record, until it is written
  shaped,  // a value for each shape, and what was changed
  late,    // mostly missing, filled in behind the last record
};

template <typename T>
class Values {
 public:
  // `shapes`, by position, must outlive it.
  Values(Keep keep, T missing, const std::vector<Shape>& shapes, Scratch& scratch)
      : keep_(keep), missing_(missing), shapes_(shapes), spool_(scratch) {}

  void push(T value) {
    if (keep_ == Keep::own) spool_.push(value);
    if (keep_ == Keep::shaped) by_shape_.push_back(value);
  }
  // Late ones in ascending order. The others may still be asked for as they were.
  void set(Position at, T value) {
    if (keep_ == Keep::late) {
      if (value != missing_) late_.emplace_back(at, value);
    } else if (now(at) != value) {
      if (changed_.empty()) {
        changed_.reserve(shapes_.size());
        for (const Shape shape : shapes_) changed_.push_back(by_shape_[shape]);
      }
      changed_[at] = value;
    }
  }
  T added(Position at) const { return keep_ == Keep::late ? now(at) : by_shape_[shapes_[at]]; }
  T now(Position at) const {
    if (keep_ == Keep::shaped) return changed_.empty() ? added(at) : changed_[at];
    const auto found =
        std::lower_bound(late_.begin(), late_.end(), at,
                         [](const auto& entry, Position wanted) { return entry.first < wanted; });
    return found == late_.end() || found->first != at ? missing_ : found->second;
  }
  // Calls `use(position, value)` for all.
  template <typename Use>
  void each(Use use) const {
    Position at = 0;
    if (keep_ == Keep::own) {
      spool_.each([&](T value) { use(at++, value); });
    } else if (keep_ == Keep::late) {
      auto next = late_.begin();
      for (; at < shapes_.size(); ++at) {
        const bool has = next != late_.end() && next->first == at;
        use(at, has ? (next++)->second : missing_);
      }
    } else if (changed_.empty()) {
      for (const Shape shape : shapes_) use(at++, by_shape_[shape]);
    } else {
      for (const T value : changed_) use(at++, value);
    }
  }

 private:
  Keep keep_;
  T missing_;
  const std::vector<Shape>& shapes_;
  Spool<T> spool_;
  std::vector<T> by_shape_ = {};
  std::vector<T> changed_ = {};  // by position
  std::vector<std::pair<Position, T>> late_ = {};
};

// The same for lists of codes, which never change.
class CodeLists {
 public:
  CodeLists(Keep keep, const std::vector<Shape>& shapes, Scratch& scratch)
      : keep_(keep), shapes_(shapes), spool_(scratch) {}

  void push(std::span<const std::uint32_t> codes) {
    if (keep_ == Keep::own) {
      spool_.push(codes);
      return;
    }
    codes_.insert(codes_.end(), codes.begin(), codes.end());
    starts_.push_back(static_cast<std::uint32_t>(codes_.size()));
  }
  // Calls `use(position, size)` for all.
  template <typename Use>
  void each_size(Use use) const {
    Position at = 0;
    if (keep_ == Keep::own) {
      spool_.lengths().each([&](std::uint32_t size) { use(at++, size); });
    } else {
      for (const Shape shape : shapes_) use(at++, starts_[shape + 1] - starts_[shape]);
    }
  }
  // Calls `use(position, codes)` for all.
  template <typename Use>
  void each(Use use) const {
    Position at = 0;
    if (keep_ == Keep::own) {
      spool_.each([&](std::span<const std::uint32_t> codes) { use(at++, codes); });
      return;
    }
    for (const Shape shape : shapes_) {
      use(at++, std::span(codes_).subspan(starts_[shape], starts_[shape + 1] - starts_[shape]));
    }
  }

 private:
  Keep keep_;
  const std::vector<Shape>& shapes_;
  ListSpool<std::uint32_t> spool_;
  std::vector<std::uint32_t> starts_ = {0};  // by shape
  std::vector<std::uint32_t> codes_ = {};
};

}  // namespace oms
