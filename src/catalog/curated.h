// The hand-collected tables of data/, ready to be joined by id.
#pragma once

#include <memory>

#include "catalog/data_table.h"
#include "catalog/user_facts.h"
#include "oms/catalog/build.h"
#include "oms/model/license.h"
#include "oms/model/license_match.h"
#include "oms/model/metric.h"
#include "oms/model/task.h"
#include "oms/model/taxonomy.h"
#include "oms/store/text_table.h"

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
  TextTable telling_tags{LetterCase::folded};  // of all tags, those that a field follows from
  std::size_t longest_telling = 0;
  UserFacts user = {};  // overrides.json

  // Errc::data names file, row and reason. `files` must outlive the result.
  static Result<std::unique_ptr<Curated>> load(const DataFiles& files);

  // Of a model's tags those that tasks, domain, languages or quantization follow from.
  std::vector<std::string> telling(const std::vector<std::string>& tags) const;
  bool is_telling(std::string_view tag) const;
  // What the tables say of `former` holds for `present`.
  void rename(std::string_view former, std::string_view present);
};

}  // namespace oms
