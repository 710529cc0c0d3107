// What a snapshot held, one model a line, behind a line with the number of models and a checksum.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/store/cache.h"

namespace oms {

// Errc::data with the reason alone in `what`.
Result<std::vector<DigestLine>> parse_digest(std::string_view text);
// The checks of parse_digest without reading the lines: number and checksum.
Result<Done> check_digest(std::string_view text);

}  // namespace oms
