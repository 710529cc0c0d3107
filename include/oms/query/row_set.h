// A set of row numbers, one bit a row: the matches of a query over millions of rows stay small.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "oms/base/bits.h"
#include "oms/base/zeroed.h"
#include "oms/model/table.h"

namespace oms {

class RowSet {
 public:
  RowSet() = default;
  explicit RowSet(std::size_t rows) : words_((rows + 63) / 64) {}

  bool has(Row row) const {
    const std::size_t word = row / 64;
    return word < words_.size() && ((words_[word] >> (row % 64)) & 1) != 0;
  }
  void insert(Row row) { words_[row / 64] |= bit(row); }
  void insert(const RowSet& other) {  // which has no row beyond the last one that this may have
    for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void erase(Row row) {
    if (has(row)) words_[row / 64] &= ~bit(row);
  }
  void erase(const RowSet& other) { erase(other.words()); }
  // The same, of a set as words() has it.
  void erase(std::span<const std::uint64_t> other) {
    const std::size_t words = std::min(words_.size(), other.size());
    for (std::size_t i = 0; i < words; ++i) words_[i] &= ~other[i];
  }
  void keep(std::span<const std::uint64_t> other) {  // only what is in both
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= i < other.size() ? other[i] : 0;
  }
  std::span<const std::uint64_t> words() const { return words_; }  // row r: bit r % 64 of r / 64

  // Inserts the rows from `begin` on (a multiple of 64) whose bits are set.
  void insert_words(Row begin, std::span<const std::uint64_t> words) {
    for (std::size_t i = 0; i < words.size(); ++i) words_[begin / 64 + i] |= words[i];
  }

  std::size_t size() const { return count_bits(words_); }

  // How many rows are in both.
  std::size_t size_with(const RowSet& other) const {
    constexpr std::size_t kAtOnce = 64;
    std::array<std::uint64_t, kAtOnce> both;
    const std::size_t words = std::min(words_.size(), other.words_.size());
    std::size_t count = 0;
    for (std::size_t at = 0; at < words; at += kAtOnce) {
      const std::size_t some = std::min(kAtOnce, words - at);
      for (std::size_t i = 0; i < some; ++i) both[i] = words_[at + i] & other.words_[at + i];
      count += count_bits({both.data(), some});
    }
    return count;
  }

  std::vector<Row> rows() const { return first(size()); }  // ascending
  std::vector<Row> first(std::size_t most) const {
    std::vector<Row> found;
    found.reserve(most);
    if (most == 0) return found;
    for_each([&](Row row) {
      found.push_back(row);
      return found.size() < most;
    });
    return found;
  }

  // Calls `use` with every row, ascending, until it returns false.
  template <typename Use>
  void for_each(Use use) const {
    for_each_in(0, words_.size(), use);
  }
  // The same for the rows of the words [first, last).
  template <typename Use>
  void for_each_in(std::size_t first, std::size_t last, Use use) const {
    for (std::size_t i = first; i < last; ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        if (!use(static_cast<Row>(i * 64 + static_cast<std::size_t>(std::countr_zero(word)))))
          return;
      }
    }
  }

 private:
  static std::uint64_t bit(Row row) { return std::uint64_t{1} << (row % 64); }

  std::vector<std::uint64_t, ZeroedAllocator<std::uint64_t>> words_ = {};
};

}  // namespace oms
