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
  std::string lines = {};                 // one record a line: valid JSON, compact, '\n' at the end
  std::vector<std::string> ids = {};      // of the lines, in their order, as the server spells them
  std::vector<std::string> hub_ids = {};  // their _id, "" where there was none
  std::size_t records = 0;                // lines
  std::vector<std::string> rejected = {};  // "record 17 'acme/x': not valid JSON"
  // Records that stay although the Hub never sends such a value, which counts as unknown:
  // "record 17 'acme/x': downloads is a text".
  std::vector<std::string> odd = {};

  // Nothing in it makes another try worthwhile.
  bool sound() const { return rejected.empty() && odd.empty(); }
};

// Each record as the server sent it (keys in their order, unknown ones too), minus what no
// question needs: docs/cache.md. Reducing a line again gives the same line.
// A record that cannot be read is rejected and the others stay, as long as its brackets match.
// Errc::data: no JSON array, cut, not UTF-8, nested deeper than 64 levels.
Result<HubPage> reduce_hub_page(std::string_view body, Siblings keep);

// The same for the body of one record. Errc::data: not exactly one readable record.
Result<HubPage> reduce_hub_detail(std::string_view body, Siblings keep);

// Names of the keys of one record.
std::vector<std::string> record_keys(std::string_view line);

// A line that the cache keeps, and whose it is.
struct HubLine {
  std::string_view text = {};    // into the page, without the end of the line
  std::string_view id = {};      // the same
  std::string_view hub_id = {};  // _id, "" where there is none
};
// The lines of a page made by the functions here; one without an id is passed over.
std::vector<HubLine> hub_lines(std::string_view lines);
// The greatest lastModified of such lines as it stands there; "" when none has one.
std::string newest_change(std::string_view lines);

}  // namespace oms
