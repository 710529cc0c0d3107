// A listing or one record of the Hub → the lines that the cache keeps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"

namespace oms {

// File names of a repository: bulky, kept for models that were asked for by name.
enum class Siblings : std::uint8_t { drop, keep };

struct HubPage {
  std::string lines = {};             // one record a line: valid JSON, compact, '\n' at the end
  std::vector<std::string> ids = {};  // of the lines, in their order, as the server spells them
  std::size_t records = 0;            // lines
  std::vector<std::string> rejected = {};  // "record 17 'acme/x': not valid JSON"
};

// Each record as the server sent it (keys in their order, unknown ones too), minus what no
// question needs: docs/cache.md. Reducing a line again gives the same line.
// A record that cannot be read is rejected and the others stay, as long as its brackets match.
// Errc::data: no JSON array, cut, not UTF-8, nested deeper than 64 levels.
Result<HubPage> reduce_hub_page(std::string_view body, Siblings keep);

// The same for the body of one record. Errc::data: not exactly one readable record.
Result<HubPage> reduce_hub_detail(std::string_view body, Siblings keep);

// True for a complete JSON array, valid to the last byte. Stricter than reduce_hub_page: a body
// with one broken record is worth another try before the record is given up.
bool looks_like_hub_page(std::string_view body);

}  // namespace oms
