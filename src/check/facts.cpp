#include "oms/check/facts.h"

#include <algorithm>

#include "oms/base/text.h"

namespace oms {
namespace {

template <typename Entry>
const Entry* find_folded_in(const std::vector<Entry>& entries, Text Entry::*name,
                            std::string_view wanted) {
  const auto found = std::lower_bound(
      entries.begin(), entries.end(), wanted,
      [&](const Entry& entry, std::string_view id) { return compare_folded(entry.*name, id) < 0; });
  const bool same = found != entries.end() && equal_folded((*found).*name, wanted);
  return same ? &*found : nullptr;
}

template <typename Entry>
void sort_by(std::vector<Entry>& entries, Text Entry::*name) {
  std::sort(entries.begin(), entries.end(),
            [&](const Entry& a, const Entry& b) { return compare_folded(a.*name, b.*name) < 0; });
}

}  // namespace

const CheckNode* CheckFacts::find(std::string_view id) const {
  if (const CheckNode* node = find_folded_in(nodes, &CheckNode::id, id)) return node;
  const CheckAlias* alias = find_folded_in(aliases, &CheckAlias::written, id);
  return alias == nullptr ? nullptr : find_folded_in(nodes, &CheckNode::id, alias->id);
}

void CheckFacts::sort() {
  sort_by(nodes, &CheckNode::id);
  sort_by(aliases, &CheckAlias::written);
}

}  // namespace oms
