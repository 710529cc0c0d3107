// The policy of a check: what oms-policy.toml says, and the rules that a file may state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/check/report.h"
#include "oms/model/field.h"
#include "oms/model/license.h"

namespace oms {

// Closed sets of words of a policy, the least strict first; a Choice holds position + 1.
namespace words {
inline constexpr std::string_view kMode[] = {"audit", "enforce"};
inline constexpr std::string_view kAnswer[] = {"allow", "warn", "fail"};
inline constexpr std::string_view kUnknownBase[] = {"ignore", "warn", "fail"};
inline constexpr std::string_view kCommercialUse[] = {"any", "conditional-ok", "yes"};
inline constexpr std::string_view kLeastEvidence[] = {"unknown",  "inferred", "declared",
                                                      "verified", "curated",  "user"};
inline constexpr std::string_view kLeastMofClass[] = {"", "III", "II", "I"};
// words::kLicenseClass, then "unknown".
inline constexpr std::string_view kClassSeen[] = {
    "proprietary", "research-only", "non-commercial", "community", "restricted",
    "open-other",  "osi-copyleft",  "osi-permissive", "unknown"};
inline constexpr std::string_view kComponent[] = {"data", "weights", "evaluation", "finetuning",
                                                  "metrics"};
}  // namespace words

inline constexpr Choice kLetPass{1};  // of words::kAnswer and words::kUnknownBase
inline constexpr Choice kWarn{2};
inline constexpr Choice kFail{3};
inline constexpr Choice kAudit{1};
inline constexpr Choice kEnforce{2};

// One entry of `allow` or `deny`: a license of the table, or a whole class.
struct PolicyLicense {
  std::string word = {};      // as written: "cc-by-4.0", "class:community"
  std::string key = {};       // of the license table; "" a class is meant
  Choice license_class = {};  // that class, or the class of that license; 0 = unknown
};
using PolicyLicenses = std::vector<PolicyLicense>;

// An error that somebody answers for, until a day.
struct Waiver {
  Text model = {};     // exact id
  Text revision = {};  // "id@sha": only for this revision; "" for any
  Words rules = {};
  Text reason = {};
  Text approved_by = {};
  Day expires = {};        // the last day
  Choice class_seen = {};  // words::kClassSeen; 0 = not stated
  Place place = {};
};

// A fact about a model that the catalog does not know or has wrong.
struct Clarification {
  Text model = {};
  Words base_model = {};  // in place of the declared ones
  Text license = {};      // key of the license table, "" not stated
  Text revision = {};     // void when the catalog has another one; "" for any
  Text source = {};       // where this is known from
  Place place = {};
};

// Where a key was written.
struct StatedKey {
  std::string name = {};  // "license.min_class"
  Place place = {};
};

struct Policy {
  Text path = {};  // "" there is no policy
  Text hash = {};  // SHA-256 of the file

  Integer version = 1;
  Text extends = {};
  Text extends_sha256 = {};
  Choice mode = kEnforce;
  Day enforce_from = {};

  Choice min_class = {};  // words::kLicenseClass
  PolicyLicenses allow = {};
  PolicyLicenses deny = {};
  bool require_osi = false;
  Choice commercial_use{1};
  Choice on_unknown = kFail;
  Choice on_disagreement = kWarn;

  Integer monthly_active_users = {};
  Integer annual_revenue_usd = {};
  Words territory = {};

  bool check_lineage = true;
  Choice on_conflict = kFail;
  Choice on_review = kWarn;
  Choice on_no_lineage = kLetPass;
  Choice unknown_base = kFail;

  Words require = {};  // words::kComponent
  Choice min_evidence{1};
  bool allow_gated = true;
  Number min_osai = {};
  Choice min_mof_class{1};

  Integer max_age_days = {};
  bool pin_revision = false;

  std::vector<Waiver> waivers = {};
  std::vector<Clarification> clarifications = {};
  std::vector<StatedKey> stated = {};

  const StatedKey* find_stated(std::string_view name) const;  // nullptr: the default holds
  // A file that states neither a rule nor mode = "enforce" only reports.
  bool has_rules() const;
  // What the mode comes to on a day.
  bool enforced(Date today) const;
};

// What is wrong with a policy, and where.
struct PolicyProblem {
  Place place = {};
  std::string what = {};
  std::string hint = {};
};

// Errc::usage: "oms-policy.toml:4:3: unknown key …".
Error policy_error(const PolicyProblem& problem);

struct ParsedPolicy {
  Policy policy = {};
  std::vector<PolicyProblem> problems = {};  // in the order of the file; then `policy` is useless
};

// `licenses`: for the ids in allow, deny and clarify.
ParsedPolicy parse_policy(std::string_view text, const std::string& path,
                          const LicenseTable& licenses);

// Makes `own`, whose file extends that of `above`, the two together. A repository may only tighten
// what it extends: each loosening is a problem with both values.
std::vector<PolicyProblem> extend_policy(Policy& own, const Policy& above);

// A value as a policy file would state it; "" when it is not set.
struct PolicyValue {
  std::string name = {};  // "license.min_class"
  std::string value = {};
};
std::vector<PolicyValue> policy_values(const Policy& policy);

// A policy to begin with, every key explained.
std::string initial_policy();
// docs/policy.md.
std::string policy_markdown();

}  // namespace oms
