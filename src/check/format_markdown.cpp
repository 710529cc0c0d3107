// The summary of a job, in Markdown as GitHub and GitLab read it.
#include "check/format_functions.h"
#include "check/format_parts.h"
#include "check/markdown_table.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kMostPlaces = 4;  // of one row

std::string title_of(const CheckReport& report) {
  if (report.exit_code == 0) return "passed";
  return report.exit_code == 1 ? "failed" : "failed: data is missing";
}

std::string subtitle_of(const CheckReport& report) {
  std::string text = report.policy.empty() ? "No policy" : "Policy " + markdown_text(report.policy);
  return text + " · " + markdown_text(report.mode) + " · " + markdown_text(report.date);
}

std::string level_text(const Finding& finding) {
  const std::string level(level_word(finding.level));
  if (finding.excused != Excused::no) return std::string(excused_word(finding.excused));
  return finding.level == Level::error ? "**" + level + "**" : level;
}

std::string what_text(const Finding& finding) {
  std::vector<std::string> lines = {markdown_text(finding.message)};
  if (finding.path.size() > 1) lines.push_back(markdown_text(path_text(finding.path)));
  if (finding.excused != Excused::no) {
    lines.push_back(markdown_text(excuse_text(finding)));
  } else if (!finding.fix.empty()) {
    lines.push_back("fix: " + markdown_text(finding.fix));
  }
  return join(lines, "<br>");
}

std::string findings_table(const std::vector<Finding>& findings) {
  if (findings.empty()) return "";
  std::string text =
      "\n### Findings\n\n" + markdown_header({"Level", "Rule", "Model", "Finding", "Where"});
  for (const Finding& finding : findings) {
    text += markdown_row({level_text(finding), markdown_text(finding.rule->id),
                          markdown_cell(finding.model), what_text(finding),
                          markdown_places(finding.places, kMostPlaces)});
  }
  return text;
}

std::string models_table(const std::vector<CheckedModel>& models) {
  if (models.empty()) return "";
  std::string text =
      "\n### Models\n\n" + markdown_header({"Verdict", "Model", "License", "Class", "Effective"});
  for (const CheckedModel& model : models) {
    const bool alarm = model.outcome == "fail";
    text += markdown_row({alarm ? "**fail**" : markdown_text(model.outcome),
                          markdown_cell(model.id), markdown_cell(declared_license(model)),
                          model.known ? own_class(model) : "not in the catalog",
                          markdown_cell(model.license_effective)});
  }
  return text;
}

}  // namespace

void write_check_markdown(const CheckReport& report, Sink& sink, const Style&) {
  std::string text = "## oms check: " + title_of(report) + "\n\n";
  text += counts_text(report, /*unicode=*/true) + "\n\n" + subtitle_of(report) + "\n";
  text += findings_table(report.findings) + models_table(report.models);
  sink.write(text);
}

}  // namespace oms
