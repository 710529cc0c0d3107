#include "catalog/hub_walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "oms/base/date.h"
#include "oms/base/text.h"
#include "oms/source/hub_page.h"
#include "oms/source/hub_record.h"

namespace oms {
namespace {

constexpr int kDeepestBase = 16;

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

std::vector<std::string> bases_of(const HubPage& page) {
  HubRecordReader reader;
  const auto record = reader.read(trim(page.lines));
  if (!record) return {};
  return record->parents.empty() ? record->base_models : record->parents;
}

}  // namespace

std::string timestamp(std::int64_t now_ms) {
  const std::int64_t seconds = now_ms / 1000;
  const std::int64_t in_day = seconds % 86'400;
  return fmt::format("{}T{:02}:{:02}:{:02}Z",
                     to_text(Date{static_cast<std::int32_t>(seconds / 86'400)}), in_day / 3600,
                     in_day / 60 % 60, in_day % 60);
}

// Removes the keys that this server is known to refuse.
void HubWalk::drop_refused(std::vector<std::string>& keys) const {
  std::erase_if(keys, [&](const std::string& key) {
    return std::find(refused_.begin(), refused_.end(), endpoint_ + " " + key) != refused_.end();
  });
}

// The server refused one of the keys: goes on without the next optional ones, and remembers them.
// False when there is nothing left to do without.
bool HubWalk::remember_refused(std::vector<std::string>& keys) {
  std::vector<std::string> fewer = keys;
  if (!drop_optional(fewer)) return false;
  for (const std::string& key : keys) {
    const bool kept = std::find(fewer.begin(), fewer.end(), key) != fewer.end();
    if (!kept) refused_.push_back(endpoint_ + " " + key);
  }
  keys = std::move(fewer);
  return true;
}

Result<Done> HubWalk::keep(Walked& walked, std::string_view scope, std::string_view request,
                           const std::vector<std::string>& keys, const HttpResponse& response,
                           const HubPage& content) {
  PageInfo page;
  page.source = "hub";
  page.scope = scope;
  page.request = request;
  page.expand = keys;
  page.etag = response.header("etag");
  page.fetched_at = timestamp(clock_.now_ms());
  page.records = content.records;
  const auto written = cache_.write_page(page, content.lines);
  if (!written) return written.error();
  walked.pages.push_back(std::move(page));
  for (const std::string& id : content.ids) {
    if (walked.seen.insert(fold(id)).second) walked.ids.push_back(id);
  }
  walked.rejected.insert(walked.rejected.end(), content.rejected.begin(), content.rejected.end());
  return Done{};
}

Walked HubWalk::listing(const HubScope& scope) {
  Walked walked;
  const std::string name = scope_key(scope);
  std::vector<std::string> keys = expand_keys(Expand::full);
  drop_refused(keys);
  const std::size_t most = scope.top == 0 ? static_cast<std::size_t>(-1) : scope.top;
  const auto begin = [&] { return first_path(scope, keys, std::min(kPageSize, most)); };
  std::string path = begin();
  while (!path.empty() && walked.ids.size() < most) {
    if (events_.stopped && events_.stopped()) {
      walked.resume = path;
      break;
    }
    const auto fetched = transport_.get(path, {}, looks_like_hub_page);
    if (!fetched) {
      walked.resume = path;
      fail(walked, fetched.error());
      break;
    }
    const HttpResponse& response = fetched->response;
    if (response.status == 400 && walked.pages.empty() && remember_refused(keys)) {
      path = begin();
      continue;
    }
    const auto page = response.status == 200 ? reduce_hub_page(response.body, Siblings::drop)
                                             : Result<HubPage>(refused_answer(response, path));
    if (!page) {
      fail(walked, page.error());
      break;
    }
    const auto kept = keep(walked, name, path, keys, response, *page);
    if (!kept) {
      fail(walked, kept.error());
      break;
    }
    path = fetched->next;
    const std::size_t left = most - std::min(most, walked.ids.size());
    if (!path.empty() && left < kPageSize) path = with_limit(path, left);
    if (events_.step) {
      events_.step(fmt::format("hub: {}: {} models", name, walked.ids.size()));
    }
  }
  return walked;
}

bool HubWalk::fetch_model(const std::string& id, Walked& walked, std::vector<std::string>& bases) {
  std::vector<std::string> keys = expand_keys(Expand::detail);
  drop_refused(keys);
  const std::string path = detail_path(id, keys);
  const auto fetched = transport_.get(path, {}, {});
  if (!fetched) {
    fail(walked, fetched.error());
    return false;
  }
  const HttpResponse& response = fetched->response;
  if (response.status == 404 ||
      (response.status == 401 &&
       server_message(response).find("credentials") == std::string::npos)) {
    walked.missing.push_back({Errc::no,
                              "the Hub has no model '" + printable(id) + "', or it is private",
                              "set HF_TOKEN to see private models"});
    return true;
  }
  const auto page = response.status == 200 ? reduce_hub_detail(response.body, Siblings::keep)
                                           : Result<HubPage>(refused_answer(response, path));
  if (!page) {
    fail(walked, page.error());
    return page.error().code == Errc::data;
  }
  const auto kept = keep(walked, "ids", fetched->final_path, keys, response, *page);
  if (!kept) {
    fail(walked, kept.error());
    return false;
  }
  bases = bases_of(*page);
  if (events_.step) events_.step("hub: " + page->ids.front());
  return true;
}

Walked HubWalk::models(std::vector<std::string> ids, bool with_bases) {
  Walked walked;
  std::set<std::string> asked;
  for (int depth = 0; depth <= kDeepestBase && !ids.empty(); ++depth) {
    std::vector<std::string> next;
    for (const std::string& id : ids) {
      if (!asked.insert(fold(id)).second) continue;
      std::vector<std::string> bases;
      if (!fetch_model(id, walked, bases)) return walked;
      if (with_bases) next.insert(next.end(), bases.begin(), bases.end());
    }
    ids = std::move(next);
  }
  return walked;
}

}  // namespace oms
