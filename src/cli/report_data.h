// From the answer to a question to the document of `report`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cli/asked.h"
#include "oms/check/report.h"
#include "oms/render/report.h"

namespace oms {

struct ReportSubject {
  const Asked& asked;
  const Answer& answer;
  std::string question = {};  // as typed
  std::string title = {};
  std::int64_t now_ms = 0;
};

Report report_document(const ReportSubject& subject);
// The same models with lineage and figures, for the formats of check that list models.
CheckReport report_inventory(const ReportSubject& subject);

}  // namespace oms
