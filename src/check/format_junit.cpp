// JUnit XML: a suite for each section of the policy, a case for each rule and what it is about.
#include <algorithm>
#include <map>
#include <utility>

#include "check/format_functions.h"
#include "check/format_parts.h"
#include "oms/base/text.h"

namespace oms {
namespace {

using Words = std::vector<std::string>;

// Valid in text and in attributes. XML 1.0 has no control characters, not even as references.
std::string xml_text(std::string_view raw) {
  std::string safe;
  for (const char c : raw) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '#':  // two of them are a command to some runners of CI jobs
        safe += safe.ends_with('#') ? "&#35;" : "#";
        break;
      default:
        safe += c;
    }
  }
  constexpr std::string_view kNoCharacters[] = {"\xEF\xBF\xBE", "\xEF\xBF\xBF"};  // U+FFFE, U+FFFF
  for (const std::string_view bytes : kNoCharacters) {
    for (std::size_t at = 0; (at = safe.find(bytes, at)) != std::string::npos;) {
      safe.replace(at, bytes.size(), "\xEF\xBF\xBD");
    }
  }
  return safe;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + xml_text(value) + "\"";
}

std::string attribute(std::string_view name, std::size_t value) {
  return attribute(name, std::to_string(value));
}

struct Case {
  const CheckRule* rule = nullptr;
  std::string subject = {};  // id of a model, "" the policy
  std::vector<const Finding*> findings = {};

  bool fails() const {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding* finding) { return finding->fails(); });
  }
  bool skipped() const {
    return !fails() && std::any_of(findings.begin(), findings.end(), [](const Finding* finding) {
      return finding->excused != Excused::no;
    });
  }
};

// Rules about what the policy itself states.
bool about_policy(const CheckRule& rule) {
  return rule.section == "waiver" || rule.section == "clarify";
}

std::vector<Case> cases_of(const CheckReport& report) {
  using Key = std::pair<const CheckRule*, std::string>;
  std::map<Key, std::vector<const Finding*>> found;
  for (const Finding& finding : report.findings) {
    found[{finding.rule, finding.model}].push_back(&finding);
  }
  std::vector<Case> cases;
  const auto add = [&](const CheckRule* rule, const std::string& subject) {
    const auto known = found.find({rule, subject});
    cases.push_back({rule, subject, {}});
    if (known != found.end()) cases.back().findings = known->second;
  };
  for (const CheckRule* rule : rules_of(report)) {
    const bool of_policy = about_policy(*rule);
    if (of_policy || found.contains({rule, ""})) add(rule, "");
    for (const CheckedModel& model : report.models) {
      // Of a model that is not in the catalog no other rule says that it holds.
      const bool judged = !of_policy && model.known;
      if (judged || found.contains({rule, model.id})) add(rule, model.id);
    }
  }
  return cases;
}

std::string details_of(const Finding& finding) {
  std::string text = finding_text(finding);
  for (const Place& place : finding.places) text += "\nat " + place_text(place);
  if (finding.path.size() > 1) text += "\nlineage: " + path_text(finding.path);
  if (!finding.fix.empty()) text += "\nfix: " + printable(finding.fix);
  return text;
}

// One failure a case: readers that show several are few.
std::string failure(const Case& one) {
  Words messages;
  Words details;
  for (const Finding* finding : one.findings) {
    if (!finding->fails()) continue;
    messages.push_back(printable(finding->message));
    details.push_back(details_of(*finding));
  }
  return "      <failure" + attribute("type", one.rule->id) +
         attribute("message", join(messages, "; ")) + ">" + xml_text(join(details, "\n\n")) +
         "</failure>\n";
}

std::string skipped(const Case& one) {
  Words reasons;
  for (const Finding* finding : one.findings) {
    if (finding->excused == Excused::no) continue;
    reasons.push_back(excuse_text(*finding) + "\n" + details_of(*finding));
  }
  return "      <skipped>" + xml_text(join(reasons, "\n\n")) + "</skipped>\n";
}

// What neither fails nor skips the case: warnings, notes, and what is excused beside a failure.
std::string remarks(const Case& one) {
  Words lines;
  for (const Finding* finding : one.findings) {
    if (finding->fails() || (one.skipped() && finding->excused != Excused::no)) continue;
    const std::string excuse = excuse_text(*finding);
    const std::string word = excuse.empty() ? std::string(level_word(finding->level)) : excuse;
    lines.push_back(word + (excuse.empty() ? ": " : "\n") + details_of(*finding));
  }
  if (lines.empty()) return "";
  return "      <system-out>" + xml_text(join(lines, "\n\n")) + "</system-out>\n";
}

std::string case_text(const Case& one) {
  const std::string subject = one.subject.empty() ? "policy" : printable(one.subject);
  const std::string start =
      "    <testcase" + attribute("classname", one.rule->id) + attribute("name", subject);
  std::string content;
  if (one.fails()) content += failure(one);
  if (one.skipped()) content += skipped(one);
  content += remarks(one);
  if (content.empty()) return start + "/>\n";
  return start + ">\n" + content + "    </testcase>\n";
}

struct Totals {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
};

Totals totals_of(const std::vector<Case>& cases, std::string_view section) {
  Totals totals;
  for (const Case& one : cases) {
    if (!section.empty() && one.rule->section != section) continue;
    ++totals.tests;
    totals.failures += one.fails() ? 1 : 0;
    totals.skipped += one.skipped() ? 1 : 0;
  }
  return totals;
}

std::string property(std::string_view name, std::string_view value) {
  if (value.empty()) return "";
  return "      <property" + attribute("name", name) + attribute("value", printable(value)) +
         "/>\n";
}

std::string suite_text(const CheckReport& report, const std::vector<Case>& cases,
                       std::string_view section) {
  const Totals totals = totals_of(cases, section);
  std::string text = "  <testsuite" + attribute("name", section) +
                     attribute("tests", totals.tests) + attribute("failures", totals.failures) +
                     attribute("errors", 0) + attribute("skipped", totals.skipped) +
                     attribute("timestamp", report.date + "T00:00:00") + ">\n";
  text += "    <properties>\n" + property("policy", report.policy) + property("mode", report.mode) +
          "    </properties>\n";
  for (const Case& one : cases) {
    if (one.rule->section == section) text += case_text(one);
  }
  return text + "  </testsuite>\n";
}

}  // namespace

void write_check_junit(const CheckReport& report, Sink& sink, const Style&) {
  const std::vector<Case> cases = cases_of(report);
  std::vector<std::string_view> sections;
  for (const Case& one : cases) {
    const std::string_view section = one.rule->section;
    if (std::find(sections.begin(), sections.end(), section) == sections.end()) {
      sections.push_back(section);
    }
  }
  const Totals totals = totals_of(cases, "");
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites";
  text += attribute("name", "oms check") + attribute("tests", totals.tests) +
          attribute("failures", totals.failures) + attribute("errors", 0) + ">\n";
  for (const std::string_view section : sections) text += suite_text(report, cases, section);
  sink.write(text + "</testsuites>\n");
}

}  // namespace oms
