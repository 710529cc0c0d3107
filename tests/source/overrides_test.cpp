#include "oms/source/overrides.h"

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
  for (const char* text : {"", " \n", "{}", R"({"licenses":{"a/x":"mit"}})"}) {
    const auto parsed = parse_name_overrides(text);
    REQUIRE(parsed);
    CHECK(parsed->empty());
  }
}

TEST_CASE("a file of another form is refused, with what is wrong", "[overrides]") {
  CHECK(problem("names:") == "it is not JSON");
  CHECK(problem("[]") == "it is not an object");
  CHECK(problem(R"({"names":[]})") == "names is not an object");
  CHECK(problem(R"({"names":{"arena":7}})") == "names.arena is not an object");
  CHECK(problem(R"({"names":{"arena":{"x":"no such id"}}})") ==
        "names.arena: 'x' leads to no id of a model");
  CHECK(problem(R"({"names":{"arena":{"x":7}}})") == "names.arena: 'x' leads to no id of a model");
}

}  // namespace
}  // namespace oms
