#include "fuzz/targets.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace oms::fuzz {
namespace {

constexpr std::array kTargets = {
    Target{"hub_page", run_hub_page},
    Target{"hub_detail", run_hub_detail},
    Target{"router", run_router},
    Target{"openrouter", run_openrouter},
    Target{"openevals", run_openevals},
    Target{"arena", run_arena},
    Target{"open_llm", run_open_llm},
    Target{"open_asr", run_open_asr},
    Target{"artificial_analysis", run_artificial_analysis},
    Target{"provider_mapping", run_provider_mapping},
    Target{"exchange", run_exchange},
    Target{"headers", run_headers},
    Target{"overrides", run_overrides},
    Target{"manifest", run_manifest},
    Target{"digest", run_digest},
    Target{"index", run_index},
    Target{"merge", run_merge},
    Target{"condition", run_condition},
    Target{"policy", run_policy},
    Target{"lock", run_lock},
    Target{"baseline", run_baseline},
    Target{"scan", run_scan},
    Target{"gitignore", run_gitignore},
};

}  // namespace

std::span<const Target> targets() { return kTargets; }

const Target* find_target(std::string_view name) {
  const auto* row = std::find_if(kTargets.begin(), kTargets.end(),
                                 [&](const Target& target) { return target.name == name; });
  return row == kTargets.end() ? nullptr : row;
}

void expect(bool holds, std::string_view rule) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: broken rule: %.*s\n", static_cast<int>(rule.size()), rule.data());
  std::abort();
}

std::string_view take_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  return line;
}

}  // namespace oms::fuzz
