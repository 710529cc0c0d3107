#include "cli/page.h"

#include "support/catch.h"

using namespace oms;  // NOLINT: tests

TEST_CASE("an item lines up its text behind the label, continuation lines too", "[page]") {
  Page page({.width = 40});
  page.item("label", "words that do not fit into one line");
  CHECK(page.text() ==
        "  label           words that do not fit\n"
        "                  into one line\n");
}

TEST_CASE("a label that would touch its text has a line of its own", "[page]") {
  Page page({.width = 60});
  page.item("fifteen letters", "text");
  page.item("sixteen letters!", "text");
  CHECK(page.text() ==
        "  fifteen letters text\n"
        "  sixteen letters!\n"
        "                  text\n");
}

TEST_CASE("an aside that fits stands behind the text", "[page]") {
  Page page({.width = 60});
  page.item("label", "text", "aside");
  CHECK(page.text() == "  label           text  aside\n");
}

TEST_CASE("an aside that does not fit starts a new line", "[page]") {
  Page page({.width = 40});
  page.item("label", "a text of words", "an aside here");
  CHECK(page.text() ==
        "  label           a text of words\n"
        "                  an aside here\n");
}

TEST_CASE("a heading stands behind a blank line, but not at the top", "[page]") {
  Page page({.width = 60});
  page.heading("First");
  page.heading("Second");
  CHECK(page.text() == "First\n\nSecond\n");
}

TEST_CASE("only the last column of rows is wrapped", "[page]") {
  Page page({.width = 40});
  const std::vector<PageColumn> columns = {{.title = "A"}, {.title = "N", .right = true}, {}};
  const std::vector<std::vector<std::string>> cells = {
      {"first", "1", "words that do not fit into a line"}, {"b", "12", ""}};
  page.rows(columns, cells);
  CHECK(page.text() ==
        "  A       N\n"
        "  first   1  words that do not fit into\n"
        "             a line\n"
        "  b      12\n");
}

TEST_CASE("colors are only used when the style has them", "[page]") {
  Page plain({.width = 60});
  plain.title("Title", "aside");
  CHECK(plain.text() == "Title  aside\n");
  Page colored({.width = 60, .color = true});
  colored.title("Title", "aside");
  CHECK(colored.text() == "\x1b[1mTitle\x1b[0m  aside\n");
}

TEST_CASE("control characters do not reach the page", "[page]") {
  Page page({.width = 60});
  page.item("label", "a\x1b[31m");
  CHECK(page.text() == "  label           a\xEF\xBF\xBD[31m\n");
}
