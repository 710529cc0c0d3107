#include "oms/catalog/refresh.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "catalog/from_files.h"
#include "catalog/hub_refresh.h"
#include "catalog/services.h"
#include "oms/base/text.h"
#include "oms/source/hub_record.h"
#include "oms/source/price_sources.h"

namespace oms {
namespace {

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
  Refresh(const RefreshOptions& options, const Cache& cache, CacheWriter& writer, Manifest manifest,
          Http* http, Clock& clock, const RefreshEvents& events)
      : options_(options),
        cache_(cache),
        writer_(writer),
        manifest_(std::move(manifest)),
        http_(http),
        clock_(clock),
        events_(events) {}

  Result<RefreshReport> run(const DataFiles& bundled);

 private:
  void hub();
  void service(const Service& service);
  Result<Done> hub_files(const std::vector<std::string>& files);
  Result<Done> service_files(const Service& service, const std::vector<std::string>& files);
  Result<Done> read_files();
  Result<Done> ask_servers();
  Result<Harvest> get_page(const Service& service, Transport& transport, PageInfo& page);
  Result<Harvest> reuse(const Service& service, PageInfo& page);
  Transport transport(const std::string& base_url, const std::string& token);
  void count(const Transport& transport);
  void replace_pages(std::string_view service, const std::vector<PageInfo>& pages);
  void record(const SourceOutcome& outcome, const std::string& endpoint);
  Result<Done> publish(const DataFiles& bundled);
  Result<Done> save();
  bool stopped() const { return events_.stopped && events_.stopped(); }

