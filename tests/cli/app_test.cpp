// The program as a whole, where a transcript could not tell or set what matters.
#include "oms/cli/app.h"

#include <algorithm>

#include "cli/surface.h"
#include "support/catch.h"
#include "support/program.h"

using namespace oms;  // NOLINT: tests

namespace {

using Words = std::vector<std::string>;

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

const std::vector<Words> kWrongUses = {
    {"nope"},
    {"--nope"},
    {"--json"},
    {"help", "nope"},
    {"list", "--nope"},
    {"list", "-n", "-1"},
    {"list", "-n", "ten"},
    {"list", "--task", "chatt"},
    {"list", "--license", "nope"},
    {"list", "--fields", "nope"},
    {"list", "--sort", "nope"},
    {"list", "--quality", "nope"},
    {"list", "price_input"},
    {"list", "price_input<cheap"},
    {"list", "--where", "("},
    {"list", "--format", "nope"},
    {"list", "--json", "--format", "csv"},
    {"list", "--width", "wide"},
    {"list", "--color", "red"},
    {"list", "-o", ""},
    {"show"},
    {"show", ""},
    {"show", "allenai/OLMo-7B", "--fields", "nope"},
    {"tasks", "a", "b"},
    {"licenses", "nope"},
    {"licenses", "mit", "apache-2.0"},
    {"licenses", "mit", "--classes"},
    {"fields", "nope"},
    {"sources", "nope"},
    {"sources", "lmarena", "aider"},
    {"doctor", "nope"},
};

struct SurfaceCase {
  const char* why = "";
  CommonOptions common = {};
  Surroundings around = {};
  bool to_file = false;
};

Result<Surface> surface_of(const SurfaceCase& test) {
  StringSink nowhere;
  FakeClock clock;
  World world{.out = nowhere,
              .err = nowhere,
              .clock = clock,
              .out_terminal = test.around.terminal,
              .variable = variables_of(test.around)};
  return resolve_surface(test.common, world, test.to_file, false);
}

using Variables = std::map<std::string, std::string, std::less<>>;

Surroundings in(Variables variables, Terminal terminal = {}) {
  Surroundings around;
  around.variables = std::move(variables);
  around.terminal = terminal;
  return around;
}

CommonOptions color_option(std::string when) {
  CommonOptions common;
  common.color = std::move(when);
  return common;
}

CommonOptions width_option(std::string width) {
  CommonOptions common;
  common.width = std::move(width);
  return common;
}

CommonOptions no_color() {
  CommonOptions common;
  common.no_color = true;
  return common;
}

constexpr Terminal kTerminal{true, 100, 24};

}  // namespace

TEST_CASE("wrong use prints one line on stderr, nothing on stdout, and is exit 2", "[app]") {
  for (const Words& arguments : kWrongUses) {
    INFO("oms " << Catch::Detail::stringify(arguments));
    const Ran ran = run_program(arguments);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(lines_of(ran.err) == 1);
    const bool json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
    CHECK(ran.err.starts_with(json ? "{\"code\": \"usage\"" : "oms: error: "));
  }
}

TEST_CASE("wrong use under --json is one object on stderr, nothing on stdout", "[app]") {
  for (const Words& wrong : kWrongUses) {
    Words arguments = wrong;
    if (std::find(wrong.begin(), wrong.end(), "--format") != wrong.end()) continue;
    if (std::find(wrong.begin(), wrong.end(), "--json") == wrong.end())
      arguments.push_back("--json");
    INFO("oms " << Catch::Detail::stringify(arguments));
    const Ran ran = run_program(arguments);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with("{\"code\": \"usage\", \"exit_code\": 2, \"message\": \""));
    CHECK(ran.err.ends_with("}\n"));
    CHECK(lines_of(ran.err) == 1);
  }
}

TEST_CASE("no error text ends with a period or begins with a capital", "[app]") {
  for (const Words& arguments : kWrongUses) {
    const std::string err = run_program(arguments).err;
    if (err.starts_with('{')) continue;
    INFO(err);
    const char first = err.at(std::string("oms: error: ").size());
    CHECK_FALSE((first >= 'A' && first <= 'Z'));
    CHECK_FALSE(err.ends_with(".\n"));
  }
}

