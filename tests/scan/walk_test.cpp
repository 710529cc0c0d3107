// Which files are read, over a tree in memory.
#include "oms/scan/walk.h"

#include <algorithm>

#include "oms/scan/gitignore.h"
#include "support/catch.h"
#include "support/fake_tree.h"

using namespace oms;  // NOLINT: tests

namespace {

using Names = std::vector<std::string>;

Names walked(FakeTree& tree, const Names& paths, const WalkOptions& options = {}) {
  Names names;
  WalkEvents events;
  events.file = [&](const auto& shown, const auto&, bool) { names.push_back(shown); };
  REQUIRE(walk(tree, paths, options, events).has_value());
  std::sort(names.begin(), names.end());
  return names;
}

bool ignores(std::string_view patterns, std::string_view path, bool folder = false) {
  return IgnoreRules::parse(patterns).match(path, folder) == Ignored::yes;
}

}  // namespace

TEST_CASE("a pattern without a slash fits at any depth", "[scan]") {
  CHECK(ignores("*.log", "a/b.log"));
  CHECK(ignores("build", "x/build", true));
  CHECK_FALSE(ignores("*.log", "a/log"));
}

TEST_CASE("a pattern with a slash counts from its folder", "[scan]") {
  CHECK(ignores("/a", "a"));
  CHECK_FALSE(ignores("/a", "b/a"));
  CHECK(ignores("a/b", "a/b"));
  CHECK_FALSE(ignores("a/b", "x/a/b"));
  CHECK_FALSE(ignores("a/*", "a/b/c"));
}

TEST_CASE("two stars are any number of folders", "[scan]") {
  CHECK(ignores("**/a", "x/y/a"));
  CHECK(ignores("**/a", "a"));
  CHECK(ignores("a/**/b", "a/b"));
  CHECK(ignores("a/**/b", "a/x/y/b"));
  CHECK(ignores("a/**", "a/b"));
  CHECK_FALSE(ignores("a/**", "a", true));
}

TEST_CASE("the last pattern that fits decides, and '!' takes back", "[scan]") {
  CHECK_FALSE(ignores("*.py\n!a.py", "a.py"));
  CHECK(ignores("!a.py\n*.py", "a.py"));
}

TEST_CASE("a slash at the end fits folders only", "[scan]") {
  CHECK(ignores("a/", "a", true));
  CHECK_FALSE(ignores("a/", "a", false));
}

TEST_CASE("comments, blanks at the end and escapes are those of git", "[scan]") {
  CHECK_FALSE(ignores("# a", "# a"));
  CHECK(ignores("\\#a", "#a"));
  CHECK(ignores("\\!a", "!a"));
  CHECK(ignores("a   ", "a"));
  CHECK(ignores("a\\ ", "a "));
  CHECK(ignores("a\r\n", "a"));
}

TEST_CASE("wildcards fit one name", "[scan]") {
  CHECK(fits_wildcard("a?c", "abc"));
  CHECK(fits_wildcard("[a-c]x", "bx"));
  CHECK(fits_wildcard("[!a-c]x", "dx"));
  CHECK(fits_wildcard("[]]", "]"));
  CHECK(fits_wildcard("a*b*c", "aXbYc"));
  CHECK(fits_wildcard("[a", "[a"));
  CHECK_FALSE(fits_wildcard("a*b", "aXc"));
  CHECK_FALSE(fits_wildcard(std::string(40, '*') + "b", std::string(4000, 'a')));
}

TEST_CASE("ignore files count from their folders, the nearest first", "[scan]") {
  FakeTree tree;
  tree.files = {{"/r/.git/info/exclude", "e.py\n"},
                {"/r/.gitignore", "*.md\nout/\n"},
                {"/r/a.py", ""},
                {"/r/e.py", ""},
                {"/r/b.md", ""},
                {"/r/out/c.py", ""},
                {"/r/in/.gitignore", "!*.md\nd.py"},
                {"/r/in/b.md", ""},
                {"/r/in/d.py", ""},
                {"/r/d.py", ""}};
  CHECK(walked(tree, {"/r"}) ==
        Names{"/r/.gitignore", "/r/a.py", "/r/d.py", "/r/in/.gitignore", "/r/in/b.md"});
  CHECK(walked(tree, {"/r/in"}) == Names{"/r/in/.gitignore", "/r/in/b.md"});
  CHECK(walked(tree, {"/r"}, {.ignore_files = false, .exclude = {"in", "*.md"}}) ==
        Names{"/r/.gitignore", "/r/a.py", "/r/d.py", "/r/e.py", "/r/out/c.py"});
}

