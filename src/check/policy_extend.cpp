// A policy and the one it extends, made one: what is stricter holds.
#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>

#include "check/policy_keys.h"
#include "oms/base/text.h"

namespace oms {
namespace {

using Rank = std::int64_t;

// How strict a single value is, by its own scale; nothing where it is not set.
struct RankOf {
  const Policy& policy;

  std::optional<Rank> operator()(bool Policy::*member) const { return policy.*member ? 1 : 0; }
  std::optional<Rank> operator()(Choice Policy::*member) const {
    const Rank code = (policy.*member).code;
    return code == 0 ? std::nullopt : std::optional(code);
  }
  std::optional<Rank> operator()(Integer Policy::*member) const { return policy.*member; }
  std::optional<Rank> operator()(Number Policy::*member) const {
    return policy.*member ? std::optional<Rank>((policy.*member)->billionths) : std::nullopt;
  }
  std::optional<Rank> operator()(Day Policy::*member) const {
    return policy.*member ? std::optional<Rank>((policy.*member)->days) : std::nullopt;
  }
  template <typename Other>
  std::optional<Rank> operator()(Other Policy::*) const {
    return std::nullopt;
  }
};

bool loosens(const KeyRow<Policy>& row, const Policy& own, const Policy& above) {
  using Limits = std::numeric_limits<Rank>;
  const auto mine = std::visit(RankOf{own}, row.member);
  const auto theirs = std::visit(RankOf{above}, row.member);
  switch (row.tighten) {
    case Tighten::higher:
      return mine.value_or(Limits::min()) < theirs.value_or(Limits::min());
    case Tighten::lower:
      return mine.value_or(Limits::max()) > theirs.value_or(Limits::max());
    case Tighten::above:
      return value_text(row, own) != value_text(row, above);
    default:
      return false;
  }
}

bool same_entry(const PolicyLicense& a, const PolicyLicense& b) {
  return a.key == b.key && (!a.key.empty() || a.license_class == b.license_class);
}

// Whether all that an entry lets pass, the policy above lets pass too.
bool covered(const PolicyLicense& entry, const Policy& above) {
  const Choice license_class = entry.license_class;
  if (license_class.code != 0 && above.min_class.code != 0 && license_class >= above.min_class) {
    return true;
  }
  return std::any_of(above.allow.begin(), above.allow.end(), [&](const PolicyLicense& allowed) {
    const bool whole_class = allowed.key.empty() && allowed.license_class == license_class;
    return whole_class || same_entry(entry, allowed);
  });
}

bool covered(Choice min_class, const Policy& above) {
  for (std::uint8_t code = min_class.code; code <= std::size(words::kLicenseClass); ++code) {
    if (!covered(PolicyLicense{.license_class = Choice{code}}, above)) return false;
  }
  return true;
}

struct Unite {
  Policy& own;
  const Policy& above;

  void operator()(Words Policy::*member) const {
    for (const std::string& word : above.*member) {
      auto& words = own.*member;
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
  }
  void operator()(PolicyLicenses Policy::*member) const {
    auto& entries = own.*member;
    for (const PolicyLicense& entry : above.*member) {
      const auto same = [&](const PolicyLicense& mine) { return same_entry(mine, entry); };
      if (std::none_of(entries.begin(), entries.end(), same)) entries.push_back(entry);
    }
  }
  template <typename Other>
  void operator()(Other Policy::*) const {}
};

class Extension {
 public:
  Extension(Policy& own, const Policy& above) : own_(own), above_(above) {}

  std::vector<PolicyProblem> run() {
    const bool enforces = own_.find_stated("mode") != nullptr && own_.mode == kEnforce;
    refuse_exceptions();
    merge_passes();
    for (const KeyRow<Policy>& row : policy_keys()) merge(row);
    for (const StatedKey& key : above_.stated) {
      const bool rule = key.name.find('.') != std::string::npos || key.name == "mode" ||
                        key.name == "enforce_from";
      if (rule && own_.find_stated(key.name) == nullptr) own_.stated.push_back(key);
    }
    if (enforces) own_.enforce_from.reset();  // now is stricter than later
    own_.waivers = above_.waivers;
    own_.clarifications = above_.clarifications;
    return std::move(problems_);
  }

 private:
  std::string value_or_not_set(const KeyRow<Policy>& row, const Policy& policy) const {
    const std::string value = value_text(row, policy);
    return value.empty() ? "not set" : value;
  }

  void problem(const KeyRow<Policy>& row, const std::string& mine) {
    problems_.push_back({own_.find_stated(row.name())->place,
                         "'" + row.name() + "' = " + mine +
                             (row.tighten == Tighten::above ? " differs from '" : " loosens '") +
                             printable(above_.path) + "', where it is " +
                             value_or_not_set(row, above_),
                         "a policy that extends another one can only tighten it"});
  }

  void refuse_exceptions() {
    const std::string hint = "they stand in '" + printable(above_.path) + "', which it extends";
    for (const Waiver& waiver : own_.waivers) {
      problems_.push_back({waiver.place, "a policy that extends another one has no waivers", hint});
    }
    for (const Clarification& clarification : own_.clarifications) {
      problems_.push_back(
          {clarification.place, "a policy that extends another one has no clarifications", hint});
    }
  }

  // allow and min_class are one rule: a file that states either states the whole rule.
  void merge_passes() {
    const bool states = own_.find_stated("license.allow") != nullptr || own_.min_class.code != 0;
    const bool anything = above_.min_class.code == 0 && above_.allow.empty() &&
                          above_.find_stated("license.allow") == nullptr;
    if (!states) {
      own_.min_class = above_.min_class;
      own_.allow = above_.allow;
      return;
    }
    if (anything) return;
    for (const KeyRow<Policy>& row : policy_keys()) {
      if (row.tighten != Tighten::pass || own_.find_stated(row.name()) == nullptr) continue;
      if (row.key == "min_class") {
        if (!covered(own_.min_class, above_)) problem(row, value_text(row, own_));
        continue;
      }
      for (const PolicyLicense& entry : own_.allow) {
        if (!covered(entry, above_)) problem(row, "\"" + printable(entry.word) + "\"");
      }
    }
  }

  void merge(const KeyRow<Policy>& row) {
    if (row.tighten == Tighten::own || row.tighten == Tighten::pass) return;
    if (row.tighten == Tighten::united) return std::visit(Unite{own_, above_}, row.member);
    const bool stated = own_.find_stated(row.name()) != nullptr;
    if (stated && loosens(row, own_, above_)) return problem(row, value_text(row, own_));
    if (stated) return;
    std::visit([&](auto member) { own_.*member = above_.*member; }, row.member);
  }

  Policy& own_;
  const Policy& above_;
  std::vector<PolicyProblem> problems_ = {};
};

}  // namespace

std::vector<PolicyProblem> extend_policy(Policy& own, const Policy& above) {
  auto problems = Extension(own, above).run();
  std::stable_sort(
      problems.begin(), problems.end(), [](const PolicyProblem& a, const PolicyProblem& b) {
        return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
      });
  return problems;
}

}  // namespace oms