TEST_CASE("-q leaves stderr empty", "[app]") {
  for (const Words& arguments : std::vector<Words>{{"list"},
                                                   {"list", "--max-price", "0.5"},
                                                   {"list", "id=nobody/nothing"},
                                                   {"show", "allenai/OLMo-7B"},
                                                   {"tasks"},
                                                   {"tasks", "zzz"},
                                                   {"licenses"},
                                                   {"licenses", "mit"},
                                                   {"fields"},
                                                   {"fields", "id"},
                                                   {"sources"},
                                                   {"sources", "lmarena"},
                                                   {"doctor"}}) {
    INFO("oms " << Catch::Detail::stringify(arguments));
    Words quiet = arguments;
    quiet.push_back("-q");
    const Ran ran = run_program(quiet);
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
  }
}

TEST_CASE("-q silences notes, not errors", "[app]") {
  const Ran ran = run_program({"show", "-q", "nobody/nothing"});
  CHECK(ran.code == 1);
  CHECK(ran.err ==
        "oms: error: no model 'nobody/nothing' in the catalog; "
        "'oms list --search TEXT' looks for a part of a name\n");
}

TEST_CASE("-o writes what stdout would show, and leaves stdout empty", "[app]") {
  for (const Words& arguments : std::vector<Words>{{"list", "--json"},
                                                   {"show", "allenai/OLMo-7B"},
                                                   {"tasks"},
                                                   {"licenses", "llama2"},
                                                   {"fields", "--format", "csv"},
                                                   {"sources"},
                                                   {"doctor"}}) {
    INFO("oms " << Catch::Detail::stringify(arguments));
    Words to_file = arguments;
    to_file.insert(to_file.end(), {"-o", "out.txt"});
    const Ran ran = run_program(to_file);
    CHECK(ran.code == 0);
    CHECK(ran.out.empty());
    REQUIRE(ran.files.count("out.txt") == 1);
    CHECK(ran.files.at("out.txt") == run_program(arguments).out);
  }
}

TEST_CASE("-o - is stdout", "[app]") {
  const Ran ran = run_program({"show", "-q", "allenai/OLMo-7B", "-o", "-"});
  CHECK(ran.out == "allenai/OLMo-7B\n");
  CHECK(ran.files.empty());
}

TEST_CASE("a failed command writes no file", "[app]") {
  CHECK(run_program({"show", "nobody/nothing", "-o", "out.txt"}).files.empty());
  CHECK(run_program({"list", "--task", "nope", "-o", "out.txt"}).files.empty());
}

TEST_CASE("a file that cannot be written is exit 3", "[app]") {
  Surroundings full;
  full.disk_full = true;
  const Ran ran = run_program({"doctor", "-o", "out.txt"}, full);
  CHECK(ran.code == 3);
  CHECK(ran.out.empty());
  CHECK(ran.err == "oms: error: cannot write 'out.txt'\n");
}

TEST_CASE("a catalog that cannot be read is exit 3 in every command that needs one", "[app]") {
  Surroundings empty;
  empty.bundle = {};
  for (const Words& arguments : std::vector<Words>{{},
                                                   {"list"},
                                                   {"show", "allenai/OLMo-7B"},
                                                   {"tasks"},
                                                   {"licenses"},
                                                   {"fields"},
                                                   {"sources"},
                                                   {"doctor"}}) {
    INFO("oms " << Catch::Detail::stringify(arguments));
    const Ran ran = run_program(arguments, empty);
    CHECK(ran.code == 3);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with("oms: error: "));
  }
}

TEST_CASE("help and version need no catalog", "[app]") {
  Surroundings empty;
  empty.bundle = {};
  CHECK(run_program({"--help"}, empty).code == 0);
  CHECK(run_program({"list", "--help"}, empty).code == 0);
  CHECK(run_program({"--version"}, empty).code == 0);
}

