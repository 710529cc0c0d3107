// The catalog that queries see, as files for other tools: every model, offer and score.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "oms/base/result.h"
#include "oms/model/metric.h"
#include "oms/model/table.h"
#include "oms/render/render.h"

namespace oms {

class FileSystem;  // src/store/atomic_file.h; tests let it fail

// 20 to 40 MB of NDJSON: readers work on several files at once, and none is too large to look at.
inline constexpr std::size_t kRowsAFile = 20'000;

struct CatalogExport {
  const Table& table;  // with the columns that a query computes
  const MetricTable& metrics;
  Day newest_price = {};
  const Format& format;  // ndjson or csv
  Style style = {};
  std::size_t rows_a_file = kRowsAFile;
};

struct ExportedCatalog {
  std::size_t models = 0;
  std::size_t offers = 0;
  std::size_t scores = 0;
  std::size_t files = 0;  // of the three tables
  std::uint64_t bytes = 0;
};

// Rows are written as they are made. Errc::data: `directory` holds something else or cannot be
// written; what stood there still does.
Result<ExportedCatalog> export_catalog(const CatalogExport& wanted, const std::string& directory,
                                       FileSystem* files = nullptr);

}  // namespace oms
