#include "oms/catalog/refresh.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "catalog/hub_walk.h"
#include "oms/base/text.h"
#include "oms/source/hub_record.h"
#include "oms/source/price_sources.h"

namespace oms {
namespace {

// A price or score service: where its body is and how it is read.
struct Service {
  std::string_view name;
  std::string_view path;  // path and query of the first page
  Result<Harvest> (*parse)(std::string_view body, Date as_of);
};
constexpr Service kServices[] = {
    {"router", "/v1/models", parse_router},
    {"openrouter", "/api/v1/models", parse_openrouter},
    {"openevals",
     "/rows?dataset=OpenEvals%2Fleaderboard-data&config=default&split=train&offset=0&length=100",
     parse_openevals},
};

const Service* find_service(std::string_view name) {
  const auto* row = std::find_if(std::begin(kServices), std::end(kServices),
                                 [&](const Service& service) { return service.name == name; });
  return row == std::end(kServices) ? nullptr : row;
}

std::string base_url_of(const RefreshOptions& options, std::string_view source) {
  for (const Endpoint& endpoint : options.endpoints) {
    if (endpoint.source == source) return endpoint.base_url;
  }
  return {};
}

void append(Harvest& all, Harvest more) {
  const auto move_into = [](auto& target, auto& source) {
    target.insert(target.end(), std::make_move_iterator(source.begin()),
                  std::make_move_iterator(source.end()));
  };
  move_into(all.offers, more.offers);
  move_into(all.scores, more.scores);
  move_into(all.contexts, more.contexts);
  move_into(all.text_models, more.text_models);
  move_into(all.unmatched, more.unmatched);
  move_into(all.rejected, more.rejected);
  all.records += more.records;
  all.next = std::move(more.next);
}

// One run of `fetch`: what it works with and what has come of it so far.
class Refresh {
 public:
  Refresh(const RefreshOptions& options, CacheWriter& cache, Manifest manifest, Http& http,
          Clock& clock, const RefreshEvents& events)
      : options_(options),
        cache_(cache),
        manifest_(std::move(manifest)),
        http_(http),
        clock_(clock),
        events_(events) {}

  void hub();
  void service(const Service& service);
  bool changed() const { return changed_; }
  Manifest& manifest() { return manifest_; }
  RefreshReport& report() { return report_; }

 private:
  Transport transport(const std::string& base_url, const std::string& token) {
    TransportOptions wanted;
    wanted.base_url = base_url;
    wanted.token = token;
    wanted.retry_unit_ms = options_.retry_unit_ms;
    return Transport(http_, clock_, wanted, events_.transport);
  }
  void count(const Transport& transport) {
    report_.requests += transport.requests();
    report_.retries += transport.retries();
  }
  void take_pages(const std::string& scope, Walked walked, SourceOutcome& outcome);
  void remember(const HubScope& scope, const Walked& walked);
  void record(const SourceOutcome& outcome, const std::string& endpoint);

