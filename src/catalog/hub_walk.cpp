#include "catalog/hub_walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "oms/base/date.h"
#include "oms/base/text.h"

namespace oms {

// A page that is in the cache, or why it is not.
struct HubWalk::Stored {
  PageInfo page = {};
  HubPage content = {};  // without the lines, once they are written
  std::size_t number = 0;
  std::size_t limit = 0;
  bool suspect = false;  // not written: worth asking for again
  bool readable = true;  // `content` has what could be read
  std::string newest_change = {};
  Error failure = {};
};

struct HubWalk::Listing {
  const HubScope& scope;
  const Course& course;
  std::string name = {};
  std::size_t most = 0;
  std::vector<std::string> keys = {};
  std::string path = {};  // of the page to ask for now
  std::size_t page_size = kPageSize;
  std::size_t limit = 0;  // of that page
  std::size_t number = 0;
  bool resumed = false;
  Walked walked = {};
  IdSet page_before = {};  // models of it; only in a walk of the whole Hub
  std::future<Stored> storing = {};
  std::size_t storing_limit = 0;
  std::unordered_set<std::size_t> visited = {};  // hashes of paths

  // Models, should every page that is not read yet be full.
  std::size_t expected() const { return walked.models + (storing.valid() ? storing_limit : 0); }
  void begin() {
    limit = std::min(page_size, most);
    path = course.since.empty() ? first_path(scope, keys, limit) : changed_path(keys, limit);
    resumed = false;
  }
};

namespace {

// A server that cannot make a page in time is asked for half of it.
constexpr int kGatewayTimeouts = 2;
constexpr std::size_t kSmallestPage = 25;
// After so many pages that were as bad the second time, the others are not asked for again.
constexpr int kMostFruitless = 3;
// A server may learn a key that it refused.
constexpr std::int32_t kRefusedDays = 30;
constexpr int kTriesForWay = 3;  // at a page whose Link header leads nowhere or in a circle
// Of the thousands of pages of the whole Hub not each is worth a line in a log.
constexpr std::size_t kPagesALine = 50;

bool looks_like_list(std::string_view body) {
  body = trim(body);
  return body.size() >= 2 && body.front() == '[' && body.back() == ']';
}

std::size_t hash_of(const std::string& path) { return std::hash<std::string>{}(path); }

}  // namespace

// Why an answer that is no page ends the walk.
Error HubWalk::refused_answer(const HttpResponse& response, std::string_view path) {
  const bool token = response.status == 401 || response.status == 403;
  return {token ? Errc::network : Errc::data,
          fmt::format("the Hub answered {} to '{}': {}", response.status,
                      path.substr(0, path.find('?')), server_message(response)),
          token ? "check HF_TOKEN" : ""};
}

void HubWalk::step(const std::string& line) const {
  if (hub_.events.step) hub_.events.step(line);
}

const PageInfo* HubWalk::known(std::string_view request) const {
  const PageInfo* page = hub_.known ? hub_.known(request) : nullptr;
  return page == nullptr || page->etag.empty() ? nullptr : page;
}

// Without the keys that this server is known to refuse.
std::vector<std::string> HubWalk::allowed_keys(Expand expand) const {
  const Date today = hub_.clock.today();
  std::vector<std::string> keys = expand_keys(expand);
  std::erase_if(keys, [&](const std::string& key) {
    const std::string begin = hub_.endpoint + " " + key + " ";
    return std::any_of(hub_.refused.begin(), hub_.refused.end(), [&](const std::string& entry) {
      if (!entry.starts_with(begin)) return false;
      const Day day = parse_date(std::string_view(entry).substr(begin.size()));
      return day && today.days - day->days < kRefusedDays;
    });
  });
  return keys;
}

// An answer came without some keys: the server refuses them. Before that, a refusal may have been
// about anything.
void HubWalk::remember_refused(Expand expand, const std::vector<std::string>& keys) {
  for (const std::string& key : allowed_keys(expand)) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    const std::string begin = hub_.endpoint + " " + key + " ";
    std::erase_if(hub_.refused, [&](const std::string& old) { return old.starts_with(begin); });
    hub_.refused.push_back(begin + to_text(hub_.clock.today()));
  }
}

