#include "check/format_test.h"
#include "support/catch.h"

namespace oms {
namespace {

// `count` errors, then as many warnings and notes.
CheckReport many(int count) {
  CheckReport report;
  for (const Level level : {Level::error, Level::warning, Level::note}) {
    for (int i = 0; i < count; ++i) {
      Finding& finding = report.findings.emplace_back();
      finding.rule = &samples::kClass;
      finding.level = level;
      finding.message = "x";
    }
  }
  return report;
}

std::size_t lines_that_begin(const std::string& text, std::string_view start) {
  const std::vector<std::string_view> lines = split(text, '\n');
  return static_cast<std::size_t>(std::count_if(
      lines.begin(), lines.end(), [&](std::string_view line) { return line.starts_with(start); }));
}

TEST_CASE("findings are workflow commands at their first place", "[check_format]") {
  CHECK(
      printed("github", samples::small_report()) ==
      R"(::warning file=oms-policy.toml,line=31,col=1,title=waiver.unused::the waiver for bigscience/bloom is about no checked model
::error file=deploy/values.yaml,line=12,col=10,title=license.class::deepseek-ai/DeepSeek-R1-Distill-Llama-8B: declares mit, but its base meta-llama/Llama-3.1-8B (llama3.1) makes it community; the policy asks for at least open-other%0Afix: use Qwen/Qwen3-8B%0Aalso at src/app/serve.py:40:15
::notice file=models.txt,line=3,title=license.class::tiiuae/falcon-180B: falcon-180b is community; the policy asks for at least open-other%0Awaived: internal evaluation only (approved by Jo, until 2026-12-31)
::notice title=oms check::3 models: 1 passed, 1 waived, 1 failed · 1 error, 1 warning
)");
}

TEST_CASE("no more annotations than GitHub shows, and a line that says so", "[check_format]") {
  const std::string ten = printed("github", many(9));
  CHECK(lines_that_begin(ten, "::notice ") == 10);
  CHECK(ten.find(" more, ") == ten.npos);
  const std::string text = printed("github", many(12));
  CHECK(lines_that_begin(text, "::error ") == 10);
  CHECK(lines_that_begin(text, "::warning ") == 10);
  CHECK(lines_that_begin(text, "::notice ") == 10);
  CHECK(
      text.ends_with("\n::notice title=oms check::+7 more, see the job summary; "
                     "0 models · 12 errors, 12 warnings, 12 notes\n"));
}

TEST_CASE("what separates the parts of a command is encoded", "[check_format]") {
  CHECK(
      hostile("github", "a%,b:c\r\n::d")
          .starts_with("::error file=a%25%2Cb%3Ac\uFFFD %3A%3Ad,line=1,col=1,title=license.class::"
                       "a%25,b:c\uFFFD ::d: a%25,b:c\uFFFD ::d%0Afix: a%25"));
}

TEST_CASE("text of strangers starts no command of its own", "[check_format]") {
  for (const std::string_view text : kHostileTexts) {
    INFO(text);
    std::string shown = hostile("github", text);
    CHECK(split(shown, '\n').size() == 4);
    CHECK(shown.starts_with("::error file="));
    CHECK(lines_that_begin(shown, "::notice ") == 2);
    // GitHub reads no other kind of command in a line that is one already.
    shown = replaced(replaced(shown, "##[", ""), "##vso[", "");
    CHECK(is_inert(shown));
  }
}

}  // namespace
}  // namespace oms
