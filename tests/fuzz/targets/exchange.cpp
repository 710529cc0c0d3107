// Bodies that a user wrote down for 'fetch --from', and the user's own settings.
#include "source/exchange.h"
#include "fuzz/targets.h"
#include "oms/source/overrides.h"

namespace oms::fuzz {

void run_exchange(std::string_view input) {
  const auto exchange = read_exchange(input);
  if (exchange) body_under("data", exchange->response.body);
  body_under("rows", input);
  lines_under("data", input);
}

void run_overrides(std::string_view input) {
  const auto names = parse_name_overrides(input);
  expect(names || names.error().code == Errc::usage, "settings that cannot be read are wrong use");
  const auto facts = parse_fact_overrides(input);
  expect(facts || facts.error().code == Errc::usage, "facts that cannot be read are wrong use");
  if (!facts) return;
  for (const FactOverride& fact : *facts) {
    expect(fact.as_of && !fact.source.empty() && !fact.value.empty(), "a fact has all its parts");
  }
}

}  // namespace oms::fuzz
