// All that a check knows about the models and their ancestors, as plain data: gathered from the
// catalog or read from a lock, it gives the same verdict.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "oms/check/policy.h"
#include "oms/model/model.h"
#include "oms/model/records.h"

namespace oms {

inline constexpr std::size_t kComponents = std::size(words::kComponent);

struct ComponentFact {
  Choice state = {};     // words::kOpen
  Choice evidence = {};  // words::kEvidence; 0 = unknown

  bool operator==(const ComponentFact&) const = default;
};

// One model, as its record tells.
struct CheckNode {
  Text id = {};
  bool known = true;  // false: only named, not in the catalog
  Text revision = {};
  Choice status = {};  // words::kStatus
  Text license = {};   // as declared
  Text license_name = {};
  Text license_key = {};       // row of the license table, "" unknown
  Choice license_class = {};   // words::kLicenseClass, of the declared license alone
  Choice license_reason = {};  // words::kReason
  Choice license_evidence = {};
  Choice commercial_use = {};
  Flag osi_approved = {};
  bool disagreement = false;  // the card names two licenses of different classes
  Choice gated = {};
  std::array<ComponentFact, kComponents> open = {};  // in the order of words::kComponent
  Choice mof_class = {};
  Number osai_score = {};
  Choice relation = {};
  Words bases = {};
  Day as_of = {};

  bool operator==(const CheckNode&) const = default;
};

// A model under another name than the catalog's.
struct CheckAlias {
  Text written = {};
  Text id = {};

  bool operator==(const CheckAlias&) const = default;
};

struct CheckFacts {
  std::string licenses = {};             // the rows of data/licenses.tsv in use, under its header
  std::vector<CheckNode> nodes = {};     // by folded id, each once
  std::vector<CheckAlias> aliases = {};  // by folded name

  // By id, else by alias, letter case aside; nullptr when there is none.
  const CheckNode* find(std::string_view id) const;
  void sort();
};

}  // namespace oms
