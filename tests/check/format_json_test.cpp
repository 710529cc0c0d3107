#include <nlohmann/json.hpp>
#include "check/format_test.h"
#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("the JSON of a report has all that it knows", "[check_format]") {
  CHECK(printed("json", samples::small_report()) == R"~({
  "schema_version": 1,
  "policy": "oms-policy.toml",
  "policy_hash": "5f2b",
  "mode": "enforce",
  "date": "2026-11-20",
  "exit_code": 1,
  "counts": {
    "models": 3,
    "passed": 1,
    "warned": 0,
    "waived": 1,
    "failed": 1,
    "errors": 1,
    "warnings": 1,
    "notes": 0,
    "excused": 1
  },
  "models": [
    {
      "id": "deepseek-ai/DeepSeek-R1-Distill-Llama-8B",
      "written": "DeepSeek-R1-Distill-Llama-8B",
      "outcome": "fail",
      "places": [
        {
          "file": "deploy/values.yaml",
          "line": 12,
          "column": 10
        },
        {
          "file": "src/app/serve.py",
          "line": 40,
          "column": 15
        }
      ],
      "known": true,
      "revision": "6A6F4AA4197940ADD57724A7707D069478DF56B1",
      "license": "mit",
      "license_name": null,
      "license_key": "mit",
      "spdx_id": "MIT",
      "license_title": "MIT License",
      "license_class": "osi-permissive",
      "license_effective": "community",
      "license_verdict": "conflict",
      "evidence": "declared",
      "as_of": "2026-11-18",
      "clarified": true,
      "chain": [
        {
          "id": "meta-llama/Llama-3.1-8B",
          "path": [
            "deepseek-ai/DeepSeek-R1-Distill-Llama-8B",
            "meta-llama/Llama-3.1-8B"
          ],
          "license": "llama3.1",
          "license_class": "community",
          "verdict": "conflict",
          "reason": "terms-dropped"
        }
      ]
    },
    {
      "id": "ibm-granite/granite-3.3-8b-instruct",
      "written": null,
      "outcome": "pass",
      "places": [
        {
          "file": "src/app/rag.py",
          "line": 31,
          "column": 20
        }
      ],
      "known": true,
      "revision": "51dd4bc2ade4059a6bd87649d68aa11e4fb2529b",
      "license": "apache-2.0",
      "license_name": null,
      "license_key": "apache-2.0",
      "spdx_id": "Apache-2.0",
      "license_title": "Apache License 2.0",
      "license_class": "osi-permissive",
      "license_effective": "osi-permissive",
      "license_verdict": "ok",
      "evidence": "declared",
      "as_of": "2026-11-18",
      "clarified": false,
      "chain": [
        {
          "id": "ibm-granite/granite-3.3-8b-base",
          "path": [
            "ibm-granite/granite-3.3-8b-instruct",
            "ibm-granite/granite-3.3-8b-base"
          ],
          "license": "apache-2.0",
          "license_class": "osi-permissive",
          "verdict": "ok",
          "reason": "same-license"
        }
      ]
    },
    {
      "id": "tiiuae/falcon-180B",
      "written": null,
      "outcome": "waived",
      "places": [
        {
          "file": "models.txt",
          "line": 3,
          "column": null
        }
      ],
      "known": true,
      "revision": null,
      "license": "other",
      "license_name": "falcon-180b",
      "license_key": "other",
      "spdx_id": null,
      "license_title": null,
      "license_class": "community",
      "license_effective": "community",
      "license_verdict": "no-lineage",
      "evidence": "declared",
      "as_of": "2026-11-18",
      "clarified": false,
      "chain": []
    }
  ],
  "findings": [
    {
      "rule": "waiver.unused",
      "section": "waiver",
      "level": "warning",
      "excused": null,
      "excuse": null,
      "fails": false,
      "model": null,
      "message": "the waiver for bigscience/bloom is about no checked model",
      "fix": null,
      "path": [],
      "places": [
        {
          "file": "oms-policy.toml",
          "line": 31,
          "column": 1
        }
      ]
    },
    {
      "rule": "license.class",
      "section": "license",
      "level": "error",
      "excused": null,
      "excuse": null,
      "fails": true,
      "model": "deepseek-ai/DeepSeek-R1-Distill-Llama-8B",
      "message": "declares mit, but its base meta-llama/Llama-3.1-8B (llama3.1) makes it community; the policy asks for at least open-other",
      "fix": "use Qwen/Qwen3-8B",
      "path": [
        "deepseek-ai/DeepSeek-R1-Distill-Llama-8B",
        "meta-llama/Llama-3.1-8B"
      ],
      "places": [
        {
          "file": "deploy/values.yaml",
          "line": 12,
          "column": 10
        },
        {
          "file": "src/app/serve.py",
          "line": 40,
          "column": 15
        }
      ]
    },
    {
      "rule": "license.class",
      "section": "license",
      "level": "error",
      "excused": "waived",
      "excuse": "internal evaluation only (approved by Jo, until 2026-12-31)",
      "fails": false,
      "model": "tiiuae/falcon-180B",
      "message": "falcon-180b is community; the policy asks for at least open-other",
      "fix": null,
      "path": [],
      "places": [
        {
          "file": "models.txt",
          "line": 3,
          "column": null
        }
      ]
    }
  ]
}
)~");
}

TEST_CASE("JSON keeps the text of strangers and is inert", "[check_format]") {
  for (const std::string_view text : kHostileTexts) {
    INFO(text);
    const std::string shown = hostile("json", text);
    CHECK(is_inert(shown));
    const auto json = nlohmann::json::parse(shown, nullptr, /*allow_exceptions=*/false);
    REQUIRE(json.is_object());
    if (text == "\xff\xfe") continue;  // no text at all: U+FFFD stands for it
    CHECK(json["models"][0]["id"] == text);
    CHECK(json["models"][0]["places"][0]["file"] == text);
    CHECK(json["findings"][0]["message"] == text);
  }
}

TEST_CASE("an id of the command line has no place in JSON", "[check_format]") {
  CheckReport report = samples::small_report();
  report.models[0].places = {{}};
  CHECK(nlohmann::json::parse(printed("json", report))["models"][0]["places"].empty());
}

}  // namespace
}  // namespace oms
