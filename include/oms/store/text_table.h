// Numbers texts in the order in which they come: millions of ids or words in little memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/store/scratch.h"

namespace oms {

enum class LetterCase : std::uint8_t { matters, folded };  // of ASCII letters

// At most 2^32 − 2 texts of less than 4 GiB each.
class TextTable {
 public:
  using Code = std::uint32_t;
  static constexpr Code kNone = static_cast<Code>(-1);

  // Its memory is from `scratch`, where there is one, which must outlive it then.
  explicit TextTable(LetterCase letter_case, Scratch* scratch = nullptr)
      : letter_case_(letter_case),
        scratch_(scratch),
        begins_(scratch),
        sizes_(scratch),
        slots_(64, Slot{}, scratch) {}

  std::size_t size() const { return begins_.size(); }
  std::string_view operator[](Code code) const {
    const std::uint64_t begin = begins_[code];
    return {chunks_[begin / kChunk].get() + begin % kChunk, sizes_[code]};
  }
  Code find(std::string_view text) const;  // kNone when it is not there
  // The code of `text`, and whether it is new.
  std::pair<Code, bool> add(std::string_view text);
  // `code` stands for `text` from now on, and its former text for nothing.
  void rename(Code code, std::string_view text);
  // All codes in the order of their texts by bytes; where letter case does not matter, of the
  // folded bytes.
  std::vector<Code> sorted() const;
  // Some codes, in the order of their texts by the bytes themselves.
  std::vector<Code> sorted(std::vector<Code> some) const;

 private:
  // Texts lie in pieces of this many bytes, so that nothing moves when there are more.
  static constexpr std::size_t kChunk = std::size_t{1} << 20;

  struct Slot {
    Code next = 0;           // code + 1, 0 for none
    std::uint32_t hash = 0;  // of the text that it was made for
  };
  std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
  std::uint64_t keep(std::string_view text);
  void set_slot(std::size_t slot, Code code, std::uint32_t hash);

  std::shared_ptr<char[]> memory(std::size_t size) const;

  LetterCase letter_case_;
  Scratch* scratch_;
  // A text longer than a chunk lies in several that follow each other: the others own nothing.
  std::vector<std::shared_ptr<char[]>> chunks_ = {};
  std::size_t used_ = kChunk;  // bytes of the last chunk
  ScratchVector<std::uint64_t> begins_;
  ScratchVector<std::uint32_t> sizes_;
  ScratchVector<Slot> slots_;  // a power of two
  std::size_t filled_ = 0;     // of them
};

}  // namespace oms
