// check --explain: every step to a verdict.
#include <algorithm>

#include "cli/check_run.h"
#include "oms/base/log_command.h"
#include "oms/base/text.h"

namespace oms {
namespace {

void line(std::string& page, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  constexpr std::size_t kNameColumns = 18;
  std::string padded(name);
  padded.resize(std::max(padded.size() + 1, kNameColumns), ' ');
  page += "  " + padded + printable(text) + "\n";
}

std::string place_text(const Place& place) {
  std::string text = place.file;
  if (place.line > 0) text += ":" + std::to_string(place.line);
  return text;
}

std::string statement(const CheckedModel& model) {
  if (model.license.empty()) return "none";
  return model.license_name.empty() ? model.license : model.license + ", " + model.license_name;
}

void add_statements(std::string& page, const CheckedModel& model) {
  page += "\nWhat is known\n";
  line(page, "asked as", model.written);
  for (const Place& place : model.places) line(page, "named at", place_text(place));
  line(page, model.clarified ? "stated license" : "declared license", statement(model));
  line(page, "license table", model.license_key.empty() ? "no row" : model.license_key);
  line(page, "own class", model.license_class + "  (" + model.evidence + ")");
  line(page, "clarified", model.clarified ? "by the policy" : "");
  line(page, "revision", model.revision.empty() ? "not known" : model.revision);
  line(page, "record of", model.as_of.empty() ? "no date" : model.as_of);
}

void add_chain(std::string& page, const CheckedModel& model) {
  page += "\nLineage\n";
  for (const ChainStep& step : model.chain) {
    std::string text = step.license.empty() ? "license unknown" : step.license;
    text += ", " + step.license_class + ": " + step.verdict + " (" + step.reason + ")";
    page += "  " + std::string(2 * (step.path.size() < 2 ? 0 : step.path.size() - 2), ' ') +
            printable(step.id) + "  " + printable(text) + "\n";
  }
  if (model.chain.empty()) page += "  no base model is on record\n";
  line(page, "verdict", model.license_verdict);
  line(page, "effective class", model.license_effective);
}

void add_keys(std::string& page, const Checked& checked, const CheckedModel& model) {
  page += "\nPolicy\n";
  if (checked.policy.path.empty()) page += "  none: defaults, and nothing fails\n";
  for (const KeyDecision& key : explain_keys(checked.policy, checked.report, model.id)) {
    std::string name = key.key;
    if (!key.value.empty()) name += " = " + key.value;
    const std::string from = key.place.line > 0 ? place_text(key.place) : "default";
    const bool plain = key.result == "holds" || key.result == "not asked";
    page += "  " + printable(name) + "  (" + printable(from) + ")" + (plain ? ": " : "\n      ") +
            printable(key.result) + "\n";
  }
}

void add_findings(std::string& page, const Checked& checked, const CheckedModel& model) {
  page += "\nFindings\n";
  bool any = false;
  for (const Finding& finding : checked.report.findings) {
    if (!finding.model.empty() && finding.model != model.id) continue;
    any = true;
    const std::string level = finding.level == Level::error ? "error" : "warning";
    page += "  " + level + "[" + std::string(finding.rule->id) + "] " + printable(finding.message) +
            "\n";
    if (!finding.path.empty()) page += "      path: " + printable(join(finding.path, " > ")) + "\n";
    if (finding.excused != Excused::no)
      page += "      excused: " + printable(finding.excuse) + "\n";
    if (!finding.fix.empty()) page += "      fix: " + printable(finding.fix) + "\n";
  }
  if (!any) page += "  none\n";
}

void add_relatives(std::string& page, const Checked& checked) {
  if (checked.relatives.empty()) return;
  page += "\nOf the same family, these pass\n";
  for (const std::string& id : checked.relatives) page += "  " + printable(id) + "\n";
}

}  // namespace

std::string explain_page(const Checked& checked) {
  const CheckedModel& model = checked.report.models.front();
  std::string page = printable(model.id) + ": " + model.outcome + "\n";
  if (model.known) {
    add_statements(page, model);
    add_chain(page, model);
    add_keys(page, checked, model);
  }
  add_findings(page, checked, model);
  add_relatives(page, checked);
  return without_log_commands(std::move(page));
}

}  // namespace oms
