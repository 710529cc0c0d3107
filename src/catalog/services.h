// The price and score services beside the Hub: one row each.
#pragma once

#include <string_view>

#include "oms/source/price_sources.h"

namespace oms {

struct Service {
  std::string_view name;
  std::string_view path;  // path and query of the first page
  Result<Harvest> (*parse)(std::string_view body, Date as_of);
  std::string_view list;  // key of the body that holds the records
};

// nullptr: no such service.
const Service* find_service(std::string_view name);

}  // namespace oms
