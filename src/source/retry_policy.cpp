#include "source/retry_policy.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "oms/base/date.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::int64_t kMsPerSecond = 1000;
constexpr std::int64_t kMostSeconds = 1'000'000'000;  // longer waits are all the same: too long

// A whole number without sign; nullopt when it is something else. Saturates.
std::optional<std::int64_t> parse_count(std::string_view text) {
  const bool digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (text.empty() || !digits) return std::nullopt;
  std::int64_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  return parsed.ec == std::errc() ? std::min(number, kMostSeconds) : kMostSeconds;
}

// One element of a RateLimit list: its names (items without '=') and its parameters.
struct Element {
  std::vector<std::string_view> names = {};
  std::vector<std::pair<std::string_view, std::string_view>> parameters = {};

  std::int64_t count(std::string_view key) const {
    for (const auto& [name, value] : parameters) {
      if (name == key) return parse_count(value).value_or(-1);
    }
    return -1;
  }
};

std::vector<Element> elements_of(std::string_view header) {
  std::vector<Element> elements;
  for (const std::string_view part : split_words(header, ',')) {
    Element element;
    for (const std::string_view item : split_words(part, ';')) {
      const std::size_t equals = item.find('=');
      if (equals == std::string_view::npos) {
        element.names.push_back(item);
      } else {
        element.parameters.emplace_back(trim(item.substr(0, equals)),
                                        trim(item.substr(equals + 1)));
      }
    }
    elements.push_back(std::move(element));
  }
  return elements;
}

bool share_a_name(const Element& a, const Element& b) {
  return std::find_first_of(a.names.begin(), a.names.end(), b.names.begin(), b.names.end()) !=
         a.names.end();
}

std::int64_t size_of_window(const Element& window, std::string_view policy) {
  const std::vector<Element> policies = elements_of(policy);
  for (const Element& candidate : policies) {
    if (share_a_name(window, candidate)) return candidate.count("q");
  }
  return policies.size() == 1 ? policies.front().count("q") : -1;
}

// "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994".
struct DateWords {
  std::string_view month = {};
  std::string_view time = {};
  std::vector<std::string_view> numbers = {};  // day and year, in this order in all three forms
};

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

std::optional<std::size_t> month_of(std::string_view word) {
  const auto* found = std::find(kMonths.begin(), kMonths.end(), fold(word));
  if (found == kMonths.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kMonths.begin()) + 1;
}

DateWords date_words(std::string_view text) {
  DateWords words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" ,-"), text.size());
    const std::string_view word = text.substr(0, end);
    if (word.find(':') != std::string_view::npos) {
      words.time = word;
    } else if (parse_count(word)) {
      words.numbers.push_back(word);
    } else if (month_of(word)) {
      words.month = word;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string two_digits(std::int64_t number) {
  const std::string text = std::to_string(number);
  return text.size() < 2 ? "0" + text : text;
}

std::optional<std::int64_t> seconds_of_day(std::string_view time) {
  const std::vector<std::string_view> parts = split(time, ':');
  if (parts.size() != 3) return std::nullopt;
  std::int64_t seconds = 0;
  for (const std::string_view part : parts) {
    const auto number = parse_count(part);
    if (!number || *number > 60) return std::nullopt;
    seconds = seconds * 60 + *number;
  }
  return seconds;
}

// Seconds since 1970.
std::optional<std::int64_t> parse_http_date(std::string_view text) {
  const DateWords words = date_words(text);
  const auto month = month_of(words.month);
  const auto time = seconds_of_day(words.time);
  if (!month || !time || words.numbers.size() != 2) return std::nullopt;
  const std::int64_t day = parse_count(words.numbers[0]).value_or(0);
  std::int64_t year = parse_count(words.numbers[1]).value_or(0);
  // The old two-digit form; nothing on this protocol is older than 1970.
  if (words.numbers[1].size() == 2) year += year < 70 ? 2000 : 1900;
  const auto date =
      parse_date(std::to_string(year) + "-" + two_digits(static_cast<std::int64_t>(*month)) + "-" +
                 two_digits(day));
  if (!date) return std::nullopt;
  return std::int64_t{date->days} * 86'400 + *time;
}

// splitmix64: any state is a good one.
std::uint64_t next_random(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15;
  std::uint64_t mixed = state;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return mixed ^ (mixed >> 31);
}

bool is_answer(int status) {
  constexpr std::array kAnswers = {200, 304, 400, 401, 403, 404};
  return std::find(kAnswers.begin(), kAnswers.end(), status) != kAnswers.end();
}

bool is_redirect(int status) {
  constexpr std::array kRedirects = {301, 302, 303, 307, 308};
  return std::find(kRedirects.begin(), kRedirects.end(), status) != kRedirects.end();
}

bool may_pass(int status) {
  return status == 408 || status == 425 || status == 429 || status >= 500 || status < 300;
}

// What the server asks for; 0 when it asks for nothing.
std::int64_t asked_wait_ms(const HttpResponse& response, double reserve, std::int64_t now_ms) {
  // A server that says 0 is still given a moment.
  const auto after = parse_retry_after(response.header("retry-after"), now_ms);
  std::int64_t seconds = after ? std::max<std::int64_t>(*after, 1) : 0;
  const Quota quota =
      parse_quota(response.header("ratelimit"), response.header("ratelimit-policy"));
  const bool used_up = quota.left >= 0 && quota.left <= reserve_of(quota, reserve);
  // The header counts whole seconds: one more, or the window has not ended yet.
  if (used_up && quota.reset_s >= 0) seconds = std::max(seconds, quota.reset_s + 1);
  return seconds * kMsPerSecond;
}

}  // namespace