TEST_CASE("common flags may stand in front of the command", "[app]") {
  const std::string behind = run_program({"fields", "id", "--format", "csv", "--no-header"}).out;
  CHECK(run_program({"--format", "csv", "--no-header", "fields", "id"}).out == behind);
  CHECK(run_program({"--format=csv", "fields", "--no-header", "id"}).out == behind);
}

TEST_CASE("behind -- a word is no flag", "[app]") {
  const Ran ran = run_program({"show", "--", "--json"});
  CHECK(ran.code == 1);
  CHECK(ran.err ==
        "oms: error: no model '--json' in the catalog; "
        "'oms list --search TEXT' looks for a part of a name\n");
}

TEST_CASE("control characters of an argument are not printed", "[app]") {
  const Ran ran = run_program({"show", "a\033[31mb\nc"});
  CHECK(ran.code == 1);
  CHECK(ran.err.find('\033') == std::string::npos);
  CHECK(lines_of(ran.err) == 1);
}

TEST_CASE("color: flags beat the environment, the environment beats the terminal", "[app]") {
  struct Case {
    SurfaceCase test = {};
    bool color = false;
  };
  const Terminal pipe;
  const std::vector<Case> cases = {
      {{"pipe", {}, in({})}, false},
      {{"terminal", {}, in({}, kTerminal)}, true},
      {{"terminal, but to a file", {}, in({}, kTerminal), true}, false},
      {{"dumb terminal", {}, in({{"TERM", "dumb"}}, kTerminal)}, false},
      {{"NO_COLOR", {}, in({{"NO_COLOR", "1"}}, kTerminal)}, false},
      {{"NO_COLOR=0 is set too", {}, in({{"NO_COLOR", "0"}}, kTerminal)}, false},
      {{"empty NO_COLOR is not set", {}, in({{"NO_COLOR", ""}}, kTerminal)}, true},
      {{"CLICOLOR_FORCE", {}, in({{"CLICOLOR_FORCE", "1"}}, pipe)}, true},
      {{"FORCE_COLOR", {}, in({{"FORCE_COLOR", "3"}}, pipe)}, true},
      {{"CLICOLOR_FORCE=0", {}, in({{"CLICOLOR_FORCE", "0"}}, pipe)}, false},
      {{"FORCE_COLOR=0 forces nothing", {}, in({{"FORCE_COLOR", "0"}}, pipe)}, false},
      {{"NO_COLOR wins", {}, in({{"NO_COLOR", "1"}, {"FORCE_COLOR", "1"}}, kTerminal)}, false},
      {{"--color always", color_option("always"), in({{"NO_COLOR", "1"}}, pipe)}, true},
      {{"--color always, file", color_option("always"), in({}), true}, true},
      {{"--color never", color_option("never"), in({{"FORCE_COLOR", "1"}}, kTerminal)}, false},
      {{"--no-color", no_color(), in({{"FORCE_COLOR", "1"}}, kTerminal)}, false},
  };
  for (const Case& row : cases) {
    INFO(row.test.why);
    const auto surface = surface_of(row.test);
    REQUIRE(surface);
    CHECK(surface->style.color == row.color);
  }
}

TEST_CASE("symbols: the first locale variable that is not empty decides", "[app]") {
  struct Case {
    SurfaceCase test = {};
    bool unicode = false;
  };
  const std::vector<Case> cases = {
      {{"no locale", {}, in({})}, false},
      {{"C", {}, in({{"LC_ALL", "C"}})}, false},
      {{"POSIX", {}, in({{"LANG", "POSIX"}})}, false},
      {{"Latin 1", {}, in({{"LANG", "de_DE.ISO-8859-1"}})}, false},
      {{"UTF-8", {}, in({{"LANG", "en_US.UTF-8"}})}, true},
      {{"utf8", {}, in({{"LANG", "en_US.utf8"}})}, true},
      {{"LC_ALL beats LANG", {}, in({{"LC_ALL", "C"}, {"LANG", "en_US.UTF-8"}})}, false},
      {{"LC_CTYPE beats LANG", {}, in({{"LC_CTYPE", "C.UTF-8"}, {"LANG", "C"}})}, true},
      {{"LC_ALL beats LC_CTYPE", {}, in({{"LC_ALL", "C"}, {"LC_CTYPE", "C.UTF-8"}})}, false},
      {{"empty does not count", {}, in({{"LC_ALL", ""}, {"LANG", "C.UTF-8"}})}, true},
  };
  for (const Case& row : cases) {
    INFO(row.test.why);
    const auto surface = surface_of(row.test);
    REQUIRE(surface);
    CHECK(surface->style.unicode == row.unicode);
  }
}

