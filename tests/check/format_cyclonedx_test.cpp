#include <nlohmann/json.hpp>
#include "check/format_test.h"
#include "check/tool_version.h"
#include "support/catch.h"

namespace oms {
namespace {

nlohmann::json bom(const CheckReport& report) {
  return nlohmann::json::parse(printed("cyclonedx", report));
}

TEST_CASE("a report is a bill of materials of its models", "[check_format]") {
  const CheckReport report = samples::small_report();
  const std::string serial = bom(report)["serialNumber"];
  const std::string version = "\"version\": \"" + std::string(tool_version()) + "\"";
  CHECK(replaced(replaced(printed("cyclonedx", report), serial, "urn:uuid:SERIAL"), version,
                 "\"version\": \"VERSION\"") == R"({
  "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
  "bomFormat": "CycloneDX",
  "specVersion": "1.6",
  "serialNumber": "urn:uuid:SERIAL",
  "version": 1,
  "metadata": {
    "timestamp": "2026-11-20T00:00:00Z",
    "tools": {
      "components": [
        {
          "type": "application",
          "name": "oms",
          "version": "VERSION"
        }
      ]
    },
    "properties": [
      {
        "name": "oms:policy",
        "value": "oms-policy.toml"
      },
      {
        "name": "oms:policy_hash",
        "value": "5f2b"
      }
    ]
  },
  "components": [
    {
      "type": "machine-learning-model",
      "bom-ref": "pkg:huggingface/deepseek-ai/DeepSeek-R1-Distill-Llama-8B@6a6f4aa4197940add57724a7707d069478df56b1",
      "group": "deepseek-ai",
      "name": "DeepSeek-R1-Distill-Llama-8B",
      "version": "6a6f4aa4197940add57724a7707d069478df56b1",
      "licenses": [
        {
          "license": {
            "id": "MIT",
            "acknowledgement": "concluded"
          }
        }
      ],
      "purl": "pkg:huggingface/deepseek-ai/DeepSeek-R1-Distill-Llama-8B@6a6f4aa4197940add57724a7707d069478df56b1",
      "pedigree": {
        "ancestors": [
          {
            "type": "machine-learning-model",
            "group": "meta-llama",
            "name": "Llama-3.1-8B",
            "licenses": [
              {
                "license": {
                  "name": "llama3.1",
                  "acknowledgement": "declared"
                }
              }
            ],
            "purl": "pkg:huggingface/meta-llama/Llama-3.1-8B",
            "properties": [
              {
                "name": "oms:license_class",
                "value": "community"
              },
              {
                "name": "oms:license_verdict",
                "value": "conflict"
              },
              {
                "name": "oms:path",
                "value": "deepseek-ai/DeepSeek-R1-Distill-Llama-8B meta-llama/Llama-3.1-8B"
              }
            ]
          }
        ]
      },
      "properties": [
        {
          "name": "oms:license_class",
          "value": "osi-permissive"
        },
        {
          "name": "oms:license_effective",
          "value": "community"
        },
        {
          "name": "oms:license_verdict",
          "value": "conflict"
        },
        {
          "name": "oms:license_evidence",
          "value": "declared"
        },
        {
          "name": "oms:record_as_of",
          "value": "2026-11-18"
        },
        {
          "name": "oms:outcome",
          "value": "fail"
        }
      ],
      "evidence": {
        "occurrences": [
          {
            "location": "deploy/values.yaml",
            "line": 12
          },
          {
            "location": "src/app/serve.py",
            "line": 40
          }
        ]
      }
    },
    {
      "type": "machine-learning-model",
      "bom-ref": "pkg:huggingface/ibm-granite/granite-3.3-8b-instruct@51dd4bc2ade4059a6bd87649d68aa11e4fb2529b",
      "group": "ibm-granite",
      "name": "granite-3.3-8b-instruct",
      "version": "51dd4bc2ade4059a6bd87649d68aa11e4fb2529b",
      "licenses": [
        {
          "license": {
            "id": "Apache-2.0",
            "acknowledgement": "declared"
          }
        }
      ],
      "purl": "pkg:huggingface/ibm-granite/granite-3.3-8b-instruct@51dd4bc2ade4059a6bd87649d68aa11e4fb2529b",
      "pedigree": {
        "ancestors": [
          {
            "type": "machine-learning-model",
            "group": "ibm-granite",
            "name": "granite-3.3-8b-base",
            "licenses": [
              {
                "license": {
                  "id": "Apache-2.0",
                  "acknowledgement": "declared"
                }
              }
            ],
            "purl": "pkg:huggingface/ibm-granite/granite-3.3-8b-base",
            "properties": [
              {
                "name": "oms:license_class",
                "value": "osi-permissive"
              },
              {
                "name": "oms:license_verdict",
                "value": "ok"
              },
              {
                "name": "oms:path",
                "value": "ibm-granite/granite-3.3-8b-instruct ibm-granite/granite-3.3-8b-base"
              }
            ]
          }
        ]
      },
      "properties": [
        {
          "name": "oms:license_class",
          "value": "osi-permissive"
        },
        {
          "name": "oms:license_effective",
          "value": "osi-permissive"
        },
        {
          "name": "oms:license_verdict",
          "value": "ok"
        },
        {
          "name": "oms:license_evidence",
          "value": "declared"
        },
        {
          "name": "oms:record_as_of",
          "value": "2026-11-18"
        },
        {
          "name": "oms:outcome",
          "value": "pass"
        }
      ],
      "evidence": {
        "occurrences": [
          {
            "location": "src/app/rag.py",
            "line": 31
          }
        ]
      }
    },
    {
      "type": "machine-learning-model",
      "bom-ref": "pkg:huggingface/tiiuae/falcon-180B",
      "group": "tiiuae",
      "name": "falcon-180B",
      "licenses": [
        {
          "license": {
            "name": "falcon-180b",
            "acknowledgement": "declared"
          }
        }
      ],
      "purl": "pkg:huggingface/tiiuae/falcon-180B",
      "properties": [
        {
          "name": "oms:license_class",
          "value": "community"
        },
        {
          "name": "oms:license_effective",
          "value": "community"
        },
        {
          "name": "oms:license_verdict",
          "value": "no-lineage"
        },
        {
          "name": "oms:license_evidence",
          "value": "declared"
        },
        {
          "name": "oms:record_as_of",
          "value": "2026-11-18"
        },
        {
          "name": "oms:outcome",
          "value": "waived"
        }
      ],
      "evidence": {
        "occurrences": [
          {
            "location": "models.txt",
            "line": 3
          }
        ]
      }
    }
  ],
  "dependencies": [
    {
      "ref": "pkg:huggingface/deepseek-ai/DeepSeek-R1-Distill-Llama-8B@6a6f4aa4197940add57724a7707d069478df56b1"
    },
    {
      "ref": "pkg:huggingface/ibm-granite/granite-3.3-8b-instruct@51dd4bc2ade4059a6bd87649d68aa11e4fb2529b"
    },
    {
      "ref": "pkg:huggingface/tiiuae/falcon-180B"
    }
  ]
}
)");
}

TEST_CASE("the serial number is made of the content", "[check_format]") {
  CheckReport report = samples::small_report();
  const std::string serial = bom(report)["serialNumber"];
  CHECK(bom(report)["serialNumber"] == serial);
  CHECK(serial.size() == std::string_view("urn:uuid:00000000-0000-8000-8000-000000000000").size());
  CHECK(serial[23] == '8');
  report.models[0].revision = "1";
  CHECK(bom(report)["serialNumber"] != serial);
}

TEST_CASE("a model depends on its nearest base among the components", "[check_format]") {
  CheckReport report = samples::small_report();
  CheckedModel& model = report.models[0];
  report.models[1].id = "acme/middle";
  report.models[2].id = "acme/first";
  model.chain = {
      {.id = "acme/gone", .path = {model.id, "acme/gone"}},
      {.id = "Acme/middle", .path = {model.id, "acme/gone", "Acme/middle"}},
      {.id = "acme/first", .path = {model.id, "acme/gone", "acme/middle", "acme/first"}}};
  const auto document = bom(report);
  CHECK(document["dependencies"][0]["dependsOn"] ==
        nlohmann::json::array({document["components"][1]["bom-ref"]}));
}

TEST_CASE("a license of a base has an SPDX id where a model under it has", "[check_format]") {
  const auto document = bom(samples::rich_report());
  const auto license = [&](std::size_t base) {
    return document["components"][0]["pedigree"]["ancestors"][base]["licenses"][0]["license"];
  };
  CHECK(license(0)["id"] == "Apache-2.0");
  CHECK(license(2)["name"] == "cc-by-nc-4.0");
}

TEST_CASE("a model of a price list has no package URL", "[check_format]") {
  const auto component = bom(samples::rich_report())["components"][5];
  CHECK(component["bom-ref"] == "openrouter:acme/closed-1");
  CHECK_FALSE(component.contains("purl"));
}

TEST_CASE("text of strangers is inert in a bill of materials", "[check_format]") {
  for (const std::string_view text : kHostileTexts) {
    INFO(text);
    const std::string shown = hostile("cyclonedx", text);
    CHECK(is_inert(shown));
    CHECK(nlohmann::json::parse(shown, nullptr, /*allow_exceptions=*/false).is_object());
  }
}

}  // namespace
}  // namespace oms
