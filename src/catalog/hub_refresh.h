// The Hub's part of a fetch: scope after scope, from where an interrupted one stopped.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalog/hub_walk.h"
#include "catalog/left_models.h"

namespace oms {

class HubRefresh {
 public:
  // All of them must outlive it. `manifest` is brought up to date page by page.
  HubRefresh(const RefreshOptions& options, HubAccess hub, Manifest& manifest);

  // Fills `report`: what was missing, whether it was interrupted.
  SourceOutcome run(RefreshReport& report);
  // Whether the manifest has changed.
  bool changed() const { return changed_; }

 private:
  ScopeInfo& info_of(const HubScope& scope);
  Walked resumed(const HubScope& scope, const ScopeInfo& info) const;
  Walked walk_listing(const HubScope& scope);
  Walked walk_ids(const HubScope& scope);
  Result<Done> add_page(ScopeInfo& info, const PageInfo& page, const std::string& next);
  Result<Done> finish_listing(const HubScope& scope, const Walked& walked);
  Result<Done> finish_ids(ScopeInfo& info, const Walked& walked);
  void forget_refused(const HubScope& scope, const Walked& walked);
  void separate(const std::string& key, std::size_t newest,
                const std::function<bool(const PageInfo&)>& replaced);
  Result<Done> settle(HubWalk* ask);
  Result<Done> save();

  const RefreshOptions& options_;
  Manifest& manifest_;
  std::unordered_map<std::string, PageInfo> known_ = {};  // by request
  HubAccess hub_;
  HubWalk walk_;
  LeftModels left_ = {};
  std::int64_t saved_ms_ = 0;
  bool changed_ = false;
};

}  // namespace oms
