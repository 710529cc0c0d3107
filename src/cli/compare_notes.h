// What a reader of a comparison has to know beside its figures.
#pragma once

#include <string>
#include <vector>

#include "cli/compare_grid.h"
#include "oms/catalog/catalog.h"

namespace oms {

struct NotesOf {
  const Comparison& comparison;
  const MetricTable& metrics;
  const Metric* quality = nullptr;  // the metric in force
  std::string workload = {};        // in words; "" = none
  std::string data = {};            // of when the records are, and the prices
  bool unicode = true;
};

std::vector<std::string> compare_notes(const NotesOf& of);

}  // namespace oms
