#include "check/rules.h"

#include <algorithm>
#include <array>

namespace oms {
namespace {

constexpr std::array kRules = {
    CheckRule{"license.denied", "license", "The license is denied",
              "The policy's deny list names the license or its class. A base model may be the one "
              "that passes it on: the path names it. Use another model."},
    CheckRule{"license.class", "license", "The license class is not allowed",
              "After what its base models pass on, the class is neither at least min_class nor on "
              "the allow list, or the license is not OSI-approved where the policy asks for it."},
    CheckRule{"license.unknown", "license", "The license is unknown",
              "A license is declared, but nobody can tell its class. Read it, and state what it is "
              "with a clarify section."},
    CheckRule{"license.missing", "license", "No license is declared",
              "Without a license there is no permission. Ask the publisher, or use another model."},
    CheckRule{"license.disagreement", "license", "The model card names two licenses",
              "The license and the license name or link on the card lead to different classes. The "
              "stricter one is judged."},
    CheckRule{"license.commercial", "license", "Commercial use is not allowed",
              "The license, or one that a base model passes on, does not allow commercial use to "
              "the degree that the policy asks for."},
    CheckRule{"license.threshold", "license", "The license limits the size of its users",
              "The license grants its rights up to a number of users or a revenue. State yours "
              "under thresholds."},
    CheckRule{"license.territory", "license", "The license excludes a territory",
              "The license grants nothing in a territory that the policy names."},
    CheckRule{"lineage.conflict", "lineage", "The license drops a duty of a base model",
              "The model declares a license that does not pass on what the license of a base model "
              "requires to be passed on. It is about declarations, not a legal opinion."},
    CheckRule{"lineage.review", "lineage", "The terms of a base model need a reader",
              "No rule decides whether the model's license passes on what a base model requires."},
    CheckRule{"lineage.undetermined", "lineage", "A base model is unknown",
              "A base model is not in the catalog, or its license is unknown, so what it passes on "
              "is unknown too. Fetch it with 'oms fetch ID --with-bases'."},
    CheckRule{"lineage.no-lineage", "lineage", "No base model is on record",
              "The record names no base model, which is not the same as having none."},
    CheckRule{"openness.component", "openness", "A component is not public",
              "The policy requires a component of the model to be public: training data, weights, "
              "evaluation code, fine-tuning code or training metrics."},
    CheckRule{"openness.evidence", "openness", "The evidence for a component is too weak",
              "The component is said to be public, but not by evidence as strong as min_evidence."},
    CheckRule{"openness.osai", "openness", "The openness score is too low",
              "The European Open Source AI Index gives less than min_osai, or has no score."},
    CheckRule{"openness.mof", "openness", "The openness class is too low",
              "The Model Openness Framework gives less than mof_class, or has no class."},
    CheckRule{"openness.gated", "openness", "The model is gated",
              "The weights are handed out only on request, or it is not known that they are not."},
    CheckRule{"data.not-cached", "data", "The model is not in the catalog",
              "Nothing is known about it, so it cannot pass. Fetch it with 'oms fetch ID "
              "--with-bases', or correct its name."},
    CheckRule{"data.gone", "data", "The model is no longer published",
              "The Hub has taken it down, disabled or renamed it: a fresh machine cannot get it."},
    CheckRule{"data.override", "data", "Judged by a fact of overrides.json",
              "Who runs the check states the fact, with its source and date; 'oms show' prints it. "
              "Others judge by what the catalog says."},
    CheckRule{"data.stale", "data", "The record is too old",
              "The record is older than max_age_days, or has no date. Run 'oms fetch'."},
    CheckRule{"data.revision", "data", "The revision is not the judged one",
              "The model is used at another commit than the one in the catalog, or at no fixed one "
              "where the policy asks for it. Terms change in place."},
    CheckRule{"waiver.expired", "waiver", "A waiver has expired",
              "What it excused fails again. Renew it after a review, or remove it."},
    CheckRule{"waiver.unused", "waiver", "A waiver excuses nothing",
              "No finding matches it. Remove it, so that it cannot excuse something later."},
    CheckRule{"waiver.void", "waiver", "A waiver is void",
              "The license class or the revision is not the one that was approved."},
    CheckRule{"clarify.unused", "clarify", "A clarification is about no checked model",
              "Neither a checked model nor a base of one has this id. Remove it or correct it."},
    CheckRule{"clarify.void", "clarify", "A clarification is void",
              "The catalog has another revision than the one it was written for, or none."},
    CheckRule{"lock.changed", "lock", "The facts differ from the lock",
              "The license or its class changed since the lock was written. Review it, then write "
              "the lock anew with --update-lock."},
    CheckRule{"lock.missing", "lock", "The model is not in the lock",
              "The lock was written for other models. Write it anew with --update-lock."},
    CheckRule{"lock.policy", "lock", "The policy differs from the lock's",
              "The lock was written under another policy. The facts are those of the lock, the "
              "rules those of the policy now."},
};

}  // namespace

std::span<const CheckRule> check_rules() { return kRules; }

const CheckRule* find_check_rule(std::string_view id) {
  const auto* rule = std::find_if(kRules.begin(), kRules.end(),
                                  [&](const CheckRule& row) { return row.id == id; });
  return rule == kRules.end() ? nullptr : rule;
}

bool may_be_excused(const CheckRule& rule) {
  const bool about_excuses =
      rule.section == "waiver" || rule.section == "clarify" || rule.section == "lock";
  return !about_excuses && rule.id != "data.not-cached";
}

int exit_code_of(const CheckRule& rule) {
  const bool nothing_to_judge =
      rule.id == "data.not-cached" || rule.id == "data.stale" || rule.id == "lock.missing";
  return nothing_to_judge ? 3 : 1;
}

std::size_t rule_order(const CheckRule& rule) {
  return static_cast<std::size_t>(&rule - kRules.data());
}

}  // namespace oms