PageInfo HubWalk::page_info(std::string_view scope, std::string_view request,
                            const HttpResponse& response) const {
  PageInfo page;
  page.source = "hub";
  page.scope = scope;
  page.request = request;
  page.expand = keys_of(request);
  page.etag = response.header("etag");
  page.fetched_at = timestamp(hub_.clock.now_ms());
  return page;
}

// A Link header that leads to no page, or to one that was there before, is an error of the server.
bool HubWalk::way_is_good(const Listing& now, const Fetched& fetched) const {
  return !fetched.way_lost && fetched.next != now.path &&
         (fetched.next.empty() || !now.visited.contains(hash_of(fetched.next)));
}

// A full page without a next one, where more is wanted: the end, or a header that got lost. The
// same for an empty list where there were models before.
bool HubWalk::may_go_on(const Listing& now, const Fetched& fetched) const {
  if (!fetched.next.empty()) return false;
  const bool wanted = now.expected() + now.limit < now.most;
  const bool first = now.course.filled && now.number == 0;
  if (!wanted && !first) return false;
  if (fetched.response.status == 304) return wanted;
  const auto page = reduce_hub_page(fetched.response.body, Siblings::drop);
  if (!page) return false;
  if (page->records == 0) return first;
  return wanted && page->records + page->rejected.size() >= now.limit;
}

// The page at now.path, which may become a smaller one or that of a walk begun anew.
Result<Fetched> HubWalk::get_page(Listing& now) {
  const PageInfo* same = known(now.path);
  bool doubted = false;
  for (int lost = 0;;) {
    std::vector<std::pair<std::string, std::string>> headers;
    if (same != nullptr) headers.emplace_back("If-None-Match", same->etag);
    const Transport::Patient patient{
        .acceptable = looks_like_list,
        .most_gateway_timeouts = now.limit > kSmallestPage ? kGatewayTimeouts : 0};
    auto fetched = hub_.transport.get(now.path, std::move(headers), patient);
    if (!fetched) return fetched;
    const HttpResponse& response = fetched->response;
    if (response.status == 504) {
      now.page_size = std::max(now.limit / 2, kSmallestPage);
      now.limit = std::min(now.limit, now.page_size);
      now.path = with_limit(now.path, now.limit);
      same = known(now.path);
      step(fmt::format("hub: {}: {} models a page from here on", now.name, now.page_size));
    } else if (response.status == 400 && now.number == 0 && now.resumed && now.course.restarts) {
      now.begin();  // the place is no longer known there
      same = known(now.path);
    } else if (response.status == 400 && now.number == 0 && !now.resumed &&
               drop_optional(now.keys)) {
      now.begin();
      same = known(now.path);
    } else if (response.status != 200 && response.status != 304) {
      now.walked.refused = response.status >= 400 && response.status < 500;
      return refused_answer(response, now.path);
    } else if (!doubted && may_go_on(now, *fetched)) {
      doubted = true;
      same = nullptr;
    } else if (way_is_good(now, *fetched)) {
      return fetched;
    } else if (++lost == kTriesForWay) {
      return Error{Errc::network,
                   fmt::format("the Hub's pages of '{}' lead {}", now.name,
                               fetched->way_lost ? "elsewhere" : "in a circle"),
                   "run the fetch again later"};
    }
  }
}

void HubWalk::write(Stored& stored) {
  HubPage& content = stored.content;
  // What is not sound is to be asked for in full the next time.
  if (!content.sound()) stored.page.etag.clear();
  stored.page.records = content.records;
  stored.page.rejected = content.rejected.size();
  if (dated_) stored.newest_change = newest_change(content.lines);
  const auto written = hub_.writer.write_page(stored.page, content.lines);
  if (!written) stored.failure = written.error();
  stored.suspect = false;
  content.lines = {};
}

