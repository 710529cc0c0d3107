// SARIF 2.1.0, as services for code scanning read it.
#include <algorithm>

#include "check/format_functions.h"
#include "check/format_parts.h"
#include "check/json_document.h"
#include "check/tool_version.h"
#include "oms/base/text.h"
#include "source/percent.h"

namespace oms {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// In a message "[text](uri)" is a link and "{0}" an argument; what strangers write is neither.
std::string message_text(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const bool link = c == '(' && safe.ends_with(']');
    const bool argument = c >= '0' && c <= '9' && safe.ends_with('{');
    if (link || argument) safe += ' ';
    safe += c;
  }
  return safe;
}

Json message(std::string_view text) { return {{"text", message_text(text)}}; }

Json rule_json(const CheckRule& rule) {
  return {{"id", rule.id},
          {"shortDescription", message(rule.title)},
          {"fullDescription", message(rule.help)},
          {"help", message(rule.help)},
          {"properties", {{"tags", Json::array({rule.section})}}}};
}

Json artifact(std::string_view path) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(path, '/')) parts.push_back(percent_encode(part));
  const std::string uri = join(parts, "/");
  if (path.starts_with('/')) return {{"uri", "file://" + uri}};
  return {{"uri", uri}, {"uriBaseId", "%SRCROOT%"}};
}

Json location(const Place& place, const std::string& model) {
  Json region = {{"startLine", place.line}};
  if (place.column > 0) region["startColumn"] = place.column;
  Json json = {{"physicalLocation",
                {{"artifactLocation", artifact(place.file)}, {"region", std::move(region)}}}};
  if (!model.empty()) {
    json["logicalLocations"] =
        Json::array({{{"fullyQualifiedName", printable(model)}, {"kind", "resource"}}});
  }
  return json;
}

std::string result_text(const Finding& finding) {
  std::string text = finding_text(finding);
  if (finding.path.size() > 1) text += "\nlineage: " + path_text(finding.path);
  if (!finding.fix.empty()) text += "\nfix: " + printable(finding.fix);
  if (finding.excused == Excused::audit) text += "\n" + excuse_text(finding);
  return text;
}

// What is excused is a note, whatever its rule: not every service knows suppressions.
Json result_json(const CheckReport& report, const Finding& finding, std::size_t rule,
                 const std::string& fingerprint) {
  const bool excused = finding.excused != Excused::no;
  Json locations = Json::array();
  for (const Place& place : shown_places(report, finding)) {
    locations.push_back(location(place, finding.model));
  }
  Json json = {{"ruleId", finding.rule->id},
               {"ruleIndex", rule},
               {"level", excused ? "note" : level_word(finding.level)},
               {"message", message(result_text(finding))},
               {"locations", std::move(locations)},
               {"partialFingerprints", {{"omsModelAndRule/v1", fingerprint}}}};
  if (excused && finding.excused != Excused::audit) {
    json["suppressions"] = Json::array(
        {{{"kind", "external"}, {"status", "accepted"}, {"justification", excuse_text(finding)}}});
  }
  return json;
}

}  // namespace

void write_check_sarif(const CheckReport& report, Sink& sink, const Style&) {
  const std::vector<const CheckRule*> rules = rules_of(report);
  const std::vector<std::string> fingerprints = fingerprints_of(report);
  Json rule_list = Json::array();
  for (const CheckRule* rule : rules) rule_list.push_back(rule_json(*rule));
  Json results = Json::array();
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    const auto rule = std::find(rules.begin(), rules.end(), finding.rule) - rules.begin();
    results.push_back(
        result_json(report, finding, static_cast<std::size_t>(rule), fingerprints[i]));
  }
  Json driver = {{"name", "oms"}, {"version", tool_version()}, {"rules", std::move(rule_list)}};
  Json invocation = {{"executionSuccessful", report.exit_code <= 1},
                     {"exitCode", report.exit_code}};
  Json run = {{"tool", {{"driver", std::move(driver)}}},
              {"invocations", Json::array({std::move(invocation)})},
              {"results", std::move(results)}};
  write_json_document(
      {{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}}, sink);
}

}  // namespace oms
