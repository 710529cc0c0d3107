#include "catalog/hub_refresh.h"

#include <algorithm>
#include <set>

#include "catalog/whole_hub.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// Progress is saved no more often: each time costs two fsyncs, and a page a fraction of that.
constexpr std::int64_t kSaveEveryMs = 1000;
// The Hub's counters move daily: after a day a scope is due again, and a place in a ranking is old.
constexpr std::int64_t kDayMs = 86'400'000;

// A request without what was asked of it.
std::string_view path_of_request(std::string_view request) {
  return request.substr(0, request.find('?'));
}

bool younger_than_a_day(const std::string& fetched_at, std::int64_t now_ms) {
  return !fetched_at.empty() && fetched_at > timestamp(now_ms - kDayMs);
}

auto find_id(std::vector<std::string>& ids, const std::string& id) {
  return std::find_if(ids.begin(), ids.end(),
                      [&](const std::string& other) { return equal_folded(other, id); });
}

void remove_id(std::vector<std::string>& ids, const std::string& id) {
  std::erase_if(ids, [&](const std::string& other) { return equal_folded(other, id); });
}

// Adds it, or corrects its spelling where it stands.
void add_id(std::vector<std::string>& ids, const std::string& id) {
  const auto known = find_id(ids, id);
  if (known == ids.end()) {
    ids.push_back(id);
  } else {
    *known = id;
  }
}

}  // namespace

std::vector<HubScope> planned_scopes(const std::vector<HubScope>& asked, const Beginning& beginning,
                                     std::int64_t now_ms) {
  if (!asked.empty()) return asked;
  const auto& infos = beginning.manifest.scopes;
  const bool interrupted =
      beginning.interrupted ||
      std::any_of(infos.begin(), infos.end(), [](const ScopeInfo& info) { return !info.complete; });
  std::vector<HubScope> scopes;
  bool any = false;
  for (const ScopeInfo& info : infos) {
    auto scope = parse_scope(info.request);
    if (!scope) continue;
    scope->ids = info.ids;
    if (scope->kind == HubScope::Kind::ids && scope->ids.empty()) continue;
    any = true;
    // What an interrupted fetch has just finished is not fetched again.
    if (interrupted && info.complete && younger_than_a_day(info.fetched_at, now_ms)) continue;
    scopes.push_back(*std::move(scope));
  }
  return any ? scopes : default_scopes();
}

