// Names of the sections that hold one column or side table. A column's parts share its prefix.
#pragma once

#include <string>
#include <string_view>

namespace oms::section {

inline std::string column(std::string_view field) { return "model." + std::string(field); }
inline std::string part(const std::string& prefix, std::string_view name) {
  return prefix + "/" + std::string(name);
}
inline constexpr std::string_view kRows = "model.rows";
inline constexpr std::string_view kFoldCopies = "model.fold/copies";
inline constexpr std::string_view kFoldBefore = "model.fold/before";
inline constexpr std::string_view kFoldBases = "model.fold/bases";
inline constexpr std::string_view kSortedBases = "model.fold/sorted_bases";

}  // namespace oms::section
