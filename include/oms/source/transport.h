// GET with patience: retries, waits, quotas, redirects. What every source's requests go through.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/base/result.h"
#include "oms/env/clock.h"
#include "oms/env/http.h"

namespace oms {

struct TransportOptions {
  std::string base_url = {};      // scheme, host, optional port and prefix; no trailing slash
  std::string token = {};         // sent to base_url's origin only; never part of an error
  std::string token_header = {};  // that carries it as it is; "": Authorization: Bearer
  int retries = 6;  // after the first try, on 408, 429, 5xx, broken or garbled answers
  std::int64_t retry_unit_ms = 1000;   // how long one second of any wait lasts (tests: less)
  std::int64_t longest_wait_s = 3600;  // a longer wait ends the fetch; it can be resumed
  double reserve = 0.1;                // share of the quota window that is left unused
  std::size_t max_bytes = std::size_t{64} * 1024 * 1024;
  std::int64_t connect_timeout_ms = 10'000;
  std::int64_t stall_timeout_ms = 60'000;
};

// What happens while a request is under way; all members may be empty.
struct TransportEvents {
  // Waiting `seconds` more because of `reason` ("quota", "HTTP 503", "connection reset").
  std::function<void(std::int64_t seconds, std::string_view reason)> waiting = {};
  // A warning that the server sent (X-HF-Warning), each topic once.
  std::function<void(std::string_view text)> warning = {};
  bool countdown = false;  // call `waiting` again every second
};

struct Fetched {
  HttpResponse response = {};
  std::string final_path = {};  // path and query after redirects within the same origin
  std::string next = {};        // path and query of the next page (Link header), "" at the end
  bool way_lost = false;        // the header names a next page that cannot be one
  int requests = 0;             // including retries and redirects
};

class Transport {
 public:
  // `acceptable` judges a 200 body (e.g. "is a JSON array"); a body it refuses is tried again.
  using Acceptable = std::function<bool(std::string_view body)>;

  Transport(Http& http, Clock& clock, TransportOptions options, TransportEvents events = {});

  // Path starts with '/'. Statuses that are answers (200, 304, 400, 401, 403, 404) come back as
  // they are; 408, 425, 429, 5xx, broken and garbled answers are retried, other statuses are not;
  // in the end Errc::network: what was asked, what came, what to do. At most 3 redirects, same
  // origin only, rebuilt on base_url.
  Result<Fetched> get(std::string_view path,
                      std::vector<std::pair<std::string, std::string>> headers = {},
                      const Acceptable& acceptable = {}) {
    return get(path, std::move(headers), Patient{acceptable});
  }
  // What an answer must be like to be the last one.
  struct Patient {
    Acceptable acceptable = {};
    Acceptable usable = {};         // what will do when two more tries brought nothing better
    int most_gateway_timeouts = 0;  // that many 504 in a row are an answer too; 0: never
  };
  Result<Fetched> get(std::string_view path,
                      std::vector<std::pair<std::string, std::string>> headers,
                      const Patient& patient);

  int requests() const { return requests_; }
  int retries() const { return retries_; }
  bool reached() const { return reached_; }  // some answer came, whatever it was

 private:
  Result<HttpResponse> get_patiently(const HttpRequest& request, const Patient& patient);
  Result<Done> wait(std::int64_t wait_ms, const std::string& reason, const std::string& url);
  Result<Done> wait_for_quota(const std::string& url);
  void note(const HttpResponse& response);
  Error failed(const std::string& url, std::string_view reason, std::string hint) const;
  std::string without_token(std::string text) const;
  void forget_token(HttpResponse& response) const;

  Http& http_;
  Clock& clock_;
  TransportOptions options_;
  TransportEvents events_;
  int requests_ = 0;
  int retries_ = 0;
  bool reached_ = false;
  std::uint64_t jitter_;             // state of the generator
  std::int64_t quota_left_ = -1;     // of the window, -1 unknown
  std::int64_t quota_reserve_ = 0;   // requests of the window that stay unused
  std::int64_t quota_reset_ms_ = 0;  // when the window ends
  std::vector<std::string> warned_ = {};
};

// Human text of an error answer: X-Error-Message, else the body's error, else the status.
std::string server_message(const HttpResponse& response);

// The address that a Link header gives for `rel="next"`; nullopt when it gives none.
std::optional<std::string_view> next_address(std::string_view link_header);
// The same, reduced to path and query; "" when there is none or
// when its path is not `path` (a page may not lead elsewhere). `prefix` is the path of the base
// url, which a proxy may put in front.
std::string next_path(std::string_view link_header, std::string_view path,
                      std::string_view prefix = {});

}  // namespace oms
