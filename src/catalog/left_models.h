// Models that a scope listed before and does not any more: kept, and what became of them.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalog/hub_walk.h"

namespace oms {

struct LeftModels {
  // Pages that new ones have replaced, the newest last.
  std::vector<PageInfo> displaced = {};
  // Scopes that were walked to their end and prove by it that what they lack is gone.
  std::set<std::string> proving = {};
  // Files of the pages that this fetch brought: what they list is there.
  std::set<std::string> fresh = {};
  std::vector<std::string> missing_ids = {};  // asked for by name, not there
  std::vector<std::pair<std::string, std::string>> redirected = {};
};

// Most requests that a fetch spends on finding out what became of models that left a ranking.
inline constexpr std::size_t kMostConfirmations = 100;

struct Settling {
  const Cache& cache;
  CacheWriter& writer;
  Clock& clock;
  const RefreshEvents& events;
  HubWalk* ask = nullptr;  // who asks about unlisted models; nullptr: nobody
};

// Puts the records of models that left into pages of their own, in front of the others, and brings
// the statuses of `manifest` up to date: gone by proof or by request, renamed by _id or redirect.
// Absence from a ranking proves nothing: such a model is unlisted until a request tells more.
Result<Done> settle_left_models(const LeftModels& left, Manifest& manifest, const Settling& with);

}  // namespace oms
