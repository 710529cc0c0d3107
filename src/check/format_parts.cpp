#include "check/format_parts.h"

#include <algorithm>
#include <map>

#include "oms/base/text.h"
#include "store/checksum.h"

namespace oms {
namespace {

// Stands for the policy where there is none and a file has to be named.
constexpr std::string_view kPolicyFile = "oms-policy.toml";

using Parts = std::vector<std::string>;

void add_count(Parts& parts, std::size_t count, std::string_view word) {
  if (count > 0) parts.push_back(std::to_string(count) + " " + std::string(word));
}

void add_noun(Parts& parts, std::size_t count, std::string_view noun) {
  if (count > 0) parts.push_back(count_text(count, noun));
}

// What a finding is about, whatever it says about it.
std::string identity(const Finding& finding) {
  std::string text = std::string(finding.rule->id) + '\n' + fold(finding.model);
  if (!finding.path.empty()) text += '\n' + fold(finding.path.back());
  return text;
}

}  // namespace

CheckCounts counts_of(const CheckReport& report) {
  CheckCounts counts{.models = report.models.size()};
  for (const CheckedModel& model : report.models) {
    counts.passed += model.outcome == "pass" ? 1 : 0;
    counts.warned += model.outcome == "warn" ? 1 : 0;
    counts.waived += model.outcome == "waived" ? 1 : 0;
    counts.failed += model.outcome == "fail" ? 1 : 0;
  }
  for (const Finding& finding : report.findings) {
    const bool stands = finding.excused == Excused::no;
    counts.excused += stands ? 0 : 1;
    counts.errors += stands && finding.level == Level::error ? 1 : 0;
    counts.warnings += stands && finding.level == Level::warning ? 1 : 0;
    counts.notes += stands && finding.level == Level::note ? 1 : 0;
  }
  return counts;
}

std::vector<std::string> counts_parts(const CheckReport& report) {
  const CheckCounts counts = counts_of(report);
  Parts outcomes;
  add_count(outcomes, counts.passed, "passed");
  add_count(outcomes, counts.warned, "warned");
  add_count(outcomes, counts.waived, "waived");
  add_count(outcomes, counts.failed, "failed");
  Parts findings;
  add_noun(findings, counts.errors, "error");
  add_noun(findings, counts.warnings, "warning");
  add_noun(findings, counts.notes, "note");
  Parts parts = {count_text(counts.models, "model")};
  if (!outcomes.empty()) parts.back() += ": " + join(outcomes, ", ");
  if (!findings.empty()) parts.push_back(join(findings, ", "));
  if (report.mode == "audit") parts.emplace_back("audit: findings do not fail");
  return parts;
}

std::string counts_text(const CheckReport& report, bool unicode) {
  return join(counts_parts(report), unicode ? " · " : " | ");
}

std::string count_text(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string_view level_word(Level level) {
  constexpr std::string_view kWords[] = {"note", "warning", "error"};
  return kWords[static_cast<std::size_t>(level)];
}

std::string_view excused_word(Excused excused) {
  constexpr std::string_view kWords[] = {"", "waived", "baseline", "audit"};
  return kWords[static_cast<std::size_t>(excused)];
}

std::vector<const CheckRule*> rules_of(const CheckReport& report) {
  std::vector<const CheckRule*> rules = report.rules;
  for (const Finding& finding : report.findings) {
    if (std::find(rules.begin(), rules.end(), finding.rule) == rules.end()) {
      rules.push_back(finding.rule);
    }
  }
  return rules;
}

std::string finding_text(const Finding& finding) {
  const bool about_policy = finding.model.empty();
  return printable(about_policy ? finding.message : finding.model + ": " + finding.message);
}

std::string excuse_text(const Finding& finding) {
  if (finding.excused == Excused::no) return "";
  const std::string word(excused_word(finding.excused));
  const bool says_more = !finding.excuse.empty() && finding.excuse != word;
  return says_more ? word + ": " + printable(finding.excuse) : word;
}

std::string place_text(const Place& place) {
  std::string text = printable(place.file);
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

std::string path_text(const std::vector<std::string>& path) { return printable(join(path, " ← ")); }

std::string declared_license(const CheckedModel& model) {
  const bool named = fold(model.license) == "other" && !model.license_name.empty();
  return named ? model.license_name : model.license;
}

std::vector<Place> shown_places(const CheckReport& report, const Finding& finding) {
  std::vector<Place> places;
  for (const Place& place : finding.places) {
    if (place.file.empty()) continue;
    places.push_back({plain_path(place.file), std::max(1, place.line), place.column});
  }
  if (!places.empty()) return places;
  return {{plain_path(report.policy.empty() ? kPolicyFile : report.policy), 1, 0}};
}

std::string plain_path(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  return std::string(path);
}

std::vector<std::string> fingerprints_of(const CheckReport& report) {
  std::map<std::string, int> seen;
  std::vector<std::string> fingerprints;
  for (const Finding& finding : report.findings) {
    std::string text = identity(finding);
    const int earlier = seen[text]++;
    if (earlier > 0) text += '\n' + std::to_string(earlier);
    fingerprints.push_back(content_hash(text));
  }
  return fingerprints;
}

}  // namespace oms
