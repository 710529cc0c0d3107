// Files of a check: the policy, the lock with a right hash, the baseline.
#include "fuzz/sample.h"
#include "fuzz/targets.h"
#include "oms/base/sha256.h"
#include "oms/check/baseline.h"
#include "oms/check/lock.h"
#include "oms/check/policy.h"

namespace oms::fuzz {

void run_policy(std::string_view input) {
  ParsedPolicy parsed = parse_policy(input, "oms-policy.toml", sample_licenses());
  for (const PolicyProblem& problem : parsed.problems) {
    const Error error = policy_error(problem);
    expect(error.what.find('\n') == std::string::npos, "a problem is one line");
    expect(problem.place.line >= 0 && problem.place.column >= 0, "a problem has a place");
  }
  if (!parsed.problems.empty()) return;
  policy_values(parsed.policy);
  parsed.policy.enforced(Date{20'780});
  Policy above = parse_policy(initial_policy(), "above.toml", sample_licenses()).policy;
  Policy own = parsed.policy;
  extend_policy(own, above);
  extend_policy(above, parsed.policy);
}

// The input is what stands behind the hash.
void run_lock(std::string_view input) {
  static_cast<void>(parse_lock(input, "oms.lock"));
  const std::string text = "{\n  \"format\": \"oms-lock\",\n  \"version\": 1,\n  \"sha256\": \"" +
                           sha256(input) + "\",\n" + std::string(input);
  const auto lock = parse_lock(text, "oms.lock");
  if (lock) expect(lock_text(*lock) == text, "a lock reads back as it was written");
}

void run_baseline(std::string_view input) {
  const auto baseline = parse_baseline(input, "baseline.json");
  if (!baseline) return;
  const std::string text = baseline_text(*baseline);
  const auto again = parse_baseline(text, "baseline.json");
  expect(again && again->entries == baseline->entries, "a baseline reads back as it was written");
}

}  // namespace oms::fuzz
