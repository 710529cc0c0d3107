// What the scanner says about one place in a text, before any catalog is asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace oms {

// strong: the place itself says that a model of the Hub is meant.
// weak: a text shaped like owner/name anywhere; it counts when the catalog knows the id.
// dynamic: a strong place whose text is put together at run time.
enum class Strength : std::uint8_t { strong, weak, dynamic };

struct Candidate {
  std::size_t offset = 0;          // of the id's first byte in the file
  std::string id = {};             // owner/name or a bare name; of a dynamic one, as written
  std::string written = {};        // with what stands at it: "a/b:Q4_K_M", "a/b@main"
  std::string_view position = {};  // name of the rule (oms/scan/rules.h)
  Strength strength = Strength::weak;
  bool only_known = true;         // counts only when the catalog knows it
  std::string revision = {};      // "" when none stands next to it
  std::string quantization = {};  // of a file in the repository, "Q4_K_M"; "" when none is named
};

}  // namespace oms
