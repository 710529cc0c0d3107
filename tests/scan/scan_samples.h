// Scans a text and tells what was found, one short text each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/scan/scan_text.h"

namespace oms {

using Texts = std::vector<std::string>;

inline Texts found(std::string_view text, FileKind kind, Strength strength) {
  Texts texts;
  for (const Candidate& candidate : scan_text(text, kind)) {
    if (candidate.strength == strength && !(strength == Strength::strong && candidate.only_known)) {
      texts.push_back(candidate.id);
    }
  }
  return texts;
}
// Ids in strong places that count whatever the catalog knows.
inline Texts strong(std::string_view text, FileKind kind) {
  return found(text, kind, Strength::strong);
}
inline Texts weak(std::string_view text, FileKind kind) {
  return found(text, kind, Strength::weak);
}
inline Texts dynamic(std::string_view text, FileKind kind) {
  return found(text, kind, Strength::dynamic);
}
// "position id" of all that may count.
inline Texts positions(std::string_view text, FileKind kind) {
  Texts texts;
  for (const Candidate& candidate : scan_text(text, kind)) {
    texts.push_back(std::string(candidate.position) + " " + candidate.id);
  }
  return texts;
}

}  // namespace oms
