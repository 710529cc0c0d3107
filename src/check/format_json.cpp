// All of a report, for programs. The schema is made from the same rows as the output.
#include "check/format_functions.h"
#include "check/format_parts.h"
#include "check/json_keys.h"
#include "check/json_schema.h"
#include "oms/model/lineage.h"
#include "oms/model/model.h"
#include "oms/model/records.h"

namespace oms {
namespace {

constexpr int kSchemaVersion = 1;

// --- What a schema says of a value.

Json text() { return {{"type", "string"}}; }
Json optional_text() { return {{"type", Json::array({"string", "null"})}}; }
Json texts() { return {{"type", "array"}, {"items", text()}}; }
Json flag() { return {{"type", "boolean"}}; }
Json count() { return {{"type", "integer"}, {"minimum", 0}}; }

Json position() { return {{"type", Json::array({"integer", "null"})}, {"minimum", 1}}; }

Json optional_date() {
  Json schema = optional_text();
  schema["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
  return schema;
}

Json word_enum(std::span<const std::string_view> known, const Json& otherwise) {
  Json values = Json::array();
  for (const std::string_view word : known) values.push_back(word);
  values.push_back(otherwise);
  return {{"enum", std::move(values)}};
}

Json one_of(std::initializer_list<const char*> known) {
  return {{"enum", Json(std::vector<std::string>(known.begin(), known.end()))}};
}

Json license_class() { return word_enum(words::kLicenseClass, "unknown"); }
Json evidence() { return word_enum(words::kEvidence, "unknown"); }
Json verdict() { return word_enum(words::kLicenseVerdict, "unknown"); }
Json schema_version() { return {{"enum", Json::array({kSchemaVersion})}}; }
Json mode() { return one_of({"enforce", "audit"}); }
Json level() { return one_of({"note", "warning", "error"}); }
Json outcome() { return one_of({"pass", "warn", "waived", "fail"}); }

Json excused() {
  Json schema = one_of({"waived", "baseline", "audit"});
  schema["enum"].push_back(nullptr);
  return schema;
}

Json exit_code() { return {{"type", "integer"}, {"minimum", 0}, {"maximum", 3}}; }

template <typename Object, std::size_t Size>
Json objects(const JsonKey<Object> (&keys)[Size]) {
  return {{"type", "array"}, {"items", json_object_schema(std::span<const JsonKey<Object>>(keys))}};
}

// --- What stands in it.

Json number_or_null(int number) { return number > 0 ? Json(number) : Json(); }
Json word_or_unknown(const std::string& word) { return word.empty() ? "unknown" : word; }

constexpr JsonKey<Place> kPlace[] = {
    {"file", text, [](const Place& place) { return Json(place.file); }},
    {"line", position, [](const Place& place) { return number_or_null(place.line); }, "from 1"},
    {"column", position, [](const Place& place) { return number_or_null(place.column); }, "from 1"},
};

Json places() { return objects(kPlace); }

// An id of the command line has no place.
Json places_json(const std::vector<Place>& places) {
  Json json = Json::array();
  for (const Place& place : places) {
    if (!place.file.empty()) json.push_back(json_object<Place>(place, kPlace));
  }
  return json;
}

constexpr JsonKey<ChainStep> kStep[] = {
    {"id", text, [](const ChainStep& step) { return Json(step.id); }, "the ancestor"},
    {"path", texts, [](const ChainStep& step) { return Json(step.path); },
     "ids from the model to the ancestor"},
    {"license", optional_text, [](const ChainStep& step) { return text_or_null(step.license); },
     "its row of the license table"},
    {"license_class", license_class,
     [](const ChainStep& step) { return word_or_unknown(step.license_class); }, "its own class"},
    {"verdict", verdict, [](const ChainStep& step) { return word_or_unknown(step.verdict); },
     "whether the model's license passes on what the ancestor requires"},
    {"reason", optional_text, [](const ChainStep& step) { return text_or_null(step.reason); },
     "a word for why"},
};

Json steps() { return objects(kStep); }

constexpr JsonKey<CheckedModel> kModel[] = {
    {"id", text, [](const CheckedModel& model) { return Json(model.id); }},
    {"written", optional_text,
     [](const CheckedModel& model) { return text_or_null(model.written); },
     "as it was asked for; null: by its id"},
    {"outcome", outcome, [](const CheckedModel& model) { return Json(model.outcome); }},
    {"places", places, [](const CheckedModel& model) { return places_json(model.places); },
     "where it is named"},
    {"known", flag, [](const CheckedModel& model) { return Json(model.known); },
     "whether it is in the catalog"},
    {"revision", optional_text,
     [](const CheckedModel& model) { return text_or_null(model.revision); },
     "commit that the record describes"},
    {"license", optional_text,
     [](const CheckedModel& model) { return text_or_null(model.license); }, "as declared"},
    {"license_name", optional_text,
     [](const CheckedModel& model) { return text_or_null(model.license_name); }, "as declared"},
    {"license_key", optional_text,
     [](const CheckedModel& model) { return text_or_null(model.license_key); },
     "row of the license table"},
    {"spdx_id", optional_text,
     [](const CheckedModel& model) { return text_or_null(model.spdx_id); }, "id on the SPDX list"},
    {"license_title", optional_text,
     [](const CheckedModel& model) { return text_or_null(model.license_title); }, "full name"},
    {"license_class", license_class,
     [](const CheckedModel& model) { return word_or_unknown(model.license_class); },
     "of the declared license"},
    {"license_effective", license_class,
     [](const CheckedModel& model) { return word_or_unknown(model.license_effective); },
     "after what the base models pass on"},
    {"license_verdict", verdict,
     [](const CheckedModel& model) { return word_or_unknown(model.license_verdict); },
     "whether its license passes on what its bases require"},
    {"evidence", evidence,
     [](const CheckedModel& model) { return word_or_unknown(model.evidence); },
     "how the license is known"},
    {"as_of", optional_date, [](const CheckedModel& model) { return text_or_null(model.as_of); },
     "day of the record"},
    {"clarified", flag, [](const CheckedModel& model) { return Json(model.clarified); },
     "whether the policy states its license or its bases"},
    {"chain", steps,
     [](const CheckedModel& model) { return json_array<ChainStep>(model.chain, kStep); },
     "all base models, nearest first"},
};

Json models() { return objects(kModel); }

constexpr JsonKey<Finding> kFinding[] = {
    {"rule", text, [](const Finding& finding) { return Json(finding.rule->id); }},
    {"section", text, [](const Finding& finding) { return Json(finding.rule->section); },
     "of the policy"},
    {"level", level, [](const Finding& finding) { return Json(level_word(finding.level)); }},
    {"excused", excused,
     [](const Finding& finding) { return text_or_null(excused_word(finding.excused)); },
     "what keeps it from failing the check"},
    {"excuse", optional_text, [](const Finding& finding) { return text_or_null(finding.excuse); },
     "why and until when"},
    {"fails", flag, [](const Finding& finding) { return Json(finding.fails()); },
     "whether it fails the check"},
    {"model", optional_text, [](const Finding& finding) { return text_or_null(finding.model); },
     "null: it is about the policy"},
    {"message", text, [](const Finding& finding) { return Json(finding.message); }},
    {"fix", optional_text, [](const Finding& finding) { return text_or_null(finding.fix); },
     "what to do next"},
    {"path", texts, [](const Finding& finding) { return Json(finding.path); },
     "ids from the model to the base model that it is about"},
    {"places", places, [](const Finding& finding) { return places_json(finding.places); },
     "where the model is named, or of the policy"},
};

Json findings() { return objects(kFinding); }

constexpr JsonKey<CheckCounts> kCounts[] = {
    {"models", count, [](const CheckCounts& counts) { return Json(counts.models); }},
    {"passed", count, [](const CheckCounts& counts) { return Json(counts.passed); }},
    {"warned", count, [](const CheckCounts& counts) { return Json(counts.warned); }},
    {"waived", count, [](const CheckCounts& counts) { return Json(counts.waived); }},
    {"failed", count, [](const CheckCounts& counts) { return Json(counts.failed); }},
    {"errors", count, [](const CheckCounts& counts) { return Json(counts.errors); },
     "findings that fail the check"},
    {"warnings", count, [](const CheckCounts& counts) { return Json(counts.warnings); }},
    {"notes", count, [](const CheckCounts& counts) { return Json(counts.notes); }},
    {"excused", count, [](const CheckCounts& counts) { return Json(counts.excused); },
     "findings that are waived, in the baseline or audited"},
};

Json counts() { return json_object_schema(std::span<const JsonKey<CheckCounts>>(kCounts)); }

constexpr JsonKey<CheckReport> kReport[] = {
    {"schema_version", schema_version, [](const CheckReport&) { return Json(kSchemaVersion); }},
    {"policy", optional_text, [](const CheckReport& report) { return text_or_null(report.policy); },
     "path of the policy file"},
    {"policy_hash", optional_text,
     [](const CheckReport& report) { return text_or_null(report.policy_hash); }},
    {"mode", mode, [](const CheckReport& report) { return Json(report.mode); },
     "audit: findings do not fail"},
    {"date", optional_date, [](const CheckReport& report) { return text_or_null(report.date); },
     "day of the check"},
    {"exit_code", exit_code, [](const CheckReport& report) { return Json(report.exit_code); }},
    {"counts", counts,
     [](const CheckReport& report) {
       return json_object<CheckCounts>(counts_of(report), kCounts);
     }},
    {"models", models,
     [](const CheckReport& report) { return json_array<CheckedModel>(report.models, kModel); }},
    {"findings", findings,
     [](const CheckReport& report) { return json_array<Finding>(report.findings, kFinding); }},
};

}  // namespace

void write_check_json(const CheckReport& report, Sink& sink, const Style&) {
  write_json_document(json_object<CheckReport>(report, kReport), sink);
}

std::string check_schema_text() {
  Json document = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                   {"title", "oms check --format json"}};
  document.update(json_object_schema(std::span<const JsonKey<CheckReport>>(kReport)));
  return document.dump(2) + "\n";
}

}  // namespace oms
