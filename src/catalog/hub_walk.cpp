#include "catalog/hub_walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "oms/base/date.h"
#include "oms/base/text.h"
#include "oms/source/hub_record.h"

namespace oms {

// A page that is in the cache, or why it is not.
struct HubWalk::Stored {
  PageInfo page = {};
  HubPage content = {};  // without the lines
  std::size_t number = 0;
  std::size_t limit = 0;
  bool suspect = false;  // not written: worth asking for again
  Error error = {};
};

struct HubWalk::Listing {
  const HubScope& scope;
  std::string name = {};
  std::size_t most = 0;
  std::vector<std::string> keys = {};
  std::string path = {};  // of the page to ask for now
  std::size_t page_size = kPageSize;
  std::size_t limit = 0;  // of that page
  std::size_t number = 0;
  bool resumed = false;
  Walked walked = {};
  std::future<Stored> storing = {};
  std::size_t storing_limit = 0;
  std::unordered_set<std::size_t> visited = {};  // hashes of paths

  // Models, should every page that is not read yet be full.
  std::size_t expected() const {
    return walked.seen.size() + (storing.valid() ? storing_limit : 0);
  }
  void begin() {
    limit = std::min(page_size, most);
    path = first_path(scope, keys, limit);
    resumed = false;
  }
};

struct HubWalk::Names {
  bool with_bases = false;
  IdSet asked = {};
  std::string root = {};  // the one that was asked for; what follows are its bases
  int depth = 0;
};

namespace {

constexpr int kDeepestBase = 16;
// A server that cannot make a page in time is asked for half of it.
constexpr int kGatewayTimeouts = 2;
constexpr std::size_t kSmallestPage = 25;
constexpr int kTriesForWay = 3;  // at a page whose Link header leads nowhere or in a circle

bool looks_like_list(std::string_view body) {
  body = trim(body);
  return body.size() >= 2 && body.front() == '[' && body.back() == ']';
}

// Why an answer that is no page ends the walk.
Error refused_answer(const HttpResponse& response, std::string_view path) {
  const bool token = response.status == 401 || response.status == 403;
  return {token ? Errc::network : Errc::data,
          fmt::format("the Hub answered {} to '{}': {}", response.status,
                      path.substr(0, path.find('?')), server_message(response)),
          token ? "check HF_TOKEN" : ""};
}

void fail(Walked& walked, const Error& error) {
  walked.error = error.hint.empty() ? error.what : error.what + "; " + error.hint;
  walked.code = error.code;
}

// A missing model and one that may not be seen look alike to who has no token; with one, a 401
// that does not say so is about the token itself.
bool is_missing(const HttpResponse& response, bool has_token) {
  if (response.status == 404 || response.header("x-error-code") == "RepoNotFound") return true;
  return response.status == 401 && !has_token;
}

std::vector<std::string> bases_of(std::string_view line) {
  HubRecordReader reader;
  const auto record = reader.read(trim(line));
  if (!record) return {};
  return record->parents.empty() ? record->base_models : record->parents;
}

std::size_t hash_of(const std::string& path) { return std::hash<std::string>{}(path); }

}  // namespace

void HubWalk::step(const std::string& line) const {
  if (hub_.events.step) hub_.events.step(line);
}

const PageInfo* HubWalk::known(std::string_view request) const {
  const PageInfo* page = hub_.known ? hub_.known(request) : nullptr;
  return page == nullptr || page->etag.empty() ? nullptr : page;
}

// Without the keys that this server is known to refuse.
std::vector<std::string> HubWalk::allowed_keys(Expand expand) const {
  std::vector<std::string> keys = expand_keys(expand);
  std::erase_if(keys, [&](const std::string& key) {
    return std::find(hub_.refused.begin(), hub_.refused.end(), hub_.endpoint + " " + key) !=
           hub_.refused.end();
  });
  return keys;
}

// The server refused one of the keys: goes on without the next optional ones, and remembers them.
// False when there is nothing left to do without.
bool HubWalk::remember_refused(std::vector<std::string>& keys) {
  std::vector<std::string> fewer = keys;
  if (!drop_optional(fewer)) return false;
  for (const std::string& key : keys) {
    const bool kept = std::find(fewer.begin(), fewer.end(), key) != fewer.end();
    if (!kept) hub_.refused.push_back(hub_.endpoint + " " + key);
  }
  keys = std::move(fewer);
  return true;
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

// A full page without a next one, where more is wanted: the end, or a header that got lost.
bool HubWalk::may_go_on(const Listing& now, const Fetched& fetched) const {
  if (!fetched.next.empty() || fetched.response.status != 200) return false;
  if (now.expected() + now.limit >= now.most) return false;
  const auto page = reduce_hub_page(fetched.response.body, Siblings::drop);
  return page && page->records >= now.limit;
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
    } else if (response.status == 400 && now.number == 0 && now.resumed) {
      now.begin();  // the place is no longer known there
      same = known(now.path);
    } else if (response.status == 400 && now.number == 0 && remember_refused(now.keys)) {
      now.begin();
      same = known(now.path);
    } else if (response.status != 200 && response.status != 304) {
      return refused_answer(response, now.path);
    } else if (!doubted && may_go_on(now, *fetched)) {
      doubted = true;
    } else if (way_is_good(now, *fetched)) {
      return fetched;
    } else if (++lost == kTriesForWay) {
      return Error{Errc::network,
                   fmt::format("the Hub's pages of '{}' lead {}", now.name,
                               fetched->way_lost ? "elsewhere" : "in a circle"),
                   "run the fetch again later; it can be resumed"};
    }
  }
}

