// HTTP by libcurl. The library is loaded by the first maker call and not linked: a query that
// needs no network would spend most of its time on starting it.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "oms/base/result.h"
#include "oms/env/http.h"

namespace oms {

// Connections are kept and reused between requests; proxies come from the environment, TLS
// certificates are always verified. `stopped` is asked at least once a second while a request is
// under way; when it says true, the request ends with an error. One thread at a time.
// Errc::network: libcurl is not installed.
Result<std::unique_ptr<Http>> make_curl_http(std::string user_agent,
                                             std::function<bool()> stopped = {});

}  // namespace oms