HubRefresh::HubRefresh(const RefreshOptions& options, HubAccess hub, Manifest& manifest,
                       bool known_server, const DataSource& bundled)
    : options_(options),
      manifest_(manifest),
      hub_([&] {
        hub.known = [this](std::string_view request) -> const PageInfo* {
          const auto found = known_.find(std::string(request));
          return found == known_.end() ? nullptr : &found->second;
        };
        return std::move(hub);
      }()),
      walk_(hub_),
      known_server_(known_server),
      bundled_(bundled) {
  if (!known_server) return;
  for (const PageInfo& page : manifest.pages) {
    if (page.is_current("hub")) known_.insert_or_assign(page.request, page);
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
  if (now >= saved_ms_ && now - saved_ms_ < kSaveEveryMs) return Done{};
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

bool HubRefresh::has_records(const std::string& key) const {
  return std::any_of(manifest_.pages.begin(), manifest_.pages.end(), [&](const PageInfo& page) {
    return page.is_current("hub") && page.scope == key && page.records > 0;
  });
}

// What the interrupted walk of this scope had, or a new beginning.
Walked HubRefresh::resumed(const HubScope& scope, const ScopeInfo& info) const {
  Walked walked;
  if (info.unfinished == 0 || !known_server_) return walked;
  std::vector<const PageInfo*> pages;
  for (const PageInfo& page : manifest_.pages) {
    if (page.is_current("hub") && page.scope == info.key) pages.push_back(&page);
  }
  if (info.unfinished > pages.size()) return walked;
  walked.resume = info.resume;
  if (scope.kind == HubScope::Kind::all) {
    // Millions, in an order in which none comes twice: there is no need to read them again.
    for (std::size_t i = pages.size() - info.unfinished; i < pages.size(); ++i) {
      walked.models += pages[i]->records;
    }
    return walked;
  }
  for (std::size_t i = pages.size() - info.unfinished; i < pages.size(); ++i) {
    const bool old =
        scope.moves() && !younger_than_a_day(pages[i]->fetched_at, hub_.clock.now_ms());
    const auto content = hub_.cache.read_page(*pages[i]);
    if (old || !content) return {};
    for (const HubLine& line : hub_lines(*content)) {
      walked.seen.insert(line.hub_id.empty() ? line.id : line.hub_id);
    }
  }
  walked.models = walked.seen.size();
  return walked;
}

// A page of its own, not a part of a walk that could be interrupted. What the same request gave
// before makes room for it.
Result<Done> HubRefresh::add_loose_page(const PageInfo& page) {
  for (PageInfo& old : manifest_.pages) {
    const bool same = old.is_current("hub") && old.scope == page.scope;
    if (same && old.request == page.request) old.state = PageState::replaced;
  }
  manifest_.pages.push_back(page);
  left_.fresh.insert(page.file);
  changed_ = true;
  return save();
}

Course HubRefresh::course_of(const HubScope& scope) const {
  Course course;
  if (scope.kind == HubScope::Kind::all) course.expand = Expand::light;
  course.filled = has_records(scope_key(scope));
  return course;
}

Walked HubRefresh::walk_listing(const HubScope& scope) {
  ScopeInfo& info = info_of(scope);
  Walked walked = resumed(scope, info);
  if (walked.models == 0) {
    info.unfinished = 0;
    info.resume.clear();
  } else if (hub_.events.step) {
    hub_.events.step("hub: " + info.key + ": going on behind " + std::to_string(walked.models) +
                     " models");
  }
  // Stopped behind the last page, it has only to be finished.
  const bool walked_before = info.unfinished > 0 && info.resume.empty();
  const Course course = course_of(scope);
  if (!walked_before) {
    walked = walk_.listing(
        scope, course, std::move(walked),
        [&](const PageInfo& page, const std::string& next) { return add_page(info, page, next); });
  }
  if (!walked.whole()) {
    info.resume = info.unfinished == 0 ? std::string() : walked.resume;
    return walked;
  }
  if (course.filled && walked.models == 0) {
    // Twice the same empty answer: its models are kept, and asked for one by one.
    walked.to_the_end = false;
    warnings_.push_back("the Hub lists nothing any more for '" + info.key + "'");
  }
  if (walked.cut_short) {
    warnings_.push_back("the Hub's last page of '" + info.key +
                        "' is full and names no next one: there may be more models");
  }
  finish_listing(scope, walked);
  return walked;
}

// Marks the pages of a scope that newer ones replace; `newest`: that many of its last pages belong
// to the walk that has just ended.
void HubRefresh::replace_pages(const std::string& key, std::size_t newest,
                               const std::function<bool(const PageInfo&)>& replaced) {
  const auto belongs = [&](const PageInfo& page) {
    return page.is_current("hub") && page.scope == key;
  };
  auto& pages = manifest_.pages;
  auto old = static_cast<std::size_t>(std::count_if(pages.begin(), pages.end(), belongs));
  old -= std::min(old, newest);
  for (PageInfo& page : pages) {
    if (!belongs(page)) continue;
    // What an earlier, interrupted run brought counts as fresh once the walk is whole.
    if (old == 0) {
      left_.fresh.insert(page.file);
      continue;
    }
    --old;
    if (replaced(page)) page.state = PageState::replaced;
  }
}

// The pages of this walk take the place of those of the last one.
void HubRefresh::finish_listing(const HubScope& scope, const Walked& walked) {
  ScopeInfo& info = info_of(scope);
  replace_pages(info.key, info.unfinished, [](const PageInfo&) { return true; });
  const bool lossy =
      std::any_of(manifest_.pages.begin(), manifest_.pages.end(), [&](const PageInfo& page) {
        return page.is_current("hub") && page.scope == info.key && page.rejected > 0;
      });
  if (scope.proves_absence() && walked.to_the_end && known_server_ && !lossy) {
    left_.proving.insert(info.key);
    if (scope.kind == HubScope::Kind::all) left_.all_proved = true;
  }
  if (scope.kind == HubScope::Kind::all) finish_whole_walk();
  info.fetched_at = timestamp(hub_.clock.now_ms());
  info.resume.clear();
  info.unfinished = 0;
  info.complete = true;
  changed_ = true;
  finished_ = true;
}

Walked HubRefresh::walk_ids(const HubScope& scope) {
  ScopeInfo& info = info_of(scope);
  std::vector<std::string> ids = scope.ids;
  Walked begun;
  const bool resumes = find_id(ids, info.resume) != ids.end() && !info.resume.empty();
  const std::string elsewhere = resumes ? std::string() : info.resume;
  if (resumes) begun.resume = info.resume;
  if (!resumes) info.unfinished = 0;
  for (const std::string& id : ids) {
    if (find_id(info.ids, id) == info.ids.end()) info.ids.push_back(id);
  }
  info.resume.clear();
  Walked walked = walk_.models(
      ids, options_.with_bases, std::move(begun),
      [&](const PageInfo& page, const std::string& next) { return add_page(info, page, next); });
  finish_ids(info, walked);
  // An interrupted walk over other names is still to be finished, unless all of them were walked.
  const bool pending =
      find_id(ids, elsewhere) == ids.end() && find_id(info.ids, elsewhere) != info.ids.end();
  info.resume = walked.resume.empty() && pending ? elsewhere : walked.resume;
  info.complete = info.resume.empty() && walked.failed_ids.empty() && have_pages(info);
  return walked;
}

bool HubRefresh::have_pages(const ScopeInfo& info) const {
  std::set<std::string> paths;
  for (const PageInfo& page : manifest_.pages) {
    if (page.is_current("hub") && page.scope == info.key) {
      paths.insert(fold(path_of_request(page.request)));
    }
  }
  return std::all_of(info.ids.begin(), info.ids.end(), [&](const std::string& id) {
    return paths.contains(fold(detail_path(id, {})));
  });
}

// Those that the catalog has: of the others there is nothing to say.
std::vector<std::string> HubRefresh::known_models(const std::vector<std::string>& ids) const {
  IdSet wanted;
  for (const std::string& id : ids) wanted.insert(id);
  IdSet known;
  const auto look_into = [&](std::string_view lines) {
    for (const HubLine& line : hub_lines(lines)) {
      if (wanted.contains(line.id)) known.insert(line.id);
    }
  };
  if (ids.empty()) return {};
  const auto snapshot = bundled_().find("snapshot.ndjson");
  if (snapshot != bundled_().end()) look_into(snapshot->second);
  for (const PageInfo& page : manifest_.pages) {
    if (known.size() == wanted.size()) break;
    const auto content = page.source == "hub" ? hub_.cache.read_page(page) : std::string();
    if (content) look_into(*content);
  }
  std::vector<std::string> result = ids;
  std::erase_if(result, [&](const std::string& id) { return !known.contains(id); });
  return result;
}

// A model's new page takes the place of its old one; so does the news that there is none.
void HubRefresh::finish_ids(ScopeInfo& info, const Walked& walked) {
  std::set<std::string> replaced;  // folded paths
  std::size_t newest = info.unfinished;
  for (auto page = manifest_.pages.rbegin(); page != manifest_.pages.rend() && newest > 0; ++page) {
    if (!page->is_current("hub") || page->scope != info.key) continue;
    replaced.insert(fold(path_of_request(page->request)));
    --newest;
  }
  for (const std::string& id : walked.missing_ids) replaced.insert(fold(detail_path(id, {})));
  for (const auto& moved : walked.redirected) replaced.insert(fold(detail_path(moved.id, {})));
  replace_pages(info.key, info.unfinished, [&](const PageInfo& page) {
    return replaced.contains(fold(path_of_request(page.request)));
  });
  for (const std::string& id : walked.missing_ids) remove_id(info.ids, id);
  for (const auto& moved : walked.redirected) remove_id(info.ids, moved.id);
  for (const std::string& id : walked.ids) add_id(info.ids, id);
  const std::vector<std::string> gone = known_models(walked.missing_ids);
  if (walked.resume.empty()) {
    info.unfinished = 0;
    info.fetched_at = timestamp(hub_.clock.now_ms());
    finished_ = finished_ || !walked.ids.empty() || !gone.empty();
  }
  left_.missing_ids.insert(left_.missing_ids.end(), gone.begin(), gone.end());
  left_.redirected.insert(left_.redirected.end(), walked.redirected.begin(),
                          walked.redirected.end());
  changed_ = changed_ || !gone.empty() || !walked.redirected.empty();
}

// A question that was asked now and that the server refuses is not asked by every later fetch.
void HubRefresh::forget_refused(const HubScope& scope, const Walked& walked) {
  const std::string key = scope_key(scope);
  if (!walked.refused || options_.scopes.empty() || has_records(key)) return;
  std::erase_if(manifest_.scopes, [&](const ScopeInfo& info) { return info.key == key; });
}

// At the end, so that a model which only moved from one scope to another has not left.
Result<Done> HubRefresh::settle(HubWalk* ask) {
  return settle_left_models(left_, manifest_,
                            {hub_.cache, hub_.writer, hub_.clock, hub_.events, ask});
}

Result<SourceOutcome> HubRefresh::run(const std::vector<HubScope>& scopes, RefreshReport& report) {
  SourceOutcome outcome{.source = "hub"};
  // All are on record from the start, so that an interrupted fetch knows what it has not begun.
  for (const HubScope& scope : scopes) {
    ScopeInfo& info = info_of(scope);
    if (scope.kind != HubScope::Kind::ids) info.complete = false;
  }
  const auto stopped = [&] { return hub_.events.stopped && hub_.events.stopped(); };
  const auto append = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  IdSet seen;  // one model may be in several scopes
  std::size_t of_hub = 0;
  const std::string counters = scope_key(most_downloaded());
  const bool counted = std::any_of(scopes.begin(), scopes.end(), [&](const HubScope& scope) {
    return scope_key(scope) == counters;
  });
  for (const HubScope& scope : scopes) {
    const bool by_name = scope.kind == HubScope::Kind::ids;
    const bool all = scope.kind == HubScope::Kind::all;
    const Walked walked = by_name ? walk_ids(scope)
                          : all   ? walk_hub(scope, counted)
                                  : walk_listing(scope);
    seen.insert(walked.seen);
    if (all) of_hub = walked.models;
    outcome.records = std::max(seen.size(), of_hub);  // the whole Hub has the others too
    outcome.answered = outcome.answered || walked.models > 0 || (!by_name && walked.whole());
    append(outcome.rejected, walked.rejected);
    append(outcome.odd, walked.odd);
    append(report.missing_ids, walked.missing_ids);
    if (!outcome.failed()) outcome.failure = walked.failure;
    forget_refused(scope, walked);
    // Where the server only refuses one question, the others are asked all the same.
    const bool goes_on = walked.resume.empty() || walked.refused;
    if (!goes_on || stopped()) break;
  }
  std::erase_if(manifest_.scopes, [](const ScopeInfo& info) {
    return info.request == "kind=ids" && info.ids.empty();
  });
  report.interrupted = stopped();
  if (report.interrupted) outcome.failure = {};
  append(report.warnings, warnings_);
  if (!changed_ || report.interrupted) return outcome;
  const auto settled = settle(outcome.failed() ? nullptr : &walk_);
  if (!settled) return settled.error();
  // Behind settling, which looks at the pages that just came.
  const auto together = put_changes_together(manifest_, hub_.cache, hub_.writer);
  if (!together) return together.error();
  return outcome;
}

}  // namespace oms
