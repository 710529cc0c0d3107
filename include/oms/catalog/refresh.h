// `fetch`: from the services into the cache, and the index made anew.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/catalog/build.h"
#include "oms/env/clock.h"
#include "oms/env/http.h"
#include "oms/source/hub_request.h"
#include "oms/source/transport.h"
#include "oms/store/cache.h"

namespace oms {

struct Endpoint {
  std::string source = {};    // hub, or a service: "router"
  std::string base_url = {};  // scheme, host, optional prefix
  std::string key = {};       // the user's, for this source alone; "" = none
};

struct RefreshOptions {
  std::vector<HubScope> scopes = {};  // asked for now; none: those of the manifest, else default
  std::vector<std::string> sources = {};  // in this order
  std::vector<Endpoint> endpoints = {};
  std::string token = {};  // for the hub's origin only
  std::string from = {};   // read bodies from this directory instead; "" = the network
  bool with_bases = false;
  bool whole_again = false;           // the whole Hub is walked although it was before
  std::int64_t retry_unit_ms = 1000;  // how long one second of any wait lasts
  std::int64_t connect_timeout_ms = 10'000;
  std::int64_t stall_timeout_ms = 60'000;  // no byte for so long
  std::int64_t longest_wait_s = 3600;      // a longer one ends the fetch; it can be resumed
};

struct SourceOutcome {
  std::string source = {};
  std::size_t records = 0;
  std::vector<std::string> rejected = {};  // "page 2, record 17 'acme/x': why"
  std::vector<std::string> odd = {};       // the same, of records that were kept
  Error failure = {};                      // `what` is "" when it went well
  bool answered = false;                   // it said something, be it nothing new

  bool failed() const { return !failure.what.empty(); }
};

struct RefreshReport {
  std::vector<SourceOutcome> sources = {};
  std::vector<std::string> missing_ids = {};  // asked for by name; the Hub does not have them
  std::vector<std::string> warnings = {};     // pages that were lost, lists that are empty now
  int requests = 0;
  int retries = 0;
  bool interrupted = false;
  bool saved = false;         // what came is kept for the next fetch to go on from
  std::string snapshot = {};  // "" when nothing was published
};

struct RefreshEvents {
  std::function<void(std::string_view line)> step = {};  // one plain line a step
  std::function<bool()> stopped = {};                    // Ctrl-C was pressed
  TransportEvents transport = {};
};

// Errc::data: the cache cannot be written; Errc::network: nothing could be fetched, the former
// catalog stays. A source that fails is named in the report and keeps its older data. `http` may be
// null when `from` is set.
Result<RefreshReport> refresh(const RefreshOptions& options, const std::string& cache_directory,
                              const DataSource& bundled, Http* http, Clock& clock,
                              const RefreshEvents& events);

// What the next fetch begins from: what an interrupted one saved, else the current snapshot.
struct Beginning {
  Manifest manifest = {};
  bool interrupted = false;
};
Result<Beginning> next_beginning(const Cache& cache);

// What a fetch walks: what was asked for; else the scopes on record, after an interrupted fetch
// only those that it did not finish or that are a day old; else default_scopes().
std::vector<HubScope> planned_scopes(const std::vector<HubScope>& asked, const Beginning& beginning,
                                     std::int64_t now_ms);

// Requests for one of them.
RequestCount planned_requests(const HubScope& scope, const RefreshOptions& options,
                              const Manifest& manifest);

// The pages and services of a manifest, read back for build_catalog(); `cache` must outlive it.
Result<FetchedData> read_fetched(const Cache& cache, const Manifest& manifest);

// The whole way from a cache to an index image.
Result<Done> build_from_cache(const Cache& cache, const DataFiles& bundled, const BuildOutput& to);

}  // namespace oms
