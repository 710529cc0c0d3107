// Asking one price or score service: page after page, what an earlier fetch got where it is still
// good.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "oms/catalog/refresh.h"
#include "oms/catalog/services.h"

namespace oms {

struct ServiceAccess {
  Transport& transport;
  CacheWriter& writer;
  const Cache& cache;
  Clock& clock;
  std::span<const PageInfo> known = {};  // of all sources, by an earlier fetch
  bool goes_on = false;                  // its known pages are the beginning of this walk
};

struct ServiceWalk {
  SourceOutcome outcome = {};
  std::vector<PageInfo> pages = {};  // in order; all of them when the outcome is no failure
};
ServiceWalk walk_service(const Service& service, const ServiceAccess& access);

}  // namespace oms
