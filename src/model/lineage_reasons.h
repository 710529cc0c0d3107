// Every outcome that judging one ancestor can have.
#pragma once

#include <array>

#include "model/lineage_rules.h"

namespace oms::reasons {

inline constexpr std::array kAll = {
    // Nothing is dropped.
    LineageReason{"notice", "ok", "asks for no more than its notice"},
    LineageReason{"over-restricted", "ok", "asks for less than that"},
    LineageReason{"same-license", "ok", "is under the same license"},
    LineageReason{"compatible-license", "ok", "allows this license for derived models"},
    LineageReason{"version-step", "ok", "is under an earlier version of it"},
    LineageReason{"compound-name", "ok", "is under a license that the declared one includes"},
    LineageReason{"stays-non-commercial", "ok", "bars commercial use too"},
    // A duty is dropped.
    LineageReason{"copyleft-dropped", "conflict", "asks for the same license"},
    LineageReason{"share-alike-dropped", "conflict", "asks for the same license or a later one"},
    LineageReason{"restrictions-dropped", "conflict", "passes its limits of use on"},
    LineageReason{"terms-dropped", "conflict", "passes its own terms on"},
    LineageReason{"commercial-use-opened", "conflict", "bars commercial use"},
    LineageReason{"wider-than-research", "conflict", "allows research only"},
    LineageReason{"derivatives-barred", "conflict", "allows no derived models"},
    // Somebody has to read the texts.
    LineageReason{"same-owner", "review", "passes its terms on, unless its owner changed them"},
    LineageReason{"file-copyleft", "review", "asks for its license for the files taken over"},
    LineageReason{"version-unclear", "review", "asks for a license whose version is not told"},
    LineageReason{"other-restrictions", "review", "passes its limits of use on"},
    LineageReason{"other-community-license", "review", "passes its own terms on"},
    LineageReason{"commercial-use-unclear", "review", "bars commercial use"},
    LineageReason{"other-research-license", "review", "passes its own research terms on"},
    LineageReason{"format-shift", "review", "allows no derived models"},
    LineageReason{"relation-unclear", "review", "allows no derived models"},
    LineageReason{"use-terms-unclear", "review",
                  "allows other terms, yet says that its own govern the use"},
    // Too little is known.
    LineageReason{"base-not-cached", "undetermined", "is not in the catalog"},
    LineageReason{"base-license-missing", "undetermined", "has no license on record"},
    LineageReason{"base-license-unknown", "undetermined", "is under terms that nobody read"},
    LineageReason{"license-not-collected", "undetermined", "passes terms on"},
    LineageReason{"missing-license", "undetermined", "passes terms on"},
    LineageReason{"license-unresolved", "undetermined", "passes terms on"},
};

// For words in the code: a misspelt one does not compile.
consteval const LineageReason& named(std::string_view word) {
  for (const LineageReason& reason : kAll) {
    if (reason.word == word) return reason;
  }
  throw "no such reason";
}

}  // namespace oms::reasons
