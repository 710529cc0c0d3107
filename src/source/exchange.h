// Bodies that were written down by hand or by a recorder, for `fetch --from`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "oms/env/http.h"

namespace oms {

// A recorded exchange: {request, status, headers, body}, perhaps {recorded: a date}.
struct Exchange {
  std::string request = {};      // path and query, "" when it is not told
  HttpResponse response = {};    // status 200 when it is not told; the body as JSON text
  std::string recorded_at = {};  // 2026-10-02T00:00:00Z, "" when it is not told
};
// nullopt: not an exchange, but a body by itself.
std::optional<Exchange> read_exchange(std::string_view text);

// {"data":[…]} out of such a body, a list of records, or one record; `key`: "data".
std::string body_under(std::string_view key, std::string_view text);
// The same out of records, one a line.
std::string lines_under(std::string_view key, std::string_view lines);

}  // namespace oms
