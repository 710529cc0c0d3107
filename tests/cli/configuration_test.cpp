#include "cli/configuration.h"

#include "cli/saved_query.h"
#include "support/catch.h"
#include "support/fake_clock.h"
#include "support/program.h"

namespace oms {
namespace {

using Variables = std::map<std::string, std::string, std::less<>>;

Configuration configuration_of(std::string_view project, std::string_view user) {
  Configuration configuration;
  configuration.files.push_back(*parse_configuration(project, "/code/.oms.toml", MaySet::project));
  configuration.files.push_back(*parse_configuration(user, "/me/config.toml", MaySet::user));
  return configuration;
}

Decision decided(std::string_view name, std::string_view project, std::string_view user,
                 const Variables& variables = {}) {
  StringSink sink;
  FakeClock clock;
  World world{
      .out = sink, .err = sink, .clock = clock, .variable = variables_of({.variables = variables})};
  return decide(*find_setting(name), configuration_of(project, user), world);
}

}  // namespace

TEST_CASE("the project's file beats the user's", "[configuration]") {
  const Decision ratio = decided("price.ratio", "[price]\nratio='2:1'\n", "[price]\nratio='4:1'\n");
  CHECK(ratio.value == "2:1");
  CHECK(ratio.origin == ValueOrigin::project_file);
  CHECK(ratio.where == "/code/.oms.toml:2");
}

TEST_CASE("the user's file beats the default", "[configuration]") {
  const Decision ratio = decided("price.ratio", "", "\n\n[price]\nratio='4:1'\n");
  CHECK(ratio.value == "4:1");
  CHECK(ratio.origin == ValueOrigin::user_file);
  CHECK(ratio.where == "/me/config.toml:4");
}

TEST_CASE("without a file the default holds", "[configuration]") {
  const Decision ratio = decided("price.ratio", "", "");
  CHECK(ratio.value == "3:1");
  CHECK(ratio.origin == ValueOrigin::usual);
  CHECK(ratio.where == "");
}

TEST_CASE("a variable beats both files", "[configuration]") {
  const Decision pager = decided("pager", "", "pager='more'", {{"PAGER", "most"}});
  CHECK(pager.value == "most");
  CHECK(pager.origin == ValueOrigin::variable);
  CHECK(pager.where == "PAGER");
}

TEST_CASE("of several variables the first that decides counts", "[configuration]") {
  CHECK(decided("pager", "", "", {{"PAGER", "most"}, {"OMS_PAGER", ""}}).where == "OMS_PAGER");
  CHECK(decided("color", "", "", {{"NO_COLOR", ""}, {"FORCE_COLOR", "1"}}).where == "FORCE_COLOR");
}

TEST_CASE("a color variable that says nothing leaves it to the file", "[configuration]") {
  CHECK(decided("color", "", "color='never'", {{"CLICOLOR_FORCE", "0"}}).where ==
        "/me/config.toml:1");
}

TEST_CASE("no setting that a project may set stands for a variable", "[configuration]") {
  for (const Setting& row : settings()) {
    CAPTURE(row.name);
    CHECK((row.may_set == MaySet::user || row.variables.empty()));
  }
}

TEST_CASE("a project may set only these", "[configuration]") {
  std::string names;
  for (const Setting& row : settings()) {
    if (row.may_set == MaySet::project) names += std::string(row.name) + " ";
  }
  CHECK(names ==
        "list.format list.fields list.sort list.limit price.ratio workload.in workload.out "
        "workload.calls workload.cache_hit ");
}

TEST_CASE("the sample of each setting is a value that it takes", "[configuration]") {
  for (const Setting& row : settings()) {
    if (row.section() == "workload" && row.key() != "in" && row.key() != "out") continue;
    const std::string text = std::string(row.name) + " = " + std::string(row.sample) + "\n";
    CAPTURE(text);
    const auto file = parse_configuration(text, "f", MaySet::user);
    REQUIRE(file);
    CHECK(file->settings.size() == 1);
  }
}

TEST_CASE("a setting of a project is refused by name", "[configuration]") {
  const auto file = parse_configuration("\npager = 'sh'\n", "/code/.oms.toml", MaySet::project);
  REQUIRE(!file);
  CHECK(file.error().what == "configuration '/code/.oms.toml:2:1': a project may not set 'pager'");
}

TEST_CASE("a file cut or changed at any byte is read or refused", "[configuration]") {
  const std::string whole =
      "color = 'never'\nmax_age = \"9w\"\n[list]\nfields = ['id', \"license\"]\nlimit = 3\n"
      "[workload]\nin = '2k'\ncache_hit = 0.5\n[query]\na-1 = \"--task 'x y' params>=1\"\n"
      "b = ['-n', '1']\n";
  REQUIRE(parse_configuration(whole, "f", MaySet::user));
  std::size_t refused = 0;
  const auto look = [&](const std::string& text) {
    const auto file = parse_configuration(text, "f", MaySet::user);
    if (file) return;
    ++refused;
    CHECK(file.error().code == Errc::usage);
    CHECK(file.error().what.starts_with("configuration 'f:"));
  };
  for (std::size_t at = 0; at < whole.size(); ++at) {
    look(whole.substr(0, at));
    for (const char c : {'\0', '"', '[', '.', '\xff'}) {
      std::string changed = whole;
      changed[at] = c;
      look(changed);
    }
  }
  CHECK(refused > 0);
}

TEST_CASE("quotes hold blanks together, and nothing escapes", "[configuration]") {
  const auto words = split_quoted("  a 'b c'\t--x=\"d 'e'\" \\n ''");
  REQUIRE(words);
  CHECK(*words == std::vector<std::string>{"a", "b c", "--x=d 'e'", "\\n", ""});
}

TEST_CASE("a quote that is not closed is an error", "[configuration]") {
  CHECK(!split_quoted("a 'b"));
}

TEST_CASE("quoted words split into themselves", "[configuration]") {
  const std::vector<std::string> words = {"a", "b c", "it's", "", "\"x\"", "it's \"both\"", "a<9"};
  CHECK(*split_quoted(quoted_line(words)) == words);
}

}  // namespace oms
