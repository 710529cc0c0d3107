// Headers of an answer: the way to the next page, the quota and how long to wait; then the rest as
// the body of an error.
#include "fuzz/targets.h"
#include "oms/source/transport.h"
#include "source/retry_policy.h"

namespace oms::fuzz {

void run_headers(std::string_view input) {
  std::string_view rest = input;
  const std::string_view link = take_line(rest);
  const std::string_view limit = take_line(rest);
  const std::string_view policy = take_line(rest);
  const std::string_view after = take_line(rest);
  constexpr std::string_view kPath = "/api/models";
  next_address(link);
  const std::string next = next_path(link, kPath);
  expect(next.empty() || next.starts_with(kPath), "a page leads to its own path only");
  next_path(link, kPath, "/mirror");
  const Quota quota = parse_quota(limit, policy);
  expect(reserve_of(quota, 0.1) >= 0, "no negative reserve");
  constexpr std::int64_t kNow = 1'795'500'000'000;
  const auto wait = parse_retry_after(after, kNow);
  expect(!wait || *wait >= 0, "no negative wait");
  HttpResponse response;
  response.status = 429;
  response.headers = {{"ratelimit", std::string(limit)},
                      {"ratelimit-policy", std::string(policy)},
                      {"retry-after", std::string(after)},
                      {"x-error-message", std::string(link)}};
  response.body = rest;
  std::uint64_t jitter = 1;
  const Verdict verdict = judge({.response = &response}, {}, kNow, jitter);
  expect(verdict.wait_ms >= 0, "no negative wait");
  server_message(response);
}

}  // namespace oms::fuzz
