#include "oms/source/price_sources.h"
#include "support/catch.h"
#include "support/data_file.h"

#include "oms/base/tsv.h"

namespace oms {
namespace {

constexpr Date kDay{20'780};

Harvest harvest(const std::string& body) {
  auto parsed = parse_router(body, kDay);
  REQUIRE(parsed);
  return *std::move(parsed);
}

// A list of one model with these providers.
Harvest with_providers(const std::string& providers) {
  return harvest(R"({"object":"list","data":[{"id":"acme/chat-7b","object":"model",)"
                 R"("owned_by":"acme","architecture":{"input_modalities":["text"],)"
                 R"("output_modalities":["text"]},"providers":[)" +
                 providers + "]}]}");
}

TEST_CASE("a router offer names host, route, source, prices and day", "[router]") {
  const Harvest found =
      with_providers(R"({"provider":"fireworks-ai","status":"live","context_length":1048576,)"
                     R"("pricing":{"input":3,"output":15.5},"is_free":false,"throughput":48.33})");
  CHECK(found.records == 1);
  REQUIRE(found.offers.size() == 1);
  const auto& [id, offer] = found.offers[0];
  CHECK(id == "acme/chat-7b");
  CHECK(offer.host == "fireworks");
  CHECK(offer.route == "huggingface:fireworks-ai");
  CHECK(offer.source == "HF router GET /v1/models");
  CHECK(offer.input == decimal(3));
  CHECK(offer.output == Decimal{15'500'000'000});
  CHECK(offer.as_of == kDay);
  CHECK(found.text_models == std::vector<std::string>{"acme/chat-7b"});
}

TEST_CASE("float noise in a router price is rounded away", "[router]") {
  const Harvest found =
      with_providers(R"({"provider":"novita","status":"live",)"
                     R"("pricing":{"input":0.9299999,"output":2.2000000000000002}})");
  CHECK(found.offers.at(0).second.input == Decimal{930'000'000});
  CHECK(found.offers.at(0).second.output == Decimal{2'200'000'000});
}

TEST_CASE("a small router price keeps all its digits", "[router]") {
  const Harvest found = with_providers(
      R"({"provider":"novita","status":"live","pricing":{"input":0.1,"output":2.8e-3}})");
  CHECK(found.offers.at(0).second.input == Decimal{100'000'000});
  CHECK(found.offers.at(0).second.output == Decimal{2'800'000});
}

TEST_CASE("only live providers make offers", "[router]") {
  const Harvest found = with_providers(
      R"({"provider":"novita","status":"error","context_length":9,"pricing":{"input":1,"output":1}},)"
      R"({"provider":"groq","status":"staging","pricing":{"input":1,"output":1}},)"
      R"({"provider":"scaleway","pricing":{"input":1,"output":1}})");
  CHECK(found.offers.empty());
  CHECK(found.contexts.empty());
  CHECK(found.text_models.empty());
}

TEST_CASE("a provider without pricing serves at an unknown price", "[router]") {
  const Harvest found = with_providers(R"({"provider":"featherless-ai","status":"live"},)"
                                       R"({"provider":"groq","status":"live","pricing":null})");
  REQUIRE(found.offers.size() == 2);
  CHECK(found.offers[0].second.host == "featherless-ai");
  CHECK_FALSE(found.offers[0].second.input.has_value());
  CHECK_FALSE(found.offers[1].second.output.has_value());
  CHECK(found.text_models.empty());
}

TEST_CASE("zero without is_free is an unknown price", "[router]") {
  const Harvest found = with_providers(
      R"({"provider":"together","status":"live","pricing":{"input":0,"output":0},"is_free":false},)"
      R"({"provider":"novita","status":"live","pricing":{"input":0,"output":0.0}})");
  REQUIRE(found.offers.size() == 2);
  CHECK_FALSE(found.offers[0].second.input.has_value());
  CHECK_FALSE(found.offers[1].second.output.has_value());
}

TEST_CASE("is_free makes zero a price", "[router]") {
  const Harvest found = with_providers(
      R"({"provider":"together","status":"live","pricing":{"input":0,"output":0},"is_free":true})");
  CHECK(found.offers.at(0).second.input == decimal(0));
  CHECK(found.offers.at(0).second.output == decimal(0));
}

TEST_CASE("is_free without pricing is free as well", "[router]") {
  const Harvest found = with_providers(R"({"provider":"together","status":"live","is_free":true})");
  CHECK(found.offers.at(0).second.input == decimal(0));
}

TEST_CASE("a router price that is 100,000 times too high is a slip: its offer is rejected",
          "[router]") {
  const Harvest found = with_providers(
      R"({"provider":"together","status":"live","pricing":{"input":15000,"output":0.6}},)"
      R"({"provider":"novita","status":"live","pricing":{"input":0.15,"output":0.6}})");
  REQUIRE(found.offers.size() == 1);
  CHECK(found.offers[0].second.host == "novita");
  REQUIRE(found.rejected.size() == 1);
  CHECK(found.rejected[0].ends_with("provider together: its price is over 200 USD per 1M tokens"));
}

TEST_CASE("a negative router price is unknown", "[router]") {
  const Harvest found = with_providers(
      R"({"provider":"together","status":"live","pricing":{"input":-1,"output":-1}})");
  CHECK_FALSE(found.offers.at(0).second.input.has_value());
}

TEST_CASE("the longest context of the live providers stands", "[router]") {
  const Harvest found =
      with_providers(R"({"provider":"novita","status":"live","context_length":32768},)"
                     R"({"provider":"groq","status":"live","context_length":131072},)"
                     R"({"provider":"together","status":"live"},)"
                     R"({"provider":"scaleway","status":"live","context_length":0})");
  REQUIRE(found.contexts.size() == 1);
  CHECK(found.contexts[0].id == "acme/chat-7b");
  CHECK(found.contexts[0].tokens == 131072);
}

TEST_CASE("a wrong type in one provider leaves the others", "[router]") {
  const Harvest found = with_providers(
      R"({"provider":"novita","status":"live","pricing":{"input":"cheap","output":1}},)"
      R"({"provider":"groq","status":"live","pricing":{"input":1,"output":2}},)"
      R"({"status":"live"},7)");
  REQUIRE(found.offers.size() == 1);
  CHECK(found.offers[0].second.host == "groq");
  CHECK(found.rejected ==
        std::vector<std::string>{"acme/chat-7b, provider novita: pricing.input is not a number",
                                 "acme/chat-7b: a provider without a name",
                                 "acme/chat-7b: a provider without a name"});
}

TEST_CASE("a wrong type in one model leaves the others", "[router]") {
  const Harvest found =
      harvest(R"({"data":[{"id":"a/x","providers":{}},{"id":7},"b/y",)"
              R"({"id":"c/z","providers":[{"provider":"groq","status":"live"}]}]})");
  CHECK(found.records == 4);
  CHECK(found.offers.size() == 1);
  CHECK(found.rejected == std::vector<std::string>{"a/x: providers is not a list",
                                                   "a record without a name: id is not a text",
                                                   "a record without a name: it is not an object"});
}

TEST_CASE("a router id is joined without its routing suffix", "[router]") {
  const Harvest found = harvest(
      R"({"data":[{"id":"a/x:cheapest","providers":[{"provider":"groq","status":"live"}]}]})");
  CHECK(found.offers.at(0).first == "a/x");
}

TEST_CASE("a router name that is no Hub id is unmatched", "[router]") {
  const Harvest found = harvest(R"({"data":[{"id":"a/b/c","providers":[]}]})");
  CHECK(found.unmatched == std::vector<std::string>{"a/b/c"});
}

TEST_CASE("a router record without an id is rejected", "[router]") {
  const Harvest found = harvest(R"({"data":[{"providers":[]},{"id":null,"providers":[]}]})");
  CHECK(found.rejected == std::vector<std::string>{"a record without a name: no id",
                                                   "a record without a name: no id"});
  CHECK(found.unmatched.empty());
}

TEST_CASE("a model that writes no text is no chat model", "[router]") {
  const Harvest found =
      harvest(R"({"data":[{"id":"a/x","architecture":{"output_modalities":["image"]},"providers":)"
              R"([{"provider":"groq","status":"live","pricing":{"input":1,"output":2}}]}]})");
  CHECK(found.offers.size() == 1);
  CHECK(found.text_models.empty());
}

TEST_CASE("one model alone and a bare list are router bodies too", "[router]") {
  CHECK(
      harvest(R"({"id":"a/x","providers":[{"provider":"groq","status":"live"}]})").offers.size() ==
      1);
  CHECK(harvest(R"([{"id":"a/x","providers":[{"provider":"groq","status":"live"}]}])")
            .offers.size() == 1);
}

TEST_CASE("a body that is no router list is an error", "[router]") {
  for (const char* body :
       {"", "<html>", R"({"data":[{"id":"a/x")", R"({"data":{}})", "7", R"({"error":"busy"})"}) {
    CAPTURE(body);
    const auto parsed = parse_router(body, kDay);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == Errc::data);
  }
}

TEST_CASE("every route of data/hosts.tsv leads to its host word", "[hosts]") {
  const std::string text = data_file("hosts.tsv");
  const auto hosts = Tsv::parse(text);
  REQUIRE(hosts);
  for (std::size_t row = 0; row < hosts->rows(); ++row) {
    std::string_view route = hosts->at(row, hosts->column("route"));
    CAPTURE(route);
    if (route.starts_with("huggingface:")) route.remove_prefix(12);
    CHECK(host_word(route) == hosts->at(row, hosts->column("host")));
  }
}

TEST_CASE("a host without a row keeps its own word in lower case", "[hosts]") {
  CHECK(host_word("hf-inference") == "hf-inference");
  CHECK(host_word("Baseten") == "baseten");
  CHECK(host_word("Fireworks-AI") == "fireworks");
}

}  // namespace
}  // namespace oms
