#include "hub/loopback_hub.h"

#include <chrono>

#include "hub/control.h"
#include "hub/damage.h"

namespace oms::loopback {
namespace {

constexpr std::size_t kSmallestZippedBody = 1024;

// Metered paths: the router, OpenRouter and the datasets server have rules of their own.
bool is_metered(std::string_view path) {
  return path.substr(0, 5) == "/api/" && path.substr(0, 6) != "/api/v";
}

bool accepts_gzip(const Request& request) {
  const std::string* accepted = request.header("accept-encoding");
  return accepted != nullptr && lower(*accepted).find("gzip") != std::string::npos;
}

bool etag_matches(const Request& request, const std::string& etag) {
  const std::string* wanted = request.header("if-none-match");
  return wanted != nullptr && (*wanted == "*" || wanted->find(etag) != std::string::npos);
}

std::int64_t unix_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// Of the one service that asks for a key: the valid token where there is one, else any.
bool has_key(const Request& request, const std::string& valid) {
  const std::string* key = request.header("x-api-key");
  return key != nullptr && !key->empty() && (valid.empty() || *key == valid);
}

Answer too_many_requests(const Fault* fault, int limit) {
  Answer answer =
      error_answer(429, "We had to rate limit you, you hit the quota of " + std::to_string(limit) +
                            " api requests per 5 minutes period.");
  if (fault != nullptr && fault->reset_seconds >= 0) {
    answer.set("RateLimit", "\"api\";r=0;t=" + std::to_string(fault->reset_seconds));
  }
  return answer;
}

Answer status_answer(const Fault& fault) {
  const int status = fault.status == 0 ? 503 : fault.status;
  Answer answer = status == 429 ? too_many_requests(&fault, 500)
                                : error_answer(status, "Internal Error - invented for a test");
  if (!fault.body.empty()) answer.body = fault.body;
  if (fault.retry_after >= 0) answer.set("Retry-After", std::to_string(fault.retry_after));
  if (fault.retry_after_date >= 0) {
    answer.set("Retry-After", http_date(unix_now() + fault.retry_after_date));
  }
  return answer;
}

Answer web_page() {
  Answer answer;
  answer.set("Content-Type", "text/html; charset=utf-8");
  answer.body =
      "<!DOCTYPE html>\n<html><head><title>Just a moment</title></head>"
      "<body>This is a web page.</body></html>\n";
  return answer;
}

}  // namespace

struct LoopbackHub::World {
  std::unique_ptr<Records> records = {};
  std::unique_ptr<Api> api = {};
  OtherSources others = {};
  Quota quota{QuotaRules{}};
};

LoopbackHub::LoopbackHub() = default;
LoopbackHub::~LoopbackHub() { stop(); }

std::string LoopbackHub::url() const {
  return "http://127.0.0.1:" + std::to_string(port_) + options_.prefix;
}

Result<std::unique_ptr<LoopbackHub::World>> LoopbackHub::build() const {
  auto world = std::make_unique<World>();
  const Invented* invented = nullptr;
  const std::filesystem::path hub_folder = std::filesystem::path(options_.data) / "hub";
  std::error_code ignored;
  if (!options_.data.empty() && !std::filesystem::is_directory(options_.data, ignored)) {
    return Error{Errc::data, "no directory '" + options_.data + "'"};
  }
  if (!options_.data.empty() && std::filesystem::is_directory(hub_folder, ignored)) {
    auto records = Directory::open(hub_folder);
    if (!records) return std::move(records).error();
    world->records = std::move(*records);
  } else {
    auto records = std::make_unique<Invented>(options_.models, options_.seed);
    invented = records.get();
    world->records = std::move(records);
  }
  auto others = OtherSources::open(options_.data, invented);
  if (!others) return std::move(others).error();
  world->others = std::move(*others);
  world->quota = Quota(options_.quota);
  const bool own_links = options_.link_host == "self";
  world->api = std::make_unique<Api>(
      *world->records, ApiSettings{own_links ? url() : options_.link_host, options_.page_rows});
  return world;
}

Result<Done> LoopbackHub::start(LoopbackOptions options) {
  options_ = std::move(options);
  for (const Fault& fault : options_.faults) faults_.add(fault);
  // Bound before anything is built, for links may name the port; early requests find no world.
  const Result<int> port =
      server_.start([this](const Request& request) { return handle(request); }, options_.port);
  if (!port) return port.error();
  port_ = *port;
  Result<Done> built = reset_world();
  if (!built) stop();
  return built;
}

Result<Done> LoopbackHub::reset_world() {
  const std::lock_guard lock(mutex_);
  auto world = build();
  if (!world) return std::move(world).error();
  world_ = std::move(*world);
  return Done{};
}

Result<Done> LoopbackHub::reset() {
  faults_.clear();
  clear_requests();
  return reset_world();
}

std::vector<SeenRequest> LoopbackHub::requests() const {
  const std::lock_guard lock(mutex_);
  return log_;
}

void LoopbackHub::clear_requests() {
  const std::lock_guard lock(mutex_);
  log_.clear();
}

void LoopbackHub::mutate(const Mutation& mutation) {
  const std::lock_guard lock(mutex_);
  world_->records->mutate(mutation);
  world_->api->records_changed();
}

void LoopbackHub::set_unborn(Row count) {
  const std::lock_guard lock(mutex_);
  world_->records->set_unborn(count);
}

bool LoopbackHub::rename(const std::string& id, const std::string& new_id) {
  const std::lock_guard lock(mutex_);
  const auto row = world_->records->find(id);
  if (!row || new_id.empty()) return false;
  world_->records->rename(*row, new_id);
  world_->api->records_changed();
  return true;
}

bool LoopbackHub::remove(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto row = world_->records->find(id);
  if (!row) return false;
  world_->records->remove(*row);
  return true;
}

void LoopbackHub::advance_clock(int seconds) {
  const std::lock_guard lock(mutex_);
  world_->quota.advance(seconds);
}

void LoopbackHub::set_quota(const QuotaRules& rules) {
  const std::lock_guard lock(mutex_);
  world_->quota = Quota(rules);
}

Delivery LoopbackHub::handle(const Request& request) {
  if (is_control(request)) {
    Delivery delivery;
    delivery.bytes = write_answer(answer_control(*this, request), request.method == "HEAD", {});
    return delivery;
  }
  const std::lock_guard lock(mutex_);
  if (world_ == nullptr) return {.ending = Delivery::Ending::close};
  if (options_.prefix.empty()) return handle_locked(request);
  Request inner = request;
  const bool inside = request.path.compare(0, options_.prefix.size(), options_.prefix) == 0;
  inner.path = inside ? request.path.substr(options_.prefix.size()) : "/outside-the-prefix";
  return handle_locked(inner);
}

Delivery LoopbackHub::handle_locked(const Request& request) {
  const FaultTarget target = world_->api->target(request);
  const std::optional<Fault> met = faults_.take(target);
  const Fault* fault = met ? &*met : nullptr;
  const FaultKind* kind = met ? find_kind(met->kind) : nullptr;

  const std::string* credentials = request.header("authorization");
  const bool good_token = credentials != nullptr && !options_.token.empty() &&
                          *credentials == "Bearer " + options_.token;
  const QuotaState quota = is_metered(request.path)
                               ? world_->quota.charge(good_token ? "token" : "anonymous",
                                                      good_token, Quota::Instant::clock::now())
                               : QuotaState{};

  Answer answer;
  if (kind != nullptr && kind->stage == Stage::answer) {
    answer = fault_answer(*fault, request);
  } else if (quota.exceeded) {
    answer = too_many_requests(nullptr, quota.limit);
  } else if (credentials != nullptr && !good_token && is_metered(request.path)) {
    answer = error_answer(401, "Invalid credentials in Authorization header");
  } else {
    answer = regular_answer(request, fault, good_token);
  }
  const bool spoilable = kind != nullptr && kind->stage == Stage::body && answer.status == 200;
  if (spoilable) answer.body = damage_body(*fault, std::move(answer.body));
  if (is_metered(request.path)) {
    const std::string* own = answer.header("RateLimit");
    const std::string stated = own == nullptr ? std::string{} : *own;
    add_quota_headers(answer, quota, world_->quota.window_seconds());
    if (!stated.empty()) answer.set("RateLimit", stated);
  }
  finish(request, answer);
  log(request, target, fault, answer.status);

  const bool head_only = request.method == "HEAD";
  if (kind != nullptr && kind->stage == Stage::transport) {
    return damage_transport(*fault, std::move(answer), head_only);
  }
  Delivery delivery;
  delivery.bytes = write_answer(answer, head_only, {});
  return delivery;
}

Answer LoopbackHub::fault_answer(const Fault& fault, const Request& request) const {
  if (fault.kind == "rate_limited") {
    Fault with_reset = fault;
    if (with_reset.reset_seconds < 0) with_reset.reset_seconds = 1;
    return too_many_requests(&with_reset, 500);
  }
  if (fault.kind == "reject_expand") {
    return error_answer(400,
                        "\xe2\x9c\x96 Invalid option: expected one of \"author\"|\"cardData\"");
  }
  if (fault.kind == "html") return web_page();
  if (fault.kind == "body") {
    return json_answer(fault.status == 0 ? 200 : fault.status, fault.body);
  }
  if (fault.kind == "redirect") {
    Answer answer;
    answer.status = fault.status == 0 ? 307 : fault.status;
    const std::string to = fault.to == "other-host" ? "https://elsewhere.invalid" + request.target
                           : fault.to == "http"     ? "http://huggingface.invalid" + request.target
                           : fault.to == "circle"   ? request.target
                                                    : fault.to;
    answer.set("Content-Type", "text/plain; charset=utf-8");
    answer.set("Location", to);
    answer.body = "Temporary Redirect. Redirecting to " + to;
    return answer;
  }
  return status_answer(fault);
}

Answer LoopbackHub::regular_answer(const Request& request, const Fault* fault, bool has_token) {
  if (request.method != "GET" && request.method != "HEAD") {
    return error_answer(405, "Method not allowed");
  }
  if (request.path == "/api/models") return world_->api->list(request, fault);
  if (request.path.compare(0, 12, "/api/models/") == 0) {
    return world_->api->detail(request, has_token);
  }
  if (request.path == "/api/whoami-v2") {
    if (!has_token) return error_answer(401, "Invalid username or password.");
    return json_answer(200,
                       R"({"type":"user","id":"0123456789abcdef01234567","name":"invented-user",)"
                       R"("isPro":false,"orgs":[],"auth":{"type":"access_token",)"
                       R"("accessToken":{"displayName":"test","role":"read"}}})");
  }
  if (request.path.compare(0, 8, "/api/v2/") == 0 && !has_key(request, options_.token)) {
    return error_answer(401, "Invalid API key");
  }
  auto other = world_->others.answer(request.path, parse_query(request.query));
  if (other) return std::move(*other);
  return error_answer(404, "Sorry, we can't find the page you are looking for.");
}

void LoopbackHub::finish(const Request& request, Answer& answer) {
  ++answered_;
  answer.set("Date", http_date(unix_now()));
  answer.set("X-Request-Id", "Root=1-" + hex(answered_, 8) + '-' + hex(mix(answered_, 1), 16) +
                                 hex(mix(answered_, 2), 8));
  answer.set("Vary", "Origin, Accept-Encoding");
  if (answer.status != 200) return;
  const std::string etag = weak_etag(answer.body);
  answer.set("ETag", etag);
  if (etag_matches(request, etag)) {
    answer.status = 304;
    answer.body.clear();
    answer.drop("Content-Type");
    return;
  }
  if (accepts_gzip(request) && answer.body.size() >= kSmallestZippedBody) {
    answer.body = gzip(answer.body);
    answer.set("Content-Encoding", "gzip");
  }
}

void LoopbackHub::log(const Request& request, const FaultTarget& target, const Fault* fault,
                      int status) {
  SeenRequest seen;
  seen.method = request.method;
  seen.path = request.path;
  seen.query = request.query;
  for (const auto& header : request.headers) {
    if (header.first == "authorization") {
      seen.authorization = true;
    } else if (header.first == "x-api-key") {
      seen.headers.emplace_back(header.first, "...");
    } else if (header.first != "cookie" && header.first != "proxy-authorization") {
      seen.headers.push_back(header);
    }
  }
  seen.connection = request.connection;
  seen.page = target.page;
  seen.status = status;
  if (fault != nullptr) seen.fault = fault->kind;
  log_.push_back(std::move(seen));
}

}  // namespace oms::loopback
