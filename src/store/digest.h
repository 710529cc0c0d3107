// What a snapshot held, one model a line, behind a line with the number of models and a checksum.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/store/cache.h"

namespace oms {

// A digest as it stands in its file.
struct DigestText {
  std::string before = {};  // snapshot whose digest it goes on from, "" when it stands for itself
  std::vector<DigestLine> lines = {};
  std::vector<std::string> gone = {};  // ids that the one before still has
};
// Errc::data with the reason alone in `what`.
Result<DigestText> parse_digest(std::string_view text);
// DigestText::before, of a text that need not be whole.
std::string digest_before(std::string_view text);
// The checks of parse_digest without reading the lines: number and checksum.
Result<Done> check_digest(std::string_view text);

}  // namespace oms
