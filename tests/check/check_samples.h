// Short ways to say what a check knows, asks for and finds.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/text.h"
#include "oms/check/check.h"
#include "support/catch.h"
#include "support/data_file.h"

namespace oms::samples {

inline const Date kToday = *parse_date("2026-09-01");

inline const std::string& license_rows() {
  static const std::string text = data_file("licenses.tsv");
  return text;
}
inline const LicenseTable& license_table() {
  static const LicenseTable table = *LicenseTable::parse(license_rows());
  return table;
}

// A model under a license of the table; "" declares none.
inline CheckNode node(std::string id, std::string_view license, Words bases = {}) {
  CheckNode result;
  result.id = std::move(id);
  result.license = license;
  result.bases = std::move(bases);
  result.relation = parse_choice(words::kRelation, result.bases.empty() ? "" : "finetune");
  result.status = parse_choice(words::kStatus, "active");
  result.as_of = parse_date("2026-08-22");
  if (license.empty()) result.license_reason = parse_choice(words::kReason, "not-declared");
  const License* row = license_table().find(license);
  if (row == nullptr || row->license_class.code == 0) {
    if (!license.empty()) result.license_reason = parse_choice(words::kReason, "unresolved");
    return result;
  }
  result.license_key = row->key;
  result.license_class = row->license_class;
  result.license_evidence = parse_choice(words::kEvidence, "curated");
  result.commercial_use = row->commercial_use;
  if (row->osi_approved == "true" || row->osi_approved == "false") {
    result.osi_approved = row->osi_approved == "true";
  }
  return result;
}

inline CheckFacts facts(std::vector<CheckNode> nodes) {
  CheckFacts result;
  result.licenses = license_rows();
  result.nodes = std::move(nodes);
  result.sort();
  return result;
}

inline Policy policy(std::string_view text) {
  ParsedPolicy parsed = parse_policy(text, "p.toml", license_table());
  for (const PolicyProblem& problem : parsed.problems) FAIL_CHECK(policy_error(problem).what);
  return parsed.policy;
}

inline CheckRequest request(const Words& ids) {
  CheckRequest result;
  for (const std::string& id : ids) {
    const std::size_t at = id.find('@');
    CheckedId& asked = result.models.emplace_back();
    asked.written = id.substr(0, at);
    if (at != std::string::npos) asked.revision = id.substr(at + 1);
  }
  return result;
}

inline std::string line_of(const Finding& finding) {
  static constexpr std::string_view kLevels[] = {"note", "warning", "error"};
  static constexpr std::string_view kExcuses[] = {"", "waived ", "baseline ", "audit "};
  return std::string(kExcuses[static_cast<std::size_t>(finding.excused)]) +
         std::string(kLevels[static_cast<std::size_t>(finding.level)]) + " " +
         std::string(finding.rule->id) + ": " + finding.message;
}

// "error license.class: llama2 is community; …", in order.
inline Words found(const CheckReport& report) {
  Words lines;
  for (const Finding& finding : report.findings) lines.push_back(line_of(finding));
  return lines;
}
inline Words found(std::string_view policy_text, const CheckFacts& known, const Words& ids) {
  return found(check(policy(policy_text), known, request(ids), kToday));
}

}  // namespace oms::samples
