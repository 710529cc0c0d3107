// The rules about who may use a model, for what, and where.
#include <algorithm>
#include <array>

#include "check/judge.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::array<std::string_view, 27> kUnion = {
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};

bool in_union(std::string_view country) {
  return std::find(kUnion.begin(), kUnion.end(), country) != kUnion.end();
}

// ISO has GB, license texts say UK; GR and EL are one country too.
std::string_view same_name(std::string_view country) {
  if (country == "UK") return "GB";
  return country == "EL" ? "GR" : country;
}

bool covers(std::string_view excluded, std::string_view country) {
  excluded = same_name(excluded);
  country = same_name(country);
  return excluded == country || (excluded == "EU" && in_union(country)) ||
         (country == "EU" && in_union(excluded));
}

bool asks_for_commercial_use(const Policy& policy) { return policy.commercial_use.code > 1; }

// A limit of a license, and what the policy says about the user.
struct Limit {
  std::optional<std::int64_t> License::*limit;
  Integer Policy::*stated;
  std::string_view key;
  std::string_view unit;
};
constexpr std::array kLimits = {
    Limit{&License::monthly_users_limit, &Policy::monthly_active_users,
          "thresholds.monthly_active_users", "monthly users"},
    Limit{&License::annual_revenue_limit_usd, &Policy::annual_revenue_usd,
          "thresholds.annual_revenue_usd", "USD annual revenue"},
};

void judge_limit(const Judged& model, const Terms& terms, const Limit& limit, Findings& findings) {
  const auto most = terms.license->*limit.limit;
  if (!most) return;
  const Integer& stated = model.policy.*limit.stated;
  const std::string unit(limit.unit);
  const std::string what =
      subject_text(model, terms) + " ends at " + std::to_string(*most) + " " + unit;
  if (!stated) {
    if (!asks_for_commercial_use(model.policy)) return;
    findings.add("license.threshold", Level::warning,
                 what + ", and the policy does not state yours",
                 "state '" + std::string(limit.key) + "'", terms.path);
  } else if (*stated >= *most) {
    findings.add("license.threshold", Level::error,
                 what + "; the policy states " + std::to_string(*stated), "", terms.path);
  }
}

}  // namespace

void judge_commercial(const Judged& model, Findings& findings) {
  if (!asks_for_commercial_use(model.policy)) return;
  const bool conditional_ok =
      word_of(words::kCommercialUse, model.policy.commercial_use) == "conditional-ok";
  const Choice least = parse_choice(words::kAllowed, conditional_ok ? "conditional" : "yes");
  for (const Terms& terms : model.terms) {
    if (terms.license_class.code == 0 || terms.commercial_use >= least) continue;
    const std::string_view use = word_of(words::kAllowed, terms.commercial_use);
    const std::string subject = subject_text(model, terms);
    std::string what = subject + " does not allow commercial use";
    if (use == "conditional") what = subject + " allows commercial use on conditions only";
    if (use == "unclear" || use.empty())
      what = subject + " does not say whether commercial use is allowed";
    std::string fix;
    if (use == "conditional") fix = "read them; 'license.commercial_use' may be \"conditional-ok\"";
    findings.add("license.commercial", Level::error, std::move(what), std::move(fix), terms.path);
  }
}

void judge_threshold(const Judged& model, Findings& findings) {
  for (const Terms& terms : model.terms) {
    if (terms.license == nullptr) continue;
    for (const Limit& limit : kLimits) judge_limit(model, terms, limit, findings);
    const bool in_words = !terms.license->threshold.empty() &&
                          !terms.license->monthly_users_limit &&
                          !terms.license->annual_revenue_limit_usd;
    if (!in_words || !asks_for_commercial_use(model.policy)) continue;
    findings.add("license.threshold", Level::warning,
                 subject_text(model, terms) +
                     " has a limit that no number states: " + std::string(terms.license->threshold),
                 "read the license", terms.path);
  }
}

void judge_territory(const Judged& model, Findings& findings) {
  for (const Terms& terms : model.terms) {
    if (terms.license == nullptr) continue;
    Words out;
    const auto excluded = split_words(terms.license->territory_excluded, ';');
    for (const std::string& country : model.policy.territory) {
      const bool hit = std::any_of(excluded.begin(), excluded.end(),
                                   [&](std::string_view name) { return covers(name, country); });
      if (hit) out.push_back(country);
    }
    if (out.empty()) continue;
    findings.add("license.territory", Level::error,
                 subject_text(model, terms) + " grants nothing in " + join(out, ", "), "",
                 terms.path);
  }
}

}  // namespace oms