Quota parse_quota(std::string_view limit, std::string_view policy) {
  Quota quota;
  for (const Element& window : elements_of(limit)) {
    const std::int64_t left = window.count("r");
    if (left < 0 || (quota.left >= 0 && left >= quota.left)) continue;
    quota = {left, window.count("t"), size_of_window(window, policy)};
  }
  return quota;
}

std::int64_t reserve_of(const Quota& quota, double share) {
  if (quota.size <= 0) return 0;
  return static_cast<std::int64_t>(std::floor(static_cast<double>(quota.size) * share));
}

std::optional<std::int64_t> parse_retry_after(std::string_view text, std::int64_t now_ms) {
  text = trim(text);
  if (const auto seconds = parse_count(text)) return seconds;
  const auto moment = parse_http_date(text);
  if (!moment) return std::nullopt;
  const std::int64_t wait_ms = *moment * kMsPerSecond - now_ms;
  return wait_ms <= 0 ? 0 : (wait_ms + kMsPerSecond - 1) / kMsPerSecond;
}

std::int64_t backoff_ms(int attempt, std::uint64_t& jitter) {
  const std::int64_t base_ms = kMsPerSecond << std::clamp(attempt, 0, 3);
  const auto spread = static_cast<std::uint64_t>(base_ms / 4 + 1);
  return base_ms + static_cast<std::int64_t>(next_random(jitter) % spread);
}

Verdict judge(const Try& tried, const Patience& patience, std::int64_t now_ms,
              std::uint64_t& jitter) {
  using Kind = Verdict::Kind;
  Verdict verdict;
  if (tried.response != nullptr) {
    const int status = tried.response->status;
    if (is_answer(status) && !tried.garbled) return verdict;
    if (is_redirect(status)) return {Kind::redirect, 0, ""};
    verdict.reason = tried.garbled ? "garbled answer" : "HTTP " + std::to_string(status);
    if (!tried.garbled && !may_pass(status)) return {Kind::stop, 0, verdict.reason};
  }
  if (tried.attempt >= patience.retries) return {Kind::stop, 0, verdict.reason};

  verdict.kind = Kind::wait;
  if (tried.response != nullptr) {
    verdict.wait_ms = asked_wait_ms(*tried.response, patience.reserve, now_ms);
    if (verdict.wait_ms > 0 && tried.response->status == 429) verdict.reason = "quota";
  }
  if (verdict.wait_ms == 0) verdict.wait_ms = backoff_ms(tried.attempt, jitter);
  return verdict;
}

}  // namespace oms
