#include "store/draft_bases.h"
#include "store/draft_shortcuts.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "oms/model/table.h"
#include "store/word_codes.h"

namespace oms {

DraftBases::Code DraftBases::code_of(std::string_view name) {
  const Position known = ids_.find(name);
  if (known != kNoPosition && ids_[known] == name) return known;
  return kOther + others_.add(name).first;
}

void DraftBases::push(std::span<const std::string> bases) {
  for (const std::string& base : bases) {
    if (!base.empty()) codes_.push_back(code_of(base));
  }
  starts_.push_back(static_cast<std::uint32_t>(codes_.size()));
}

bool DraftBases::is_same_model(Code a, Code b) const {
  const Position known = position(a);
  if (known != kNoPosition || position(b) != kNoPosition) return known == position(b);
  return folded_[a - kOther] == folded_[b - kOther];
}

void DraftBases::resolve(const std::function<std::string(std::string_view)>& resolve) {
  // Each name is resolved once, however many models have it.
  const TextTable before = std::exchange(others_, TextTable(LetterCase::matters, &scratch_));
  std::vector<Code> code_now;  // by former number
  for (TextTable::Code other = 0; other < before.size(); ++other)
    code_now.push_back(code_of(resolve(before[other])));
  TextTable folded(LetterCase::folded);
  for (TextTable::Code other = 0; other < others_.size(); ++other) {
    positions_.push_back(ids_.find(others_[other]));
    folded_.push_back(folded.add(others_[other]).first);
  }
  std::size_t kept = 0;
  std::size_t past = 0;  // the codes that were looked at
  for (Position at = 0; at + 1 < starts_.size(); ++at) {
    const std::size_t first = kept;
    for (const std::size_t end = starts_[at + 1]; past < end; ++past) {
      const Code code = codes_[past] < kOther ? codes_[past] : code_now[codes_[past] - kOther];
      const bool known = std::any_of(codes_.begin() + first, codes_.begin() + kept,
                                     [&](Code other) { return is_same_model(other, code); });
      if (known || position(code) == at) continue;
      codes_[kept++] = code;
    }
    starts_[at + 1] = static_cast<std::uint32_t>(kept);
  }
  codes_.resize(kept);
}

std::vector<std::string> DraftBases::names(Position at) const {
  std::vector<std::string> names;
  for (const Code code : codes(at)) names.emplace_back(name(code));
  return names;
}

std::vector<Position> DraftBases::positions(Position at) const {
  std::vector<Position> positions;
  for (const Code code : codes(at)) positions.push_back(position(code));
  return positions;
}

void DraftBases::write(ImageWriter& image, const std::string& prefix, const RowOrder& order) const {
  std::vector<std::uint32_t> place(ids_.size());  // of each id in the dictionary; 0: not there
  std::vector<std::uint32_t> other_place(others_.size());
  const auto place_of = [&](Code code) -> std::uint32_t& {
    return code < kOther ? place[code] : other_place[code - kOther];
  };
  for (const Code code : codes_) place_of(code) = 1;
  const auto used = [](const std::vector<std::uint32_t>& places, const TextTable& texts) {
    std::vector<TextTable::Code> codes;
    for (TextTable::Code code = 0; code < places.size(); ++code) {
      if (places[code] != 0) codes.push_back(code);
    }
    return texts.sorted(std::move(codes));
  };
  const std::vector<Code> known = used(place, ids_);
  std::vector<Code> others = used(other_place, others_);
  for (Code& other : others) other += kOther;
  std::vector<Code> words;
  words.reserve(known.size() + others.size());
  std::merge(known.begin(), known.end(), others.begin(), others.end(), std::back_inserter(words),
             [&](Code a, Code b) { return name(a) < name(b); });
  for (std::uint32_t word = 0; word < words.size(); ++word) place_of(words[word]) = word + 1;

  std::vector<std::uint32_t> sizes(order.rows.size());
  for (Position at = 0; at < order.rows.size(); ++at)
    sizes[order.rows[at]] = static_cast<std::uint32_t>(codes(at).size());
  RowLists lists(sizes, scratch_);
  for (Position at = 0; at < order.rows.size(); ++at) {
    const std::span<const Code> from = codes(at);
    std::transform(from.begin(), from.end(), lists.of(order.rows[at]).begin(), place_of);
  }
  lists.write(image, prefix, words.size() + 1);
  write_dictionary(image, prefix, words.size(), [&](std::size_t i) { return name(words[i]); });
}

void DraftBases::write_derivatives(ImageWriter& image, const std::string& prefix,
                                   const RowOrder& order) const {
  std::vector<std::int64_t> counts(order.rows.size(), 0);
  for (const Code code : codes_) {
    if (position(code) != kNoPosition) ++counts[order.rows[position(code)]];
  }
  for (Position at = 0; at < order.rows.size(); ++at) {
    std::int64_t& count = counts[order.rows[at]];
    const bool repository = ids_[at].find(':') == std::string_view::npos;
    if (!repository && count == 0) count = kNoInteger;
  }
  image.add(prefix, counts);
  write_highest(image, prefix, std::span<const std::int64_t>(counts));
}

}  // namespace oms
