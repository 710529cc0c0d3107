// What no transcript can tell of completion: that nothing was forgotten.
#include "cli/completion.h"

#include <algorithm>

#include "cli/completion_scripts.h"
#include "cli/option_rows.h"
#include "cli/value_kinds.h"
#include "support/catch.h"

using namespace oms;  // NOLINT: tests

namespace {

bool some_option_takes(std::string_view kind) {
  for (const Command& command : commands()) {
    for (const OptionRow& row : option_rows(command)) {
      if (row.value == kind) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("the value of every option is of a kind that completion knows", "[completion]") {
  for (const Command& command : commands()) {
    for (const OptionRow& row : option_rows(command)) {
      INFO(command.name << ": " << option_title(row));
      CHECK((row.value.empty() || find_value_kind(row.value) != nullptr));
    }
  }
}

TEST_CASE("no kind of value is without an option", "[completion]") {
  for (const ValueKind& kind : value_kinds()) {
    INFO(kind.name);
    CHECK(some_option_takes(kind.name));
  }
}

TEST_CASE("every option says what it does, and belongs to a group", "[completion]") {
  for (const Command& command : commands()) {
    for (const OptionRow& row : option_rows(command)) {
      INFO(command.name << ": " << option_title(row));
      CHECK_FALSE(row.help.empty());
      CHECK_FALSE(row.group.empty());
    }
  }
}

TEST_CASE("candidates are lines of word, tab and help, what the shell adds comes first",
          "[completion]") {
  const Completion completion{{{"list", "print models"}, {"a/b", ""}}, Beside::files};
  CHECK(completion_lines(completion) == ":files\nlist\tprint models\na/b\n");
  CHECK(completion_lines({{}, Beside::folders}) == ":folders\n");
  CHECK(completion_lines({}).empty());
}

TEST_CASE("what a candidate says cannot end its line or steer a terminal", "[completion]") {
  const Completion completion{{{"a\nb", "x\ty\x1b[31m"}}, Beside::nothing};
  CHECK(completion_lines(completion) == "a b\tx y\xEF\xBF\xBD[31m\n");
}

TEST_CASE("a script asks the program that is being completed", "[completion]") {
  for (const CompletionScript& script : completion_scripts()) {
    INFO(script.shell);
    CHECK(script.text.find(" complete -- ") != std::string_view::npos);
    CHECK(std::count(script.text.begin(), script.text.end(), '\n') > 10);
  }
}
