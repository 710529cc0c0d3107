// License rules: the table of data/licenses.tsv and how a declared license leads to a class.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/base/tsv.h"
#include "oms/model/model.h"

namespace oms {

namespace words {
// What a license asks of models derived from one under it, strictest first; 0 = unknown.
inline constexpr std::string_view kDerivedRule[] = {
    "no-derivatives", "research-only", "non-commercial", "same-family", "same-restrictions",
    "same-license",   "share-alike",   "file-copyleft",  "review",      "notice"};
}  // namespace words

// One row of data/licenses.tsv; views point into the text it was parsed from.
struct License {
  std::string_view key = {};      // Hub id, or "other:<name>" for a named license
  std::string_view spdx_id = {};  // "" when it is not on the SPDX list
  std::string_view name = {};
  std::string_view osi_approved = {};  // true, false, ambiguous
  Choice license_class = {};           // words::kLicenseClass
  Choice commercial_use = {};          // words::kAllowed
  Choice derivatives = {};
  Choice redistribution = {};
  Choice derived_rule = {};                // words::kDerivedRule
  std::string_view use_restrictions = {};  // yes, no, conditional, unclear, unknown; likewise below
  std::string_view attribution_required = {};
  std::string_view share_alike = {};
  std::string_view patent_grant = {};
  std::string_view threshold = {};
  std::vector<int> failed_osd_criteria = {};  // numbers 1-10, never 2
  std::string_view notes = {};
  std::string_view source = {};
  bool named = false;                // kind "name": reached through license_name, not by Hub id
  std::string_view match_name = {};  // RE2, full match, letter case aside
  std::string_view match_link = {};  // RE2, search, letter case aside
  std::string_view confidence = {};  // high, medium, low
  std::optional<std::int64_t> monthly_users_limit = {};
  std::optional<std::int64_t> annual_revenue_limit_usd = {};
  std::string_view territory_excluded = {};
};

// The key without the prefix of licenses that have no Hub id.
std::string_view short_key(const License& license);

class LicenseTable {
 public:
  // Gives a table that is only made where it is needed.
  using Get = std::function<const LicenseTable&()>;

  // Errc::data names the row and what is wrong with it. `tsv` must outlive the table.
  static Result<LicenseTable> parse(std::string_view tsv);
  // The same of these keys alone, letter case aside.
  static Result<LicenseTable> parse(std::string_view tsv, std::span<const std::string> keys);

  const std::vector<License>& rows() const { return rows_; }
  // By key, letter case aside; nullptr when there is none.
  const License* find(std::string_view key) const;
  // Whatever a user may type for one: key, SPDX id, "other:" left out, letter case aside.
  const License* look_up(std::string_view text) const;

 private:
  static Result<LicenseTable> parse(std::string_view tsv, const Tsv::Wanted& wanted);

  std::vector<License> rows_ = {};
};

// Criterion 1-10 of the Open Source Definition (opensource.org/osd): short name, and the way a
// model license usually fails it, in our words.
struct OsdCriterion {
  int number = 0;
  std::string_view title = {};
  std::string_view meaning = {};
};
extern const OsdCriterion kOsdCriteria[10];

// --license: ids, classes and shorthands (osi, open, commercial, conditional), comma = or,
// "!x" excludes. The text of an equivalent condition tree is built by the query floor from this.
struct LicenseWord {
  enum class Kind : std::uint8_t { id, license_class, osi, open, commercial, conditional };
  Kind kind = Kind::id;
  std::string word = {};  // id (folded) or class word
  bool excluded = false;
};
// Errc::usage for a word that is none of them, with a suggestion. Classes and shorthands do without
// the table.
Result<std::vector<LicenseWord>> parse_license_words(std::string_view text,
                                                     const LicenseTable::Get& licenses);

}  // namespace oms
