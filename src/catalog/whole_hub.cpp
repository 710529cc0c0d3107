#include "catalog/whole_hub.h"

#include <algorithm>
#include <map>

#include "catalog/hub_refresh.h"
#include "catalog/id_set.h"
#include "oms/base/date.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::int32_t kOverlapDays = 1;
// Enough for days of changes; all pages together are read and written once in so many.
constexpr std::size_t kMostLoosePages = 64;
// What a delta cannot see (models that are gone, or became public as they are) is older by then
// than most would think.
constexpr std::int32_t kWholeWalkDays = 30;

const std::string& whole_key() {
  static const std::string key = scope_key({.kind = HubScope::Kind::all});
  return key;
}

bool is_change(const PageInfo& page) { return page.is_current("hub") && page.scope == kChanges; }

// Puts the pages of changes together, from the newest to the oldest.
class Changes {
 public:
  Changes(const Cache& cache, CacheWriter& writer) : cache_(cache), writer_(writer) {}

  Result<std::vector<PageInfo>> put_together(std::vector<PageInfo> pages);

 private:
  Result<Done> add(const PageInfo& page);
  Result<Done> flush();
  Result<Done> end_group();

  const Cache& cache_;
  CacheWriter& writer_;
  // A model that was renamed has its former line under another id.
  struct Seen {
    IdSet ids = {};
    IdSet hub_ids = {};
  };
  std::map<std::vector<std::string>, Seen> seen_ = {};  // by what was asked for
  PageInfo page_ = {};
  std::string lines_ = {};
  bool in_group_ = false;
  std::vector<PageInfo> behind_ = {};  // older than the newest of the group, and no part of it
  std::vector<PageInfo> done_ = {};    // newest first
};

Result<Done> Changes::flush() {
  if (page_.records == 0) return Done{};
  Result<Done> written = writer_.write_page(page_, lines_);
  done_.push_back(page_);
  page_.records = 0;
  lines_.clear();
  return written;
}

Result<Done> Changes::end_group() {
  Result<Done> flushed = flush();
  std::move(behind_.begin(), behind_.end(), std::back_inserter(done_));
  behind_.clear();
  in_group_ = false;
  return flushed;
}

// A page that cannot be read stays as it is: whoever reads the manifest says what is wrong.
Result<Done> Changes::add(const PageInfo& page) {
  const auto content = cache_.read_page(page);
  if (!content) {
    behind_.push_back(page);
    return Done{};
  }
  Result<Done> flushed = page_.expand == page.expand ? Done{} : flush();
  Seen& seen = seen_[page.expand];
  for (const HubLine& line : hub_lines(*content)) {
    if (!flushed) return flushed;
    const bool older_name = !line.hub_id.empty() && !seen.hub_ids.insert(line.hub_id);
    if (!seen.ids.insert(line.id) || older_name) continue;
    if (page_.records == 0) page_ = {.source = "hub", .scope = page.scope, .expand = page.expand};
    page_.fetched_at = page.fetched_at;
    lines_.append(line.text).append("\n");
    if (++page_.records == kPageSize) flushed = flush();
  }
  return flushed;
}

Result<std::vector<PageInfo>> Changes::put_together(std::vector<PageInfo> pages) {
  for (auto page = pages.rbegin(); page != pages.rend(); ++page) {
    const bool change = is_change(*page);
    // Of the whole walk's own pages and of counters a change says nothing but newer or equal.
    const bool parts =
        page->is_current("hub") && !change && page->scope != whole_key() && page->scope != kCounts;
    Result<Done> done{Done{}};
    if (parts && in_group_) done = end_group();
    in_group_ = in_group_ || change;
    if (change) {
      done = add(*page);
    } else {
      (in_group_ ? behind_ : done_).push_back(std::move(*page));
    }
    if (!done) return done.error();
  }
  const Result<Done> done = end_group();
  if (!done) return done.error();
  std::reverse(done_.begin(), done_.end());
  return std::move(done_);
}

}  // namespace

std::string begin_of_whole_walk(const Manifest& manifest) {
  std::string begin;
  for (const PageInfo& page : manifest.pages) {
    if (!page.is_current("hub") || page.scope != whole_key()) continue;
    if (begin.empty() || page.fetched_at < begin) begin = page.fetched_at;
  }
  return begin;
}

std::string changes_since(const Manifest& manifest) {
  std::string done;
  for (const ScopeInfo& info : manifest.scopes) {
    if (info.key == kChanges) done = info.fetched_at;
  }
  if (done.empty()) done = begin_of_whole_walk(manifest);
  const Day day = parse_date(done);
  if (!day) return {};
  return to_text(Date{day->days - kOverlapDays}) +
         done.substr(std::min<std::size_t>(10, done.size()));
}

Result<Done> put_changes_together(Manifest& manifest, const Cache& cache, CacheWriter& writer) {
  std::size_t loose = 0;
  std::size_t together = 0;
  for (const PageInfo& page : manifest.pages) {
    if (is_change(page)) ++(page.request.empty() ? together : loose);
  }
  if (loose <= std::max(kMostLoosePages, together)) return Done{};
  auto pages = Changes(cache, writer).put_together(manifest.pages);
  if (!pages) return pages.error();
  manifest.pages = *std::move(pages);
  return Done{};
}

