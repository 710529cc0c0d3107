#include "oms/check/baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "check/rules.h"
#include "oms/base/text.h"

namespace oms {
namespace {

using Json = nlohmann::ordered_json;

bool same(const BaselineEntry& a, const BaselineEntry& b) {
  return equal_folded(a.model, b.model) && a.rule == b.rule && a.license_class == b.license_class;
}

bool before(const BaselineEntry& a, const BaselineEntry& b) {
  const int order = compare_folded(a.model, b.model);
  if (order != 0) return order < 0;
  return std::tie(a.rule, a.license_class) < std::tie(b.rule, b.license_class);
}

// A member that is a text; "" marks one that is missing or something else.
std::string text_member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

bool Baseline::covers(const BaselineEntry& entry) const {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const BaselineEntry& known) { return same(known, entry); });
}

Baseline baseline_of(const CheckReport& report) {
  Baseline baseline;
  for (const Finding& finding : report.findings) {
    const bool excused_before = finding.excused == Excused::baseline;
    if (!finding.fails() && !excused_before) continue;
    if (!may_be_excused(*finding.rule)) continue;
    const auto model =
        std::find_if(report.models.begin(), report.models.end(),
                     [&](const CheckedModel& checked) { return checked.id == finding.model; });
    if (model == report.models.end()) continue;
    baseline.entries.push_back(
        {model->id, std::string(finding.rule->id), model->license_effective});
  }
  std::sort(baseline.entries.begin(), baseline.entries.end(), before);
  baseline.entries.erase(std::unique(baseline.entries.begin(), baseline.entries.end(), same),
                         baseline.entries.end());
  return baseline;
}

std::string baseline_text(const Baseline& baseline) {
  std::string text = "{\n  \"format\": \"oms-baseline\",\n  \"version\": 1,\n  \"findings\": [";
  bool first = true;
  for (const BaselineEntry& entry : baseline.entries) {
    const Json row = {
        {"model", entry.model}, {"rule", entry.rule}, {"license_class", entry.license_class}};
    text += first ? "\n    " : ",\n    ";
    text += row.dump(-1, ' ', false, Json::error_handler_t::replace);
    first = false;
  }
  return text + (first ? "]\n}\n" : "\n  ]\n}\n");
}

Result<Baseline> parse_baseline(std::string_view text, const std::string& path) {
  const auto wrong = [&](const std::string& why) {
    return Error{Errc::usage, "baseline '" + printable(path) + "': " + why,
                 "'oms check --write-baseline FILE' writes one"};
  };
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded() || !json.is_object()) return wrong("not a JSON object");
  const auto version = json.find("version");
  if (text_member(json, "format") != "oms-baseline" || version == json.end() ||
      *version != Json(1)) {
    return wrong("not a baseline of version 1");
  }
  const auto findings = json.find("findings");
  if (findings == json.end() || !findings->is_array()) return wrong("it has no list 'findings'");
  Baseline baseline;
  for (const Json& row : *findings) {
    if (!row.is_object()) return wrong("a finding is not an object");
    BaselineEntry entry = {text_member(row, "model"), text_member(row, "rule"),
                           text_member(row, "license_class")};
    if (entry.model.empty() || entry.license_class.empty()) {
      return wrong("a finding has no model or no license class");
    }
    if (find_check_rule(entry.rule) == nullptr) {
      return wrong("unknown rule '" + printable(entry.rule) + "'");
    }
    baseline.entries.push_back(std::move(entry));
  }
  return baseline;
}

}  // namespace oms
