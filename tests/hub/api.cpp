#include "hub/api.h"

#include <algorithm>

#include "hub/fields.h"

namespace oms::loopback {
namespace {

constexpr std::string_view kListPath = "/api/models";
constexpr std::string_view kDetailPath = "/api/models/";
constexpr std::size_t kRowsRemembered = 16;

std::string without_scheme(const std::string& url) {
  const std::size_t scheme_end = url.find("://");
  return scheme_end == std::string::npos ? url : url.substr(scheme_end + 3);
}

std::string path_of_url(const std::string& url) {
  const std::string rest = without_scheme(url);
  return rest.substr(std::min(rest.find('/'), rest.size()));
}

// An id and what follows it: owner/name/revision/main is {owner/name, main}.
struct Address {
  std::string id = {};
  std::string revision = {};  // empty: none
  bool valid = false;
};

Address parse_address(std::string_view path) {
  Address address;
  constexpr std::string_view separator = "/revision/";
  const std::size_t at = path.find(separator);
  address.id = std::string(path.substr(0, at));
  if (at != std::string_view::npos) {
    address.revision = std::string(path.substr(at + separator.size()));
    if (address.revision.empty()) return address;
  }
  address.valid = !address.id.empty() && std::count(address.id.begin(), address.id.end(), '/') <= 1;
  return address;
}

// Anonymous clients are not told whether a repository exists.
Answer missing_repository(bool has_token) {
  if (!has_token) return error_answer(401, "Invalid username or password.");
  Answer answer = error_answer(404, "Repository not found");
  answer.set("X-Error-Code", "RepoNotFound");
  return answer;
}

Answer redirect_to(const std::string& location) {
  Answer answer;
  answer.status = 307;
  answer.set("Content-Type", "text/plain; charset=utf-8");
  answer.set("Location", location);
  answer.body = "Temporary Redirect. Redirecting to " + location;
  return answer;
}

}  // namespace

int Api::page_number(const Parameters& parameters) const {
  for (const auto& [name, value] : parameters) {
    if (name != "cursor") continue;
    const auto issued = issued_.find(value);
    return issued == issued_.end() ? -1 : issued->second.page;
  }
  return 1;
}

FaultTarget Api::target(const Request& request) const {
  FaultTarget target;
  target.path = request.path;
  const Parameters parameters = parse_query(request.query);
  if (request.path == kListPath) target.page = page_number(parameters);
  target.limit = 1000;
  for (const auto& [name, value] : parameters) {
    if (name == "limit") target.limit = std::atoll(value.c_str());
    if (name == "expand" || name == "expand[]") target.expanded.push_back(value);
  }
  return target;
}

const std::vector<Row>& Api::rows_before(const Listing& listing) const {
  static const std::vector<Row> none;
  const auto issued = issued_.find(listing.cursor);
  return issued == issued_.end() ? none : issued->second.rows_before;
}

void Api::spoil_page(const Fault& fault, const Listing& listing, Page& page) {
  const std::vector<Row>& before = rows_before(listing);
  if (fault.kind == "reordered") {
    std::reverse(page.rows.begin(), page.rows.end());
  } else if (fault.kind == "duplicate_rows") {
    const auto count = std::min(before.size(), static_cast<std::size_t>(amount_of(fault)));
    page.rows.insert(page.rows.begin(), before.end() - static_cast<std::ptrdiff_t>(count),
                     before.end());
  } else if (fault.kind == "renamed_in_walk" && !before.empty()) {
    const std::string old = records_.id(before.back());
    const std::string owner(owner_of(old));
    records_.rename(before.back(), owner + "/walked-" + old.substr(owner.size() + 1));
    order_.forget();
    page.rows.insert(page.rows.begin(), before.back());
  }
}

std::string Api::next_link(const Parameters& parameters, const std::string& cursor) const {
  Parameters next;
  for (const auto& entry : parameters) {
    if (entry.first != "cursor") next.push_back(entry);
  }
  next.emplace_back("cursor", cursor);
  return settings_.link_host + std::string(kListPath) + '?' + write_query(next);
}

std::string Api::spoiled_link(const Fault& fault, const Request& request, std::string next) const {
  // Names under .invalid never resolve, so a client that goes there reaches nobody.
  if (fault.to == "missing") return {};
  if (fault.to == "loop") {
    return settings_.link_host + std::string(kListPath) + '?' + request.query;
  }
  if (fault.to == "other-host") return "https://elsewhere.invalid" + path_of_url(next);
  if (fault.to == "http") return "http://huggingface.invalid" + path_of_url(next);
  return fault.to.empty() ? next : fault.to;
}

Answer Api::list(const Request& request, const Fault* fault) {
  const Parameters parameters = parse_query(request.query);
  Result<Listing> listing = parse_listing(parameters);
  if (!listing) return error_answer(400, listing.error().what);
  listing->limit = std::min(listing->limit, settings_.page_rows);
  Result<Page> page = order_.page(*listing);
  if (!page) return error_answer(400, page.error().what);

  std::string link;
  if (!page->next_cursor.empty()) {
    Issued& issued = issued_[page->next_cursor];
    issued.page = page_number(parameters) > 0 ? page_number(parameters) + 1 : -1;
    const std::size_t count = std::min(page->rows.size(), kRowsRemembered);
    issued.rows_before.assign(page->rows.end() - static_cast<std::ptrdiff_t>(count),
                              page->rows.end());
    link = next_link(parameters, page->next_cursor);
  }
  if (fault != nullptr) {
    spoil_page(*fault, *listing, *page);
    if (fault->kind == "link") link = spoiled_link(*fault, request, link);
  }

  std::string body;
  JsonWriter writer(body);
  writer.open_array();
  for (const Row row : page->rows) records_.write(row, listing->fields, Shape::list, writer);
  writer.close_array();
  Answer answer = json_answer(200, std::move(body));
  if (!link.empty()) answer.set("Link", '<' + link + ">; rel=\"next\"");
  return answer;
}

Answer Api::detail(const Request& request, bool has_token) {
  const Address address = parse_address(std::string_view(request.path).substr(kDetailPath.size()));
  if (!address.valid)
    return error_answer(404, "Sorry, we can't find the page you are looking for.");
  const std::optional<Row> row = records_.find(address.id);
  if (!row || records_.deleted(*row)) return missing_repository(has_token);

  if (records_.id(*row) != address.id) {
    std::string location = std::string(kDetailPath) + records_.id(*row);
    if (!address.revision.empty()) location += "/revision/" + percent_encode(address.revision);
    if (!request.query.empty()) location += '?' + request.query;
    return redirect_to(location);
  }
  if (address.revision.compare(0, 7, "absent-") == 0) {
    Answer answer = error_answer(404, "Invalid rev id: " + address.revision);
    answer.set("X-Error-Code", "RevisionNotFound");
    return answer;
  }
  auto expanded = parse_expand(parse_query(request.query), Shape::detail);
  if (!expanded) return error_answer(400, expanded.error().what);
  const auto usual = default_detail_fields();
  const std::vector<std::string_view> fields =
      *expanded ? **expanded : std::vector<std::string_view>(usual.begin(), usual.end());
  std::string body;
  JsonWriter writer(body);
  records_.write(*row, fields, Shape::detail, writer);
  return json_answer(200, std::move(body));
}

}  // namespace oms::loopback
