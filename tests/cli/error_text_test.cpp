#include "cli/error_text.h"

#include "support/catch.h"

using namespace oms;  // NOLINT: tests

TEST_CASE("an error is one line with its hint behind a semicolon", "[error_text]") {
  CHECK(error_line({Errc::data, "no catalog", "rebuild it"}) ==
        "oms: error: no catalog; rebuild it\n");
}

TEST_CASE("a hint behind a question stands in parentheses", "[error_text]") {
  CHECK(error_line(
            {Errc::usage, "unknown task 'chatt'; did you mean 'chat'?", "'oms tasks' lists all"}) ==
        "oms: error: unknown task 'chatt'; did you mean 'chat'? ('oms tasks' lists all)\n");
}

TEST_CASE("an error is one line without control characters, whatever it is about", "[error_text]") {
  CHECK(error_line({Errc::data, "a\x1b[31mb\nc", "d\u202E"}) ==
        "oms: error: a\uFFFD[31mb c; d\uFFFD\n");
}

TEST_CASE("an error as JSON has a word, the exit code, the message and the hint", "[error_text]") {
  CHECK(error_json({Errc::no, "no model 'x'", "look"}) ==
        R"({"code": "no", "exit_code": 1, "message": "no model 'x'", "hint": "look"})"
        "\n");
}

TEST_CASE("an error without a hint says null in JSON", "[error_text]") {
  CHECK(error_json({Errc::data, "bad", ""}) ==
        R"({"code": "data", "exit_code": 3, "message": "bad", "hint": null})"
        "\n");
}
