// The keys of a policy file: the only place where one is declared. Parsing, unknown keys, what a
// repository may change, --init, --explain and docs/policy.md loop over the rows.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "oms/check/policy.h"

namespace oms {

// What stands behind the equals sign.
enum class KeyType : std::uint8_t {
  flag,
  word,     // one of `words`
  whole,    // number from `least` on
  percent,  // 0 to 100
  text,
  date,
  components,  // list of words::kComponent
  licenses,    // list of license ids and class:NAME
  license,     // id of one
  countries,   // list of two-letter codes, EU
  models,      // list of ids
  model,       // id, or id@revision
  rules,       // list of ids of rules
};

// How a repository's value is compared with that of the file it extends.
enum class Tighten : std::uint8_t {
  own,     // each file has its own
  higher,  // greater or later in the list of words is stricter; not set is the least strict
  lower,   // the other way round
  united,  // both lists hold
  pass,    // allow and min_class: what passes must pass above, too
  above,   // only the file that is extended may state it
};

template <typename Owner>
using KeyMember =
    std::variant<bool Owner::*, Choice Owner::*, Integer Owner::*, Number Owner::*, Day Owner::*,
                 Text Owner::*, Words Owner::*, PolicyLicenses Owner::*>;

template <typename Owner>
struct KeyRow {
  std::string_view section = {};  // "" above the first one
  std::string_view key = {};
  KeyType type = KeyType::text;
  std::span<const std::string_view> words = {};  // KeyType::word: the least strict first
  KeyMember<Owner> member = {};
  Tighten tighten = Tighten::own;
  bool required = false;         // in each section of its kind
  std::string_view sample = {};  // in --init: `key = sample`
  bool active = false;           // --init states it; else it stands there as a comment
  std::string_view help = {};    // sentences without the final period
  std::string_view rule = {};    // that it is decided by; "" none

  std::string name() const {
    return section.empty() ? std::string(key) : std::string(section) + "." + std::string(key);
  }
};

std::span<const KeyRow<Policy>> policy_keys();
std::span<const KeyRow<Waiver>> waiver_keys();
std::span<const KeyRow<Clarification>> clarify_keys();

// Sections in their order, with what they are about.
struct PolicySection {
  std::string_view name = {};
  bool repeated = false;  // [[name]]
  std::string_view help = {};
};
std::span<const PolicySection> policy_sections();
std::string header(const PolicySection& section);  // "[license]", "[[waiver]]", "" for the first

// The value as a file would state it; "" when it is not set.
std::string value_text(const KeyRow<Policy>& row, const Policy& policy);
// "one of fail, warn, allow", "a list of license ids and class:NAME", …
std::string type_text(KeyType type, std::span<const std::string_view> words);

}  // namespace oms
