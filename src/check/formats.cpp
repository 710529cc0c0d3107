#include "oms/check/formats.h"

#include <algorithm>
#include <vector>

#include "check/format_functions.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// One id a line, so that nothing in it may end the line.
void write_failing_ids(const CheckReport& report, Sink& out, const Style&) {
  for (const CheckedModel& model : report.models) {
    if (model.outcome == "fail") out.write(printable(model.id) + "\n");
  }
}

constexpr CheckFormat kFormats[] = {
    {"text", "findings and verdicts for people", write_check_text},
    {"json", "one object with everything that is known", write_check_json},
    {"sarif", "SARIF 2.1.0, for code scanning", write_check_sarif},
    {"junit", "JUnit XML, a case for each model and rule", write_check_junit},
    {"github", "annotations of a GitHub Actions run", write_check_github},
    {"gitlab", "Code Quality report of GitLab", write_check_gitlab},
    {"md", "Markdown, for a job summary", write_check_markdown},
    {"inventory", "Markdown table of the models in use", write_check_inventory},
    {"cyclonedx", "CycloneDX 1.6 ML-BOM", write_check_cyclonedx},
    {"ids", "the models that fail, one a line", write_failing_ids},
};

}  // namespace

std::span<const CheckFormat> check_formats() { return kFormats; }

const CheckFormat* find_check_format(std::string_view name) {
  const auto* found = std::find_if(std::begin(kFormats), std::end(kFormats),
                                   [&](const CheckFormat& format) { return format.name == name; });
  return found == std::end(kFormats) ? nullptr : found;
}

Result<const CheckFormat*> parse_check_format(std::string_view name) {
  if (const CheckFormat* format = find_check_format(fold(name))) return format;
  std::vector<std::string_view> names;
  for (const CheckFormat& format : kFormats) names.push_back(format.name);
  return Error{Errc::usage, "unknown format '" + printable(name) + "'" + did_you_mean(name, names) +
                                " (" + join(names, ", ") + ")"};
}

}  // namespace oms
