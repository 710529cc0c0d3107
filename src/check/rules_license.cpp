// The rules about the license and its class.
#include <algorithm>

#include "check/judge.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kMostNamed = 4;  // licenses of an allow list in a message

// Whether an entry names the license of a node, as the table has it or as it is declared.
bool names(const PolicyLicense& entry, const CheckNode& node) {
  if (entry.key.empty()) return false;
  return equal_folded(entry.key, node.license_key) || equal_folded(entry.key, node.license);
}

bool is_allowed(const Judged& model, const PolicyLicense& entry) {
  if (entry.license_class.code == 0) return false;
  if (entry.key.empty()) return entry.license_class == model.known_class;
  return names(entry, model.node()) && model.known_class >= entry.license_class;
}

std::string allowed_text(const Policy& policy) {
  std::vector<std::string> allowed;
  if (policy.min_class.code != 0) allowed.push_back("at least " + class_text(policy.min_class));
  for (const PolicyLicense& entry : policy.allow) {
    if (allowed.size() == kMostNamed) {
      allowed.push_back("one of " + std::to_string(policy.allow.size()) + " allowed");
      break;
    }
    allowed.push_back(entry.word);
  }
  return allowed.empty() ? "nothing: the allow list is empty" : join(allowed, " or ");
}

bool passes_class(const Judged& model) {
  const Policy& policy = model.policy;
  const bool listed = policy.find_stated("license.allow") != nullptr || !policy.allow.empty();
  if (policy.min_class.code == 0 && !listed) return true;
  if (policy.min_class.code != 0 && model.known_class >= policy.min_class) return true;
  return std::any_of(policy.allow.begin(), policy.allow.end(),
                     [&](const PolicyLicense& entry) { return is_allowed(model, entry); });
}

bool passes_osi(const Judged& model) {
  if (!model.policy.require_osi) return true;
  const Choice copyleft = parse_choice(words::kLicenseClass, "osi-copyleft");
  return model.node().osi_approved.value_or(false) && model.known_class >= copyleft;
}

// The terms that make the class what it is.
const Terms& strictest(const Judged& model) {
  const auto found = std::find_if(model.terms.begin(), model.terms.end(), [&](const Terms& terms) {
    return terms.license_class == model.known_class;
  });
  return found == model.terms.end() ? model.terms.front() : *found;
}

std::string class_message(const Judged& model, const Terms& terms) {
  const std::string own = license_text(model.node());
  if (terms.path.empty() && model.node().license.empty()) {
    return "declares no license; its class is " + class_text(model.known_class);
  }
  if (terms.path.empty()) return own + " is " + class_text(model.known_class);
  const CheckNode& base = model.facts.node(terms.node);
  const std::string declared =
      model.node().license.empty() ? "declares no license" : "declares " + own;
  return declared + ", but its base " + base.id + " (" + license_text(base) + ") makes it " +
         class_text(model.known_class);
}

}  // namespace

void judge_denied(const Judged& model, Findings& findings) {
  for (const Terms& terms : model.terms) {
    const CheckNode& node = model.facts.node(terms.node);
    const auto& deny = model.policy.deny;
    const auto entry = std::find_if(deny.begin(), deny.end(), [&](const PolicyLicense& denied) {
      if (denied.key.empty()) return denied.license_class == terms.license_class;
      return names(denied, node);
    });
    if (entry == deny.end()) continue;
    const std::string by = entry->key.empty() ? " (" + entry->word + ")" : "";
    findings.add("license.denied", Level::error, subject_text(model, terms) + " is denied" + by,
                 "use another model", terms.path);
  }
}

void judge_class(const Judged& model, Findings& findings) {
  if (model.known_class.code == 0) return;  // judge_unknown() has the word
  Words wanted;
  if (!passes_class(model)) wanted.push_back(allowed_text(model.policy));
  if (!passes_osi(model)) wanted.push_back("an OSI-approved license");
  if (wanted.empty()) return;
  const Terms& terms = strictest(model);
  findings.add("license.class", Level::error,
               class_message(model, terms) + "; the policy asks for " + join(wanted, " and "), "",
               terms.path);
}

void judge_unknown(const Judged& model, Findings& findings) {
  const CheckNode& node = model.node();
  if (node.license_class.code != 0) return;
  const std::string_view reason = word_of(words::kReason, node.license_reason);
  if (node.license.empty() && reason == "not-declared") {
    findings.answer("license.missing", model.policy.on_unknown, "declares no license",
                    "ask its publisher, or use another model");
  } else if (node.license.empty()) {
    findings.answer("license.unknown", model.policy.on_unknown, "its license is not in the catalog",
                    fetch_hint(node.id));
  } else {
    findings.answer("license.unknown", model.policy.on_unknown,
                    "declares " + declared_text(node) + ", a license of unknown class",
                    "read it and state what it is in a [[clarify]] section");
  }
}

void judge_disagreement(const Judged& model, Findings& findings) {
  const CheckNode& node = model.node();
  if (!node.disagreement) return;
  findings.answer("license.disagreement", model.policy.on_disagreement,
                  "declares " + node.license + " and names " +
                      (node.license_name.empty() ? node.license_key : node.license_name) +
                      "; the stricter one is judged",
                  "read its license file");
}

}  // namespace oms
