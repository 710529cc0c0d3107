// Bodies of the price and score services: whatever they say, prices are prices and names can be
// printed.
#include "oms/catalog/services.h"
#include "fuzz/targets.h"
#include "oms/base/text.h"

namespace oms::fuzz {
namespace {

constexpr Date kDay{20'780};

void check(const Harvest& found) {
  const auto is_price = [](const Number& price) { return !price || *price >= Decimal{0}; };
  for (const auto& [id, offer] : found.offers) {
    expect(!id.empty(), "an offer is of a model");
    expect(is_price(offer.input) && is_price(offer.output) && is_price(offer.cached),
           "no price is negative");
  }
  for (const auto& [id, score] : found.scores)
    expect(!id.empty() && !score.metric.empty(), "a score is of a model and a metric");
  for (const auto& context : found.contexts) expect(context.tokens > 0, "a context has tokens");
  for (const std::string& name : found.rejected)
    expect(printable(name) == name, "what was rejected can be printed");
  expect(found.next.empty() || found.next.starts_with('/'), "the next page is a path");
}

void run_service(std::string_view name, std::string_view body) {
  const Service& service = *find_service(name);
  auto found = service.parse(body, kDay);
  if (!found) {
    expect(found.error().code == Errc::data, "a body that cannot be read is bad data");
    is_garbled(found.error());
    return;
  }
  check(*found);
  if (service.settle == nullptr) return;
  service.settle(*found);
  check(*found);
}

}  // namespace

void run_router(std::string_view input) { run_service("router", input); }
void run_openrouter(std::string_view input) { run_service("openrouter", input); }
void run_openevals(std::string_view input) { run_service("openevals", input); }
void run_arena(std::string_view input) { run_service("arena", input); }
void run_open_llm(std::string_view input) { run_service("open-llm-leaderboard", input); }
void run_open_asr(std::string_view input) { run_service("open-asr", input); }
void run_artificial_analysis(std::string_view input) { run_service("artificial-analysis", input); }

void run_provider_mapping(std::string_view input) {
  const auto found = parse_provider_mapping("acme/chat-7b", input, kDay);
  if (found) check(*found);
}

}  // namespace oms::fuzz
