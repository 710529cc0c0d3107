#include "check/judge.h"

#include <algorithm>

#include "check/rules.h"
#include "oms/base/text.h"

namespace oms {

Finding& Findings::add(std::string_view rule, Level level, std::string message, std::string fix,
                       Words path) {
  Finding finding;
  finding.rule = find_check_rule(rule);
  finding.level = level;
  finding.model = model_;
  finding.message = std::move(message);
  finding.fix = std::move(fix);
  finding.path = std::move(path);
  all_.push_back(std::move(finding));
  return all_.back();
}

void Findings::answer(std::string_view rule, Choice answer, std::string message, std::string fix,
                      Words path) {
  if (answer == kLetPass) return;
  const Level level = answer == kFail ? Level::error : Level::warning;
  add(rule, level, std::move(message), std::move(fix), std::move(path));
}

std::string license_text(const CheckNode& node) {
  return node.license_key.empty() ? declared_text(node) : node.license_key;
}

std::string declared_text(const CheckNode& node) {
  if (node.license.empty()) return "no license";
  return node.license_name.empty() ? node.license : node.license + " (" + node.license_name + ")";
}

std::string fetch_hint(const std::string& id, std::string_view flags) {
  const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    const char low = fold(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '.' ||
           c == '_' || c == '-';
  });
  if (!plain || id.starts_with('-')) return "correct the name";
  return "run 'oms fetch " + id + std::string(flags) + "'";
}

std::string class_text(Choice license_class) {
  return license_class.code == 0 ? "unknown"
                                 : std::string(word_of(words::kLicenseClass, license_class));
}

std::string subject_text(const Judged& model, const Terms& terms) {
  const std::string license = license_text(model.facts.node(terms.node));
  if (terms.path.empty()) return license;
  return "its base " + model.facts.node(terms.node).id + " passes on " + license + ", which";
}

bool same_revision(std::string_view a, std::string_view b) {
  constexpr std::size_t kShortest = 7;
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kShortest) return !a.empty() && equal_folded(a, b);
  return equal_folded(a, b.substr(0, a.size()));
}

}  // namespace oms
