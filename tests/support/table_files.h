// The catalog that is built of tables with a few rows.
#pragma once

#include <string>
#include <string_view>

#include "support/built_catalog.h"
#include "support/data_file.h"
#include "support/tables.h"

namespace oms {

class Built : public BuiltCatalog {
 public:
  explicit Built(const Tables& tables, const FetchedData& fetched = {})
      : BuiltCatalog(tables.files(), fetched) {}
};

// The note of one source about some keys: the end of a record.
inline std::string from(std::string_view source, std::string_view keys) {
  return R"("_sources":[{"source":")" + std::string(source) +
         R"(","as_of":"2026-07-31","fields":[)" + std::string(keys) + "]}]";
}

}  // namespace oms
