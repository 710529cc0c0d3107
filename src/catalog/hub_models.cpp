// The part of a walk that asks for models by name.
#include "catalog/hub_walk.h"

#include <algorithm>

#include "oms/base/text.h"
#include "oms/model/lineage.h"
#include "oms/source/hub_record.h"

namespace oms {

struct HubWalk::Names {
  bool with_bases = false;
  IdSet asked = {};
  std::string root = {};  // the one that was asked for; what follows are its bases
  std::size_t depth = 0;
  int failures = 0;               // one after the other
  std::string first_failed = {};  // under which of the names asked for they began
};

// One model's record, or what the server says instead.
struct HubWalk::Detail {
  Result<Fetched> fetched = Error{};
  HubPage content = {};

  bool there() const { return fetched && fetched->response.status == 200 && content.records == 1; }
};

namespace {

// So many models in a row without a usable answer: the server, not the models.
constexpr int kMostFailures = 3;

// A missing model and one that may not be seen look alike to who has no token; with one, a 401
// that does not say so is about the token itself. What is no answer of the Hub's API says nothing.
bool is_missing(const HttpResponse& response, bool has_token) {
  if (response.header("x-error-code") == "RepoNotFound") return true;
  if (!trim(response.body).starts_with('{')) return false;
  return response.status == 404 || (response.status == 401 && !has_token);
}

std::vector<std::string> bases_of(std::string_view line) {
  HubRecordReader reader;
  const auto record = reader.read(trim(line));
  if (!record) return {};
  return record->parents.empty() ? record->base_models : record->parents;
}

}  // namespace

HubWalk::Detail HubWalk::get_model(const std::string& id, Expand expand, Siblings siblings) {
  Detail detail;
  const auto take_if = [&](std::string_view body, bool sound) {
    auto read = reduce_hub_detail(body, siblings);
    if (!read || (sound && !read->sound())) return false;
    detail.content = *std::move(read);
    return true;
  };
  const Transport::Patient patient{
      .acceptable = [&](std::string_view body) { return take_if(body, true); },
      .usable = [&](std::string_view body) { return take_if(body, false); }};
  std::vector<std::string> keys = allowed_keys(expand);
  do {
    detail.fetched = hub_.transport.get(detail_path(id, keys), {}, patient);
  } while (detail.fetched && detail.fetched->response.status == 400 && drop_optional(keys));
  if (detail.there()) remember_refused(expand, keys);
  return detail;
}

// False: nothing more can be asked.
bool HubWalk::fetch_model(const std::string& id, Names& names, Walked& walked, const Kept& kept) {
  const Detail detail = get_model(id, Expand::detail, Siblings::keep);
  if (detail.there()) {
    names.failures = 0;
    return add_model(id, detail, names, walked, kept);
  }
  if (detail.fetched && is_missing(detail.fetched->response, hub_.has_token)) {
    names.failures = 0;
    walked.missing_ids.push_back(id);
    if (names.depth > 0) step("hub: the base model " + id + " is not on the Hub, or private");
    return true;
  }
  // One model without a usable answer does not stop the others.
  const Error failure = detail.fetched
                            ? refused_answer(detail.fetched->response, detail_path(id, {}))
                            : detail.fetched.error();
  if (!walked.failed()) walked.failure = failure;
  if (names.failures == 0) names.first_failed = names.root;
  walked.failed_ids.push_back(id);
  const bool bad_token = detail.fetched && detail.fetched->response.status == 401;
  return hub_.transport.reached() && !bad_token && !stopped() && ++names.failures < kMostFailures;
}

bool HubWalk::add_model(const std::string& id, const Detail& detail, Names& names, Walked& walked,
                        const Kept& kept) {
  const HubPage& content = detail.content;
  const std::string& now_id = content.ids.front();
  const std::string& hub_id = content.hub_ids.front();
  PageInfo page = page_info("ids", detail.fetched->final_path, detail.fetched->response);
  page.records = content.records;
  auto done = hub_.writer.write_page(page, content.lines);
  if (done) done = kept(page, names.root);
  if (!done) {
    walked.failure = done.error();
    return false;
  }
  walked.models += walked.seen.insert(hub_id.empty() ? now_id : hub_id) ? 1 : 0;
  walked.ids.push_back(now_id);
  walked.odd.insert(walked.odd.end(), content.odd.begin(), content.odd.end());
  const bool renamed = !equal_folded(id, now_id);
  if (renamed) walked.redirected.push_back({id, now_id, hub_id});
  names.asked.insert(now_id);
  step("hub: " + now_id + (renamed ? ", formerly " + id : ""));
  if (!names.with_bases || names.depth == kDeepestLineage) return true;
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
  const auto resume = std::find_if(ids.begin(), ids.end(), [&](const std::string& id) {
    return equal_folded(id, walked.resume);
  });
  if (resume != ids.end()) ids.erase(ids.begin(), resume);
  walked.resume.clear();
  for (const std::string& id : ids) {
    if (!names.asked.insert(id)) continue;
    names.root = id;
    const int failures = names.failures;
    if (!stopped() && fetch_model(id, names, walked, kept)) continue;
    // Given up over several of them, the next fetch begins with the first.
    walked.resume = names.failures > failures ? names.first_failed : id;
    break;
  }
  return walked;
}

HubWalk::Confirmed HubWalk::confirm(const std::string& id) {
  using State = Confirmed::State;
  Detail detail = get_model(id, Expand::full, Siblings::drop);
  if (!detail.fetched) return {.state = State::no_answer};
  if (is_missing(detail.fetched->response, hub_.has_token)) return {.state = State::gone};
  if (!detail.there()) return {.state = State::refused};
  HubPage& content = detail.content;
  return {State::there, content.ids.front(), content.hub_ids.front(), std::move(content.lines),
          keys_of(detail.fetched->final_path)};
}

}  // namespace oms
