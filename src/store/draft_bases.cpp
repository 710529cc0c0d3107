#include "store/draft_bases.h"
#include "store/draft_shortcuts.h"

#include <algorithm>

#include "oms/model/table.h"
#include "store/word_codes.h"

namespace oms {

void DraftBases::push(std::span<const std::string> bases) {
  for (const std::string& base : bases) {
    if (!base.empty()) codes_.push_back(words_.add(base).first);
  }
  starts_.push_back(static_cast<std::uint32_t>(codes_.size()));
}

void DraftBases::resolve(const std::function<std::string(std::string_view)>& resolve) {
  // Each name is resolved once, however many models have it.
  TextTable resolved(LetterCase::matters);
  TextTable folded(LetterCase::folded);
  std::vector<std::uint32_t> code_of(words_.size());  // by former code
  std::vector<std::uint32_t> model_of;                // names that differ in letter case only
  for (std::uint32_t code = 0; code < words_.size(); ++code) {
    const auto [name, added] = resolved.add(resolve(words_[code]));
    code_of[code] = name;
    if (!added) continue;
    model_of.push_back(folded.add(resolved[name]).first);
    positions_.push_back(ids_.find(resolved[name]));
  }
  std::size_t kept = 0;
  std::size_t past = 0;  // the codes that were looked at
  for (Position at = 0; at + 1 < starts_.size(); ++at) {
    const std::size_t first = kept;
    for (const std::size_t end = starts_[at + 1]; past < end; ++past) {
      const std::uint32_t code = code_of[codes_[past]];
      const auto same = [&](std::uint32_t other) { return model_of[other] == model_of[code]; };
      const bool known = std::any_of(codes_.begin() + first, codes_.begin() + kept, same);
      if (known || positions_[code] == at) continue;
      codes_[kept++] = code;
    }
    starts_[at + 1] = static_cast<std::uint32_t>(kept);
  }
  codes_.resize(kept);
  words_ = std::move(resolved);
}

std::vector<std::string> DraftBases::names(Position at) const {
  std::vector<std::string> names;
  for (const std::uint32_t code : of(at)) names.emplace_back(words_[code]);
  return names;
}

std::vector<Position> DraftBases::positions(Position at) const {
  std::vector<Position> positions;
  for (const std::uint32_t code : of(at)) positions.push_back(positions_[code]);
  return positions;
}

void DraftBases::write(ImageWriter& image, const std::string& prefix, const RowOrder& order) const {
  std::vector<bool> used(words_.size());
  for (const std::uint32_t code : codes_) used[code] = true;
  const SortedWords sorted(words_, used);
  std::vector<std::uint32_t> sizes(order.rows.size());
  for (Position at = 0; at < order.rows.size(); ++at)
    sizes[order.rows[at]] = static_cast<std::uint32_t>(of(at).size());
  RowLists lists(std::move(sizes));
  for (Position at = 0; at < order.rows.size(); ++at) {
    const std::span<std::uint32_t> place = lists.of(order.rows[at]);
    const std::span<const std::uint32_t> codes = of(at);
    std::transform(codes.begin(), codes.end(), place.begin(),
                   [&](std::uint32_t code) { return sorted.code(code); });
  }
  lists.write(image, prefix, sorted.size());
  sorted.write(image, prefix);
}

void DraftBases::write_derivatives(ImageWriter& image, const std::string& prefix,
                                   const RowOrder& order) const {
  std::vector<std::int64_t> counts(order.rows.size(), 0);
  for (const std::uint32_t code : codes_) {
    if (positions_[code] != kNoPosition) ++counts[order.rows[positions_[code]]];
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
