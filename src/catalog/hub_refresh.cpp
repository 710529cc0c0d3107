#include "catalog/hub_refresh.h"

#include <algorithm>

#include "oms/base/text.h"

namespace oms {
namespace {

// Progress is saved no more often: each time costs two fsyncs, and a page a fraction of that.
constexpr std::int64_t kSaveEveryMs = 1000;
// The Hub's counters move daily: after a day a scope is due again, and a place in a ranking is old.
constexpr std::int64_t kDayMs = 86'400'000;

// The Hub's own address of a page without what was asked of it.
std::string_view path_of_request(std::string_view request) {
  return request.substr(0, request.find('?'));
}

bool younger_than_a_day(const std::string& fetched_at, std::int64_t now_ms) {
  return !fetched_at.empty() && fetched_at > timestamp(now_ms - kDayMs);
}

bool same_id(const std::string& a, const std::string& b) { return equal_folded(a, b); }

void remove_id(std::vector<std::string>& ids, const std::string& id) {
  std::erase_if(ids, [&](const std::string& other) { return same_id(other, id); });
}

void add_id(std::vector<std::string>& ids, const std::string& id) {
  const auto same = [&](const std::string& other) { return same_id(other, id); };
  if (std::none_of(ids.begin(), ids.end(), same)) ids.push_back(id);
}

}  // namespace

std::vector<HubScope> planned_scopes(const std::vector<HubScope>& asked, const Manifest& manifest,
                                     std::int64_t now_ms) {
  if (!asked.empty()) return asked;
  const bool interrupted = std::any_of(manifest.scopes.begin(), manifest.scopes.end(),
                                       [](const ScopeInfo& info) { return !info.complete; });
  std::vector<HubScope> scopes;
  for (const ScopeInfo& info : manifest.scopes) {
    auto scope = parse_scope(info.request);
    if (!scope) continue;
    scope->ids = info.ids;
    // What an interrupted fetch has just finished is not fetched again.
    if (interrupted && info.complete && younger_than_a_day(info.fetched_at, now_ms)) continue;
    scopes.push_back(*std::move(scope));
  }
  return manifest.scopes.empty() ? default_scopes() : scopes;
}

HubRefresh::HubRefresh(const RefreshOptions& options, HubAccess hub, Manifest& manifest)
    : options_(options),
      manifest_(manifest),
      hub_([&] {
        hub.known = [this](std::string_view request) -> const PageInfo* {
          const auto found = known_.find(std::string(request));
          return found == known_.end() ? nullptr : &found->second;
        };
        return std::move(hub);
      }()),
      walk_(hub_) {
  for (const PageInfo& page : manifest.pages) {
    if (page.source == "hub" && !page.left) known_.emplace(page.request, page);
  }
}

ScopeInfo& HubRefresh::info_of(const HubScope& scope) {
  const std::string key = scope_key(scope);
  auto& scopes = manifest_.scopes;
  auto known = std::find_if(scopes.begin(), scopes.end(),
                            [&](const ScopeInfo& info) { return info.key == key; });
  if (known == scopes.end()) known = scopes.insert(scopes.end(), ScopeInfo{.key = key});
  known->request = scope_query(scope);
  return *known;
}

Result<Done> HubRefresh::save() {
  const std::int64_t now = hub_.clock.now_ms();
  if (now - saved_ms_ < kSaveEveryMs) return Done{};
  saved_ms_ = now;
  manifest_.created_at = timestamp(now);
  return hub_.writer.save_progress(manifest_);
}

Result<Done> HubRefresh::add_page(ScopeInfo& info, const PageInfo& page, const std::string& next) {
  manifest_.pages.push_back(page);
  ++info.unfinished;
  info.resume = next;
  changed_ = true;
  return save();
}

// What the interrupted walk of this scope had, or a new beginning.
Walked HubRefresh::resumed(const HubScope& scope, const ScopeInfo& info) const {
  Walked walked;
  if (info.resume.empty()) return walked;
  std::vector<const PageInfo*> pages;
  for (const PageInfo& page : manifest_.pages) {
    if (page.source == "hub" && page.scope == info.key && !page.left) pages.push_back(&page);
  }
  if (info.unfinished > pages.size()) return walked;
  for (std::size_t i = pages.size() - info.unfinished; i < pages.size(); ++i) {
    const bool old =
        scope.moves() && !younger_than_a_day(pages[i]->fetched_at, hub_.clock.now_ms());
    const auto content = hub_.cache.read_page(*pages[i]);
    if (old || !content) return {};
    for (const HubLine& line : hub_lines(*content)) {
      walked.seen.insert(line.hub_id.empty() ? line.id : line.hub_id);
    }
  }
  walked.resume = info.resume;
  return walked;
}

Walked HubRefresh::walk_listing(const HubScope& scope) {
  ScopeInfo& info = info_of(scope);
  Walked begun = resumed(scope, info);
  if (begun.resume.empty()) {
    info.unfinished = 0;
  } else if (hub_.events.step) {
    hub_.events.step("hub: " + info.key + ": going on behind " + std::to_string(begun.seen.size()) +
                     " models");
  }
  info.resume = begun.resume;
  Walked walked = walk_.listing(
      scope, std::move(begun),
      [&](const PageInfo& page, const std::string& next) { return add_page(info, page, next); });
  if (!walked.whole()) {
    info.resume = info.unfinished == 0 ? std::string() : walked.resume;
    return walked;
  }
  const auto finished = finish_listing(scope, walked);
  if (!finished) {
    walked.error = finished.error().what;
    walked.code = finished.error().code;
  }
  return walked;
}

// Takes away the pages of a scope that newer ones replace; `newest`: that many of its last pages
// belong to the walk that has just ended.
void HubRefresh::separate(const std::string& key, std::size_t newest,
                          const std::function<bool(const PageInfo&)>& replaced) {
  const auto belongs = [&](const PageInfo& page) {
    return page.source == "hub" && page.scope == key && !page.left;
  };
  auto& pages = manifest_.pages;
  auto old = static_cast<std::size_t>(std::count_if(pages.begin(), pages.end(), belongs));
  old -= std::min(old, newest);
  std::vector<PageInfo> kept;
  for (PageInfo& page : pages) {
    const bool is_old = belongs(page) && old > 0;
    if (is_old) --old;
    // What an earlier, interrupted run brought counts as fresh once the walk is whole.
    if (belongs(page) && !is_old) left_.fresh.insert(page.file);
    (is_old && replaced(page) ? left_.displaced : kept).push_back(std::move(page));
  }
  pages = std::move(kept);
}

// Done after each scope, so that an interrupted fetch forgets no model that left.
Result<Done> HubRefresh::settle(HubWalk* ask) {
  const auto settled =
      settle_left_models(left_, manifest_, {hub_.cache, hub_.writer, hub_.clock, hub_.events, ask});
  left_.displaced.clear();
  left_.missing_ids.clear();
  left_.redirected.clear();
  return settled;
}

// The pages of this walk take the place of those of the last one.
Result<Done> HubRefresh::finish_listing(const HubScope& scope, const Walked& walked) {
  ScopeInfo& info = info_of(scope);
  separate(info.key, info.unfinished, [](const PageInfo&) { return true; });
  if (scope.proves_absence() && walked.to_the_end) left_.proving.insert(info.key);
  info.fetched_at = timestamp(hub_.clock.now_ms());
  info.resume.clear();
  info.unfinished = 0;
  info.complete = true;
  changed_ = true;
  return left_.displaced.empty() ? Result<Done>(Done{}) : settle(nullptr);
}

Walked HubRefresh::walk_ids(const HubScope& scope) {
  ScopeInfo& info = info_of(scope);
  const auto& ids = scope.ids;
  Walked begun;
  const bool resumes = std::find(ids.begin(), ids.end(), info.resume) != ids.end();
  const std::string elsewhere = resumes ? std::string() : info.resume;
  if (resumes) begun.resume = info.resume;
  if (!resumes) info.unfinished = 0;
  for (const std::string& id : ids) add_id(info.ids, id);
  info.resume.clear();
  info.complete = false;
  Walked walked = walk_.models(
      ids, options_.with_bases, std::move(begun),
      [&](const PageInfo& page, const std::string& next) { return add_page(info, page, next); });
  const auto finished = finish_ids(info, walked);
  if (!finished && walked.error.empty()) {
    walked.error = finished.error().what;
    walked.code = finished.error().code;
  }
  // An interrupted walk over other names is still to be finished.
  info.resume = walked.resume.empty() ? elsewhere : walked.resume;
  info.complete = walked.whole() && info.resume.empty();
  return walked;
}

// A model's new page takes the place of its old one; so does the news that there is none.
Result<Done> HubRefresh::finish_ids(ScopeInfo& info, const Walked& walked) {
  std::set<std::string> replaced;  // folded paths
  std::size_t newest = info.unfinished;
  for (auto page = manifest_.pages.rbegin(); page != manifest_.pages.rend() && newest > 0; ++page) {
    if (page->source != "hub" || page->scope != info.key || page->left) continue;
    replaced.insert(fold(path_of_request(page->request)));
    --newest;
  }
  for (const std::string& id : walked.missing_ids) replaced.insert(fold(detail_path(id, {})));
  for (const auto& [id, now] : walked.redirected) replaced.insert(fold(detail_path(id, {})));
  separate(info.key, info.unfinished, [&](const PageInfo& page) {
    return replaced.contains(fold(path_of_request(page.request)));
  });
  for (const std::string& id : walked.missing_ids) remove_id(info.ids, id);
  for (const auto& [id, now] : walked.redirected) remove_id(info.ids, id);
  for (const std::string& id : walked.ids) {
    remove_id(info.ids, id);  // which may be spelled otherwise
    info.ids.push_back(id);
  }
  if (walked.whole()) {
    info.unfinished = 0;
    info.fetched_at = timestamp(hub_.clock.now_ms());
  }
  left_.missing_ids = walked.missing_ids;
  left_.redirected = walked.redirected;
  const bool news = !left_.missing_ids.empty() || !left_.redirected.empty();
  changed_ = changed_ || news;
  return left_.displaced.empty() && !news ? Result<Done>(Done{}) : settle(nullptr);
}

// A question that the server refuses at once is not asked by every later fetch.
void HubRefresh::forget_refused(const HubScope& scope, const Walked& walked) {
  const std::string key = scope_key(scope);
  const auto has_page = [&](const PageInfo& page) { return page.scope == key; };
  const auto& pages = manifest_.pages;
  if (walked.error.empty() || walked.code != Errc::data) return;
  if (std::any_of(pages.begin(), pages.end(), has_page)) return;
  std::erase_if(manifest_.scopes, [&](const ScopeInfo& info) { return info.key == key; });
}

SourceOutcome HubRefresh::run(RefreshReport& report) {
  SourceOutcome outcome{.source = "hub"};
  const auto stopped = [&] { return hub_.events.stopped && hub_.events.stopped(); };
  const std::vector<HubScope> scopes =
      planned_scopes(options_.scopes, manifest_, hub_.clock.now_ms());
  // All are on record from the start, so that an interrupted fetch knows what it has not begun.
  for (const HubScope& scope : scopes) info_of(scope).complete = false;
  for (const HubScope& scope : scopes) {
    const bool by_name = scope.kind == HubScope::Kind::ids;
    const Walked walked = by_name ? walk_ids(scope) : walk_listing(scope);
    outcome.records += walked.seen.size();
    const auto append = [](auto& to, const auto& from) {
      to.insert(to.end(), from.begin(), from.end());
    };
    append(outcome.rejected, walked.rejected);
    append(outcome.odd, walked.odd);
    append(report.missing, walked.missing);
    append(report.missing_ids, walked.missing_ids);
    outcome.error = walked.error;
    outcome.code = walked.code;
    forget_refused(scope, walked);
    if (!walked.whole() || stopped()) break;
  }
  report.interrupted = stopped();
  if (report.interrupted) outcome.error.clear();
  if (!outcome.error.empty() || report.interrupted || !changed_) return outcome;
  const auto settled = settle(&walk_);
  if (!settled) {
    outcome.error = settled.error().what;
    outcome.code = settled.error().code;
  }
  return outcome;
}

}  // namespace oms
