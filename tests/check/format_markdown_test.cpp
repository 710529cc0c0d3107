#include "check/format_test.h"
#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("the summary is a verdict, the findings and the models", "[check_format]") {
  CHECK(printed("md", samples::small_report()) == R"(## oms check: failed

3 models: 1 passed, 1 waived, 1 failed · 1 error, 1 warning

Policy oms-policy.toml · enforce · 2026-11-20

### Findings

| Level | Rule | Model | Finding | Where |
| --- | --- | --- | --- | --- |
| warning | waiver.unused | – | the waiver for bigscience/bloom is about no checked model | oms-policy.toml:31:1 |
| **error** | license.class | deepseek-ai/DeepSeek-R1-Distill-Llama-8B | declares mit, but its base meta-llama/Llama-3.1-8B (llama3.1) makes it community; the policy asks for at least open-other<br>deepseek-ai/DeepSeek-R1-Distill-Llama-8B ← meta-llama/Llama-3.1-8B<br>fix: use Qwen/Qwen3-8B | deploy/values.yaml:12:10<br>src/app/serve.py:40:15 |
| waived | license.class | tiiuae/falcon-180B | falcon-180b is community; the policy asks for at least open-other<br>waived: internal evaluation only (approved by Jo, until 2026-12-31) | models.txt:3 |

### Models

| Verdict | Model | License | Class | Effective |
| --- | --- | --- | --- | --- |
| **fail** | deepseek-ai/DeepSeek-R1-Distill-Llama-8B | mit | osi-permissive (clarified) | community |
| pass | ibm-granite/granite-3.3-8b-instruct | apache-2.0 | osi-permissive | osi-permissive |
| waived | tiiuae/falcon-180B | falcon-180b | community | community |
)");
}

TEST_CASE("the summary says where data is missing", "[check_format]") {
  CHECK(printed("md", {.mode = "enforce", .date = "2026-11-20"}) ==
        "## oms check: passed\n\n0 models\n\nNo policy · enforce · 2026-11-20\n");
  CHECK(printed("md", {.exit_code = 3}).starts_with("## oms check: failed: data is missing\n"));
}

TEST_CASE("of many places the summary has the first", "[check_format]") {
  CHECK(printed("md", samples::rich_report()).find("production.yaml:24:5<br>and 3 more |\n") !=
        std::string::npos);
}

TEST_CASE("the inventory is a table of all models and all their places", "[check_format]") {
  CHECK(printed("inventory", samples::small_report()) == R"(# Models in use

3 models on 2026-11-20.

| Model | License | Class | Effective class | Verdict | Revision | Record of | Used in |
| --- | --- | --- | --- | --- | --- | --- | --- |
| deepseek-ai/DeepSeek-R1-Distill-Llama-8B | mit | osi-permissive (clarified) | community | fail | 6A6F4AA4197940ADD57724A7707D069478DF56B1 | 2026-11-18 | deploy/values.yaml:12:10<br>src/app/serve.py:40:15 |
| ibm-granite/granite-3.3-8b-instruct | apache-2.0 | osi-permissive | osi-permissive | pass | 51dd4bc2ade4059a6bd87649d68aa11e4fb2529b | 2026-11-18 | src/app/rag.py:31:20 |
| tiiuae/falcon-180B | falcon-180b | community | community | waived | – | 2026-11-18 | models.txt:3 |
)");
}

TEST_CASE("text of strangers adds no row, cell, tag or link to Markdown", "[check_format]") {
  CHECK(hostile("inventory", "a|b\n<img>[x](http://y)")
            .find("| a\\|b &lt;img&gt;\\[x\\](http\\://y) | a\\|b") != std::string::npos);
  for (const std::string_view format : {"md", "inventory"}) {
    const std::string plain = hostile(format, "x");
    for (const std::string_view text : kHostileTexts) {
      INFO(format << ": " << text);
      const std::string shown = hostile(format, text);
      CHECK(is_inert(shown));
      CHECK(split(shown, '\n').size() == split(plain, '\n').size());
      CHECK(std::count(shown.begin(), shown.end(), '<') ==
            std::count(plain.begin(), plain.end(), '<'));
      CHECK(split(replaced(shown, "\\|", ""), '|').size() == split(plain, '|').size());
    }
  }
}

}  // namespace
}  // namespace oms
