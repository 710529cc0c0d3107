#include "check/format_test.h"
#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("a report is a suite a section and a case a rule and model", "[check_format]") {
  CHECK(printed("junit", samples::small_report()) == R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="oms check" tests="10" failures="1" errors="0">
  <testsuite name="license" tests="6" failures="1" errors="0" skipped="1" timestamp="2026-11-20T00:00:00">
    <properties>
      <property name="policy" value="oms-policy.toml"/>
      <property name="mode" value="enforce"/>
    </properties>
    <testcase classname="license.denied" name="deepseek-ai/DeepSeek-R1-Distill-Llama-8B"/>
    <testcase classname="license.denied" name="ibm-granite/granite-3.3-8b-instruct"/>
    <testcase classname="license.denied" name="tiiuae/falcon-180B"/>
    <testcase classname="license.class" name="deepseek-ai/DeepSeek-R1-Distill-Llama-8B">
      <failure type="license.class" message="declares mit, but its base meta-llama/Llama-3.1-8B (llama3.1) makes it community; the policy asks for at least open-other">deepseek-ai/DeepSeek-R1-Distill-Llama-8B: declares mit, but its base meta-llama/Llama-3.1-8B (llama3.1) makes it community; the policy asks for at least open-other
at deploy/values.yaml:12:10
at src/app/serve.py:40:15
lineage: deepseek-ai/DeepSeek-R1-Distill-Llama-8B ← meta-llama/Llama-3.1-8B
fix: use Qwen/Qwen3-8B</failure>
    </testcase>
    <testcase classname="license.class" name="ibm-granite/granite-3.3-8b-instruct"/>
    <testcase classname="license.class" name="tiiuae/falcon-180B">
      <skipped>waived: internal evaluation only (approved by Jo, until 2026-12-31)
tiiuae/falcon-180B: falcon-180b is community; the policy asks for at least open-other
at models.txt:3</skipped>
    </testcase>
  </testsuite>
  <testsuite name="lineage" tests="3" failures="0" errors="0" skipped="0" timestamp="2026-11-20T00:00:00">
    <properties>
      <property name="policy" value="oms-policy.toml"/>
      <property name="mode" value="enforce"/>
    </properties>
    <testcase classname="lineage.review" name="deepseek-ai/DeepSeek-R1-Distill-Llama-8B"/>
    <testcase classname="lineage.review" name="ibm-granite/granite-3.3-8b-instruct"/>
    <testcase classname="lineage.review" name="tiiuae/falcon-180B"/>
  </testsuite>
  <testsuite name="waiver" tests="1" failures="0" errors="0" skipped="0" timestamp="2026-11-20T00:00:00">
    <properties>
      <property name="policy" value="oms-policy.toml"/>
      <property name="mode" value="enforce"/>
    </properties>
    <testcase classname="waiver.unused" name="policy">
      <system-out>warning: the waiver for bigscience/bloom is about no checked model
at oms-policy.toml:31:1</system-out>
    </testcase>
  </testsuite>
</testsuites>
)");
}

TEST_CASE("no rule holds for a model that is not in the catalog", "[check_format]") {
  CheckReport report = samples::small_report();
  report.models.front().known = false;
  const std::string text = printed("junit", report);
  CHECK(text.find("classname=\"license.denied\" name=\"" + report.models.front().id) == text.npos);
  CHECK(text.find("classname=\"license.denied\" name=\"" + report.models.back().id) != text.npos);
}

TEST_CASE("a finding that is excused beside one that fails is a remark", "[check_format]") {
  CheckReport report = samples::small_report();
  report.findings[2].model = report.findings[1].model;
  const std::string text = printed("junit", report);
  CHECK(text.find("</failure>\n      <system-out>waived: internal evaluation only") != text.npos);
  CHECK(text.find("<skipped>") == text.npos);
}

TEST_CASE("several failures of one rule and model are one failure", "[check_format]") {
  CheckReport report = samples::small_report();
  report.findings[2] = report.findings[1];
  report.findings[1].message = "one";
  report.findings[2].message = "two";
  const std::string text = printed("junit", report);
  CHECK(text.find("<failure type=\"license.class\" message=\"one; two\">") != text.npos);
  CHECK(text.find("<testsuites name=\"oms check\" tests=\"10\" failures=\"1\"") != text.npos);
}

TEST_CASE("text of strangers is neither markup nor a forbidden character in XML",
          "[check_format]") {
  CHECK(hostile("junit", "]]><a b=\"c\">&#x1;\x01\uFFFE##[x]")
            .find("name=\"]]&gt;&lt;a b=&quot;c&quot;&gt;&amp;#x1;\uFFFD\uFFFD#&#35;[x]\">") !=
        std::string::npos);
  const std::string plain = hostile("junit", "x");
  for (const std::string_view text : kHostileTexts) {
    INFO(text);
    const std::string shown = hostile("junit", text);
    CHECK(is_inert(shown));
    CHECK(shown.find("\xEF\xBF\xBE") == shown.npos);
    CHECK(std::count(shown.begin(), shown.end(), '<') ==
          std::count(plain.begin(), plain.end(), '<'));
    CHECK(split(shown, '\n').size() == split(plain, '\n').size());
  }
}

}  // namespace
}  // namespace oms
