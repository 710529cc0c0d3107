// What was typed behind `check`, and how it is worked off.
#pragma once

#include <string>
#include <vector>

#include "cli/check_list.h"
#include "oms/check/check.h"

namespace oms {

inline constexpr std::string_view kLockFile = "oms.lock";

struct CheckOptions {
  CheckSources sources = {};
  std::string policy = {};
  bool init = false;
  bool strict = false;
  bool no_ignore = false;
  bool allow_empty = false;
  std::string explain = {};  // id; "" no
  std::string baseline = {};
  std::string write_baseline = {};
  std::string lock = {};
  std::string locked = {};  // file; "" no
  bool update_lock = false;
  bool refresh = false;
};

// What a check came to.
struct Checked {
  Policy policy = {};
  CheckReport report = {};
  std::vector<std::string> relatives = {};  // --explain of a failing model: what would pass
};
// Errc::usage, data and network as the exit codes of the command say.
Result<Checked> run_checks(const CheckOptions& options, Context& context);

// The steps that led to the verdict on the first model of a report.
std::string explain_page(const Checked& checked);

}  // namespace oms
