#include "source/retry_policy.h"

#include "support/catch.h"

namespace oms {
namespace {

constexpr std::int64_t kNow = 784'111'777'000;  // Sun, 06 Nov 1994 08:49:37 GMT

Verdict judge_one(const HttpResponse& response, int attempt = 0) {
  std::uint64_t jitter = 1;
  return judge({&response, false, attempt}, {}, kNow, jitter);
}

TEST_CASE("a quota tells what is left, when its window ends and how large it is", "[retry]") {
  const Quota quota = parse_quota(R"("api";r=499;t=295)", R"("fixed window";"api";q=500;w=300)");
  CHECK(quota.left == 499);
  CHECK(quota.reset_s == 295);
  CHECK(quota.size == 500);
}

TEST_CASE("of several windows the one with the fewest requests left counts", "[retry]") {
  const Quota quota = parse_quota(R"("day";r=9000;t=40000, "api";r=3;t=7)",
                                  R"("day";q=10000;w=86400, "api";q=50;w=10)");
  CHECK(quota.left == 3);
  CHECK(quota.reset_s == 7);
  CHECK(quota.size == 50);
}

TEST_CASE("a quota that is missing or garbled is unknown", "[retry]") {
  for (const char* header : {"", "api", "\"api\";r=;t=", "\"api\";r=x;t=5", ";;,,=;="}) {
    CAPTURE(header);
    CHECK(parse_quota(header, "").left == -1);
  }
}

TEST_CASE("the reserve is a share of the window, rounded down", "[retry]") {
  CHECK(reserve_of({0, 0, 500}, 0.1) == 50);
  CHECK(reserve_of({0, 0, 9}, 0.1) == 0);
  CHECK(reserve_of({0, 0, -1}, 0.1) == 0);
}

TEST_CASE("Retry-After is read as seconds and as each of HTTP's date forms", "[retry]") {
  CHECK(parse_retry_after("120", kNow) == 120);
  CHECK(parse_retry_after("Sun, 06 Nov 1994 08:50:37 GMT", kNow) == 60);
  CHECK(parse_retry_after("Sunday, 06-Nov-94 08:50:37 GMT", kNow) == 60);
  CHECK(parse_retry_after("Sun Nov  6 08:50:37 1994", kNow) == 60);
}

TEST_CASE("a Retry-After date that is past means no wait", "[retry]") {
  CHECK(parse_retry_after("Sun, 06 Nov 1994 08:40:00 GMT", kNow) == 0);
}

TEST_CASE("a part of a second is waited as a whole one", "[retry]") {
  CHECK(parse_retry_after("Sun, 06 Nov 1994 08:50:37 GMT", kNow + 1) == 60);
  CHECK(parse_retry_after("Sun, 06 Nov 1994 08:50:37 GMT", kNow - 1) == 61);
}

TEST_CASE("a Retry-After that is neither seconds nor a date is passed over", "[retry]") {
  for (const char* text : {"", "soon", "-5", "1.5", "Sun, 99 Foo 1994 08:50:37 GMT", "12:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_retry_after(text, kNow).has_value());
  }
}

TEST_CASE("an absurd number of seconds does not overflow", "[retry]") {
  CHECK(parse_retry_after("99999999999999999999", kNow) == 1'000'000'000);
}

TEST_CASE("waits grow to 8 seconds and no further, with at most a quarter more", "[retry]") {
  std::uint64_t jitter = 7;
  const std::int64_t base_ms[] = {1000, 2000, 4000, 8000, 8000, 8000};
  for (int attempt = 0; attempt < 6; ++attempt) {
    const std::int64_t wait_ms = backoff_ms(attempt, jitter);
    CHECK(wait_ms >= base_ms[attempt]);
    CHECK(wait_ms <= base_ms[attempt] * 5 / 4);
  }
}

TEST_CASE("the same seed gives the same waits, another seed others", "[retry]") {
  std::uint64_t first = 7;
  std::uint64_t same = 7;
  std::uint64_t other = 8;
  const std::int64_t wait_ms = backoff_ms(3, first);
  CHECK(backoff_ms(3, same) == wait_ms);
  CHECK(backoff_ms(3, other) != wait_ms);
}

TEST_CASE("the statuses that say something of the object are answers", "[retry]") {
  for (const int status : {200, 304, 400, 401, 403, 404}) {
    CAPTURE(status);
    CHECK(judge_one({status}).kind == Verdict::Kind::answer);
  }
}

TEST_CASE("overload and time-outs of the server are worth another try", "[retry]") {
  for (const int status : {408, 425, 429, 500, 502, 503, 504, 204}) {
    CAPTURE(status);
    const Verdict verdict = judge_one({status});
    CHECK(verdict.kind == Verdict::Kind::wait);
    CHECK(verdict.reason == "HTTP " + std::to_string(status));
  }
}

TEST_CASE("a refusal for good is not tried again", "[retry]") {
  for (const int status : {402, 405, 410, 422, 451, 300}) {
    CAPTURE(status);
    CHECK(judge_one({status}).kind == Verdict::Kind::stop);
  }
}

TEST_CASE("the last allowed retry is followed by an end", "[retry]") {
  CHECK(judge_one({503}, 5).kind == Verdict::Kind::wait);
  CHECK(judge_one({503}, 6).kind == Verdict::Kind::stop);
}

TEST_CASE("what the server asks for beats the own waits", "[retry]") {
  const Verdict verdict = judge_one({503, {{"retry-after", "30"}}, ""});
  CHECK(verdict.wait_ms == 30'000);
  CHECK(verdict.reason == "HTTP 503");
}

TEST_CASE("Retry-After 0 still leaves the server a second", "[retry]") {
  CHECK(judge_one({429, {{"retry-after", "0"}}, ""}).wait_ms == 1000);
}

TEST_CASE("a used-up quota is waited for to the end of its window and a second more", "[retry]") {
  const Verdict verdict = judge_one({429, {{"ratelimit", R"("api";r=0;t=41)"}}, ""});
  CHECK(verdict.wait_ms == 42'000);
  CHECK(verdict.reason == "quota");
}

TEST_CASE("of Retry-After and the quota's window the longer wait counts", "[retry]") {
  CHECK(judge_one({429, {{"ratelimit", R"("api";r=0;t=41)"}, {"retry-after", "90"}}, ""}).wait_ms ==
        90'000);
  CHECK(judge_one({429, {{"ratelimit", R"("api";r=0;t=41)"}, {"retry-after", "5"}}, ""}).wait_ms ==
        42'000);
}

TEST_CASE("a garbled answer is tried again", "[retry]") {
  std::uint64_t jitter = 1;
  const HttpResponse response{200};
  const Verdict verdict = judge({&response, true, 0}, {}, kNow, jitter);
  CHECK(verdict.kind == Verdict::Kind::wait);
  CHECK(verdict.reason == "garbled answer");
}

}  // namespace
}  // namespace oms
