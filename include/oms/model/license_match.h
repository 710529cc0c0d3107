// From what a model's record declares to one license, or to the reason why there is none.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "oms/model/license.h"

namespace oms {

// What the metadata says, as it was said.
struct LicenseStatement {
  std::vector<std::string> ids = {};  // card `license` (string or list), else the license: tags
  std::string license_name = {};
  std::string license_link = {};
  bool collected = true;       // false: the source did not carry the license at all
  bool name_collected = true;  // false: only tags were seen, which carry no name or link
};

struct LicenseVerdict {
  std::string license = {};  // declared, folded: "apache-2.0"; several joined by " AND "; "" none
  std::string license_name = {};  // declared, as written
  // The row that applies; with several, the strictest. nullptr: unknown class.
  const License* row = nullptr;
  Choice license_class = {};  // of `row`, or stricter fields' minimum for lists; 0 = unknown
  Choice commercial_use = {};
  Choice derivatives = {};
  Choice redistribution = {};
  Flag osi_approved = {};     // unset: ambiguous or unknown
  Choice reason = {};         // words::kReason when the class is unknown
  bool disagreement = false;  // license_name points to another class than the id: stricter won
};

// Holds the compiled patterns of a table (which must outlive it).
class LicenseMatcher {
 public:
  // Throws std::invalid_argument for a pattern that RE2 refuses: the table is ours.
  explicit LicenseMatcher(const LicenseTable& table);
  ~LicenseMatcher();
  LicenseMatcher(LicenseMatcher&&) noexcept;

  LicenseVerdict resolve(const LicenseStatement& statement) const;

 private:
  struct Patterns;
  std::unique_ptr<Patterns> patterns_;
};

}  // namespace oms
