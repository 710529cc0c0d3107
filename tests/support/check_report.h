// Reports of `check` for tests of what prints them.
#pragma once

#include <string>
#include <string_view>

#include "oms/check/report.h"

namespace oms::samples {

// Rules of the tests; the real ones may say something else tomorrow.
inline constexpr CheckRule kDenied = {"license.denied", "license", "The license is denied",
                                      "The policy denies it. Use another model."};
inline constexpr CheckRule kClass = {"license.class", "license", "The license class is not allowed",
                                     "The policy asks for a better class. Use another model."};
inline constexpr CheckRule kReview = {"lineage.review", "lineage", "A base model needs a reader",
                                      "No rule decides it. Read its license."};
inline constexpr CheckRule kUnused = {"waiver.unused", "waiver", "A waiver excuses nothing",
                                      "No finding matches it. Remove it."};

// One of each: a failure by inheritance, a waived error, a pass, a warning about the policy.
CheckReport small_report();
// One finding and one model, with `text` wherever a stranger's text can stand.
CheckReport hostile_report(std::string_view text);
// As a check of a service prints it, with a bit of everything.
CheckReport rich_report();

}  // namespace oms::samples
