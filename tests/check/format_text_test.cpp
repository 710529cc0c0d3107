#include "check/format_test.h"
#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("a report is findings, then a line a model, then counts", "[check_format]") {
  CHECK(printed("text", samples::small_report()) ==
        R"(warning[waiver.unused]: the waiver for bigscience/bloom is about no checked
  model
  --> oms-policy.toml:31:1

error[license.class]: deepseek-ai/DeepSeek-R1-Distill-Llama-8B
  declares mit, but its base meta-llama/Llama-3.1-8B (llama3.1) makes it
  community; the policy asks for at least open-other
  --> deploy/values.yaml:12:10
  --> src/app/serve.py:40:15
  deepseek-ai/DeepSeek-R1-Distill-Llama-8B ← meta-llama/Llama-3.1-8B
  fix: use Qwen/Qwen3-8B

WAIVED[license.class]: tiiuae/falcon-180B
  falcon-180b is community; the policy asks for at least open-other
  --> models.txt:3
  why: internal evaluation only (approved by Jo, until 2026-12-31)

VERDICT  MODEL                                     LICENSE      CLASS
FAIL     deepseek-ai/DeepSeek-R1-Distill-Llama-8B  mit          community (base, clarified)
pass     ibm-granite/granite-3.3-8b-instruct       apache-2.0   osi-permissive
WAIVED   tiiuae/falcon-180B                        falcon-180b  community

3 models: 1 passed, 1 waived, 1 failed · 1 error, 1 warning
)");
}

TEST_CASE("text is wrapped to the width", "[check_format]") {
  const std::string text = printed("text", samples::rich_report(), {.width = 60});
  CHECK(text.starts_with(R"(warning[waiver.unused]: the waiver for bigscience/bloom is
  about no checked model
  --> oms-policy.toml:31:1

)"));
}

TEST_CASE("text without Unicode is ASCII", "[check_format]") {
  const std::string text = printed("text", samples::rich_report(), {.unicode = false});
  CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c > 0; }));
  CHECK(text.find("deepseek-ai/DeepSeek-R1-Distill-Llama-8B <- meta-llama/Llama-3.1-8B\n") !=
        text.npos);
  CHECK(text.ends_with("1 waived, 3 failed | 4 errors, 2 warnings, 1 note\n"));
}

TEST_CASE("colors change nothing but colors", "[check_format]") {
  std::string text = printed("text", samples::rich_report(), {.color = true});
  CHECK(text.starts_with("\x1b[1;33mwarning[waiver.unused]\x1b[0m: the waiver"));
  CHECK(text.find("\n\x1b[1;31mFAIL\x1b[0m     acme/summarizer") != text.npos);
  for (const char* code : {"0", "1", "2", "32", "36", "1;31", "1;33"}) {
    text = replaced(text, "\x1b[" + std::string(code) + "m", "");
  }
  CHECK(text == printed("text", samples::rich_report()));
}

TEST_CASE("of many places the first are printed, and how many more there are", "[check_format]") {
  const std::string text = printed("text", samples::rich_report());
  CHECK(text.find("  --> services/summarizer/config/production.yaml:24:5\n"
                  "      and 3 more places\n") != text.npos);
}

TEST_CASE("places and lineage are not repeated for the same model", "[check_format]") {
  const std::string text = printed("text", samples::rich_report());
  CHECK(text.find("bars commercial use\n"
                  "  --> services/summarizer/config/production.yaml:3:5\n"
                  "      and 6 more places\n\n") != text.npos);
}

TEST_CASE("counts that do not fit are on two lines", "[check_format]") {
  CHECK(printed("text", samples::rich_report(), {.width = 60})
            .ends_with("\n\n7 models: 2 passed, 1 warned, 1 waived, 3 failed\n"
                       "  4 errors, 2 warnings, 1 note\n"));
}

TEST_CASE("a report of nothing is its counts", "[check_format]") {
  CHECK(printed("text", {.mode = "enforce"}) == "0 models\n");
  CHECK(printed("text", {.mode = "audit"}) == "0 models · audit: findings do not fail\n");
}

TEST_CASE("text of strangers is inert in text", "[check_format]") {
  for (const std::string_view text : kHostileTexts) {
    INFO(text);
    const std::string shown = hostile("text", text);
    CHECK(is_inert(shown));
    for (const std::string_view line : split(shown, '\n')) {
      const std::size_t start = line.find_first_not_of(" \u00a0");
      CHECK_FALSE((start != line.npos && line.substr(start).starts_with("::")));
    }
  }
}

}  // namespace
}  // namespace oms
