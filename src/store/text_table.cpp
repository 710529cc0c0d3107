#include "oms/store/text_table.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <string>

#include "oms/base/text.h"

namespace oms {
namespace {

// The fold() of base, where the compiler can see it: this is most of the work for millions of ids.
constexpr char folded_char(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_folded(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (folded_char(a[i]) != folded_char(b[i])) return false;
  }
  return true;
}

std::uint32_t hash_of(std::string_view text, LetterCase letter_case) {
  const auto hash = [](const char* bytes, std::size_t size) {
    return static_cast<std::uint32_t>(XXH3_64bits(bytes, size));
  };
  if (letter_case == LetterCase::matters) return hash(text.data(), text.size());
  std::array<char, 256> folded;
  if (text.size() > folded.size()) {
    const std::string whole = fold(text);
    return hash(whole.data(), whole.size());
  }
  for (std::size_t i = 0; i < text.size(); ++i) folded[i] = folded_char(text[i]);
  return hash(folded.data(), text.size());
}

bool same(std::string_view a, std::string_view b, LetterCase letter_case) {
  return letter_case == LetterCase::matters ? a == b : same_folded(a, b);
}

// Texts are ordered eight bytes at a time: those that agree so far are ordered by the next eight.
struct Keyed {
  std::uint64_t key = 0;
  TextTable::Code code = 0;
};

std::uint64_t key_at(std::string_view text, std::size_t depth, LetterCase letter_case) {
  std::array<unsigned char, 8> bytes = {};
  const std::size_t size = text.size() > depth ? std::min<std::size_t>(8, text.size() - depth) : 0;
  for (std::size_t i = 0; i < size; ++i) {
    const char c = text[depth + i];
    bytes[i] = static_cast<unsigned char>(letter_case == LetterCase::folded ? folded_char(c) : c);
  }
  std::uint64_t key = 0;
  for (const unsigned char byte : bytes) key = key << 8 | byte;
  return key;
}

// Longer texts are compared as a whole: the depth stays bounded.
constexpr std::size_t kDeepest = 256;

bool is_before(std::string_view a, std::string_view b, LetterCase letter_case) {
  return letter_case == LetterCase::matters ? a < b : compare_folded(a, b) < 0;
}

void sort_from(std::span<Keyed> codes, const TextTable& texts, std::size_t depth,
               LetterCase letter_case) {
  for (Keyed& entry : codes) entry.key = key_at(texts[entry.code], depth, letter_case);
  std::sort(codes.begin(), codes.end(), [](const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key < b.key : a.code < b.code;
  });
  for (std::size_t begin = 0; begin < codes.size();) {
    std::size_t end = begin + 1;
    std::size_t longest = texts[codes[begin].code].size();
    for (; end < codes.size() && codes[end].key == codes[begin].key; ++end)
      longest = std::max(longest, texts[codes[end].code].size());
    const std::span<Keyed> equal = codes.subspan(begin, end - begin);
    if (equal.size() > 1 && longest > kDeepest) {
      std::sort(equal.begin(), equal.end(), [&](const Keyed& a, const Keyed& b) {
        return is_before(texts[a.code], texts[b.code], letter_case);
      });
    } else if (equal.size() > 1 && longest > depth + 8) {
      sort_from(equal, texts, depth + 8, letter_case);
    } else if (equal.size() > 1) {  // they differ in zero bytes at their ends
      std::stable_sort(equal.begin(), equal.end(), [&](const Keyed& a, const Keyed& b) {
        return texts[a.code].size() < texts[b.code].size();
      });
    }
    begin = end;
  }
}

std::vector<TextTable::Code> in_order(std::vector<TextTable::Code> codes, const TextTable& texts,
                                      LetterCase letter_case) {
  std::vector<Keyed> keyed(codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) keyed[i].code = codes[i];
  sort_from(keyed, texts, 0, letter_case);
  for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = keyed[i].code;
  return codes;
}

}  // namespace

// Texts are looked at only where the hash is that of the one wanted.
std::size_t TextTable::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].next != 0 &&
         (slots_[at].hash != hash || !same((*this)[slots_[at].next - 1], text, letter_case_)))
    at = (at + 1) & mask;
  return at;
}

TextTable::Code TextTable::find(std::string_view text) const {
  return slots_[slot_of(text, hash_of(text, letter_case_))].next - 1;  // of an empty one: kNone
}

std::shared_ptr<char[]> TextTable::memory(std::size_t size) const {
  if (scratch_ == nullptr) return std::shared_ptr<char[]>(new char[size]);
  return {scratch_->lend(size),
          [scratch = scratch_, size](char* lent) { scratch->give_back(lent, size); }};
}

// Returns where the text begins.
std::uint64_t TextTable::keep(std::string_view text) {
  if (chunks_.empty() || used_ + std::max<std::size_t>(1, text.size()) > kChunk) {
    const std::size_t chunks = std::max<std::size_t>(1, (text.size() + kChunk - 1) / kChunk);
    const std::shared_ptr<char[]> room = memory(chunks * kChunk);
    for (std::size_t i = 0; i < chunks; ++i) chunks_.emplace_back(room, &room[i * kChunk]);
    std::copy(text.begin(), text.end(), room.get());
    const std::uint64_t begin = (chunks_.size() - chunks) * kChunk;
    used_ = chunks == 1 ? text.size() : kChunk;
    return begin;
  }
  std::copy(text.begin(), text.end(), &chunks_.back()[used_]);
  const std::uint64_t begin = (chunks_.size() - 1) * kChunk + used_;
  used_ += text.size();
  return begin;
}

void TextTable::set_slot(std::size_t slot, Code code, std::uint32_t hash) {
  slots_[slot] = {code + 1, hash};
  if (4 * ++filled_ <= 3 * slots_.size()) return;
  const ScratchVector<Slot> before =
      std::exchange(slots_, ScratchVector<Slot>(slots_.size() * 2, Slot{}, scratch_));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& each : before) {
    if (each.next == 0) continue;
    std::size_t at = each.hash & mask;
    while (slots_[at].next != 0) at = (at + 1) & mask;
    slots_[at] = each;
  }
}

std::pair<TextTable::Code, bool> TextTable::add(std::string_view text) {
  const std::uint32_t hash = hash_of(text, letter_case_);
  const std::size_t slot = slot_of(text, hash);
  if (slots_[slot].next != 0) return {slots_[slot].next - 1, false};
  const auto code = static_cast<Code>(size());
  begins_.push_back(keep(text));
  sizes_.push_back(static_cast<std::uint32_t>(text.size()));
  set_slot(slot, code, hash);
  return {code, true};
}

// The former slot keeps its code, whose text no longer fits what is looked for there.
void TextTable::rename(Code code, std::string_view text) {
  const std::string now(text);  // it may lie where the former text does
  begins_[code] = keep(now);
  sizes_[code] = static_cast<std::uint32_t>(now.size());
  const std::uint32_t hash = hash_of(now, letter_case_);
  const std::size_t slot = slot_of(now, hash);
  if (slots_[slot].next == 0) set_slot(slot, code, hash);
}

std::vector<TextTable::Code> TextTable::sorted() const {
  std::vector<Code> codes(size());
  std::iota(codes.begin(), codes.end(), Code{0});
  return in_order(std::move(codes), *this, letter_case_);
}

std::vector<TextTable::Code> TextTable::sorted(std::vector<Code> some) const {
  return in_order(std::move(some), *this, LetterCase::matters);
}

}  // namespace oms