HubWalk::Stored HubWalk::reduce_and_write(PageInfo page, std::string_view body) {
  Stored stored{.page = std::move(page)};
  auto content = reduce_hub_page(body, Siblings::drop);
  stored.readable = content.has_value();
  stored.suspect = !content || !content->sound();
  if (content) stored.content = *std::move(content);
  if (!stored.suspect) write(stored);
  return stored;
}

// The server has the same page as before.
HubWalk::Stored HubWalk::reuse(PageInfo page, const PageInfo& known) const {
  Stored stored{.page = std::move(page)};
  const auto lines = hub_.cache.read_page(known);
  stored.readable = lines.has_value();
  stored.suspect = !lines;
  if (!lines) return stored;
  for (const HubLine& line : hub_lines(*lines)) {
    stored.content.ids.emplace_back(line.id);
    stored.content.hub_ids.emplace_back(line.hub_id);
  }
  stored.content.records = stored.content.ids.size();
  if (dated_) stored.newest_change = newest_change(*lines);
  stored.page.file = known.file;
  stored.page.checksum = known.checksum;
  stored.page.records = known.records;
  stored.page.etag = known.etag;
  return stored;
}

void HubWalk::store(Listing& now, Fetched fetched) {
  PageInfo page = page_info(now.name, now.path, fetched.response);
  const PageInfo* same = fetched.response.status == 304 ? known(now.path) : nullptr;
  ++now.number;
  auto work = [this, page = std::move(page), same, number = now.number, limit = now.limit,
               body = std::move(fetched.response.body)]() mutable {
    Stored stored =
        same != nullptr ? reuse(std::move(page), *same) : reduce_and_write(std::move(page), body);
    stored.number = number;
    stored.limit = limit;
    return stored;
  };
  now.storing_limit = now.limit;
  now.storing = std::async(std::launch::async, std::move(work));
}

// A body with one bad record is worth another try, and more of them when the second answer is not
// as bad in the same way. Where that never helps, it is given up.
void HubWalk::ask_again(Stored& bad) {
  if (bad.readable && fruitless_ >= kMostFruitless) return write(bad);
  HubPage best;
  const auto take_if = [&](std::string_view body, bool good) {
    auto content = reduce_hub_page(body, Siblings::drop);
    if (!content) return false;
    const bool same = content->rejected == bad.content.rejected && content->odd == bad.content.odd;
    if (good && !content->sound() && !same) return false;
    best = *std::move(content);
    return true;
  };
  const Transport::Patient patient{
      .acceptable = [&](std::string_view body) { return take_if(body, true); },
      .usable = [&](std::string_view body) { return take_if(body, false); }};
  const auto fetched = hub_.transport.get(bad.page.request, {}, patient);
  if (!fetched || fetched->response.status != 200) {
    bad.failure = fetched ? refused_answer(fetched->response, bad.page.request) : fetched.error();
    return;
  }
  fruitless_ = best.sound() ? 0 : fruitless_ + 1;
  bad.page = page_info(bad.page.scope, bad.page.request, fetched->response);
  bad.content = std::move(best);
  write(bad);
}

// In an order that holds still, a row can only be repeated by the next page: no need to remember
// the millions before.
void HubWalk::count(Listing& now, const HubPage& content) const {
  const bool still = now.scope.kind == HubScope::Kind::all;
  IdSet page;
  for (std::size_t i = 0; i < content.ids.size(); ++i) {
    const std::string& key = content.hub_ids[i].empty() ? content.ids[i] : content.hub_ids[i];
    const bool is_new =
        still ? page.insert(key) && !now.page_before.contains(key) : now.walked.seen.insert(key);
    if (is_new) ++now.walked.models;
  }
  now.page_before = std::move(page);
}

void HubWalk::tell(const Listing& now, std::size_t page) const {
  const bool each = now.scope.kind != HubScope::Kind::all || hub_.events.transport.countdown;
  if (!each && !now.path.empty() && page % kPagesALine != 0) return;
  const std::string of = now.scope.top == 0 ? "" : fmt::format(" of {}", now.scope.top);
  step(fmt::format("hub: {}: {}{} models", now.name, now.walked.models, of));
}