  const RefreshOptions& options_;
  const Cache& cache_;
  CacheWriter& writer_;
  Manifest manifest_;
  Http* http_;  // null with options_.from
  Clock& clock_;
  const RefreshEvents& events_;
  RefreshReport report_ = {};
  bool hub_failed_ = false;
  bool hub_reached_ = true;
  bool hub_changed_ = false;
  bool services_changed_ = false;
};

Transport Refresh::transport(const std::string& base_url, const std::string& token) {
  TransportOptions wanted;
  wanted.base_url = base_url;
  wanted.token = token;
  wanted.retry_unit_ms = options_.retry_unit_ms;
  wanted.connect_timeout_ms = options_.connect_timeout_ms;
  wanted.stall_timeout_ms = options_.stall_timeout_ms;
  wanted.longest_wait_s = options_.longest_wait_s;
  // Where the Hub could not even be reached, the others get one more try each, not six.
  if (!hub_reached_) wanted.retries = 1;
  return Transport(*http_, clock_, wanted, events_.transport);
}

void Refresh::count(const Transport& transport) {
  report_.requests += transport.requests();
  report_.retries += transport.retries();
}

void Refresh::hub() {
  const std::string endpoint = base_url_of(options_, "hub");
  Transport transport = this->transport(endpoint, options_.token);
  const HubAccess access{.transport = transport,
                         .writer = writer_,
                         .cache = cache_,
                         .clock = clock_,
                         .events = events_,
                         .endpoint = endpoint,
                         .has_token = !options_.token.empty(),
                         .refused = manifest_.refused_expand};
  HubRefresh hub(options_, access, manifest_);
  const SourceOutcome outcome = hub.run(report_);
  hub_changed_ = hub.changed();
  hub_failed_ = !outcome.error.empty();
  hub_reached_ = transport.reached();
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
  if (outcome.error.empty() && !report_.interrupted) {
    known->fetched_at = timestamp(clock_.now_ms());
    known->records = outcome.records;
    known->rejected = outcome.rejected.size();
  }
  report_.sources.push_back(outcome);
}

// The service still has the page that an earlier fetch got.
Result<Harvest> Refresh::reuse(const Service& service, PageInfo& page) {
  const auto content = cache_.read_page(page);
  if (!content) return content.error();
  return service.parse(*content, clock_.today());
}

// One page into the cache; `page` comes with its request and, where there is one, what an earlier
// fetch got for it.
Result<Harvest> Refresh::get_page(const Service& service, Transport& transport, PageInfo& page) {
  // Whether a body is worth keeping is known once it is read, so the reading is kept too.
  std::optional<Harvest> harvest;
  const auto readable = [&](std::string_view body) {
    auto parsed = service.parse(body, clock_.today());
    if (parsed) harvest = *std::move(parsed);
    return harvest.has_value();
  };
  std::vector<std::pair<std::string, std::string>> headers;
  if (!page.etag.empty()) headers.emplace_back("If-None-Match", page.etag);
  const auto fetched = transport.get(page.request, std::move(headers), readable);
  if (!fetched) return fetched.error();
  const HttpResponse& response = fetched->response;
  page.fetched_at = timestamp(clock_.now_ms());
  if (response.status == 304 && !page.etag.empty()) {
    auto same = reuse(service, page);
    if (same) return same;
    page.etag.clear();
    return get_page(service, transport, page);
  }
  if (response.status != 200 || !harvest) {
    return Error{Errc::network, fmt::format("{} answered {}", service.name, response.status), ""};
  }
  page.etag = response.header("etag");
  page.records = harvest->records;
  const auto written = writer_.write_page(page, response.body);
  if (!written) return written.error();
  return *std::move(harvest);
}

void Refresh::service(const Service& service) {
  SourceOutcome outcome{.source = std::string(service.name)};
  const std::string endpoint = base_url_of(options_, service.name);
  Transport transport = this->transport(endpoint, "");
  std::vector<PageInfo> pages;
  std::set<std::string> asked;
  for (std::string path(service.path); !path.empty() && asked.insert(path).second;) {
    const auto known = std::find_if(
        manifest_.pages.begin(), manifest_.pages.end(),
        [&](const PageInfo& page) { return page.source == service.name && page.request == path; });
    PageInfo page = known == manifest_.pages.end() ? PageInfo() : *known;
    page.source = std::string(service.name);
    page.request = path;
    auto harvest = get_page(service, transport, page);
    if (!harvest) {
      outcome.error = harvest.error().what;
      outcome.code = harvest.error().code;
      break;
    }
    pages.push_back(std::move(page));
    outcome.records += harvest->records;
    outcome.rejected.insert(outcome.rejected.end(), harvest->rejected.begin(),
                            harvest->rejected.end());
    path = harvest->next;
  }
  count(transport);
  if (stopped()) {
    report_.interrupted = true;
    return;
  }
  if (outcome.error.empty()) {
    replace_pages(service.name, pages);
    if (events_.step) {
      events_.step(fmt::format("{}: {} records", service.name, outcome.records));
    }
  }
  record(outcome, endpoint);
}

// A folder of records is a scope of its own: read again, it replaces what it gave before.
Result<Done> Refresh::hub_files(const std::vector<std::string>& files) {
  SourceOutcome outcome{.source = "hub"};
  ScopeInfo scope{.key = "files of " + options_.from};
  scope.fetched_at = timestamp(clock_.now_ms());
  scope.complete = true;
  LeftModels left;
  const auto belongs = [&](const PageInfo& page) {
    return page.source == "hub" && page.scope == scope.key && !page.left;
  };
  std::vector<PageInfo> pages;
  const auto take = [&](PageInfo page) {
    page.scope = scope.key;
    left.fresh.insert(page.file);
    pages.push_back(std::move(page));
  };
  for (const std::string& file : files) {
    const auto taken = take_hub_file(file, writer_, outcome, take);
    if (!taken) return taken;
  }
  if (pages.empty()) outcome.error = "there is no readable record in '" + options_.from + "/hub'";
  outcome.code = Errc::data;
  hub_failed_ = pages.empty();
  if (!hub_failed_) {
    for (const PageInfo& page : manifest_.pages) {
      if (belongs(page)) left.displaced.push_back(page);
    }
    std::erase_if(manifest_.pages, belongs);
    manifest_.pages.insert(manifest_.pages.end(), pages.begin(), pages.end());
    std::erase_if(manifest_.scopes, [&](const ScopeInfo& info) { return info.key == scope.key; });
    manifest_.scopes.push_back(scope);
    hub_changed_ = true;
    const auto settled =
        settle_left_models(left, manifest_, {cache_, writer_, clock_, events_, nullptr});
    if (!settled) return settled;
  }
  if (events_.step) events_.step(fmt::format("hub: {} records", outcome.records));
  record(outcome, options_.from);
  return Done{};
}

Result<Done> Refresh::service_files(const Service& service, const std::vector<std::string>& files) {
  SourceOutcome outcome{.source = std::string(service.name), .code = Errc::data};
  std::vector<PageInfo> pages;
  const auto take = [&](PageInfo page) { pages.push_back(std::move(page)); };
  for (const std::string& file : files) {
    const auto taken = take_service_file(service, file, writer_, outcome, take);
    if (!taken) return taken;
  }
  if (pages.empty()) {
    outcome.error =
        fmt::format("there is no readable body in '{}/{}'", options_.from, service.name);
  } else {
    replace_pages(service.name, pages);
  }
  if (events_.step) events_.step(fmt::format("{}: {} records", service.name, outcome.records));
  record(outcome, options_.from);
  return Done{};
}

Result<Done> Refresh::read_files() {
  bool any = false;
  for (const std::string& source : options_.sources) {
    const auto files = source_files(options_.from, source);
    if (!files) return files.error();
    if (files->empty()) continue;
    any = true;
    const Service* row = find_service(source);
    const auto read = row == nullptr ? hub_files(*files) : service_files(*row, *files);
    if (!read) return read;
  }
  if (any) return Done{};
  return Error{Errc::data, "there are no files to read in '" + options_.from + "'",
               "they are looked for as " + options_.from +
                   "/SOURCE/*.json and *.ndjson, SOURCE: " + join(options_.sources, ", ")};
}

void Refresh::replace_pages(std::string_view service, const std::vector<PageInfo>& pages) {
  std::erase_if(manifest_.pages, [&](const PageInfo& page) { return page.source == service; });
  manifest_.pages.insert(manifest_.pages.end(), pages.begin(), pages.end());
  services_changed_ = true;
}

Result<Done> Refresh::save() {
  manifest_.created_at = timestamp(clock_.now_ms());
  const auto saved = writer_.save_progress(manifest_);
  report_.saved = saved.has_value();
  return saved;
}

Result<Done> Refresh::publish(const DataFiles& bundled) {
  manifest_.created_at = timestamp(clock_.now_ms());
  manifest_.complete = std::all_of(manifest_.scopes.begin(), manifest_.scopes.end(),
                                   [](const ScopeInfo& scope) { return scope.complete; });
  const auto fetched = read_fetched(cache_, manifest_);
  if (!fetched) return fetched.error();
  std::vector<DigestLine> digest;
  const auto image = build_catalog(bundled, *fetched, &digest);
  if (!image) return image.error();
  const auto published = writer_.publish(manifest_, digest);
  if (!published) return published.error();
  report_.snapshot = *published;
  const auto written = writer_.write_index(report_.snapshot, *image);
  if (!written) return written.error();
  writer_.drop_progress();
  writer_.collect_garbage();
  return Done{};
}

Result<Done> Refresh::ask_servers() {
  for (const std::string& source : options_.sources) {
    if (source == "hub") {
      hub();
    } else if (const Service* row = find_service(source)) {
      service(*row);
    }
    report_.interrupted = report_.interrupted || stopped();
    if (report_.interrupted) break;
  }
  return Done{};
}

Result<RefreshReport> Refresh::run(const DataFiles& bundled) {
  const auto read = options_.from.empty() ? ask_servers() : read_files();
  if (!read) return read.error();
  // An interrupted fetch is finished by the next one; until then the former catalog stays. So it
  // does when the Hub failed and nothing else came.
  const bool changed = hub_changed_ || services_changed_;
  if (changed && (report_.interrupted || (hub_failed_ && !services_changed_))) {
    const auto saved = save();
    if (!saved) return saved.error();
  } else if (changed) {
    const auto published = publish(bundled);
    if (!published) return published.error();
  }
  return std::move(report_);
}

}  // namespace