HubWalk::Stored HubWalk::reduce_and_write(PageInfo page, std::string_view body) {
  Stored stored{.page = std::move(page)};
  auto content = reduce_hub_page(body, Siblings::drop);
  if (!content || !content->sound()) {
    stored.suspect = true;
    return stored;
  }
  stored.page.records = content->records;
  const auto written = hub_.writer.write_page(stored.page, content->lines);
  if (!written) stored.error = written.error();
  content->lines = {};
  stored.content = *std::move(content);
  return stored;
}

// The server has the same page as before.
HubWalk::Stored HubWalk::reuse(PageInfo page, const PageInfo& known) const {
  Stored stored{.page = std::move(page)};
  const auto lines = hub_.cache.read_page(known);
  if (!lines) {
    stored.suspect = true;
    return stored;
  }
  for (const HubLine& line : hub_lines(*lines)) {
    stored.content.ids.emplace_back(line.id);
    stored.content.hub_ids.emplace_back(line.hub_id);
  }
  stored.content.records = stored.content.ids.size();
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

// A body with one bad record is worth more tries before the record is given up.
HubWalk::Stored HubWalk::ask_again(const Stored& bad) {
  HubPage best;
  const auto take_if = [&](std::string_view body, bool sound) {
    auto content = reduce_hub_page(body, Siblings::drop);
    if (!content || (sound && !content->sound())) return false;
    best = *std::move(content);
    return true;
  };
  const Transport::Patient patient{
      .acceptable = [&](std::string_view body) { return take_if(body, true); },
      .usable = [&](std::string_view body) { return take_if(body, false); }};
  Stored stored = bad;
  stored.suspect = false;
  const auto fetched = hub_.transport.get(bad.page.request, {}, patient);
  if (!fetched || fetched->response.status != 200) {
    stored.error = fetched ? refused_answer(fetched->response, bad.page.request) : fetched.error();
    return stored;
  }
  stored.page = page_info(bad.page.scope, bad.page.request, fetched->response);
  stored.page.records = best.records;
  const auto written = hub_.writer.write_page(stored.page, best.lines);
  if (!written) stored.error = written.error();
  best.lines = {};
  stored.content = std::move(best);
  return stored;
}

// Adds the page that is being stored, if any. False: the walk ends here.
bool HubWalk::take(Listing& now, const Kept& kept) {
  if (!now.storing.valid()) return true;
  Walked& walked = now.walked;
  Stored stored = now.storing.get();
  if (stored.suspect) {
    Stored again = ask_again(stored);
    stored = std::move(again);
  }
  if (stored.error.what.empty()) {
    const auto saved = kept(stored.page, now.path);
    if (!saved) stored.error = saved.error();
  }
  if (!stored.error.what.empty()) {
    fail(walked, stored.error);
    walked.resume = stored.page.request;
    return false;
  }
  const HubPage& content = stored.content;
  for (std::size_t i = 0; i < content.ids.size(); ++i) {
    walked.seen.insert(content.hub_ids[i].empty() ? content.ids[i] : content.hub_ids[i]);
  }
  const auto name = [&](const std::vector<std::string>& from, std::vector<std::string>& to) {
    for (const std::string& record : from) {
      to.push_back(fmt::format("{}, page {}, {}", now.name, stored.number, record));
    }
  };
  name(content.rejected, walked.rejected);
  name(content.odd, walked.odd);
  // A full page without a next one may be the end, or a mirror that does not page.
  walked.to_the_end = now.path.empty() && content.records < stored.limit;
  const std::string of = now.scope.top == 0 ? "" : fmt::format(" of {}", now.scope.top);
  step(fmt::format("hub: {}: {}{} models", now.name, walked.seen.size(), of));
  return true;
}

// Chooses the next page. The one that is being stored counts as full until it has been read.
void HubWalk::advance(Listing& now, const std::string& next, const Kept& kept) {
  now.visited.insert(hash_of(now.path));
  now.path = next;
  std::size_t expected = now.expected();
  if (expected >= now.most && !next.empty()) {
    if (!take(now, kept)) return;
    expected = now.walked.seen.size();
    if (expected >= now.most) now.path.clear();
  }
  if (now.path.empty()) return;
  const std::size_t limit = std::min(now.page_size, now.most - expected);
  if (limit != now.limit) now.path = with_limit(now.path, limit);
  now.limit = limit;
}

Walked HubWalk::listing(const HubScope& scope, Walked walked, const Kept& kept) {
  Listing now{.scope = scope, .name = scope_key(scope)};
  now.most = scope.top == 0 ? static_cast<std::size_t>(-1) : scope.top;
  now.keys = allowed_keys(Expand::full);
  now.begin();
  if (!walked.resume.empty()) {
    now.limit = std::min(kPageSize, now.most - std::min(walked.seen.size(), now.most));
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
      fail(now.walked, fetched.error());
      now.walked.resume = now.path;
      return std::move(now.walked);
    }
    const std::string next = std::move(fetched->next);
    store(now, *std::move(fetched));
    advance(now, next, kept);
    if (!now.walked.error.empty()) return std::move(now.walked);
  }
  if (take(now, kept)) now.walked.resume = now.path;
  return std::move(now.walked);
}