// Adds the page that is being stored, if any. False: the walk ends here.
bool HubWalk::take(Listing& now, const Kept& kept) {
  if (!now.storing.valid()) return true;
  Walked& walked = now.walked;
  Stored stored = now.storing.get();
  if (stored.suspect) ask_again(stored);
  const bool undated = !now.course.since.empty() && stored.newest_change.empty();
  if (stored.failure.what.empty() && undated && stored.content.records > 0) {
    stored.failure = {Errc::network, "the Hub does not say when models were changed",
                      "run 'oms fetch --all --full'"};
  }
  const bool too_old = stored.newest_change < now.course.since;
  if (stored.failure.what.empty() && too_old) {
    now.path.clear();
    return true;
  }
  if (stored.failure.what.empty()) {
    const auto saved = kept(stored.page, now.path);
    if (!saved) stored.failure = saved.error();
  }
  if (!stored.failure.what.empty()) {
    walked.failure = stored.failure;
    walked.resume = stored.page.request;
    return false;
  }
  const HubPage& content = stored.content;
  count(now, content);
  const auto name = [&](const std::vector<std::string>& from, std::vector<std::string>& to) {
    for (const std::string& record : from) {
      to.push_back(fmt::format("{}, page {}, {}", now.name, stored.number, record));
    }
  };
  name(content.rejected, walked.rejected);
  name(content.odd, walked.odd);
  // A full page without a next one may be the end, or a mirror that does not page.
  const std::size_t rows = content.records + content.rejected.size();
  walked.to_the_end = now.path.empty() && rows < stored.limit;
  // Of smaller pages too many are full by chance.
  walked.cut_short =
      now.path.empty() && rows >= kPageSize && walked.models + walked.rejected.size() < now.most;
  tell(now, stored.number);
  return true;
}

// Chooses the next page. The one that is being stored counts as full until it has been read.
void HubWalk::advance(Listing& now, const std::string& next, const Kept& kept) {
  now.visited.insert(hash_of(now.path));
  now.path = next;
  std::size_t expected = now.expected();
  if (expected >= now.most && !next.empty()) {
    if (!take(now, kept)) return;
    expected = now.walked.models;
    if (expected >= now.most) now.path.clear();
  }
  if (now.path.empty()) return;
  const std::size_t limit = std::min(now.page_size, now.most - expected);
  if (limit != now.limit) now.path = with_limit(now.path, limit);
  now.limit = limit;
}

Walked HubWalk::listing(const HubScope& scope, const Course& course, Walked walked,
                        const Kept& kept) {
  Listing now{.scope = scope, .course = course};
  now.name = course.name.empty() ? scope_key(scope) : course.name;
  now.most = scope.top == 0 ? static_cast<std::size_t>(-1) : scope.top;
  now.keys = allowed_keys(course.expand);
  dated_ = !course.since.empty();
  now.begin();
  if (!walked.resume.empty()) {
    now.limit = std::min(kPageSize, now.most - std::min(walked.models, now.most));
    now.path = now.limit == 0 ? std::string() : with_limit(walked.resume, now.limit);
    now.resumed = true;
  }
  now.walked = std::move(walked);
  now.walked.resume.clear();
  while (!now.path.empty() && !stopped()) {
    auto fetched = get_page(now);
    // The page before is judged first: it may have to be asked for again.
    if (!take(now, kept)) return std::move(now.walked);
    if (!fetched) {
      now.walked.failure = fetched.error();
      now.walked.resume = now.path;
      return std::move(now.walked);
    }
    if (now.number == 0 && !now.resumed) remember_refused(course.expand, now.keys);
    const std::string next = std::move(fetched->next);
    store(now, *std::move(fetched));
    advance(now, next, kept);
    // Whether there is a next page to ask for depends on what is on this one.
    if (dated_ && !take(now, kept)) return std::move(now.walked);
    if (now.walked.failed()) return std::move(now.walked);
  }
  if (take(now, kept)) now.walked.resume = now.path;
  return std::move(now.walked);
}

}  // namespace oms
