// License classes, reasons and rights in words for people.
#pragma once

#include <string>
#include <string_view>

#include "oms/model/license.h"

namespace oms {

// One line, no final period. Unknown has a meaning too.
std::string_view class_meaning(Choice license_class);
std::string_view reason_meaning(Choice reason);
// What a license asks of models derived from one under it: words::kDerivedRule in words.
std::string_view rule_meaning(Choice derived_rule);
// "approved", "not approved", …: License::osi_approved in words.
std::string_view osi_words(std::string_view osi_approved);
std::string_view osi_words(const Value& osi_approved);  // of a model's field
// "unknown" instead of nothing.
std::string_view word_or_unknown(std::span<const std::string_view> words, Choice choice);

}  // namespace oms
