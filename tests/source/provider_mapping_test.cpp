#include "oms/source/price_sources.h"
#include "support/catch.h"

namespace oms {
namespace {

constexpr Date kDay{20'780};
using Names = std::vector<std::string>;

Harvest harvest(const std::string& json) {
  auto parsed = parse_provider_mapping("acme/chat-7b", json, kDay);
  REQUIRE(parsed);
  return *std::move(parsed);
}

TEST_CASE("the mapping of a listing gives offers with prices", "[mapping]") {
  const Harvest found = harvest(
      R"([{"_id":"67","provider":"fireworks-ai","providerId":"accounts/x","status":"live",)"
      R"("task":"conversational","type":"single-model","isModelAuthor":false,)"
      R"("providerDetails":{"context_length":64000,"pricing":{"input":0.7,"output":2.5}}}])");
  CHECK(found.records == 1);
  REQUIRE(found.offers.size() == 1);
  const auto& [id, offer] = found.offers[0];
  CHECK(id == "acme/chat-7b");
  CHECK(offer.host == "fireworks");
  CHECK(offer.route == "huggingface:fireworks-ai");
  CHECK(offer.source == "HF Hub expand[]=inferenceProviderMapping");
  CHECK(offer.input == Decimal{700'000'000});
  CHECK(offer.output == Decimal{2'500'000'000});
  CHECK(offer.as_of == kDay);
  CHECK(found.contexts.at(0).tokens == 64000);
  CHECK(found.text_models == Names{"acme/chat-7b"});
}

TEST_CASE("the mapping of a detail answer is keyed by provider and has no price", "[mapping]") {
  const Harvest found =
      harvest(R"({"cerebras":{"status":"live","providerId":"x","task":"conversational"},)"
              R"("together":{"status":"live","providerId":"y","task":"conversational"}})");
  REQUIRE(found.offers.size() == 2);
  CHECK(found.offers[0].second.host == "cerebras");
  CHECK_FALSE(found.offers[0].second.input.has_value());
  CHECK(found.text_models.empty());
}

TEST_CASE("providers with errors and in staging make no offers", "[mapping]") {
  const Harvest found =
      harvest(R"([{"provider":"novita","status":"error","providerDetails":{"context_length":5,)"
              R"("pricing":{"input":1,"output":1}}},)"
              R"({"provider":"groq","status":"staging","providerDetails":{"pricing":{"input":1,)"
              R"("output":1}}}])");
  CHECK(found.offers.empty());
  CHECK(found.contexts.empty());
}

TEST_CASE("a mapping price of zero is unknown", "[mapping]") {
  const Harvest found =
      harvest(R"([{"provider":"together","status":"live","task":"conversational",)"
              R"("providerDetails":{"pricing":{"input":0,"output":0}}}])");
  REQUIRE(found.offers.size() == 1);
  CHECK_FALSE(found.offers[0].second.input.has_value());
  CHECK(found.text_models.empty());
}

TEST_CASE("a mapping price that is 100,000 times too high is a slip: its offer is rejected",
          "[mapping]") {
  const Harvest found =
      harvest(R"([{"provider":"together","status":"live","task":"conversational",)"
              R"("providerDetails":{"pricing":{"input":0.15,"output":60000}}}])");
  CHECK(found.offers.empty());
  CHECK(found.text_models.empty());
  REQUIRE(found.rejected.size() == 1);
  CHECK(found.rejected[0].ends_with("provider together: its price is over 200 USD per 1M tokens"));
}

TEST_CASE("empty details are no price", "[mapping]") {
  const Harvest found =
      harvest(R"([{"provider":"sambanova","status":"live","providerDetails":{}}])");
  CHECK_FALSE(found.offers.at(0).second.output.has_value());
}

TEST_CASE("a price for something else than text makes no chat model", "[mapping]") {
  const Harvest found = harvest(R"([{"provider":"fal-ai","status":"live","task":"text-to-image",)"
                                R"("providerDetails":{"pricing":{"input":1,"output":1}}}])");
  CHECK(found.offers.size() == 1);
  CHECK(found.text_models.empty());
}

TEST_CASE("a model that nobody serves has no offers", "[mapping]") {
  for (const char* json : {"[]", "{}", "null", " [ ] "}) {
    CAPTURE(json);
    CHECK(harvest(json).offers.empty());
  }
}

TEST_CASE("a wrong type in one entry leaves the others", "[mapping]") {
  const Harvest found =
      harvest(R"([{"provider":"novita","status":1},{"provider":"groq","status":"live",)"
              R"("providerDetails":{"pricing":{"input":[1]}}},{"status":"live"},"x",)"
              R"({"provider":"together","status":"live"}])");
  REQUIRE(found.offers.size() == 1);
  CHECK(found.offers[0].second.host == "together");
  CHECK(found.rejected ==
        Names{"acme/chat-7b, provider novita: status is not a text",
              "acme/chat-7b, provider groq: providerDetails.pricing.input is not a number",
              "acme/chat-7b: a provider without a name", "acme/chat-7b: it is not an object"});
}

TEST_CASE("a mapping that is no list and no object is an error that names the model", "[mapping]") {
  const auto parsed = parse_provider_mapping("acme/chat-7b", "7", kDay);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().code == Errc::data);
  CHECK(parsed.error().what == "the provider mapping of acme/chat-7b is no list and no object");
  CHECK_FALSE(parse_provider_mapping("acme/chat-7b", "[{", kDay));
}

}  // namespace
}  // namespace oms
