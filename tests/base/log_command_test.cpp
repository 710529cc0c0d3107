#include "oms/base/log_command.h"

#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("a line of a log that begins with two colons is no command any more", "[base]") {
  CHECK(without_log_commands("::error::x") == ": :error::x");
  CHECK(without_log_commands("a\n \t::error::x\n::y") == "a\n \t: :error::x\n: :y");
}

TEST_CASE("two colons behind a word stay", "[base]") {
  CHECK(without_log_commands("std::string a::b\nx ::y") == "std::string a::b\nx ::y");
  CHECK(without_log_commands("").empty());
}

}  // namespace
}  // namespace oms
