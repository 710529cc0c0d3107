// Columns that grow value by value and are read back in the order in which they grew. Full blocks
// wait in a Scratch; a block of one value only is not stored at all.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "oms/store/scratch.h"

namespace oms {

template <typename T>
class Spool {
 public:
  static constexpr std::size_t kBlock = 8192;  // values

  explicit Spool(Scratch& scratch) : scratch_(&scratch) {}  // which must outlive it

  std::size_t size() const { return blocks_.size() * kBlock + last_.size(); }
  void push(T value) {
    last_.push_back(value);
    if (last_.size() == kBlock) store();
  }
  void push(std::span<const T> values) {
    while (!values.empty()) {
      const std::size_t taken = std::min(values.size(), kBlock - last_.size());
      last_.insert(last_.end(), values.begin(), values.begin() + taken);
      values = values.subspan(taken);
      if (last_.size() == kBlock) store();
    }
  }

  // Calls `use` with one stretch of values after the other.
  template <typename Use>
  void each_block(Use use) const {
    std::vector<T> values;
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
      load(block, values);
      use(std::span<const T>(values));
    }
    use(std::span<const T>(last_));
  }
  template <typename Use>
  void each(Use use) const {
    each_block([&](std::span<const T> values) {
      for (const T value : values) use(value);
    });
  }

  // Hands out the values in their order, as many at a time as asked for.
  class Reader {
   public:
    explicit Reader(const Spool& spool) : spool_(spool) {}
    // Valid until the next call.
    std::span<const T> take(std::size_t count) {
      taken_.clear();
      while (taken_.size() < count) {
        if (at_ == here_.size()) next_block();
        const std::size_t some = std::min(count - taken_.size(), here_.size() - at_);
        if (some == count) {
          at_ += some;
          return std::span<const T>(here_).subspan(at_ - some, some);
        }
        taken_.insert(taken_.end(), here_.begin() + at_, here_.begin() + at_ + some);
        at_ += some;
      }
      return taken_;
    }

   private:
    void next_block() {
      if (block_ < spool_.blocks_.size()) {
        spool_.load(block_, here_);
      } else {
        here_ = spool_.last_;
      }
      ++block_;
      at_ = 0;
    }

    const Spool& spool_;
    std::size_t block_ = 0;
    std::size_t at_ = 0;
    std::vector<T> here_ = {};
    std::vector<T> taken_ = {};
  };

 private:
  struct Block {
    bool uniform = false;
    T value = {};
    std::uint64_t place = 0;
  };

  void store() {
    Block block;
    block.value = last_.front();
    block.uniform =
        std::all_of(last_.begin(), last_.end(), [&](T value) { return value == block.value; });
    if (!block.uniform) {
      block.place =
          scratch_->append({reinterpret_cast<const char*>(last_.data()), last_.size() * sizeof(T)});
    }
    blocks_.push_back(block);
    last_.clear();
  }
  void load(std::size_t block, std::vector<T>& values) const {
    const Block& entry = blocks_[block];
    values.assign(kBlock, entry.value);
    if (!entry.uniform) {
      scratch_->read(entry.place, reinterpret_cast<char*>(values.data()), kBlock * sizeof(T));
    }
  }

  Scratch* scratch_;
  std::vector<Block> blocks_ = {};
  std::vector<T> last_ = {};
};

// Several values an entry: texts, lists of codes.
template <typename T>
class ListSpool {
 public:
  explicit ListSpool(Scratch& scratch) : lengths_(scratch), values_(scratch) {}

  void push(std::span<const T> entry) {
    lengths_.push(static_cast<std::uint32_t>(entry.size()));
    values_.push(entry);
  }
  std::size_t size() const { return lengths_.size(); }
  std::size_t value_count() const { return values_.size(); }
  const Spool<std::uint32_t>& lengths() const { return lengths_; }

  template <typename Use>
  void each(Use use) const {
    typename Spool<T>::Reader values(values_);
    lengths_.each([&](std::uint32_t length) { use(values.take(length)); });
  }

 private:
  Spool<std::uint32_t> lengths_;
  Spool<T> values_;
};

}  // namespace oms