TEST_CASE("what is above a folder counts when it is part of the repository", "[scan]") {
  FakeTree tree;
  tree.files = {{"/r/.git/HEAD", ""},
                {"/r/.gitignore", "/in/x.py\n"},
                {"/r/in/x.py", ""},
                {"/r/in/y.py", ""},
                {"/.gitignore", "y.py"}};
  CHECK(walked(tree, {"/r/in"}) == Names{"/r/in/y.py"});
}

TEST_CASE("a file that is given by name is read whatever is ignored, once", "[scan]") {
  FakeTree tree;
  tree.files = {{"/r/.gitignore", "a.py\n"}, {"/r/a.py", ""}};
  CHECK(walked(tree, {"/r/a.py", "/r/./a.py", "/r"}) == Names{"/r/.gitignore", "/r/a.py"});
}

TEST_CASE("links below a given path are counted, not followed", "[scan]") {
  FakeTree tree;
  tree.files = {{"/r/a.py", ""}};
  tree.links = {"/r/loop"};
  int links = 0;
  WalkEvents events;
  events.link = [&](const auto&, const auto&) { ++links; };
  REQUIRE(walk(tree, Names{"/r"}, {}, events).has_value());
  CHECK(links == 1);
}

TEST_CASE("a given path that cannot be read is an error, one below it is told", "[scan]") {
  FakeTree tree;
  tree.files = {{"/r/a/b.py", ""}};
  tree.locked = {"/r/a"};
  Names told;
  WalkEvents events;
  events.unreadable = [&](const std::string& shown, const Error&) { told.push_back(shown); };
  CHECK(walk(tree, Names{"/r"}, {}, events).has_value());
  CHECK(told == Names{"/r/a"});
  const auto missing = walk(tree, Names{"/nope"}, {}, events);
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().what == "cannot read '/nope': no such file or directory");
}

namespace {

// Of version 2, with paths of 10 bytes each: 62 bytes up to one, no more than 8 behind it.
std::string index_of(const Names& paths) {
  std::string index("DIRC\0\0\0\2\0\0\0", 11);
  index += static_cast<char>(paths.size());
  for (const std::string& path : paths) {
    index += std::string(26, '\0') + "\x81\xA4" + std::string(34, '\0') + path;
    index += std::string(8, '\0');
  }
  return index + std::string(20, '\0');
}

}  // namespace

TEST_CASE("what git tracks is read although it is ignored", "[scan]") {
  FakeTree tree;
  tree.files = {{"/r/.git/index", index_of({"in/code.py", "tracked.py"})},
                {"/r/.gitignore", "*.py\nin/\n"},
                {"/r/in/code.py", ""},
                {"/r/in/made.py", ""},
                {"/r/made.py", ""},
                {"/r/tracked.py", ""}};
  CHECK(walked(tree, {"/r"}) == Names{"/r/.gitignore", "/r/in/code.py", "/r/tracked.py"});
}

TEST_CASE("what a submodule tracks is read although it is ignored", "[scan]") {
  FakeTree tree;
  tree.files = {{"/r/.git/index", index_of({"submodules"})},
                {"/r/.gitignore", "submodules/\n"},
                {"/r/submodules/.git", "gitdir: ../.git/modules/s\n"},
                {"/r/submodules/made.py", ""},
                {"/r/submodules/../.git/modules/s/index", index_of({"tracked.py"})},
                {"/r/submodules/tracked.py", ""}};
  CHECK(walked(tree, {"/r"}) == Names{"/r/.gitignore", "/r/submodules/tracked.py"});
}

TEST_CASE("an index of git that cannot be read is told", "[scan]") {
  FakeTree tree;
  tree.files = {{"/r/.git/index", "DIRC"}, {"/r/.gitignore", "a.py\n"}, {"/r/a.py", ""}};
  Names told;
  WalkEvents events;
  events.unreadable = [&](const auto& shown, const Error& why) {
    told.push_back(shown + ": " + why.what);
  };
  REQUIRE(walk(tree, Names{"/r"}, {}, events).has_value());
  CHECK(told == Names{"/r/.git/index: it is no index of git"});
}
