#include "check/policy_keys.h"

#include <array>

#include "oms/base/text.h"

namespace oms {
namespace {

using Key = KeyRow<Policy>;
constexpr auto kOwn = Tighten::own;
constexpr auto kHigher = Tighten::higher;
constexpr std::span<const std::string_view> kAny = {};  // no closed set of words

constexpr std::array kSections = {
    PolicySection{"", false, "The file itself"},
    PolicySection{"license", false, "The license class, as it is after what base models pass on"},
    PolicySection{"thresholds", false,
                  "Facts about you. A license that limits its users is satisfied below its limit"},
    PolicySection{"lineage", false, "What the licenses of base models ask of a derived model"},
    PolicySection{"openness", false, "What must be public beside the license"},
    PolicySection{"data", false, "How good the data must be that a verdict rests on"},
    PolicySection{"waiver", true,
                  "An exception: one model, some rules, a reason and an end. It changes no class"},
    PolicySection{"clarify", true,
                  "A fact about a model that its record does not say or has wrong"},
};

constexpr std::array kPolicyKeys = {
    Key{"", "version", KeyType::whole, kAny, &Policy::version, kOwn, false, "1", true,
        "Version of this format"},
    Key{"", "extends", KeyType::text, kAny, &Policy::extends, kOwn, false, "\"org-policy.toml\"",
        false,
        "A policy that holds here too; its path is relative to this file. Here it can only be "
        "tightened, and waivers and clarifications stand there alone"},
    Key{"", "extends_sha256", KeyType::text, kAny, &Policy::extends_sha256, kOwn, false, "\"…\"",
        false, "SHA-256 of that file, so that nobody exchanges it; an error prints the actual one"},
    Key{"", "mode", KeyType::word, words::kMode, &Policy::mode, kHigher, false, "\"enforce\"",
        false, "audit reports all findings and lets the check pass; missing data still fails"},
    Key{"", "enforce_from", KeyType::date, kAny, &Policy::enforce_from, Tighten::above, false,
        "2027-01-01", false, "Before this day the mode is audit"},

    Key{"license", "min_class", KeyType::word, words::kLicenseClass, &Policy::min_class,
        Tighten::pass, false, "\"open-other\"", true,
        "The least class that passes. With allow, one of the two is enough", "license.class"},
    Key{"license", "allow", KeyType::licenses, kAny, &Policy::allow, Tighten::pass, false,
        "[\"class:osi-permissive\", \"cc-by-4.0\"]", false,
        "Licenses and classes that pass. An id passes as long as no base model makes the class "
        "worse than that of the license",
        "license.class"},
    Key{"license", "deny", KeyType::licenses, kAny, &Policy::deny, Tighten::united, false,
        "[\"class:research-only\"]", false,
        "Licenses and classes that never pass, also where a base model passes them on",
        "license.denied"},
    Key{"license", "require_osi", KeyType::flag, kAny, &Policy::require_osi, kHigher, false,
        "false", false, "Only licenses that the Open Source Initiative approved", "license.class"},
    Key{"license", "commercial_use", KeyType::word, words::kCommercialUse, &Policy::commercial_use,
        kHigher, false, "\"yes\"", false,
        "Whether commercial use must be allowed: yes, or conditional-ok where it has conditions",
        "license.commercial"},
    Key{"license", "on_unknown", KeyType::word, words::kAnswer, &Policy::on_unknown, kHigher, false,
        "\"fail\"", true, "A license that is not declared, or that nobody can tell the class of",
        "license.unknown"},
    Key{"license", "on_disagreement", KeyType::word, words::kAnswer, &Policy::on_disagreement,
        kHigher, false, "\"warn\"", false,
        "A model card that names two licenses of different classes; the stricter one is judged",
        "license.disagreement"},

    Key{"thresholds", "monthly_active_users", KeyType::whole, kAny, &Policy::monthly_active_users,
        Tighten::above, false, "50000", false, "Your monthly active users", "license.threshold"},
    Key{"thresholds", "annual_revenue_usd", KeyType::whole, kAny, &Policy::annual_revenue_usd,
        Tighten::above, false, "2000000", false, "Your annual revenue in USD", "license.threshold"},
    Key{"thresholds", "territory", KeyType::countries, kAny, &Policy::territory, Tighten::united,
        false, "[\"DE\", \"FR\"]", false, "Where you use models: country codes, or EU",
        "license.territory"},

    Key{"lineage", "check", KeyType::flag, kAny, &Policy::check_lineage, kHigher, false, "true",
        false, "Follow base models; without it a model is judged by its own license alone"},
    Key{"lineage", "on_conflict", KeyType::word, words::kAnswer, &Policy::on_conflict, kHigher,
        false, "\"fail\"", false, "The declared license drops a duty that a base passes on",
        "lineage.conflict"},
    Key{"lineage", "on_review", KeyType::word, words::kAnswer, &Policy::on_review, kHigher, false,
        "\"warn\"", false, "A person must read the terms: no rule decides them", "lineage.review"},
    Key{"lineage", "on_no_lineage", KeyType::word, words::kAnswer, &Policy::on_no_lineage, kHigher,
        false, "\"allow\"", false, "No base model is on record, which is not the same as none",
        "lineage.no-lineage"},
    Key{"lineage", "unknown_base", KeyType::word, words::kUnknownBase, &Policy::unknown_base,
        kHigher, false, "\"fail\"", false,
        "A base model that the catalog does not have, or whose license is unknown. warn and ignore "
        "judge by what is known",
        "lineage.undetermined"},

    Key{"openness", "require", KeyType::components, kAny, &Policy::require, Tighten::united, false,
        "[\"weights\", \"data\"]", false, "Components that must be public", "openness.component"},
    Key{"openness", "min_evidence", KeyType::word, words::kLeastEvidence, &Policy::min_evidence,
        kHigher, false, "\"declared\"", false, "How well it must be known that they are",
        "openness.evidence"},
    Key{"openness", "allow_gated", KeyType::flag, kAny, &Policy::allow_gated, Tighten::lower, false,
        "true", false, "Models that are handed out only on request", "openness.gated"},
    Key{"openness", "min_osai", KeyType::percent, kAny, &Policy::min_osai, kHigher, false, "50",
        false, "Least score in the European Open Source AI Index, 0 to 100", "openness.osai"},
    Key{"openness", "mof_class", KeyType::word, words::kLeastMofClass, &Policy::min_mof_class,
        kHigher, false, "\"III\"", false, "Least class of the Model Openness Framework",
        "openness.mof"},

    Key{"data", "max_age_days", KeyType::whole, kAny, &Policy::max_age_days, Tighten::lower, false,
        "30", false, "A record that is older cannot be judged", "data.stale"},
    Key{"data", "pin_revision", KeyType::flag, kAny, &Policy::pin_revision, kHigher, false, "false",
        false, "Models must be named with the commit that is used: owner/name@sha",
        "data.revision"},
};

constexpr std::array kWaiverKeys = {
    KeyRow<Waiver>{"waiver", "model", KeyType::model, kAny, &Waiver::model, kOwn, true,
                   "\"tiiuae/falcon-180B\"", false, "The exact id, with @sha for one revision"},
    KeyRow<Waiver>{"waiver", "rules", KeyType::rules, kAny, &Waiver::rules, kOwn, true,
                   "[\"license.class\"]", false, "Rules that are waived"},
    KeyRow<Waiver>{"waiver", "reason", KeyType::text, kAny, &Waiver::reason, kOwn, true,
                   "\"internal evaluation only, ticket 123\"", false, "Why"},
    KeyRow<Waiver>{"waiver", "approved_by", KeyType::text, kAny, &Waiver::approved_by, kOwn, false,
                   "\"name\"", false, "Who answers for it"},
    KeyRow<Waiver>{"waiver", "expires", KeyType::date, kAny, &Waiver::expires, kOwn, true,
                   "2026-12-31", false, "The last day on which it holds"},
    KeyRow<Waiver>{"waiver", "class_seen", KeyType::word, words::kClassSeen, &Waiver::class_seen,
                   kOwn, false, "\"community\"", false,
                   "The effective class that was approved: with another one the waiver is void"},
};

constexpr std::array kClarifyKeys = {
    KeyRow<Clarification>{"clarify", "model", KeyType::model, kAny, &Clarification::model, kOwn,
                          true, "\"deepseek-ai/DeepSeek-R1-Distill-Llama-8B\"", false,
                          "The exact id"},
    KeyRow<Clarification>{"clarify", "base_model", KeyType::models, kAny,
                          &Clarification::base_model, kOwn, false, "[\"meta-llama/Llama-3.1-8B\"]",
                          false, "Its base models, in place of the declared ones"},
    KeyRow<Clarification>{"clarify", "license", KeyType::license, kAny, &Clarification::license,
                          kOwn, false, "\"llama3.1\"", false,
                          "Its license, in place of the declared one"},
    KeyRow<Clarification>{"clarify", "revision", KeyType::text, kAny, &Clarification::revision,
                          kOwn, false, "\"…\"", false,
                          "The commit it was read from: void when the catalog has another"},
    KeyRow<Clarification>{"clarify", "source", KeyType::text, kAny, &Clarification::source, kOwn,
                          true, "\"model card text\"", false, "Where it is known from"},
};

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

std::string list_text(const Words& words) {
  std::vector<std::string> parts;
  for (const std::string& word : words) parts.push_back(quoted(word));
  return parts.empty() ? "" : "[" + join(parts, ", ") + "]";
}

struct ValueText {
  const KeyRow<Policy>& row;
  const Policy& policy;