  const RefreshOptions& options_;
  CacheWriter& cache_;
  Manifest manifest_;
  Http& http_;
  Clock& clock_;
  const RefreshEvents& events_;
  RefreshReport report_ = {};
  bool changed_ = false;
};

// New pages of a scope take the place of its old ones; pages of models by name add up.
void Refresh::take_pages(const std::string& scope, Walked walked, SourceOutcome& outcome) {
  outcome.records += walked.ids.size();
  outcome.rejected.insert(outcome.rejected.end(), walked.rejected.begin(), walked.rejected.end());
  report_.missing.insert(report_.missing.end(), walked.missing.begin(), walked.missing.end());
  if (!walked.error.empty()) {
    outcome.error = walked.error;
    outcome.code = walked.code;
  }
  const bool whole = walked.error.empty() && walked.resume.empty();
  if (walked.pages.empty()) return;
  auto& pages = manifest_.pages;
  std::set<std::string> requests;
  for (const PageInfo& page : walked.pages) requests.insert(page.request);
  std::erase_if(pages, [&](const PageInfo& page) {
    if (page.source != "hub" || page.scope != scope) return false;
    return scope == "ids" ? requests.contains(page.request) : whole;
  });
  pages.insert(pages.end(), walked.pages.begin(), walked.pages.end());
  changed_ = true;
}

void Refresh::remember(const HubScope& scope, const Walked& walked) {
  const std::string key = scope_key(scope);
  auto& scopes = manifest_.scopes;
  auto known = std::find_if(scopes.begin(), scopes.end(),
                            [&](const ScopeInfo& info) { return info.key == key; });
  if (known == scopes.end()) known = scopes.insert(scopes.end(), ScopeInfo{.key = key});
  known->fetched_at = timestamp(clock_.now_ms());
  known->resume = walked.resume;
  known->complete = walked.error.empty() && walked.resume.empty();
  if (scope.kind == HubScope::Kind::ids) {
    for (const std::string& id : walked.ids) {
      if (std::find(known->ids.begin(), known->ids.end(), id) == known->ids.end()) {
        known->ids.push_back(id);
      }
    }
  } else {
    known->request = first_path(scope, {}, kPageSize);
  }
}

void Refresh::hub() {
  const std::string endpoint = base_url_of(options_, "hub");
  Transport transport = this->transport(endpoint, options_.token);
  HubWalk walk(transport, cache_, clock_, events_, endpoint, manifest_.refused_expand);
  SourceOutcome outcome{.source = "hub"};
  for (const HubScope& scope : options_.scopes) {
    const bool by_name = scope.kind == HubScope::Kind::ids;
    Walked walked = by_name ? walk.models(scope.ids, options_.with_bases) : walk.listing(scope);
    report_.interrupted = report_.interrupted || !walked.resume.empty();
    remember(scope, walked);
    take_pages(scope_key(scope), std::move(walked), outcome);
    if (!outcome.error.empty() || (events_.stopped && events_.stopped())) break;
  }
  count(transport);
  record(outcome, endpoint);
}

void Refresh::record(const SourceOutcome& outcome, const std::string& endpoint) {
  auto& sources = manifest_.sources;
  auto known = std::find_if(sources.begin(), sources.end(),
                            [&](const SourceInfo& info) { return info.name == outcome.source; });
  if (known == sources.end()) {
    known = sources.insert(sources.end(), SourceInfo{.name = outcome.source});
  }
  known->endpoint = endpoint;
  known->error = outcome.error;
  if (outcome.error.empty()) {
    known->fetched_at = timestamp(clock_.now_ms());
    known->records = outcome.records;
    known->rejected = outcome.rejected.size();
  }
  report_.sources.push_back(outcome);
}

void Refresh::service(const Service& service) {
  SourceOutcome outcome{.source = std::string(service.name)};
  const std::string endpoint = base_url_of(options_, service.name);
  Transport transport = this->transport(endpoint, "");
  std::vector<PageInfo> pages;
  std::string path(service.path);
  while (!path.empty() && outcome.error.empty()) {
    // Whether a body is worth keeping is known once it is read, so the reading is kept too.
    std::optional<Harvest> harvest;
    const auto readable = [&](std::string_view body) {
      auto parsed = service.parse(body, clock_.today());
      if (parsed) harvest = *std::move(parsed);
      return harvest.has_value();
    };
    const auto fetched = transport.get(path, {}, readable);
    if (!fetched || fetched->response.status != 200 || !harvest) {
      outcome.error = !fetched
                          ? fetched.error().what
                          : fmt::format("{} answered {}", service.name, fetched->response.status);
      break;
    }
    PageInfo page;
    page.source = std::string(service.name);
    page.request = path;
    page.etag = fetched->response.header("etag");
    page.fetched_at = timestamp(clock_.now_ms());
    page.records = harvest->records;
    const auto written = cache_.write_page(page, fetched->response.body);
    if (!written) {
      outcome.error = written.error().what;
      outcome.code = Errc::data;
      break;
    }
    pages.push_back(std::move(page));
    outcome.records += harvest->records;
    outcome.rejected.insert(outcome.rejected.end(), harvest->rejected.begin(),
                            harvest->rejected.end());
    path = harvest->next;
  }
  count(transport);
  if (outcome.error.empty()) {
    std::erase_if(manifest_.pages,
                  [&](const PageInfo& page) { return page.source == service.name; });
    manifest_.pages.insert(manifest_.pages.end(), pages.begin(), pages.end());
    changed_ = true;
    if (events_.step) {
      events_.step(fmt::format("{}: {} records", service.name, outcome.records));
    }
  }
  record(outcome, endpoint);
}

}  // namespace

Result<FetchedData> read_fetched(const Cache& cache, const Manifest& manifest) {
  FetchedData fetched;
  for (const PageInfo& page : manifest.pages) {
    auto content = cache.read_page(page);
    if (!content) return std::move(content).error();
    const Day as_of = parse_date(page.fetched_at);
    if (page.source == "hub") {
      fetched.pages.push_back({page.expand, *std::move(content), as_of});
      continue;
    }
    const Service* service = find_service(page.source);
    if (service == nullptr) continue;
    auto harvest = service->parse(*content, as_of.value_or(Date{}));
    if (!harvest) return std::move(harvest).error();
    auto known =
        std::find_if(fetched.sources.begin(), fetched.sources.end(),
                     [&](const FetchedSource& source) { return source.name == page.source; });
    if (known == fetched.sources.end()) {
      known = fetched.sources.insert(fetched.sources.end(), FetchedSource{page.source, {}});
    }
    append(known->harvest, *std::move(harvest));
  }
  for (const StatusInfo& status : manifest.statuses) {
    fetched.statuses.push_back({status.id, status.status});
  }
  return fetched;
}

Result<std::string> build_from_cache(const Cache& cache, const DataFiles& bundled) {
  const auto manifest = cache.current();
  if (!manifest) return manifest.error();
  const auto fetched = read_fetched(cache, *manifest);
  if (!fetched) return fetched.error();
  return build_catalog(bundled, *fetched);
}

Result<RefreshReport> refresh(const RefreshOptions& options, const std::string& cache_directory,
                              const DataFiles& bundled, Http& http, Clock& clock,
                              const RefreshEvents& events) {
  const Cache cache(cache_directory);
  auto manifest = cache.current();
  if (!manifest) return std::move(manifest).error();
  auto writer = CacheWriter::open(cache_directory);
  if (!writer) return std::move(writer).error();
  Refresh run(options, **writer, *std::move(manifest), http, clock, events);
  for (const std::string& source : options.sources) {
    if (source == "hub") {
      run.hub();
    } else if (const Service* service = find_service(source)) {
      run.service(*service);
    }
    if (events.stopped && events.stopped()) break;
  }
  RefreshReport& report = run.report();
  if (!run.changed()) return std::move(report);
  run.manifest().created_at = timestamp(clock.now_ms());
  run.manifest().complete = !report.interrupted;
  const auto published = (*writer)->publish(run.manifest(), {});
  if (!published) return published.error();
  report.snapshot = *published;
  const auto image = build_from_cache(cache, bundled);
  if (!image) return image.error();
  const auto written = (*writer)->write_index(report.snapshot, *image);
  if (!written) return written.error();
  (*writer)->collect_garbage();
  return std::move(report);
}

}  // namespace oms
