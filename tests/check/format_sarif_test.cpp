#include <nlohmann/json.hpp>
#include "check/format_test.h"
#include "check/tool_version.h"
#include "support/catch.h"

namespace oms {
namespace {

nlohmann::json results(const CheckReport& report) {
  return nlohmann::json::parse(printed("sarif", report))["runs"][0]["results"];
}

nlohmann::json first_artifact(std::string_view file) {
  CheckReport report = samples::small_report();
  report.findings[0].places = {{std::string(file), 1, 1}};
  return results(report)[0]["locations"][0]["physicalLocation"]["artifactLocation"];
}

TEST_CASE("a report is a SARIF log with its rules", "[check_format]") {
  const std::string version =
      "\"version\": \"" + std::string(tool_version()) + "\",\n          \"rules\"";
  CHECK(replaced(printed("sarif", samples::small_report()), version,
                 "\"version\": \"VERSION\",\n          \"rules\"") == R"~({
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "oms",
          "version": "VERSION",
          "rules": [
            {
              "id": "license.denied",
              "shortDescription": {
                "text": "The license is denied"
              },
              "fullDescription": {
                "text": "The policy denies it. Use another model."
              },
              "help": {
                "text": "The policy denies it. Use another model."
              },
              "properties": {
                "tags": [
                  "license"
                ]
              }
            },
            {
              "id": "license.class",
              "shortDescription": {
                "text": "The license class is not allowed"
              },
              "fullDescription": {
                "text": "The policy asks for a better class. Use another model."
              },
              "help": {
                "text": "The policy asks for a better class. Use another model."
              },
              "properties": {
                "tags": [
                  "license"
                ]
              }
            },
            {
              "id": "lineage.review",
              "shortDescription": {
                "text": "A base model needs a reader"
              },
              "fullDescription": {
                "text": "No rule decides it. Read its license."
              },
              "help": {
                "text": "No rule decides it. Read its license."
              },
              "properties": {
                "tags": [
                  "lineage"
                ]
              }
            },
            {
              "id": "waiver.unused",
              "shortDescription": {
                "text": "A waiver excuses nothing"
              },
              "fullDescription": {
                "text": "No finding matches it. Remove it."
              },
              "help": {
                "text": "No finding matches it. Remove it."
              },
              "properties": {
                "tags": [
                  "waiver"
                ]
              }
            }
          ]
        }
      },
      "invocations": [
        {
          "executionSuccessful": true,
          "exitCode": 1
        }
      ],
      "results": [
        {
          "ruleId": "waiver.unused",
          "ruleIndex": 3,
          "level": "warning",
          "message": {
            "text": "the waiver for bigscience/bloom is about no checked model"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "oms-policy.toml",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 31,
                  "startColumn": 1
                }
              }
            }
          ],
          "partialFingerprints": {
            "omsModelAndRule/v1": "008f55701b6c66c85a78d9498f059169"
          }
        },
        {
          "ruleId": "license.class",
          "ruleIndex": 1,
          "level": "error",
          "message": {
            "text": "deepseek-ai/DeepSeek-R1-Distill-Llama-8B: declares mit, but its base meta-llama/Llama-3.1-8B (llama3.1) makes it community; the policy asks for at least open-other\nlineage: deepseek-ai/DeepSeek-R1-Distill-Llama-8B ← meta-llama/Llama-3.1-8B\nfix: use Qwen/Qwen3-8B"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "deploy/values.yaml",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 12,
                  "startColumn": 10
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "deepseek-ai/DeepSeek-R1-Distill-Llama-8B",
                  "kind": "resource"
                }
              ]
            },
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "src/app/serve.py",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 40,
                  "startColumn": 15
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "deepseek-ai/DeepSeek-R1-Distill-Llama-8B",
                  "kind": "resource"
                }
              ]
            }
          ],
          "partialFingerprints": {
            "omsModelAndRule/v1": "993ede48337cbc89eb0ed59d17e3cec3"
          }
        },
        {
          "ruleId": "license.class",
          "ruleIndex": 1,
          "level": "note",
          "message": {
            "text": "tiiuae/falcon-180B: falcon-180b is community; the policy asks for at least open-other"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "models.txt",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 3
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "tiiuae/falcon-180B",
                  "kind": "resource"
                }
              ]
            }
          ],
          "partialFingerprints": {
            "omsModelAndRule/v1": "8c6b47f46f2844d41c15b87a2adad3ae"
          },
          "suppressions": [
            {
              "kind": "external",
              "status": "accepted",
              "justification": "waived: internal evaluation only (approved by Jo, until 2026-12-31)"
            }
          ]
        }
      ]
    }
  ]
}
)~");
}

TEST_CASE("a path is a URI, relative to the sources where it can be", "[check_format]") {
  CHECK(first_artifact("./a b/ü.py") ==
        nlohmann::json({{"uri", "a%20b/%C3%BC.py"}, {"uriBaseId", "%SRCROOT%"}}));
  CHECK(first_artifact("/etc/a:b.toml") == nlohmann::json({{"uri", "file:///etc/a%3Ab.toml"}}));
}

TEST_CASE("a finding without a place is shown in the policy", "[check_format]") {
  CheckReport report = samples::small_report();
  report.findings[1].places.clear();
  const auto location = results(report)[1]["locations"][0];
  CHECK(location["physicalLocation"]["artifactLocation"]["uri"] == "oms-policy.toml");
  CHECK(location["physicalLocation"]["region"]["startLine"] == 1);
  CHECK(location["logicalLocations"][0]["fullyQualifiedName"] ==
        "deepseek-ai/DeepSeek-R1-Distill-Llama-8B");
}

TEST_CASE("a fingerprint stays when lines and words change", "[check_format]") {
  CheckReport report = samples::small_report();
  const auto before = results(report)[1]["partialFingerprints"];
  report.findings[1].places = {{"other.py", 99, 1}};
  report.findings[1].message = "something else";
  CHECK(results(report)[1]["partialFingerprints"] == before);
}

TEST_CASE("two findings of one rule about one model have two fingerprints", "[check_format]") {
  CheckReport report = samples::small_report();
  report.findings.push_back(report.findings[1]);
  const auto all = results(report);
  CHECK(all[1]["partialFingerprints"] != all[3]["partialFingerprints"]);
}

TEST_CASE("an audited finding is a note that nothing suppresses", "[check_format]") {
  CheckReport report = samples::small_report();
  report.findings[1].excused = Excused::audit;
  const auto result = results(report)[1];
  CHECK(result["level"] == "note");
  CHECK_FALSE(result.contains("suppressions"));
}

TEST_CASE("text of strangers is no link and no argument of a SARIF message", "[check_format]") {
  const auto message = results(samples::hostile_report("[x](http://y){0}"))[0]["message"]["text"];
  CHECK(message.get<std::string>().starts_with("[x] (http://y){ 0}: "));
  for (const std::string_view text : kHostileTexts) {
    INFO(text);
    CHECK(is_inert(hostile("sarif", text)));
    CHECK(results(samples::hostile_report(text)).size() == 2);
  }
}

}  // namespace
}  // namespace oms