RequestCount planned_requests(const HubScope& scope, const RefreshOptions& options,
                              const Manifest& manifest) {
  RequestCount requests = request_count(scope);
  if (scope.kind != HubScope::Kind::all) return requests;
  for (const ScopeInfo& info : manifest.scopes) {
    if (info.key != whole_key()) continue;
    if (info.unfinished > 0) {
      requests.count -= std::min(info.unfinished, requests.count - 1);
    } else if (!info.fetched_at.empty() && !options.whole_again) {
      requests.count = 2 + request_count(most_downloaded()).count;
    }
  }
  return requests;
}

ScopeInfo& HubRefresh::info_of_changes() {
  auto& scopes = manifest_.scopes;
  auto known = std::find_if(scopes.begin(), scopes.end(),
                            [](const ScopeInfo& info) { return info.key == kChanges; });
  if (known == scopes.end()) known = scopes.insert(scopes.end(), {.key = std::string(kChanges)});
  return *known;
}

// A whole walk that was begun is finished before anything else.
bool HubRefresh::must_walk_whole(const ScopeInfo& info) const {
  return options_.whole_again || info.unfinished > 0 || info.fetched_at.empty() || !known_server_ ||
         !has_records(info.key) || changes_since(manifest_).empty();
}

// The whole walk has seen everything that was overlaid before.
void HubRefresh::finish_whole_walk() {
  for (const std::string_view key : {kChanges, kCounts}) {
    replace_pages(std::string(key), 0, [](const PageInfo&) { return true; });
    if (left_.all_proved) left_.proving.insert(std::string(key));
  }
  std::erase_if(manifest_.scopes, [](const ScopeInfo& info) { return info.key == kChanges; });
}

// Models that were created since, from the last page on, which may have become longer.
Walked HubRefresh::walk_news(const HubScope& scope) {
  Walked begun;
  std::size_t on_last_page = 0;
  for (const PageInfo& page : manifest_.pages) {
    if (!page.is_current("hub") || page.scope != whole_key()) continue;
    begun.resume = page.request;
    begun.models += on_last_page;
    on_last_page = page.records;
  }
  const Course course{.expand = Expand::light, .restarts = false};
  return walk_.listing(
      scope, course, std::move(begun),
      [&](const PageInfo& page, const std::string&) { return add_loose_page(page); });
}

Walked HubRefresh::walk_changes(const HubScope& scope) {
  ScopeInfo& info = info_of_changes();
  const Course course{.name = info.key, .expand = Expand::light, .since = changes_since(manifest_)};
  info.complete = false;
  Walked walked;
  walked.resume = info.unfinished > 0 ? info.resume : "";
  if (walked.resume.empty()) info.unfinished = 0;
  // Whatever changes from here on, and so moves in front of the walk, is for the next one.
  std::string begin = timestamp(hub_.clock.now_ms());
  walked = walk_.listing(
      scope, course, std::move(walked), [&](const PageInfo& page, const std::string& next) {
        auto& pages = manifest_.pages;
        std::erase_if(pages,
                      [&](const PageInfo& old) { return is_change(old) && old.file == page.file; });
        return add_page(info, page, next);
      });
  if (!walked.whole()) {
    info.resume = info.unfinished == 0 ? std::string() : walked.resume;
    return walked;
  }
  std::size_t pages = info.unfinished;
  for (auto page = manifest_.pages.rbegin(); page != manifest_.pages.rend() && pages > 0; ++page) {
    if (!is_change(*page)) continue;
    left_.fresh.insert(page->file);
    begin = std::min(begin, page->fetched_at);
    --pages;
  }
  info.fetched_at = begin;
  info.resume.clear();
  info.unfinished = 0;
  info.complete = true;
  return walked;
}

Walked HubRefresh::walk_counts() {
  const Course course{.name = std::string(kCounts), .expand = Expand::counts};
  std::size_t newest = 0;
  const HubScope scope = most_downloaded();
  Walked walked = walk_.listing(scope, course, {}, [&](const PageInfo& page, const std::string&) {
    ++newest;
    return add_loose_page(page);
  });
  if (walked.whole()) replace_pages(course.name, newest, [](const PageInfo&) { return true; });
  return walked;
}

// `counted`: the counters of the most downloaded models come with another scope.
Walked HubRefresh::walk_hub(const HubScope& scope, bool counted) {
  if (must_walk_whole(info_of(scope))) return walk_listing(scope);
  const std::string begin = begin_of_whole_walk(manifest_);
  const Day day = parse_date(begin);
  if (day && hub_.clock.today().days - day->days > kWholeWalkDays && hub_.events.step) {
    hub_.events.step("hub: all: walked on " + begin.substr(0, 10) +
                     "; 'oms fetch --all --full' finds out what is gone since");
  }
  Walked walked = walk_news(scope);
  if (walked.refused) {
    // The place behind the last model is lost.
    info_of(scope).fetched_at.clear();
    return walk_listing(scope);
  }
  const auto go_on = [&](Walked more) {
    const auto append = [](auto& to, const auto& from) {
      to.insert(to.end(), from.begin(), from.end());
    };
    append(walked.rejected, more.rejected);
    append(walked.odd, more.odd);
    walked.failure = more.failure;
    walked.resume = more.resume;
    walked.refused = more.refused;
  };
  if (walked.whole()) go_on(walk_changes(scope));
  if (walked.whole() && !counted) go_on(walk_counts());
  walked.models = 0;
  for (const PageInfo& page : manifest_.pages) {
    if (page.is_current("hub") && page.scope == whole_key()) walked.models += page.records;
  }
  if (!walked.whole()) return walked;
  ScopeInfo& info = info_of(scope);
  info.fetched_at = timestamp(hub_.clock.now_ms());
  info.complete = true;
  changed_ = true;
  finished_ = true;
  return walked;
}

}  // namespace oms
