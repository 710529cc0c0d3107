// A set of row numbers, one bit a row: the matches of a query over millions of rows stay small.
#pragma once

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
  void erase(Row row) {
    if (has(row)) words_[row / 64] &= ~bit(row);
  }

  // Inserts the rows from `begin` on (a multiple of 64) whose truth byte is `wanted`.
  void insert_block(Row begin, std::size_t count, const std::uint8_t* truth, std::uint8_t wanted) {
    for (std::size_t i = 0; i < count; i += 64) {
      const std::size_t last = count - i < 64 ? count - i : 64;
      std::uint64_t word = 0;
      for (std::size_t k = 0; k < last; ++k)
        word |= static_cast<std::uint64_t>(truth[i + k] == wanted) << k;
      words_[(begin + i) / 64] |= word;
    }
  }

  std::size_t size() const {
    std::size_t count = 0;
    for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
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
  static std::uint64_t bit(Row row) { return std::uint64_t{1} << (row % 64); }

  std::vector<std::uint64_t> words_ = {};
};

}  // namespace oms
