// Walks the Hub's listing for one scope and puts its pages into the cache.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "oms/catalog/refresh.h"
#include "oms/source/hub_page.h"

namespace oms {

struct Walked {
  std::vector<PageInfo> pages = {};
  std::vector<std::string> ids = {};  // as the server spells them, each once
  std::set<std::string> seen = {};    // the same, folded: a moving ranking repeats rows
  std::vector<std::string> rejected = {};
  std::vector<Error> missing = {};  // asked for by name, not there
  std::string resume = {};          // path of the next page when it was stopped
  std::string error = {};           // why it ended early, "" when it did not
  Errc code = Errc::network;
};

class HubWalk {
 public:
  HubWalk(Transport& transport, CacheWriter& cache, Clock& clock, const RefreshEvents& events,
          std::string endpoint, std::vector<std::string>& refused)
      : transport_(transport),
        cache_(cache),
        clock_(clock),
        events_(events),
        endpoint_(std::move(endpoint)),
        refused_(refused) {}

  Walked listing(const HubScope& scope);
  Walked models(std::vector<std::string> ids, bool with_bases);

 private:
  // Puts a page of `scope`, asked for with `request` and `keys`, into the cache.
  Result<Done> keep(Walked& walked, std::string_view scope, std::string_view request,
                    const std::vector<std::string>& keys, const HttpResponse& response,
                    const HubPage& content);
  void drop_refused(std::vector<std::string>& keys) const;
  bool remember_refused(std::vector<std::string>& keys);
  bool fetch_model(const std::string& id, Walked& walked, std::vector<std::string>& bases);

  Transport& transport_;
  CacheWriter& cache_;
  Clock& clock_;
  const RefreshEvents& events_;
  std::string endpoint_;
  std::vector<std::string>& refused_;  // "https://… baseModels": keys that the server refuses
};

// 2026-11-23T20:00:00Z
std::string timestamp(std::int64_t now_ms);

}  // namespace oms
