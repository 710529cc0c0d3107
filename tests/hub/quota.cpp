#include "hub/quota.h"

#include <algorithm>

namespace oms::loopback {

QuotaState Quota::charge(const std::string& client, bool has_token, Instant now) {
  const auto elapsed_ms =
      std::chrono::duration_cast<std::chrono::milliseconds>(now - start_).count();
  const long long elapsed_seconds = elapsed_ms / std::max(1, rules_.second_ms) + advanced_seconds_;
  Window& window = windows_[client];
  const long long number = elapsed_seconds / rules_.window_seconds;
  if (window.number != number) window = {number, 0};

  QuotaState state;
  state.reset_seconds =
      static_cast<int>(rules_.window_seconds - elapsed_seconds % rules_.window_seconds);
  if (rules_.requests == 0) {
    state.limit = state.left = 1'000'000;
    return state;
  }
  state.limit = rules_.requests * (has_token ? 2 : 1);
  state.exceeded = window.used >= state.limit;
  if (!state.exceeded) ++window.used;
  state.left = state.limit - window.used;
  return state;
}

void add_quota_headers(Answer& answer, const QuotaState& state, int window_seconds) {
  answer.set("RateLimit", "\"api\";r=" + std::to_string(state.left) +
                              ";t=" + std::to_string(state.reset_seconds));
  answer.set("RateLimit-Policy", "\"fixed window\";\"api\";q=" + std::to_string(state.limit) +
                                     ";w=" + std::to_string(window_seconds));
}

}  // namespace oms::loopback