Result<Manifest> manifest_to_continue(const Cache& cache) {
  auto current = cache.current();
  if (!current) return current;
  auto progress = cache.progress();
  const bool goes_on =
      progress && !progress->created_at.empty() && progress->history == current->history;
  return goes_on ? std::move(progress) : std::move(current);
}

Result<FetchedData> read_fetched(const Cache& cache, const Manifest& manifest) {
  FetchedData fetched;
  fetched.asked = manifest.sources;
  for (const PageInfo& page : manifest.pages) {
    const Day as_of = parse_date(page.fetched_at);
    if (page.source == "hub") {
      fetched.pages.push_back(
          {page.expand, "", as_of, page.left, [&cache, page] { return cache.read_page(page); }});
      continue;
    }
    auto content = cache.read_page(page);
    if (!content) return std::move(content).error();
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
    const Day as_of = parse_date(status.as_of);
    fetched.statuses.push_back({status.id, status.status, status.now, as_of});
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
                              const DataFiles& bundled, Http* http, Clock& clock,
                              const RefreshEvents& events) {
  auto writer = CacheWriter::open(cache_directory);
  if (!writer) return std::move(writer).error();
  const Cache cache(cache_directory);
  auto manifest = manifest_to_continue(cache);
  if (!manifest) return std::move(manifest).error();
  return Refresh(options, cache, **writer, *std::move(manifest), http, clock, events).run(bundled);
}

}  // namespace oms
