// The Hub's part of a fetch: scope after scope, from where an interrupted one stopped.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalog/hub_walk.h"
#include "catalog/left_models.h"
#include "oms/catalog/build.h"

namespace oms {

class HubRefresh {
 public:
  // All of them must outlive it. `manifest` is brought up to date page by page. `known_server`: the
  // last fetch asked the same one, so its pages and what it lacks can be compared.
  // `bundled`: the tables that travel with the program; asked only when their records are needed.
  HubRefresh(const RefreshOptions& options, HubAccess hub, Manifest& manifest, bool known_server,
             const DataSource& bundled);

  // Walks the scopes and settles what became of models that left them. Fills `report`. An error
  // means that the manifest must not be used: the cache cannot be written.
  Result<SourceOutcome> run(const std::vector<HubScope>& scopes, RefreshReport& report);
  // Whether the manifest has changed, and whether some scope is whole by it.
  bool changed() const { return changed_; }
  bool finished() const { return finished_; }

 private:
  ScopeInfo& info_of(const HubScope& scope);
  ScopeInfo& info_of_changes();
  Walked resumed(const HubScope& scope, const ScopeInfo& info) const;
  bool has_records(const std::string& key) const;
  Walked walk_listing(const HubScope& scope);
  Walked walk_hub(const HubScope& scope, bool counted);
  Walked walk_news(const HubScope& scope);
  Walked walk_changes(const HubScope& scope);
  Walked walk_counts();
  bool must_walk_whole(const ScopeInfo& info) const;
  Result<Done> add_loose_page(const PageInfo& page);
  Walked walk_ids(const HubScope& scope);
  Result<Done> add_page(ScopeInfo& info, const PageInfo& page, const std::string& next);
  void finish_listing(const HubScope& scope, const Walked& walked);
  void finish_whole_walk();
  Course course_of(const HubScope& scope) const;
  void finish_ids(ScopeInfo& info, const Walked& walked);
  std::vector<std::string> known_models(const std::vector<std::string>& ids) const;
  bool have_pages(const ScopeInfo& info) const;
  void forget_refused(const HubScope& scope, const Walked& walked);
  void replace_pages(const std::string& key, std::size_t newest,
                     const std::function<bool(const PageInfo&)>& replaced);
  Result<Done> settle(HubWalk* ask);
  Result<Done> save();

  const RefreshOptions& options_;
  Manifest& manifest_;
  std::unordered_map<std::string, PageInfo> known_ = {};  // by request
  HubAccess hub_;
  HubWalk walk_;
  LeftModels left_ = {};
  bool known_server_;
  const DataSource& bundled_;
  std::int64_t saved_ms_ = 0;
  bool changed_ = false;
  bool finished_ = false;
  std::vector<std::string> warnings_ = {};
};

}  // namespace oms
