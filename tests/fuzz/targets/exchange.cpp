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
}

}  // namespace oms::fuzz
