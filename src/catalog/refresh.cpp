#include "oms/catalog/refresh.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "catalog/from_files.h"
#include "catalog/hub_refresh.h"
#include "catalog/service_walk.h"
#include "oms/base/in_two.h"
#include "oms/base/text.h"
#include "oms/source/price_sources.h"
#include "oms/store/mapped_file.h"
#include "oms/store/table_image.h"
#include "oms/store/text_table.h"
#include "store/digest.h"

namespace oms {
namespace {

// One without an address for a source that no endpoint was given for.
Endpoint endpoint_of(const RefreshOptions& options, std::string_view source) {
  for (const Endpoint& endpoint : options.endpoints) {
    if (endpoint.source == source) return endpoint;
  }
  return {};
}

bool is_whole(const Manifest& manifest) {
  return std::all_of(manifest.scopes.begin(), manifest.scopes.end(),
                     [](const ScopeInfo& scope) { return scope.complete; });
}

// What is made of a manifest before it is published.
struct Built {
  std::unique_ptr<PendingFile> index = {};
  std::unique_ptr<DigestFile> digest = {};
};

// The index that the next one is made of.
struct FormerIndex {
  MappedFile file;
  ImageView image;

  // Nothing where it is missing or damaged anywhere.
  static std::optional<FormerIndex> open(const std::string& path) {
    auto file = MappedFile::open(path);
    if (!file) return std::nullopt;
    auto image = ImageView::open(file->bytes(), schema_hash(), Trust::file);
    if (!image || !image->verify()) return std::nullopt;
    return FormerIndex{*std::move(file), *std::move(image)};
  }
};

// What the digest of a merged index is completed with.
class FormerDigest {
 public:
  // Nothing where it is damaged.
  static std::optional<FormerDigest> open(const Cache& cache, const std::string& snapshot) {
    FormerDigest former;
    const std::vector<std::string> chain = cache.digest_chain(snapshot);
    if (chain.empty()) return std::nullopt;
    former.snapshot_ = snapshot;
    if (chain.size() < kMost) return former;
    for (const std::string& name : chain) {
      auto file = MappedFile::open(digest_path(cache.directory(), name));
      if (!file) return std::nullopt;
      former.files_.push_back(*std::move(file));
      if (!check_digest(former.text(former.files_.size() - 1))) return std::nullopt;
    }
    return former;
  }

  // Whether the next one only has what differs from this one.
  bool goes_on() const { return files_.empty(); }
  // `told`: ids whose lines are there, or that are gone.
  void complete(DigestFile& digest, TextTable& told) const {
    if (goes_on()) digest.go_on_from(snapshot_);
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const bool is_last = i + 1 == files_.size();
      digest.add_others(text(i), [&](std::string_view id) {
        return is_last ? told.find(id) == TextTable::kNone : told.add(id).second;
      });
    }
  }

 private:
  // After so many that go on from each other one is written as a whole.
  static constexpr std::size_t kMost = 8;

  std::string_view text(std::size_t file) const {
    const std::span<const std::byte> bytes = files_[file].bytes();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }

  std::string snapshot_ = {};
  std::vector<MappedFile> files_ = {};  // newest first; none while the next one goes on
};

// One run of `fetch`: what it works with and what has come of it so far.
class Refresh {
 public:
  Refresh(const RefreshOptions& options, const Cache& cache, CacheWriter& writer,
          Beginning beginning, const DataSource& bundled, Http* http, Clock& clock,
          const RefreshEvents& events)
      : options_(options),
        bundled_(bundled),
        cache_(cache),
        writer_(writer),
        scopes_(planned_scopes(options.scopes, beginning, clock.now_ms())),
        unpublished_(beginning.interrupted && is_whole(beginning.manifest)),
        manifest_(std::move(beginning.manifest)),
        http_(http),
        clock_(clock),
        events_(events) {}

  Result<RefreshReport> run();

 private:
  Result<Done> hub();
  void drop_pages(const std::function<std::string(const PageInfo&)>& problem);
  SourceInfo& info_of(std::string_view source);
  Result<Built> build();
  Result<bool> merge(const FetchedData& fetched, PendingFile& index, Scratch& scratch,
                     DigestFile& digest);
  bool is_settled(const Service& service, const std::string& endpoint);
  Result<Done> service(const Service& service);
  Result<Done> hub_files(const std::vector<std::string>& files);
  Result<Done> service_files(const Service& service, const std::vector<std::string>& files);
  Result<Done> read_files();
  Result<Done> ask_servers();
  Transport transport(const std::string& base_url, const std::string& token,
                      std::string_view token_header);
  void count(const Transport& transport);
  void replace_pages(std::string_view service, const std::vector<PageInfo>& pages);
  void record(const SourceOutcome& outcome, const std::string& endpoint);
  bool is_news() const;
  Result<Done> publish();
  Result<Done> save();
  bool stopped() const { return events_.stopped && events_.stopped(); }

