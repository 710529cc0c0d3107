// Sets of rows of one block, one bit a row: word i holds the rows 64 i … 64 i + 63 of the block.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "oms/query/row_set.h"

namespace oms {

// What is done once a block costs little then, and a dozen sets of rows still fit into 32 KiB, the
// first cache of a processor.
inline constexpr std::size_t kBlockRows = 16384;
inline constexpr std::size_t kBlockWords = kBlockRows / 64;

// Of a block with fewer rows, the bits and words behind the last one stay out of it: words are not
// touched, bits are 0.
using BlockBits = std::array<std::uint64_t, kBlockWords>;

inline std::size_t words_for(std::size_t rows) { return (rows + 63) / 64; }

// The bits of the last word that belong to rows.
inline std::uint64_t last_word(std::size_t rows) {
  return rows % 64 == 0 ? ~std::uint64_t{0} : (std::uint64_t{1} << (rows % 64)) - 1;
}
inline void cut(BlockBits& bits, std::size_t rows) {
  if (rows % 64 != 0) bits[rows / 64] &= last_word(rows);
}

inline constexpr BlockBits kAllRows = [] {
  BlockBits all = {};
  for (std::uint64_t& word : all) word = ~std::uint64_t{0};
  return all;
}();

// Calls `use` with the place in the block of each row of `bits` below `rows`.
template <typename Use>
void each_bit(const BlockBits& bits, std::size_t rows, Use use) {
  for (std::size_t i = 0; i < words_for(rows); ++i) {
    std::uint64_t word = i + 1 == words_for(rows) ? bits[i] & last_word(rows) : bits[i];
    for (; word != 0; word &= word - 1)
      use(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
  }
}

// The lowest bit of each of `count` bytes, which are 0 or 1. Eight at a time: the factor moves the
// bit of byte i to bit 56 + i, and nothing else as high.
inline void pack(const std::uint8_t* bytes, std::size_t count, BlockBits& out) {
  constexpr std::uint64_t kGather = 0x0102040810204080;
  std::size_t at = 0;
  for (; at + 64 <= count; at += 64) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      std::uint64_t eight = 0;
      for (std::size_t k = 0; k < 8; ++k)  // one load where bytes lie in that order
        eight |= std::uint64_t{bytes[at + i * 8 + k]} << (8 * k);
      word |= (eight * kGather >> 56) << (8 * i);
    }
    out[at / 64] = word;
  }
  if (at == count) return;
  std::uint64_t word = 0;
  for (std::size_t i = at; i < count; ++i) word |= std::uint64_t{bytes[i]} << (i - at);
  out[at / 64] = word;
}

}  // namespace oms
