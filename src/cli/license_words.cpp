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

}  // namespace

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
