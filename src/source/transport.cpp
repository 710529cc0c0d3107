#include "oms/source/transport.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "oms/base/text.h"
#include "source/retry_policy.h"
#include "source/url.h"

namespace oms {
namespace {

constexpr int kMostRedirects = 3;
constexpr int kTriesForBetter = 2;                  // before a body that is merely usable is taken
constexpr std::size_t kMostColumns = 200;           // of a server's message in our error
constexpr std::size_t kMostErrorBytes = 64 * 1024;  // longer bodies are no error messages
constexpr std::string_view kResume = "run the fetch again later: it goes on from here";

std::string base_path(std::string_view base_url) {
  const auto url = parse_url(base_url);
  if (!url || url->target == "/") return "";
  return std::string(path_of(url->target));
}

std::string without_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

// "cannot get 'https://…': connection reset" → "connection reset".
std::string_view last_reason(std::string_view what) {
  const std::size_t end = what.rfind("': ");
  return end == std::string_view::npos ? what : what.substr(end + 3);
}

// One line that a terminal can show.
std::string one_line(std::string_view text) {
  return shorten(printable(trim(text)), kMostColumns, Cut::end, "...");
}

std::string_view title_of(std::string_view html) {
  const std::size_t start = find_folded(html, "<title>");
  if (start == std::string_view::npos) return {};
  const std::string_view rest = html.substr(start + 7);
  return rest.substr(0, rest.find('<'));
}

std::string text_at(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// {"error": "…"}, {"error": ["…"]}, {"error": {"message": "…"}}
std::string error_text(const nlohmann::json& error) {
  if (error.is_string()) return error.get<std::string>();
  if (error.is_object()) return text_at(error, "message");
  if (!error.is_array()) return {};
  std::vector<std::string> texts;
  for (const auto& entry : error) {
    if (entry.is_string()) texts.push_back(entry.get<std::string>());
    if (entry.is_object()) texts.push_back(text_at(entry, "message"));
  }
  return join(texts, "; ");
}

std::string json_message(const nlohmann::json& body) {
  for (const char* key : {"error", "errors"}) {
    const auto found = body.find(key);
    std::string text = found == body.end() ? std::string() : error_text(*found);
    if (text.empty()) continue;
    const std::string more = text_at(body, "error_description");
    return more.empty() ? text : text + ": " + more;
  }
  return text_at(body, "message");
}

std::string body_message(std::string_view body) {
  body = trim(body);
  if (body.empty() || body.size() > kMostErrorBytes) return {};
  if (body.front() == '<') return std::string(title_of(body));
  if (body.front() != '{' && body.front() != '[') {
    return std::string(body.substr(0, body.find('\n')));
  }
  const auto json = nlohmann::json::parse(body, nullptr, /*allow_exceptions=*/false);
  return json.is_object() ? json_message(json) : std::string();
}

// What support of a service asks for.
std::string request_id(const HttpResponse& response) {
  for (const std::string_view name : {"x-request-id", "x-amzn-trace-id", "x-amz-cf-id"}) {
    if (const auto id = response.header(name); !id.empty()) return one_line(id);
  }
  return {};
}

std::string refusal(const HttpResponse& response, std::string reason, int tries) {
  if (tries > 1) reason += " after " + std::to_string(tries) + " tries";
  const std::string message = server_message(response);
  if (response.status != 200 && message != "HTTP " + std::to_string(response.status)) {
    reason += ": " + message;
  }
  const std::string id = request_id(response);
  return id.empty() ? reason : reason + " (request " + id + ")";
}

std::string joined_links(const HttpResponse& response) {
  std::string links;
  for (const auto& [name, value] : response.headers) {
    if (name != "link") continue;
    if (!links.empty()) links += ", ";
    links += value;
  }
  return links;
}

// Position of the first `stop` outside quotes, or the end.
std::size_t find_unquoted(std::string_view text, char stop) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && quoted) {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (text[i] == stop && !quoted) {
      return i;
    }
  }
  return text.size();
}

// Does `; title="a;b"; rel="prev next"` name the relation `next`?
bool is_next(std::string_view parameters) {
  while (!parameters.empty()) {
    parameters.remove_prefix(1);  // the semicolon
    const std::size_t end = find_unquoted(parameters, ';');
    const std::string_view parameter = trim(parameters.substr(0, end));
    parameters.remove_prefix(end);
    const std::size_t equals = parameter.find('=');
    if (equals == std::string_view::npos) continue;
    if (!equal_folded(trim(parameter.substr(0, equals)), "rel")) continue;
    std::string_view value = trim(parameter.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"') value = value.substr(1, value.size() - 2);
    for (const std::string_view word : split_words(value, ' ')) {
      if (equal_folded(word, "next")) return true;
    }
    return false;  // only the first rel counts
  }
  return false;
}

}  // namespace

Transport::Transport(Http& http, Clock& clock, TransportOptions options, TransportEvents events)
    : http_(http),
      clock_(clock),
      options_(std::move(options)),
      events_(std::move(events)),
      jitter_(static_cast<std::uint64_t>(clock.now_ms())) {
  options_.base_url = without_slash(std::move(options_.base_url));
}

std::string Transport::without_token(std::string text) const {
  if (options_.token.empty()) return text;
  for (std::size_t at = 0; (at = text.find(options_.token, at)) != std::string::npos;) {
    text.replace(at, options_.token.size(), "...");
  }
  return text;
}

// A server that repeats the token in an error must not bring it into ours.
void Transport::forget_token(HttpResponse& response) const {
  response.body = without_token(std::move(response.body));
  for (auto& [name, value] : response.headers) value = without_token(std::move(value));
}

Error Transport::failed(const std::string& url, std::string_view reason, std::string hint) const {
  return {Errc::network,
          without_token("cannot get '" + shown_url(url) + "': " + std::string(reason)),
          std::move(hint)};
}

Result<Done> Transport::wait(std::int64_t wait_ms, const std::string& reason,
                             const std::string& url) {
  const std::int64_t seconds = (wait_ms + 999) / 1000;
  if (seconds > options_.longest_wait_s) {
    return failed(url,
                  "the server asks for a wait of " + std::to_string(seconds) + " s (" + reason +
                      "), the longest allowed is " + std::to_string(options_.longest_wait_s) + " s",
                  std::string(kResume));
  }
  const std::int64_t step_ms = events_.countdown ? 1000 : std::max<std::int64_t>(wait_ms, 1);
  for (std::int64_t left_ms = wait_ms; left_ms > 0; left_ms -= step_ms) {
    if (events_.waiting) events_.waiting((left_ms + 999) / 1000, reason);
    if (!clock_.sleep_ms(std::min(left_ms, step_ms) * options_.retry_unit_ms / 1000)) {
      return failed(url, "interrupted", "the fetch can be resumed");
    }
  }
  return Done{};
}

Result<Done> Transport::wait_for_quota(const std::string& url) {
  if (quota_left_ < 0 || quota_left_ > quota_reserve_) return Done{};
  const std::int64_t rest_ms = quota_reset_ms_ - clock_.now_ms();
  quota_left_ = -1;  // the next answer tells the new window
  if (rest_ms <= 0) return Done{};
  const std::int64_t unit = std::max<std::int64_t>(options_.retry_unit_ms, 1);
  return wait(rest_ms * 1000 / unit, "quota", url);
}

// Every answer is charged and tells the quota, redirects and errors too.
void Transport::note(const HttpResponse& response) {
  const Quota quota =
      parse_quota(response.header("ratelimit"), response.header("ratelimit-policy"));
  quota_left_ = quota.reset_s < 0 ? -1 : quota.left;
  quota_reserve_ = reserve_of(quota, options_.reserve);
  quota_reset_ms_ = clock_.now_ms() + (quota.reset_s + 1) * options_.retry_unit_ms;
  for (const auto& [name, value] : response.headers) {
    if (name != "x-hf-warning") continue;
    const std::size_t semicolon = value.find(';');
    std::string topic = value.substr(0, semicolon);
    if (std::find(warned_.begin(), warned_.end(), topic) != warned_.end()) continue;
    warned_.push_back(std::move(topic));
    const std::string text = semicolon == std::string::npos ? value : value.substr(semicolon + 1);
    if (events_.warning) events_.warning(without_token(one_line(text)));
  }
}

Result<HttpResponse> Transport::get_patiently(const HttpRequest& request, const Patient& patient) {
  const Patience patience{options_.retries, options_.reserve};
  int timeouts = 0;
  for (int attempt = 0;; ++attempt) {
    if (auto ready = wait_for_quota(request.url); !ready) return std::move(ready).error();
    ++requests_;
    auto answer = http_.get(request);
    Try tried{nullptr, false, attempt};
    if (answer) {
      reached_ = true;
      note(*answer);
      tried.response = &*answer;
      const bool refused =
          answer->status == 200 && patient.acceptable && !patient.acceptable(answer->body);
      const bool will_do =
          attempt >= kTriesForBetter && patient.usable && patient.usable(answer->body);
      tried.garbled = refused && !will_do;
      timeouts = answer->status == 504 ? timeouts + 1 : 0;
      if (timeouts > 0 && timeouts == patient.most_gateway_timeouts) return answer;
    } else if (!answer.error().hint.empty()) {
      return std::move(answer).error();  // trying again cannot help
    }

    const Verdict verdict = judge(tried, patience, clock_.now_ms(), jitter_);
    if (verdict.kind == Verdict::Kind::answer || verdict.kind == Verdict::Kind::redirect) {
      return answer;
    }
    const std::string reason =
        answer ? verdict.reason : std::string(last_reason(answer.error().what));
    if (verdict.kind == Verdict::Kind::stop) {
      const int tries = attempt + 1;
      const std::string why =
          answer ? refusal(*answer, reason, tries)
                 : reason + (tries > 1 ? " after " + std::to_string(tries) + " tries" : "");
      return failed(request.url, why, std::string(kResume));
    }
    if (auto waited = wait(verdict.wait_ms, reason, request.url); !waited) {
      return std::move(waited).error();
    }
    ++retries_;
  }
}

Result<Fetched> Transport::get(std::string_view path,
                               std::vector<std::pair<std::string, std::string>> headers,
                               const Patient& patient) {
  const auto base = parse_url(options_.base_url);
  if (!base || !path.starts_with('/')) {
    return failed(options_.base_url, "not an http or https address",
                  "give the endpoint as https://host");
  }
  const std::string prefix = base_path(options_.base_url);
  if (!options_.token.empty()) {
    const bool bearer = options_.token_header.empty();
    headers.emplace_back(bearer ? "Authorization" : options_.token_header,
                         (bearer ? "Bearer " : "") + options_.token);
  }
  HttpRequest request{"", std::move(headers), options_.max_bytes, options_.connect_timeout_ms,
                      options_.stall_timeout_ms};
  Fetched fetched;
  fetched.final_path = path;
  const int before = requests_;
  for (int redirects = 0;; ++redirects) {
    // Always built on our own base, so that the token cannot leave its origin.
    request.url = options_.base_url + fetched.final_path;
    auto answer = get_patiently(request, patient);
    if (!answer) return std::move(answer).error();
    fetched.requests = requests_ - before;
    const std::string_view location = answer->header("location");
    if (answer->status < 300 || answer->status == 304 || answer->status >= 400) {
      if (answer->status == 200 || answer->status == 304) {
        const std::string links = joined_links(*answer);
        fetched.next = next_path(links, path_of(fetched.final_path), prefix);
        fetched.way_lost = fetched.next.empty() && next_address(links).has_value();
      }
      fetched.response = *std::move(answer);
      if (fetched.response.status >= 400) forget_token(fetched.response);
      return fetched;
    }

    const auto target = resolve(location, {base->origin, prefix + fetched.final_path});
    if (!target) {
      return failed(request.url,
                    "HTTP " + std::to_string(answer->status) + " leads to no usable address",
                    "check the endpoint");
    }
    if (target->origin != base->origin) {
      return failed(request.url,
                    "it redirects to '" + one_line(shown_url(target->origin)) +
                        "', and redirects to another host or scheme are not followed",
                    "set the endpoint to that address if it is the right one");
    }
    if (redirects == kMostRedirects) {
      return failed(request.url, "more than 3 redirects", "check the endpoint");
    }
    fetched.final_path = without_prefix(target->target, prefix);
  }
}

std::string server_message(const HttpResponse& response) {
  const std::string status = "HTTP " + std::to_string(response.status);
  std::string text = one_line(response.header("x-error-message"));
  if (text.empty()) text = one_line(body_message(response.body));
  return text.empty() ? status : text;
}

std::optional<std::string_view> next_address(std::string_view link_header) {
  for (;;) {
    const std::size_t open = link_header.find('<');
    if (open == std::string_view::npos) return std::nullopt;
    const std::size_t close = link_header.find('>', open);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view address = link_header.substr(open + 1, close - open - 1);
    link_header.remove_prefix(close + 1);
    const std::size_t end = find_unquoted(link_header, ',');
    if (is_next(trim(link_header.substr(0, end)))) return address;
    link_header.remove_prefix(end);
  }
}

std::string next_path(std::string_view link_header, std::string_view path,
                      std::string_view prefix) {
  const auto address = next_address(link_header);
  if (!address) return {};
  // Links are judged by their path alone; the host is always our own.
  const std::string own_path = std::string(prefix) + std::string(path_of(path));
  const auto target = resolve(*address, {"https://hub:443", own_path});
  if (!target) return {};
  const std::string shorter = without_prefix(target->target, prefix);
  return path_of(shorter) == path_of(path) ? shorter : std::string();
}

}  // namespace oms
