#include "cli/use_script.h"

#include "support/catch.h"

using namespace oms;  // NOLINT: tests

namespace {

constexpr Date kNewest{20'600};

UseFacts model(std::string id) {
  UseFacts facts;
  facts.id = std::move(id);
  facts.task = "text-generation";
  facts.chat = true;
  facts.status = "active";
  facts.newest_price = kNewest;
  return facts;
}

Offer offer(std::string host, std::string route, std::int64_t price, std::int32_t day) {
  return {std::move(host), std::move(route), "a list", decimal(price), decimal(price), Date{day}};
}

TriedModel only(const UseFacts& facts) {
  const TryScript script = try_script(std::vector{facts});
  REQUIRE(script.asked.size() == 1);
  return script.asked.front();
}

}  // namespace

TEST_CASE("the provider who is asked is the one whose price counts", "[use]") {
  UseFacts facts = model("acme/a");
  facts.offers = {offer("openrouter", "openrouter", 1, 20'600),
                  offer("together", "huggingface:together", 3, 20'590),
                  offer("fireworks", "huggingface:fireworks-ai", 2, 20'590)};
  const TriedModel asked = only(facts);
  CHECK(asked.router_model == "acme/a:fireworks-ai");
  CHECK(asked.input == decimal(2));
  CHECK(asked.quote == "fireworks, 2026-05-17");
}

TEST_CASE("a provider without a price leaves the choice to the router, the price unknown",
          "[use]") {
  UseFacts facts = model("acme/a");
  facts.offers = {{"fireworks", "huggingface:fireworks-ai", "a list", {}, {}, Date{20'590}},
                  offer("openrouter", "openrouter", 1, 20'600)};
  const TriedModel asked = only(facts);
  CHECK(asked.router_model == "acme/a");
  CHECK(asked.quote.empty());
  CHECK_FALSE(asked.input);
}

TEST_CASE("a model that the router does not serve keeps the price of the catalog", "[use]") {
  UseFacts facts = model("acme/a");
  facts.offers = {offer("openrouter", "openrouter", 1, 20'600)};
  const TriedModel asked = only(facts);
  CHECK(asked.router_model.empty());
  CHECK(asked.quote == "openrouter, 2026-05-27");
}

TEST_CASE("what cannot chat is left out with the reason, each model once", "[use]") {
  UseFacts speech = model("acme/speech");
  speech.task = "automatic-speech-recognition";
  speech.chat = false;
  UseFacts gone = model("acme/gone");
  gone.status = "gone";
  UseFacts closed = model("openrouter:acme/closed");
  closed.closed = true;
  const TryScript script =
      try_script(std::vector{model("acme/a"), speech, gone, closed, speech, model("acme/a")});
  CHECK(script.asked.size() == 1);
  REQUIRE(script.left_out.size() == 3);
  CHECK(script.left_out[0].why == "it is for automatic-speech-recognition, not for chats");
  CHECK(script.left_out[1].why == "gone on the Hub");
  CHECK(script.left_out[2].why == "a closed model: the name that its API has for it is not known");
}

TEST_CASE("an unknown price is None in the script, never 0", "[use]") {
  const std::string text = script_text(try_script(std::vector{model("acme/a")}), "1.0");
  CHECK(text.find("    Model(\"acme/a\",\n          router=None,\n"
                  "          input=None, output=None, quote=None),\n") != std::string::npos);
  CHECK(text.find("Made by oms 1.0;") != std::string::npos);
}

TEST_CASE("foreign text cannot leave its string or its comment in the script", "[use]") {
  UseFacts facts = model("acme/a");
  facts.offers = {offer("evil\"\\\nimport os", "openrouter", 1, 20'600)};
  UseFacts odd = model("acme/b");
  odd.task = "x\nimport os";
  odd.chat = false;
  const std::string text = script_text(try_script(std::vector{facts, odd}), "1.0");
  CHECK(text.find("quote=\"evil\\\"\\\\\\nimport os, 2026-05-27\"") != std::string::npos);
  CHECK(text.find("# left out: acme/b, it is for x import os, not for chats\n") !=
        std::string::npos);
  CHECK(text.find("\nimport os,") == std::string::npos);
}
