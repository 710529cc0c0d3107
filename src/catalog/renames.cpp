#include "catalog/renames.h"

#include "oms/base/text.h"

namespace oms {

void Renames::add(std::string_view former, std::string_view now) {
  if (!now.empty() && !equal_folded(former, now)) now_[fold(former)] = now;
}

void Renames::forget(std::string_view id) {
  if (now_.empty()) return;
  const auto found = now_.find(fold(id));
  if (found != now_.end()) now_.erase(found);
}

std::string Renames::present(std::string_view id) const {
  constexpr int kMostRenames = 4;
  std::string name(id);
  for (int renames = 0; renames < kMostRenames; ++renames) {
    const auto found = now_.find(fold(name));
    if (found == now_.end()) break;
    name = found->second;
  }
  return name;
}

}  // namespace oms
