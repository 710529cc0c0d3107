// The hand-collected tables of data/, ready to be joined by id.
#pragma once

#include <memory>

#include "catalog/data_table.h"
#include "oms/catalog/build.h"
#include "oms/model/license.h"
#include "oms/model/license_match.h"
#include "oms/model/metric.h"
#include "oms/model/task.h"
#include "oms/model/taxonomy.h"

namespace oms {

struct Curated {
  LicenseTable licenses;
  std::unique_ptr<LicenseMatcher> license_matcher;  // points into `licenses`
  TaskTable tasks;
  MetricTable metrics;
  Taxonomy taxonomy;
  DataTable known_licenses;
  DataTable openness;
  DataTable lineage;
  DataTable architecture;
  DataTable prices;
  DataTable scores;
  DataTable closed;
  DataTable aliases;
  DataTable source_names;

  // Errc::data names file, row and reason. `files` must outlive the result.
  static Result<std::unique_ptr<Curated>> load(const DataFiles& files);

  // What the tables say of `former` holds for `present`.
  void rename(std::string_view former, std::string_view present);
};

}  // namespace oms
