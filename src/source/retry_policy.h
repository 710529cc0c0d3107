// What to do after one answer: take it, wait and ask again, or give up. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "oms/env/http.h"

namespace oms {

// The quota window as the headers RateLimit and RateLimit-Policy tell it; -1 = not told.
struct Quota {
  std::int64_t left = -1;     // requests
  std::int64_t reset_s = -1;  // until the window ends
  std::int64_t size = -1;     // requests of a whole window
};

// `"api";r=499;t=295` and `"fixed window";"api";q=500;w=300`; of several windows the one with the
// fewest requests left.
Quota parse_quota(std::string_view limit, std::string_view policy);

// Requests of the window that stay unused.
std::int64_t reserve_of(const Quota& quota, double share);

// Seconds to wait, never negative: "7", or one of HTTP's three date forms. nullopt: neither.
std::optional<std::int64_t> parse_retry_after(std::string_view text, std::int64_t now_ms);

// Milliseconds before retry number `attempt` (0 is the first): 1, 2, 4, 8, 8, … seconds and up to
// a quarter more. `jitter` is the state of a small generator; start it with any number.
std::int64_t backoff_ms(int attempt, std::uint64_t& jitter);

// How one try ended.
struct Try {
  const HttpResponse* response = nullptr;  // null: no complete answer
  bool garbled = false;                    // a 200 whose body is not what was asked for
  int attempt = 0;                         // retries before this try
};

struct Patience {
  int retries = 6;
  double reserve = 0.1;
};

struct Verdict {
  enum class Kind : std::uint8_t { answer, redirect, wait, stop };
  Kind kind = Kind::answer;
  std::int64_t wait_ms = 0;
  std::string reason = {};  // "quota", "HTTP 503", "garbled answer"; "" when there was no answer
};

Verdict judge(const Try& tried, const Patience& patience, std::int64_t now_ms,
              std::uint64_t& jitter);

}  // namespace oms
