// The licenses and classes of data/licenses.tsv with the number of models they apply to, as rows.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "cli/counts.h"
#include "cli/records.h"
#include "oms/model/license.h"
#include "oms/model/table.h"

namespace oms {

struct CountedLicense {
  const License* license = nullptr;
  std::size_t models = 0;
};

struct CountedClass {
  Choice license_class = {};
  std::size_t models = 0;
  std::size_t licenses = 0;
};

// Ids are counted as declared. A license without an id is declared as `other` and found by its
// name when the catalog is built; the fact about its class says so.
class LicenseCounts {
 public:
  LicenseCounts(const Table& table, const RowSet& rows);
  std::size_t of(const License& license) const;

 private:
  WordCounts declared_;
  WordCounts judged_ = {};
};

// The most open class first, unknown last; then the most used, then by id. `table` must outlive it.
std::vector<CountedLicense> count_licenses(const LicenseTable& table, const LicenseCounts& counts);
// Every class, the most open first, unknown last.
std::vector<CountedClass> count_classes(const LicenseTable& table, const Table& models,
                                        const RowSet& rows);

Records license_records(std::span<const CountedLicense> licenses);
Records class_records(std::span<const CountedClass> classes);
// The ten criteria of the Open Source Definition for one license.
Records criterion_records(const License& license);
// met, fails, unknown; for criterion 2: depends on the release.
std::string_view verdict_on(const License& license, const OsdCriterion& criterion);

}  // namespace oms
