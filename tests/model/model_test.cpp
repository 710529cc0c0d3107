#include "oms/model/model.h"

#include <set>
#include <string>

#include "support/catch.h"

namespace oms {
namespace {

bool is_lower_snake(std::string_view name) {
  for (const char c : name) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
  }
  return !name.empty();
}

TEST_CASE("every field has a name of its own in lower snake case", "[model]") {
  std::set<std::string_view> names;
  for (const Field& field : kFields) {
    CHECK(is_lower_snake(field.name));
    CHECK(names.insert(field.name).second);
  }
}

TEST_CASE("every field has a column title and a help line without a final period", "[model]") {
  for (const Field& field : kFields) {
    INFO(field.name);
    CHECK_FALSE(field.header.empty());
    CHECK_FALSE(field.help.empty());
    CHECK(field.help.back() != '.');
  }
}

TEST_CASE("every number and date states its unit", "[model]") {
  for (const Field& field : kFields) {
    const bool measured =
        field.kind == Kind::integer || field.kind == Kind::decimal || field.kind == Kind::date;
    INFO(field.name);
    CHECK(field.unit.empty() == (!measured && field.kind != Kind::scores));
  }
}

TEST_CASE("every choice has words and nothing else has any", "[model]") {
  for (const Field& field : kFields) {
    INFO(field.name);
    CHECK((field.kind == Kind::choice) == !field.words.empty());
  }
}

TEST_CASE("a mark names a flag field, or a choice and one of its words", "[model]") {
  for (const Field& field : kFields) {
    if (field.marked_by.empty()) continue;
    INFO(field.name);
    REQUIRE(find_field(field.marked_by) != kNoField);
    const Field& marking = kFields[find_field(field.marked_by)];
    if (field.marked_when.empty()) {
      CHECK(marking.kind == Kind::flag);
    } else {
      CHECK(parse_choice(marking.words, field.marked_when).code != 0);
    }
  }
}

TEST_CASE("a misspelt field is answered with the nearest one", "[model]") {
  const auto field = parse_field("prce_input");
  REQUIRE_FALSE(field);
  CHECK(field.error().code == Errc::usage);
  CHECK(field.error().what == "unknown field 'prce_input'; did you mean 'price_input'?");
}

TEST_CASE("a field is found whatever the letter case", "[model]") {
  const auto field = parse_field("Price_Input");
  REQUIRE(field);
  CHECK(kFields[*field].name == "price_input");
}

TEST_CASE("a choice is the position of its word, and unknown words are unknown", "[model]") {
  CHECK(parse_choice(words::kOpen, "closed").code == 1);
  CHECK(parse_choice(words::kOpen, "open").code == 3);
  CHECK(parse_choice(words::kOpen, "ajar").code == 0);
  CHECK(word_of(words::kOpen, Choice{2}) == "partial");
  CHECK(word_of(words::kOpen, Choice{0}).empty());
  CHECK(word_of(words::kOpen, Choice{9}).empty());
}

}  // namespace
}  // namespace oms
