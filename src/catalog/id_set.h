// A set of ids that costs 8 to 16 bytes an id: the whole Hub has millions.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "oms/base/text.h"

namespace oms {

// Keeps 64-bit hashes of the folded ids. Two of 3 million ids share one with a chance of 1 in
// 4 million; the later of them would then be taken for known.
class IdSet {
 public:
  // False when it was there before.
  bool insert(std::string_view id) { return add(hash(id)); }
  void insert(const IdSet& other) {
    for (const std::uint64_t value : other.slots_) {
      if (value != 0) add(value);
    }
  }
  bool contains(std::string_view id) const { return count_ > 0 && slots_[place_of(hash(id))] != 0; }
  std::size_t size() const { return count_; }

 private:
  bool add(std::uint64_t value) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    std::uint64_t& slot = slots_[place_of(value)];
    if (slot != 0) return false;
    slot = value;
    ++count_;
    return true;
  }
  static std::uint64_t hash(std::string_view id) {
    const std::uint64_t value = std::hash<std::string>{}(fold(id));
    return value == 0 ? 1 : value;  // 0 is an empty slot
  }
  // Where it is, or would be.
  std::size_t place_of(std::uint64_t value) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = value & mask;
    while (slots_[at] != 0 && slots_[at] != value) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    std::vector<std::uint64_t> before(slots_.empty() ? 1024 : slots_.size() * 2);
    before.swap(slots_);
    for (const std::uint64_t value : before) {
      if (value != 0) slots_[place_of(value)] = value;
    }
  }

  std::vector<std::uint64_t> slots_ = {};  // a power of two of them
  std::size_t count_ = 0;
};

}  // namespace oms