TEST_CASE("doctor tells what the terminal is", "[app]") {
  const Ran ran = run_program({"doctor"}, in({{"LANG", "C"}}, kTerminal));
  CHECK(ran.out.find("  stdout          terminal\n") != std::string::npos);
  CHECK(ran.out.find("  width           100 columns\n") != std::string::npos);
  CHECK(ran.out.find("  color           on\n") != std::string::npos);
  CHECK(ran.out.find("  symbols         ASCII\n") != std::string::npos);
}

TEST_CASE("width: --width, else the terminal, else COLUMNS, else 80; a pipe is never cut",
          "[app]") {
  struct Case {
    SurfaceCase test = {};
    std::size_t width = 0;
  };
  const Terminal unsized{true, 0, 0};
  const std::vector<Case> cases = {
      {{"pipe", {}, in({})}, 0},
      {{"pipe with COLUMNS", {}, in({{"COLUMNS", "40"}})}, 40},
      {{"terminal", {}, in({}, kTerminal)}, 100},
      {{"terminal beats COLUMNS", {}, in({{"COLUMNS", "40"}}, kTerminal)}, 100},
      {{"terminal without a size", {}, in({}, unsized)}, 80},
      {{"terminal without a size, COLUMNS", {}, in({{"COLUMNS", "40"}}, unsized)}, 40},
      {{"file", {}, in({}, kTerminal), true}, 0},
      {{"file with COLUMNS", {}, in({{"COLUMNS", "40"}}, kTerminal), true}, 40},
      {{"--width", width_option("60"), in({{"COLUMNS", "40"}}, kTerminal)}, 60},
      {{"--width 0", width_option("0"), in({{"COLUMNS", "40"}}, kTerminal)}, 0},
      {{"--width for a file", width_option("60"), in({}, kTerminal), true}, 60},
      {{"COLUMNS is no number", {}, in({{"COLUMNS", "wide"}})}, 0},
      {{"COLUMNS is negative", {}, in({{"COLUMNS", "-1"}})}, 0},
      {{"COLUMNS is empty", {}, in({{"COLUMNS", ""}})}, 0},
  };
  for (const Case& row : cases) {
    INFO(row.test.why);
    const auto surface = surface_of(row.test);
    REQUIRE(surface);
    CHECK(surface->style.width == row.width);
  }
}

TEST_CASE("a width that is no number, is negative or absurd is wrong use", "[app]") {
  for (const char* width : {"wide", "-1", "80.5", "80 ", "99999999999999999999", "100001"}) {
    INFO(width);
    const auto surface = surface_of({"", width_option(width), in({})});
    REQUIRE_FALSE(surface);
    CHECK(surface.error().code == Errc::usage);
  }
}

TEST_CASE("two formats at once are wrong use, also the same one twice", "[app]") {
  CommonOptions twice;
  twice.json = true;
  twice.format = "csv";
  CHECK_FALSE(surface_of({"", twice, in({})}));
  twice.format = "json";
  CHECK_FALSE(surface_of({"", twice, in({})}));
  CommonOptions quiet;
  quiet.quiet = true;
  quiet.json = true;
  CHECK_FALSE(surface_of({"", quiet, in({})}));
}

TEST_CASE("no format is asked for until a flag does", "[app]") {
  const auto plain = surface_of({"", {}, in({})});
  REQUIRE(plain);
  CHECK(plain->format == nullptr);
  CommonOptions common;
  common.json = true;
  const auto json = surface_of({"", common, in({})});
  REQUIRE(json);
  CHECK(json->format->name == "json");
}