  std::string operator()(bool Policy::*member) const { return policy.*member ? "true" : "false"; }
  std::string operator()(Choice Policy::*member) const {
    const Choice choice = policy.*member;
    return choice.code == 0 ? "" : quoted(word_of(row.words, choice));
  }
  std::string operator()(Integer Policy::*member) const {
    return policy.*member ? std::to_string(*(policy.*member)) : "";
  }
  std::string operator()(Number Policy::*member) const {
    return policy.*member ? to_text(*(policy.*member)) : "";
  }
  std::string operator()(Day Policy::*member) const {
    return policy.*member ? to_text(*(policy.*member)) : "";
  }
  std::string operator()(Text Policy::*member) const {
    return (policy.*member).empty() ? "" : quoted(policy.*member);
  }
  std::string operator()(Words Policy::*member) const { return list_text(policy.*member); }
  std::string operator()(PolicyLicenses Policy::*member) const {
    Words words;
    for (const PolicyLicense& entry : policy.*member) words.push_back(entry.word);
    return list_text(words);
  }
};

}  // namespace

std::span<const KeyRow<Policy>> policy_keys() { return kPolicyKeys; }
std::span<const KeyRow<Waiver>> waiver_keys() { return kWaiverKeys; }
std::span<const KeyRow<Clarification>> clarify_keys() { return kClarifyKeys; }
std::span<const PolicySection> policy_sections() { return kSections; }

std::string header(const PolicySection& section) {
  if (section.name.empty()) return "";
  const std::string name(section.name);
  return section.repeated ? "[[" + name + "]]" : "[" + name + "]";
}

std::string value_text(const KeyRow<Policy>& row, const Policy& policy) {
  return std::visit(ValueText{row, policy}, row.member);
}

std::string type_text(KeyType type, std::span<const std::string_view> words) {
  switch (type) {
    case KeyType::flag:
      return "true or false";
    case KeyType::word:
      return "one of " + join(words, ", ");
    case KeyType::whole:
      return "a whole number from 0";
    case KeyType::percent:
      return "a number from 0 to 100";
    case KeyType::text:
      return "a text";
    case KeyType::date:
      return "a date such as 2026-12-31";
    case KeyType::components:
      return "a list of " + join(words::kComponent, ", ");
    case KeyType::licenses:
      return "a list of license ids and class:NAME";
    case KeyType::license:
      return "a license id";
    case KeyType::countries:
      return "a list of two-letter country codes";
    case KeyType::models:
      return "a list of model ids";
    case KeyType::model:
      return "a model id";
    case KeyType::rules:
      break;
  }
  return "a list of rules";
}

}  // namespace oms
