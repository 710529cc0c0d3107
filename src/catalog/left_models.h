// Models that a scope listed before and does not any more: kept, and what became of them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "catalog/hub_walk.h"

namespace oms {

struct LeftModels {
  // Scopes that were walked to their end and prove by it that what they lack is gone.
  std::set<std::string> proving = {};
  bool all_proved = false;  // the whole Hub was
  // Files of the pages that this fetch brought: what they list is there.
  std::set<std::string> fresh = {};
  std::vector<std::string> missing_ids = {};  // asked for by name, not there
  std::vector<Walked::Redirected> redirected = {};
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

// Takes the replaced pages out of `manifest`, puts the records of models that left into pages of
// their own in front of the others, and brings the statuses up to date: gone by proof or by
// request, renamed where the same _id has another name. Absence from a ranking proves nothing: such
// a model is unlisted until a request tells more. After an error the manifest is as it was.
Result<Done> settle_left_models(const LeftModels& left, Manifest& manifest, const Settling& with);

}  // namespace oms
