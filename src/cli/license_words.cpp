#include "cli/license_words.h"

#include <array>

namespace oms {
namespace {

// By position in words::kLicenseClass.
constexpr std::array<std::string_view, 8> kMeanings = {
    "the weights are not handed out, or nothing is granted",
    "research, evaluation or education only",
    "personal and other non-commercial use only",
    "commercial use, but rights depend on who you are: size, revenue, country, registration",
    "commercial use for everyone, but with a list of forbidden uses or without derivatives",
    "every purpose for everyone, but the text is not OSI-approved",
    "OSI-approved; derivatives stay under the same license",
    "OSI-approved; derivatives may take other terms",
};
static_assert(kMeanings.size() == std::size(words::kLicenseClass));

// By position in words::kReason.
constexpr std::array<std::string_view, 3> kReasons = {
    "the source of this record did not carry it",
    "the publisher declares none",
    "declared, but not one that can be read here",
};
static_assert(kReasons.size() == std::size(words::kReason));

// By position in words::kDerivedRule.
constexpr std::array<std::string_view, 10> kRules = {
    "may not be passed on under any license; another format of the same weights takes a review",
    "stay research only, under the same license",
    "stay barred from commercial use, under whatever license",
    "keep the license itself: the same, a later version of it, or one that includes it by name",
    "keep its limits of use: the same license, or one with an equivalent list after a review",
    "keep the same license",
    "keep the same license or a later version of it",
    "keep the license for the files taken over; other terms take a review",
    "may take other terms, yet the text says that its own govern the use: takes a review",
    "may take any license; only its notice goes along",
};
static_assert(kRules.size() == std::size(words::kDerivedRule));

}  // namespace

std::string_view rule_meaning(Choice derived_rule) {
  if (derived_rule.code == 0 || derived_rule.code > kRules.size()) {
    return "nobody has read what it asks of them";
  }
  return kRules[derived_rule.code - 1];
}

std::string_view class_meaning(Choice license_class) {
  if (license_class.code == 0 || license_class.code > kMeanings.size()) {
    return "no statement, or one that leads to no single license";
  }
  return kMeanings[license_class.code - 1];
}

std::string_view reason_meaning(Choice reason) {
  if (reason.code == 0 || reason.code > kReasons.size()) return "";
  return kReasons[reason.code - 1];
}

std::string_view osi_words(std::string_view osi_approved) {
  if (osi_approved == "true") return "approved";
  if (osi_approved == "false") return "not approved";
  if (osi_approved == "ambiguous") return "depends on the version, which the id does not tell";
  return "unknown";
}

std::string_view osi_words(const Value& osi_approved) {
  const bool* approved = std::get_if<bool>(&osi_approved);
  if (approved == nullptr) return "unknown";
  return *approved ? "approved" : "not approved";
}

std::string_view word_or_unknown(std::span<const std::string_view> words, Choice choice) {
  return choice.code == 0 ? "unknown" : word_of(words, choice);
}

}  // namespace oms
