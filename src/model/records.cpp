#include "oms/model/records.h"

namespace oms {

std::string_view judged_license(std::span<const Fact> facts) {
  for (const Fact& fact : facts) {
    const std::string_view source = fact.source;
    if (fact.field != "license_class" || !source.starts_with(kLicenseTableSource)) continue;
    return source.substr(kLicenseTableSource.size());
  }
  return {};
}

}  // namespace oms
