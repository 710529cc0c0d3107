// A set of row numbers, one bit a row: the matches of a query over millions of rows stay small.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

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
  void erase(const RowSet& other) {
    const std::size_t words = std::min(words_.size(), other.words_.size());
    for (std::size_t i = 0; i < words; ++i) words_[i] &= ~other.words_[i];
  }

  // Inserts the rows from `begin` on (a multiple of 64) whose truth byte is `wanted`.
  void insert_block(Row begin, std::size_t count, const std::uint8_t* truth, std::uint8_t wanted) {
    for (std::size_t i = 0; i < count; i += 64) {
      const std::size_t last = count - i < 64 ? count - i : 64;
      std::array<std::uint8_t, 64> equal = {};
      for (std::size_t k = 0; k < last; ++k)
        equal[k] = static_cast<std::uint8_t>(truth[i + k] == wanted);
      words_[(begin + i) / 64] |= packed(equal);
    }
  }

  std::size_t size() const {
    std::size_t count = 0;
    for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
  }

  // How many rows are in both.
  std::size_t size_with(const RowSet& other) const {
    const std::size_t words = std::min(words_.size(), other.words_.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < words; ++i)
      count += static_cast<std::size_t>(std::popcount(words_[i] & other.words_[i]));
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
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        if (!use(static_cast<Row>(i * 64 + static_cast<std::size_t>(std::countr_zero(word)))))
          return;
      }
    }
  }

 private:
  // One bit of each byte, which are 0 or 1. Eight at a time: the factor moves the lowest bit of
  // byte i to bit 56 + i, and nothing else as high.
  static std::uint64_t packed(const std::array<std::uint8_t, 64>& bytes) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      std::uint64_t eight = 0;
      for (std::size_t k = 0; k < 8; ++k)  // one load where bytes lie in that order
        eight |= std::uint64_t{bytes[i * 8 + k]} << (8 * k);
      word |= (eight * 0x0102040810204080 >> 56) << (8 * i);
    }
    return word;
  }
  static std::uint64_t bit(Row row) { return std::uint64_t{1} << (row % 64); }

  std::vector<std::uint64_t> words_ = {};
};

}  // namespace oms
