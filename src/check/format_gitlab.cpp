// The Code Quality report of GitLab.
#include "check/format_functions.h"
#include "check/format_parts.h"
#include "check/json_document.h"

namespace oms {
namespace {

std::string_view severity_of(const Finding& finding) {
  if (finding.excused != Excused::no || finding.level == Level::note) return "info";
  return finding.level == Level::error ? "critical" : "minor";
}

std::string description_of(const Finding& finding) {
  const std::string excuse = excuse_text(finding);
  return finding_text(finding) + (excuse.empty() ? "" : " (" + excuse + ")");
}

}  // namespace

void write_check_gitlab(const CheckReport& report, Sink& sink, const Style&) {
  const std::vector<std::string> fingerprints = fingerprints_of(report);
  Json issues = Json::array();
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    const Place place = shown_places(report, finding).front();
    issues.push_back({{"description", description_of(finding)},
                      {"check_name", finding.rule->id},
                      {"fingerprint", fingerprints[i]},
                      {"severity", severity_of(finding)},
                      {"location", {{"path", place.file}, {"lines", {{"begin", place.line}}}}}});
  }
  write_json_document(issues, sink);
}

}  // namespace oms
