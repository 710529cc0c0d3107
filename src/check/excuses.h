// What keeps a finding from failing the check: a waiver, a baseline, an audit.
#pragma once

#include <string>
#include <vector>

#include "oms/check/check.h"

namespace oms {

// A checked model, as far as excuses look at it.
struct ExcusedModel {
  std::string id = {};
  std::string revision = {};
  std::string license_effective = {};
};

// Marks what the waivers excuse, and adds what is to be said about the waivers themselves.
void apply_waivers(const Policy& policy, const std::vector<ExcusedModel>& models, Date today,
                   std::vector<Finding>& findings);
void apply_baseline(const Baseline& baseline, const std::vector<ExcusedModel>& models,
                    std::vector<Finding>& findings);
void apply_audit(std::vector<Finding>& findings);

}  // namespace oms
