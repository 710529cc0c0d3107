#include "catalog/service_walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "oms/base/text.h"

namespace oms {
namespace {

class Walk {
 public:
  Walk(const Service& service, const ServiceAccess& access) : service_(service), access_(access) {}

  ServiceWalk run();

 private:
  Result<Harvest> page_at(const std::string& path, PageInfo& page);
  Result<Harvest> reuse(const PageInfo& page) const;
  Result<Harvest> get(PageInfo& page);
  Error refused(const HttpResponse& response) const;
  bool is_past_end(const Harvest& harvest);
  std::string step(const std::string& path);

  const Service& service_;
  const ServiceAccess& access_;
  int status_ = 0;       // of the last answer
  bool useful_ = false;  // some page had scores
  ServiceWalk walk_ = {};
};

// The service still has the page that an earlier fetch got.
Result<Harvest> Walk::reuse(const PageInfo& page) const {
  const auto content = access_.cache.read_page(page);
  if (!content) return content.error();
  return service_.parse(*content, parse_date(page.fetched_at).value_or(Date{}));
}

Error Walk::refused(const HttpResponse& response) const {
  const bool key = !service_.key_variable.empty();
  if (key && (response.status == 401 || response.status == 403)) {
    return {Errc::network,
            fmt::format("{} refuses the key: HTTP {}", service_.name, response.status),
            fmt::format("check {}", service_.key_variable)};
  }
  std::string text = fmt::format("{} answered {}", service_.name, response.status);
  std::string message = server_message(response);
  if (message.ends_with('.')) message.pop_back();  // more may follow
  if (response.status != 200 && !message.starts_with("HTTP ")) text += ": " + message;
  return {Errc::network, std::move(text), ""};
}

// One page into the cache; `page` comes with its request and, where there is one, what an earlier
// fetch got for it.
Result<Harvest> Walk::get(PageInfo& page) {
  // Whether a body is worth keeping is known once it is read, so the reading is kept too.
  std::optional<Harvest> harvest;
  Error unreadable;
  Transport::Patient patient;
  patient.acceptable = [&](std::string_view body) {
    auto parsed = service_.parse(body, access_.clock.today());
    if (!parsed) unreadable = std::move(parsed).error();
    if (parsed) harvest = *std::move(parsed);
    return harvest.has_value();
  };
  // A shape that we do not know will not change by asking again.
  patient.usable = [&](std::string_view) { return !is_garbled(unreadable); };
  std::vector<std::pair<std::string, std::string>> headers;
  if (!page.etag.empty()) headers.emplace_back("If-None-Match", page.etag);
  const auto fetched = access_.transport.get(page.request, std::move(headers), patient);
  if (!fetched && unreadable.what.empty()) return fetched.error();
  if (!fetched) {
    return Error{Errc::network, fetched.error().what + "; " + unreadable.what,
                 fetched.error().hint};
  }
  const HttpResponse& response = fetched->response;
  status_ = response.status;
  page.fetched_at = timestamp(access_.clock.now_ms());
  if (response.status == 304 && !page.etag.empty()) {
    auto same = reuse(page);
    if (same) return same;
    page.etag.clear();
    return get(page);
  }
  if (response.status != 200) return refused(response);
  if (!harvest) {
    return Error{
        Errc::network,
        fmt::format("{} sends what this version cannot read: {}", service_.name, unreadable.what),
        ""};
  }
  // What is not sound is to be asked for in full the next time.
  page.etag = harvest->rejected.empty() ? std::string(response.header("etag")) : std::string();
  page.records = harvest->records;
  page.rejected = harvest->rejected.size();
  const auto written = access_.writer.write_page(page, response.body);
  if (!written) return written.error();
  return *std::move(harvest);
}

Result<Harvest> Walk::page_at(const std::string& path, PageInfo& page) {
  const auto known =
      std::find_if(access_.known.begin(), access_.known.end(), [&](const PageInfo& candidate) {
        return candidate.source == service_.name && candidate.request == path;
      });
  const bool is_known = known != access_.known.end();
  if (is_known) page = *known;
  page.source = std::string(service_.name);
  page.request = path;
  if (is_known && access_.goes_on && page.rejected == 0) {
    auto same = reuse(page);
    if (same) return same;
    page.etag.clear();
  }
  return get(page);
}

// Behind a page without anything of use, after one with it, is nothing more of it.
bool Walk::is_past_end(const Harvest& harvest) {
  const bool useful = !harvest.scores.empty() || !harvest.offers.empty();
  const bool past = useful_ && !useful && service_.in_groups;
  useful_ = useful_ || useful;
  return past;
}

// Takes the page at `path`; where the walk goes on, "" at its end or when it failed.
std::string Walk::step(const std::string& path) {
  SourceOutcome& outcome = walk_.outcome;
  if (walk_.pages.size() == service_.most_pages) {
    outcome.failure = {
        Errc::network,
        fmt::format("{} leads on behind page {}", service_.name, service_.most_pages), ""};
    return {};
  }
  PageInfo page;
  auto harvest = page_at(path, page);
  if (!harvest) {
    const bool moved = status_ == 404 && walk_.pages.empty() && path != service_.older_path;
    if (moved && !service_.older_path.empty()) return std::string(service_.older_path);
    outcome.failure = std::move(harvest).error();
    return {};
  }
  walk_.pages.push_back(std::move(page));
  outcome.records += harvest->records;
  outcome.rejected.insert(outcome.rejected.end(), harvest->rejected.begin(),
                          harvest->rejected.end());
  return is_past_end(*harvest) ? std::string() : harvest->next;
}

ServiceWalk Walk::run() {
  walk_.outcome.source = service_.name;
  std::set<std::string> asked;
  std::string path(service_.path);
  while (!path.empty() && asked.insert(path).second) path = step(path);
  if (!path.empty()) {
    walk_.outcome.failure = {
        Errc::network,
        fmt::format("{} leads in a circle behind page {}", service_.name, walk_.pages.size()), ""};
  }
  walk_.outcome.answered = !walk_.outcome.failed();
  return std::move(walk_);
}

}  // namespace

ServiceWalk walk_service(const Service& service, const ServiceAccess& access) {
  return Walk(service, access).run();
}

}  // namespace oms
