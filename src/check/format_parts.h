// What several formats of a report share: words, counts, identities.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "oms/check/report.h"

namespace oms {

struct CheckCounts {
  std::size_t models = 0;
  std::size_t passed = 0;
  std::size_t warned = 0;
  std::size_t waived = 0;
  std::size_t failed = 0;
  std::size_t errors = 0;  // these three without the excused findings
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t excused = 0;
};
CheckCounts counts_of(const CheckReport& report);
// "3 models: 1 passed, 2 failed" and "2 errors, 1 warning"
std::vector<std::string> counts_parts(const CheckReport& report);
std::string counts_text(const CheckReport& report, bool unicode);  // on one line
std::string count_text(std::size_t count, std::string_view noun);  // "1 model", "2 models"

std::string_view level_word(Level level);        // "error"
std::string_view excused_word(Excused excused);  // "waived"; "" when it is not

// The rules that were checked, then those of other findings.
std::vector<const CheckRule*> rules_of(const CheckReport& report);

// The texts below are safe to print and have no line breaks.
std::string finding_text(const Finding& finding);             // "acme/model: what is wrong"
std::string excuse_text(const Finding& finding);              // "waived: why", "" not excused
std::string place_text(const Place& place);                   // "file:line:column"
std::string path_text(const std::vector<std::string>& path);  // "acme/model ← acme/base"
std::string declared_license(const CheckedModel& model);      // as its card names it, "" none

// Where a service that wants a file shows the finding: where the model is named, else the policy.
std::vector<Place> shown_places(const CheckReport& report, const Finding& finding);
std::string plain_path(std::string_view path);  // without a leading "./"

// One a finding, each once in the report; the same tomorrow, though lines move and words change.
std::vector<std::string> fingerprints_of(const CheckReport& report);

}  // namespace oms
