// One HTTP GET. The real one is libcurl (src/sys/curl_http.cpp); tests bring their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/base/result.h"

namespace oms {

struct HttpRequest {
  std::string url = {};  // absolute
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::size_t max_bytes = std::size_t{64} * 1024 * 1024;  // a longer body is an error
  std::int64_t connect_timeout_ms = 10'000;
  std::int64_t stall_timeout_ms = 60'000;  // no byte for so long
};

struct HttpResponse {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers = {};  // names in lower case
  std::string body = {};                                          // decompressed

  // Value of the first header of that (lower-case) name; "" when there is none.
  std::string_view header(std::string_view name) const;
};

// Redirects are answers, not followed: the caller decides where it may go.
class Http {
 public:
  virtual ~Http() = default;
  // Errc::network: no complete answer (refused, reset, cut, stalled, too long, TLS).
  // The hint is empty when trying again may help, else it says what to do.
  virtual Result<HttpResponse> get(const HttpRequest& request) = 0;
};

// What may be printed of a url: no user, no password, no query.
std::string shown_url(std::string_view url);

}  // namespace oms
