// Findings that were there when a gate was put up: only new ones fail.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/check/report.h"

namespace oms {

struct BaselineEntry {
  std::string model = {};
  std::string rule = {};
  std::string license_class = {};  // the effective one: with another the finding is new

  bool operator==(const BaselineEntry&) const = default;
};

struct Baseline {
  std::vector<BaselineEntry> entries = {};

  bool covers(const BaselineEntry& entry) const;  // letter case of the id aside
};

// What fails in a report and may be excused.
Baseline baseline_of(const CheckReport& report);

std::string baseline_text(const Baseline& baseline);
// Errc::usage: it is none, with the reason.
Result<Baseline> parse_baseline(std::string_view text, const std::string& path);

}  // namespace oms