// False: nothing more can be asked.
bool HubWalk::fetch_model(const std::string& id, Names& names, Walked& walked, const Kept& kept) {
  std::vector<std::string> keys = allowed_keys(Expand::detail);
  HubPage content;
  const auto take_if = [&](std::string_view body, bool sound) {
    auto read = reduce_hub_detail(body, Siblings::keep);
    if (!read || (sound && !read->sound())) return false;
    content = *std::move(read);
    return true;
  };
  const Transport::Patient patient{
      .acceptable = [&](std::string_view body) { return take_if(body, true); },
      .usable = [&](std::string_view body) { return take_if(body, false); }};
  auto fetched = hub_.transport.get(detail_path(id, keys), {}, patient);
  while (fetched && fetched->response.status == 400 && remember_refused(keys)) {
    fetched = hub_.transport.get(detail_path(id, keys), {}, patient);
  }
  if (!fetched) {
    fail(walked, fetched.error());
    return false;
  }
  const HttpResponse& response = fetched->response;
  if (is_missing(response, hub_.has_token)) {
    walked.missing_ids.push_back(id);
    if (names.depth > 0) {
      step("hub: the base model " + id + " is not on the Hub, or private");
      return true;
    }
    walked.missing.push_back({Errc::no,
                              "the Hub has no model '" + printable(id) + "', or it is private",
                              "set HF_TOKEN to see private models"});
    return true;
  }
  if (response.status != 200) {
    fail(walked, refused_answer(response, detail_path(id, {})));
    return false;
  }
  PageInfo page = page_info("ids", fetched->final_path, response);
  page.records = content.records;
  const std::string now_id = content.ids.front();
  auto done = hub_.writer.write_page(page, content.lines);
  if (done) done = kept(page, names.root);
  if (!done) {
    fail(walked, done.error());
    return false;
  }
  walked.seen.insert(content.hub_ids.front().empty() ? now_id : content.hub_ids.front());
  walked.ids.push_back(now_id);
  walked.odd.insert(walked.odd.end(), content.odd.begin(), content.odd.end());
  if (!equal_folded(id, now_id)) walked.redirected.emplace_back(id, now_id);
  names.asked.insert(now_id);
  step("hub: " + now_id + (equal_folded(id, now_id) ? "" : ", formerly " + id));
  if (!names.with_bases || names.depth == kDeepestBase) return true;
  ++names.depth;
  bool more = true;
  for (const std::string& base : bases_of(content.lines)) {
    if (!more) break;
    if (is_hub_id(base) && names.asked.insert(base)) more = fetch_model(base, names, walked, kept);
  }
  --names.depth;
  return more;
}

Walked HubWalk::models(std::vector<std::string> ids, bool with_bases, Walked walked,
                       const Kept& kept) {
  Names names{.with_bases = with_bases};
  // What an interrupted walk had asked for before is not asked for again.
  const auto resume = std::find(ids.begin(), ids.end(), walked.resume);
  if (resume != ids.end()) ids.erase(ids.begin(), resume);
  walked.resume.clear();
  for (const std::string& id : ids) {
    if (!names.asked.insert(id)) continue;
    names.root = id;
    if (!stopped() && fetch_model(id, names, walked, kept)) continue;
    walked.resume = id;
    break;
  }
  return walked;
}

HubWalk::Confirmed HubWalk::confirm(const std::string& id) {
  Confirmed confirmed;
  const std::string path = detail_path(id, allowed_keys(Expand::full));
  HubPage content;
  const auto readable = [&](std::string_view body) {
    auto read = reduce_hub_detail(body, Siblings::drop);
    if (read) content = *std::move(read);
    return !content.ids.empty();
  };
  const auto fetched = hub_.transport.get(path, {}, readable);
  if (!fetched) return confirmed;
  if (is_missing(fetched->response, hub_.has_token)) confirmed.state = Confirmed::State::gone;
  if (fetched->response.status != 200) return confirmed;
  return {Confirmed::State::there, content.ids.front(), std::move(content.lines),
          keys_of(fetched->final_path)};
}

}  // namespace oms