  const RefreshOptions& options_;
  const DataSource& bundled_;
  const Cache& cache_;
  CacheWriter& writer_;
  std::vector<HubScope> scopes_;  // to walk
  bool unpublished_;              // an earlier fetch got everything and could not publish it
  Manifest manifest_;
  Http* http_;  // null with options_.from
  Clock& clock_;
  const RefreshEvents& events_;
  RefreshReport report_ = {};
  std::optional<FormerIndex> former_ = {};  // once it was looked at
  bool hub_finished_ = false;               // some of its scopes are whole by what came
  bool hub_reached_ = true;
  bool hub_changed_ = false;
  bool services_changed_ = false;
  bool errors_changed_ = false;  // some service fails now, or no longer
};

Transport Refresh::transport(const std::string& base_url, const std::string& token,
                             std::string_view token_header) {
  TransportOptions wanted;
  wanted.base_url = base_url;
  wanted.token = token;
  wanted.token_header = token_header;
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

SourceInfo& Refresh::info_of(std::string_view source) {
  auto& sources = manifest_.sources;
  const auto known = std::find_if(sources.begin(), sources.end(),
                                  [&](const SourceInfo& info) { return info.name == source; });
  if (known != sources.end()) return *known;
  sources.push_back({.name = std::string(source)});
  return sources.back();
}

Result<Done> Refresh::hub() {
  const std::string base_url = endpoint_of(options_, "hub").base_url;
  const std::string endpoint = shown_url(base_url);
  Transport transport = this->transport(base_url, options_.token, "");
  const HubAccess access{.transport = transport,
                         .writer = writer_,
                         .cache = cache_,
                         .clock = clock_,
                         .events = events_,
                         .endpoint = endpoint,
                         .has_token = !options_.token.empty(),
                         .refused = manifest_.refused_expand};
  const std::string& before = info_of("hub").endpoint;
  HubRefresh hub(options_, access, manifest_, before.empty() || before == endpoint, bundled_);
  const auto outcome = hub.run(scopes_, report_);
  hub_changed_ = hub.changed();
  hub_finished_ = hub.finished();
  hub_reached_ = transport.reached();
  count(transport);
  if (!outcome) return outcome.error();
  record(*outcome, endpoint);
  return Done{};
}

void Refresh::record(const SourceOutcome& outcome, const std::string& endpoint) {
  SourceInfo& info = info_of(outcome.source);
  if (outcome.answered || info.endpoint.empty()) info.endpoint = endpoint;
  errors_changed_ =
      errors_changed_ || (outcome.source != "hub" && info.error != outcome.failure.what);
  info.error = outcome.failure.what;
  if (outcome.answered && !outcome.failed() && !report_.interrupted) {
    info.fetched_at = timestamp(clock_.now_ms());
    info.records = outcome.records;
    info.rejected = outcome.rejected.size();
  }
  report_.sources.push_back(outcome);
}

// What can never change is asked for once; unless another server is, or some of it got lost or
// could not be read.
bool Refresh::is_settled(const Service& service, const std::string& endpoint) {
  const SourceInfo& info = info_of(service.name);
  if (service.lasts != Lasts::for_good || info.fetched_at.empty() || info.rejected > 0)
    return false;
  std::size_t records = 0;
  for (const PageInfo& page : manifest_.pages) {
    if (page.source == service.name) records += page.records;
  }
  return info.endpoint == endpoint && records == info.records;
}

Result<Done> Refresh::service(const Service& service) {
  const Endpoint origin = endpoint_of(options_, service.name);
  const std::string endpoint = shown_url(origin.base_url);
  if (is_settled(service, endpoint)) {
    const std::size_t records = info_of(service.name).records;
    if (events_.step) {
      events_.step(fmt::format("{}: all {} records are there, and they cannot change", service.name,
                               records));
    }
    report_.sources.push_back(
        {.source = std::string(service.name), .records = records, .answered = true});
    return Done{};
  }
  Transport transport = this->transport(origin.base_url, origin.key, service.key_header);
  const bool begun = service.lasts == Lasts::for_good && info_of(service.name).endpoint == endpoint;
  ServiceWalk walk =
      walk_service(service, {transport, writer_, cache_, clock_, manifest_.pages, begun});
  count(transport);
  if (stopped()) report_.interrupted = true;
  SourceOutcome& outcome = walk.outcome;
  // Not the service fails but our disk: nothing more can come.
  if (outcome.failed() && outcome.failure.code == Errc::data) return outcome.failure;
  const bool nothing = !outcome.failed() && outcome.records == 0;
  if (nothing && (info_of(service.name).records > 0 || !service.by_default)) {
    outcome.failure = {Errc::network, fmt::format("{} lists nothing", service.name), ""};
    outcome.answered = false;
  }
  // The beginning of what cannot change is worth keeping: the next fetch goes on behind it.
  const bool unfinished = outcome.failed() || report_.interrupted;
  const bool keep_part =
      service.lasts == Lasts::for_good && info_of(service.name).fetched_at.empty();
  if (!walk.pages.empty() && (!unfinished || keep_part)) replace_pages(service.name, walk.pages);
  if (unfinished && keep_part) info_of(service.name).endpoint = endpoint;
  if (report_.interrupted) return Done{};
  if (!outcome.failed() && events_.step) {
    events_.step(fmt::format("{}: {} records", service.name, outcome.records));
  }
  record(outcome, endpoint);
  return Done{};
}

// A folder of records is a scope of its own: read again, it replaces what it gave before.
Result<Done> Refresh::hub_files(const std::vector<std::string>& files) {
  SourceOutcome outcome{.source = "hub"};
  ScopeInfo scope{.key = "files of " + real_path(options_.from)};
  scope.fetched_at = timestamp(clock_.now_ms());
  scope.complete = true;
  LeftModels left;
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
  outcome.answered = !pages.empty();
  if (pages.empty()) {
    outcome.failure = {Errc::data, "there is no readable record in '" + options_.from + "/hub'",
                       ""};
  } else {
    for (PageInfo& page : manifest_.pages) {
      if (page.is_current("hub") && page.scope == scope.key) page.state = PageState::replaced;
    }
    manifest_.pages.insert(manifest_.pages.end(), pages.begin(), pages.end());
    std::erase_if(manifest_.scopes, [&](const ScopeInfo& info) { return info.key == scope.key; });
    manifest_.scopes.push_back(scope);
    hub_changed_ = true;
    hub_finished_ = true;
    const auto settled =
        settle_left_models(left, manifest_, {cache_, writer_, clock_, events_, nullptr});
    if (!settled) return settled;
  }
  if (events_.step) events_.step(fmt::format("hub: {} records", outcome.records));
  record(outcome, options_.from);
  return Done{};
}

Result<Done> Refresh::service_files(const Service& service, const std::vector<std::string>& files) {
  SourceOutcome outcome{.source = std::string(service.name)};
  std::vector<PageInfo> pages;
  const auto take = [&](PageInfo page) { pages.push_back(std::move(page)); };
  for (const std::string& file : files) {
    const auto taken = take_service_file(service, file, writer_, outcome, take);
    if (!taken) return taken;
  }
  outcome.answered = !pages.empty();
  if (pages.empty()) {
    outcome.failure = {
        Errc::data,
        fmt::format("there is no readable body in '{}/{}'", options_.from, service.name), ""};
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

Result<Built> Refresh::build() {
  const auto fetched = read_fetched(cache_, manifest_);
  if (!fetched) return fetched.error();
  const auto name = writer_.next_name(manifest_.created_at);
  if (!name) return name.error();
  auto index = writer_.begin_index(*name);
  if (!index) return std::move(index).error();
  auto digest = writer_.begin_digest(*name);
  if (!digest) return std::move(digest).error();
  const auto scratch = index_scratch(cache_.directory());
  if (!scratch) return scratch.error();
  const auto merged = merge(*fetched, **index, **scratch, **digest);
  if (!merged) return merged.error();
  if (!*merged) {
    const auto add = [&](const DigestLine& line) { (*digest)->add(line); };
    const auto built = build_catalog(bundled_(), *fetched, {**index, **scratch, add});
    if (!built) return built.error();
  }
  return Built{*std::move(index), *std::move(digest)};
}

// Makes index and digest out of the current ones. False, and nothing is written, where that cannot
// be.
Result<bool> Refresh::merge(const FetchedData& fetched, PendingFile& index, Scratch& scratch,
                            DigestFile& digest) {
  const std::string current = cache_.current_name();
  if (!former_) former_ = FormerIndex::open(index_path(cache_.directory(), current));
  if (!former_) return false;
  const auto before = FormerDigest::open(cache_, current);
  if (!before) return false;
  TextTable told(LetterCase::matters);
  const auto add = [&](const DigestLine& line) {
    digest.add(line);
    told.add(line.id);
  };
  const auto remove = [&](std::string_view id) {
    if (told.add(id).second && before->goes_on()) digest.remove(id);
  };
  const auto merged =
      merge_catalog(bundled_(), fetched, former_->image, {index, scratch, add, remove});
  if (merged && *merged) before->complete(digest, told);
  return merged;
}

// Gives up the pages with a problem; their scopes are due again.
void Refresh::drop_pages(const std::function<std::string(const PageInfo&)>& problem) {
  std::set<std::string> scopes;
  std::erase_if(manifest_.pages, [&](const PageInfo& page) {
    const std::string what = problem(page);
    if (what.empty()) return false;
    const bool again = page.state != PageState::left && !page.scope.starts_with("files of ");
    report_.warnings.push_back(what + "; it is left out" + (again ? " and fetched again" : ""));
    scopes.insert(page.scope);
    return true;
  });
  for (ScopeInfo& scope : manifest_.scopes) {
    if (!scopes.contains(scope.key)) continue;
    scope.complete = false;
    scope.fetched_at.clear();
    scope.resume.clear();
    scope.unfinished = 0;
  }
}

Result<Done> Refresh::publish() {
  manifest_.created_at = timestamp(clock_.now_ms());
  manifest_.complete = is_whole(manifest_);
  auto built = build();
  if (!built) {
    // One damaged page must not keep everything else from being current.
    const std::size_t before = manifest_.pages.size();
    drop_pages([&](const PageInfo& page) {
      const auto content = cache_.read_page(page);
      return content ? std::string() : content.error().what;
    });
    if (manifest_.pages.size() != before) built = build();
  }
  if (!built) {
    static_cast<void>(save());  // what came need not come again
    return built.error();
  }
  // An index whose snapshot does not follow is garbage; a snapshot without one is made anew by
  // every reader.
  const auto kept = built->index->keep();
  if (!kept) return kept;
  const auto published = writer_.publish(manifest_, *built->digest);
  if (!published) return published.error();
  report_.snapshot = *published;
  writer_.drop_progress();
  writer_.collect_garbage();
  return Done{};
}

Result<Done> Refresh::ask_servers() {
  for (const std::string& source : options_.sources) {
    if (source == "hub") {
      const auto asked = hub();
      if (!asked) return asked;
    } else if (const Service* row = find_service(source)) {
      const auto asked = service(*row);
      if (!asked) return asked;
    }
    report_.interrupted = report_.interrupted || stopped();
    if (report_.interrupted) break;
  }
  return Done{};
}

// That a service fails is told by the catalog too, once there is one.
bool Refresh::is_news() const {
  return errors_changed_ && hub_reached_ && !report_.interrupted && !manifest_.pages.empty();
}

Result<RefreshReport> Refresh::run() {
  drop_pages([&](const PageInfo& page) { return cache_.missing_page(page); });
  Result<Done> read = Done{};
  if (options_.from.empty()) {
    read = ask_servers();
  } else {
    in_two(
        true, [&] { read = read_files(); },
        [&] {
          former_ = FormerIndex::open(index_path(cache_.directory(), cache_.current_name()));
        });
  }
  if (!read) return read.error();
  // An interrupted fetch is finished by the next one; until then the former catalog stays. So it
  // does when nothing came but a part of some scope.
  const bool changed = hub_changed_ || services_changed_ || unpublished_;
  const bool finished =
      hub_finished_ || services_changed_ || unpublished_ || !report_.warnings.empty();
  if (changed && (report_.interrupted || !finished)) {
    const auto saved = save();
    if (!saved) return saved.error();
  } else if (changed || is_news()) {
    const auto published = publish();
    if (!published) return published.error();
  }
  return std::move(report_);
}

}  // namespace

Result<RefreshReport> refresh(const RefreshOptions& options, const std::string& cache_directory,
                              const DataSource& bundled, Http* http, Clock& clock,
                              const RefreshEvents& events) {
  auto writer = CacheWriter::open(cache_directory);
  if (!writer) return std::move(writer).error();
  const Cache cache(cache_directory);
  auto beginning = next_beginning(cache);
  if (!beginning) return std::move(beginning).error();
  return Refresh(options, cache, **writer, *std::move(beginning), bundled, http, clock, events)
      .run();
}

}  // namespace oms
