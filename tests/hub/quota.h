// The Hub's request quota: fixed windows, one count for anonymous clients and one a token.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "hub/http.h"

namespace oms::loopback {

struct QuotaRules {
  int requests = 500;  // anonymous; a token has twice as many. 0: no limit
  int window_seconds = 300;
  int second_ms = 1000;  // how long one second of the window lasts, for clients that hurry
};

// What is left after one request was charged.
struct QuotaState {
  int limit = 0;
  int left = 0;
  int reset_seconds = 0;
  bool exceeded = false;
};

class Quota {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  explicit Quota(const QuotaRules& rules) : rules_(rules) {}

  QuotaState charge(const std::string& client, bool has_token, Instant now);
  void advance(int seconds) { advanced_seconds_ += seconds; }  // as if so much time had passed
  int window_seconds() const { return rules_.window_seconds; }

 private:
  struct Window {
    long long number = -1;  // windows since the start
    int used = 0;
  };

  QuotaRules rules_;
  Instant start_ = std::chrono::steady_clock::now();
  long long advanced_seconds_ = 0;
  std::map<std::string, Window> windows_ = {};
};

// RateLimit and RateLimit-Policy, as the Hub sends them with every API answer.
void add_quota_headers(Answer& answer, const QuotaState& state, int window_seconds);

}  // namespace oms::loopback
