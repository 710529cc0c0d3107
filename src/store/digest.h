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
// The lines behind the first one.
std::string_view digest_body(std::string_view text);
// Of a line: false when it is none of a model.
bool read_digest_line(std::string_view text, DigestLine& line);
// {"gone":…}
bool is_gone_line(std::string_view line);
// The id that a line of either kind is about; "" where it does not stand there as it is.
std::string_view digest_line_id(std::string_view line);
// The same of any line, "" where it has none.
std::string quoted_digest_line_id(std::string_view line);
// The checks of parse_digest without reading the lines: number and checksum.
Result<Done> check_digest(std::string_view text);

}  // namespace oms
