#include "oms/source/overrides.h"

#include "oms/base/date.h"
#include "support/catch.h"

namespace oms {
namespace {

std::string problem(std::string_view text) {
  const auto parsed = parse_name_overrides(text);
  if (parsed) return "none";
  CHECK(parsed.error().code == Errc::usage);
  return parsed.error().what;
}

TEST_CASE("the user says which model a source's name is", "[overrides]") {
  const auto parsed =
      parse_name_overrides(R"({"names":{"arena":{"acme-chat":"acme/chat-7b"},)"
                           R"-("artificial-analysis":{"Acme (high)":"openrouter:acme/big"}}})-");
  REQUIRE(parsed);
  REQUIRE(parsed->size() == 2);
  CHECK((*parsed)[0].source == "arena");
  CHECK((*parsed)[0].name == "acme-chat");
  CHECK((*parsed)[0].id == "acme/chat-7b");
  CHECK((*parsed)[1].id == "openrouter:acme/big");
}

TEST_CASE("no file, an empty one and one about other things say nothing", "[overrides]") {
  for (const char* text : {"", " \n", "{}", R"({"facts":[]})"}) {
    const auto parsed = parse_name_overrides(text);
    REQUIRE(parsed);
    CHECK(parsed->empty());
  }
}

TEST_CASE("a file of another form is refused, with what is wrong", "[overrides]") {
  CHECK(problem("names:") == "it is not JSON (line 1)");
  CHECK(problem("[]") == "it is not an object");
  CHECK(problem(R"({"names":[]})") == "names is not an object");
  CHECK(problem(R"({"names":{"arena":7}})") == "names.arena is not an object");
  CHECK(problem(R"({"names":{"arena":{"x":"no such id"}}})") ==
        "names.arena: 'x' leads to no id of a model");
  CHECK(problem(R"({"names":{"arena":{"x":7}}})") == "names.arena: 'x' leads to no id of a model");
}

TEST_CASE("the user states a fact with value, source and day", "[overrides]") {
  const auto parsed = parse_fact_overrides(
      R"({"facts":[{"model":"acme/x","field":"price_input","value":0.25,"source":"own",)"
      R"("as_of":"2026-08-01"}],"names":{}})");
  REQUIRE(parsed);
  REQUIRE(parsed->size() == 1);
  CHECK((*parsed)[0].id == "acme/x");
  CHECK((*parsed)[0].field == "price_input");
  CHECK((*parsed)[0].value == "0.25");
  CHECK((*parsed)[0].source == "own");
  CHECK(to_text(*(*parsed)[0].as_of) == "2026-08-01");
}

TEST_CASE("a fact for each field that can be overridden is read", "[overrides]") {
  for (const std::string_view field : overridable_fields()) {
    const std::string value = field == "license"           ? "\"mit\""
                              : field.starts_with("open_") ? "\"partial\""
                                                           : "7";
    const std::string text = R"({"facts":[{"model":"a/x","field":")" + std::string(field) +
                             R"(","value":)" + value + R"(,"source":"s","as_of":"2026-08-01"}]})";
    CAPTURE(text);
    const auto parsed = parse_fact_overrides(text);
    REQUIRE(parsed);
    CHECK(parsed->size() == 1);
  }
}

TEST_CASE("an unknown key is named with the nearest one, so that no fact is lost", "[overrides]") {
  const auto facts = parse_fact_overrides(R"({"fact":[]})");
  REQUIRE(!facts);
  CHECK(facts.error().what == "unknown key 'fact'; did you mean 'facts'?");
  CHECK(!parse_name_overrides(R"({"fact":[]})"));
}

TEST_CASE("a fact that is said twice is an error, letter case aside", "[overrides]") {
  const auto facts = parse_fact_overrides(
      R"({"facts":[{"model":"a/x","field":"license","value":"mit","source":"s","as_of":"2026-08-01"},
                   {"model":"a/x","field":"params","value":7,"source":"s","as_of":"2026-08-01"},
                   {"model":"A/x","field":"license","value":"llama2","source":"s","as_of":"2026-08-02"}]})");
  REQUIRE(!facts);
  CHECK(facts.error().what == "facts[2] says the license of 'A/x' again");
  CHECK(facts.error().hint == "facts[0] says it already");
}

TEST_CASE("text that is no JSON is told with its line", "[overrides]") {
  const auto parsed = parse_fact_overrides("{\n\"facts\":\n[,]}");
  REQUIRE(!parsed);
  CHECK(parsed.error().what == "it is not JSON (line 3)");
}

}  // namespace
}  // namespace oms
