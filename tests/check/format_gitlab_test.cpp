#include <nlohmann/json.hpp>
#include <set>
#include "check/format_test.h"
#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("a report is a list of code quality issues", "[check_format]") {
  CHECK(printed("gitlab", samples::small_report()) == R"~([
  {
    "description": "the waiver for bigscience/bloom is about no checked model",
    "check_name": "waiver.unused",
    "fingerprint": "008f55701b6c66c85a78d9498f059169",
    "severity": "minor",
    "location": {
      "path": "oms-policy.toml",
      "lines": {
        "begin": 31
      }
    }
  },
  {
    "description": "deepseek-ai/DeepSeek-R1-Distill-Llama-8B: declares mit, but its base meta-llama/Llama-3.1-8B (llama3.1) makes it community; the policy asks for at least open-other",
    "check_name": "license.class",
    "fingerprint": "993ede48337cbc89eb0ed59d17e3cec3",
    "severity": "critical",
    "location": {
      "path": "deploy/values.yaml",
      "lines": {
        "begin": 12
      }
    }
  },
  {
    "description": "tiiuae/falcon-180B: falcon-180b is community; the policy asks for at least open-other (waived: internal evaluation only (approved by Jo, until 2026-12-31))",
    "check_name": "license.class",
    "fingerprint": "8c6b47f46f2844d41c15b87a2adad3ae",
    "severity": "info",
    "location": {
      "path": "models.txt",
      "lines": {
        "begin": 3
      }
    }
  }
]
)~");
}

TEST_CASE("a report without findings is an empty list", "[check_format]") {
  CHECK(printed("gitlab", {}) == "[]\n");
}

TEST_CASE("every issue has a fingerprint of its own", "[check_format]") {
  CheckReport report = samples::small_report();
  for (int i = 0; i < 3; ++i) report.findings.push_back(report.findings[1]);
  std::set<std::string> fingerprints;
  for (const auto& issue : nlohmann::json::parse(printed("gitlab", report))) {
    fingerprints.insert(issue["fingerprint"]);
  }
  CHECK(fingerprints.size() == 6);
}

TEST_CASE("text of strangers is inert in a code quality report", "[check_format]") {
  for (const std::string_view text : kHostileTexts) {
    INFO(text);
    const std::string shown = hostile("gitlab", text);
    CHECK(is_inert(shown));
    const auto json = nlohmann::json::parse(shown, nullptr, /*allow_exceptions=*/false);
    REQUIRE(json.is_array());
    CHECK(json.size() == 2);
  }
}

}  // namespace
}  // namespace oms
