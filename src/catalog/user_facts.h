// What the user's overrides.json says of models: it takes the place of whatever else is known.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oms/model/license.h"
#include "oms/model/records.h"
#include "oms/source/overrides.h"

namespace oms {

class UserFacts {
 public:
  UserFacts() = default;
  explicit UserFacts(std::vector<FactOverride> facts);

  const std::vector<FactOverride>& all() const { return facts_; }

  // Each after the values of its kind are there, and before what follows from them.
  void override_license(Record& record, const LicenseTable& licenses) const;
  void override_sizes(Record& record) const;
  void override_openness(Record& record) const;
  // One offer, in place of all others.
  void override_price(Record& record) const;

 private:
  template <typename Use>
  void each(std::string_view id, Use use) const;

  std::vector<FactOverride> facts_ = {};
  std::unordered_map<std::string, std::vector<std::size_t>> by_id_ = {};  // folded
};

// Whether the user said what `field` of the record is.
bool is_users(const Record& record, std::string_view field);

}  // namespace oms
