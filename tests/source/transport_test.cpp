#include "oms/source/transport.h"

#include <algorithm>

#include "support/catch.h"
#include "support/fake_clock.h"
#include "support/fake_http.h"

namespace oms {
namespace {

using Urls = std::vector<std::string>;
using Sleeps = std::vector<std::int64_t>;

const std::string kHub = "https://hub.test";
const std::string kModels = kHub + "/api/models";

// A transport with its world.
struct Rig {
  explicit Rig(TransportOptions options = {kHub})
      : transport(http, clock, std::move(options),
                  {[this](std::int64_t seconds, std::string_view reason) {
                     waits.push_back(std::to_string(seconds) + " s: " + std::string(reason));
                   },
                   [this](std::string_view text) { warnings.emplace_back(text); }}) {}

  FakeHttp http = {};
  FakeClock clock = {};
  std::vector<std::string> waits = {};
  std::vector<std::string> warnings = {};
  Transport transport;
};

TransportOptions with_token() {
  TransportOptions options{kHub};
  options.token = "hf_secret";
  return options;
}

TEST_CASE("an answer comes back with its body and one request", "[transport]") {
  Rig rig;
  rig.http.answer(kModels + "?limit=2", 200, "[]");
  const auto fetched = rig.transport.get("/api/models?limit=2");
  REQUIRE(fetched);
  CHECK(fetched->response.body == "[]");
  CHECK(fetched->final_path == "/api/models?limit=2");
  CHECK(fetched->requests == 1);
}

TEST_CASE("a refusal of the object is an answer, not a failure", "[transport]") {
  for (const int status : {304, 400, 401, 403, 404}) {
    CAPTURE(status);
    Rig rig;
    rig.http.answer(kModels, status);
    const auto fetched = rig.transport.get("/api/models");
    REQUIRE(fetched);
    CHECK(fetched->response.status == status);
  }
}

TEST_CASE("the base url may end in a slash and may have a prefix", "[transport]") {
  Rig rig({"https://proxy.test/hub/"});
  rig.http.answer("https://proxy.test/hub/api/models", 200);
  CHECK(rig.transport.get("/api/models"));
}

TEST_CASE("a base url that is not http is refused before any request", "[transport]") {
  Rig rig({"ftp://hub.test"});
  const auto fetched = rig.transport.get("/api/models");
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().what == "cannot get 'ftp://hub.test': not an http or https address");
}

TEST_CASE("an overloaded server is asked again until it answers", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 503).answer(kModels, 502).answer(kModels, 200, "[]");
  const auto fetched = rig.transport.get("/api/models");
  REQUIRE(fetched);
  CHECK(fetched->requests == 3);
  CHECK(rig.transport.requests() == 3);
  CHECK(rig.transport.retries() == 2);
  REQUIRE(rig.clock.sleeps.size() == 2);
  CHECK((rig.clock.sleeps[0] >= 1000 && rig.clock.sleeps[0] <= 1250));
  CHECK((rig.clock.sleeps[1] >= 2000 && rig.clock.sleeps[1] <= 2500));
}

TEST_CASE("a broken connection is tried again, and the event says why", "[transport]") {
  Rig rig;
  rig.http.fail(kModels, "connection reset by peer").answer(kModels, 200);
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.waits == std::vector<std::string>{"2 s: connection reset by peer"});
}

TEST_CASE("a failure that names a remedy is not tried again", "[transport]") {
  Rig rig;
  rig.http.fail(kModels, "the server's certificate cannot be verified", "check the date");
  const auto fetched = rig.transport.get("/api/models");
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().hint == "check the date");
  CHECK(rig.clock.sleeps.empty());
}

TEST_CASE("a body that is not what was asked for is tried again", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 200, "<html>sign in</html>").answer(kModels, 200, "[1]");
  const auto fetched = rig.transport.get(
      "/api/models", {}, [](std::string_view body) { return body.starts_with('['); });
  REQUIRE(fetched);
  CHECK(fetched->response.body == "[1]");
}

TEST_CASE("a body that will merely do is taken after two more tries", "[transport]") {
  Rig rig;
  for (int i = 0; i < 3; ++i) rig.http.answer(kModels, 200, "half");
  const auto fetched = rig.transport.get(
      "/api/models", {},
      Transport::Patient{.acceptable = [](std::string_view body) { return body == "whole"; },
                         .usable = [](std::string_view body) { return body == "half"; }});
  REQUIRE(fetched);
  CHECK(fetched->response.body == "half");
  CHECK(rig.transport.retries() == 2);
}

TEST_CASE("a body that will do gives way to a better one", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 200, "half").answer(kModels, 200, "whole");
  const auto fetched = rig.transport.get(
      "/api/models", {},
      Transport::Patient{.acceptable = [](std::string_view body) { return body == "whole"; },
                         .usable = [](std::string_view) { return true; }});
  REQUIRE(fetched);
  CHECK(fetched->response.body == "whole");
}

TEST_CASE("so many gateway time-outs in a row are an answer, others are not", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 504).answer(kModels, 503).answer(kModels, 504).answer(kModels, 504);
  const auto fetched =
      rig.transport.get("/api/models", {}, Transport::Patient{.most_gateway_timeouts = 2});
  REQUIRE(fetched);
  CHECK(fetched->response.status == 504);
  CHECK(fetched->requests == 4);
}

TEST_CASE("a server counts as reached once it answers, be it with a refusal", "[transport]") {
  Rig rig;
  rig.http.fail(kModels, "cannot connect", "no use").answer(kModels, 404);
  CHECK_FALSE(rig.transport.get("/api/models"));
  CHECK_FALSE(rig.transport.reached());
  CHECK(rig.transport.get("/api/models"));
  CHECK(rig.transport.reached());
}

TEST_CASE("a countdown tells every second of a wait", "[transport]") {
  FakeHttp http;
  FakeClock clock;
  std::vector<std::int64_t> told;
  TransportEvents events;
  events.waiting = [&](std::int64_t seconds, std::string_view) { told.push_back(seconds); };
  events.countdown = true;
  Transport transport(http, clock, {kHub}, events);
  http.answer(kModels, 503, "", {{"retry-after", "3"}}).answer(kModels, 200);
  REQUIRE(transport.get("/api/models"));
  CHECK(told == std::vector<std::int64_t>{3, 2, 1});
  CHECK(clock.sleeps == Sleeps{1000, 1000, 1000});
}

TEST_CASE("only bodies of status 200 are judged", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 404, "gone");
  CHECK(rig.transport.get("/api/models", {}, [](std::string_view) { return false; }));
}

TEST_CASE("after the last retry the error says what was asked, what came and what to do",
          "[transport]") {
  Rig rig;
  for (int i = 0; i < 7; ++i) {
    rig.http.answer(kModels + "?cursor=x", 503, R"({"error":"Service is busy"})",
                    {{"x-request-id", "Root=1-22"}});
  }
  const auto fetched = rig.transport.get("/api/models?cursor=x");
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().code == Errc::network);
  CHECK(fetched.error().what ==
        "cannot get 'https://hub.test/api/models': HTTP 503 after 7 tries: Service is busy "
        "(request Root=1-22)");
  CHECK(fetched.error().hint == "run the fetch again later: it goes on from here");
  CHECK(rig.transport.requests() == 7);
}

TEST_CASE("an error after broken connections names the last reason", "[transport]") {
  Rig rig;
  for (int i = 0; i < 7; ++i) rig.http.fail(kModels, "the answer was cut");
  const auto fetched = rig.transport.get("/api/models");
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().what ==
        "cannot get 'https://hub.test/api/models': the answer was cut after 7 tries");
}

TEST_CASE("Retry-After is obeyed to the second", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 429, "", {{"retry-after", "17"}}).answer(kModels, 200);
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.clock.sleeps == Sleeps{17'000});
  CHECK(rig.waits == std::vector<std::string>{"17 s: quota"});
}

TEST_CASE("a second of every wait lasts as long as the options say", "[transport]") {
  TransportOptions options{kHub};
  options.retry_unit_ms = 2;
  Rig rig(options);
  rig.http.answer(kModels, 429, "", {{"retry-after", "17"}}).answer(kModels, 200);
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.clock.sleeps == Sleeps{34});
  CHECK(rig.waits == std::vector<std::string>{"17 s: quota"});
}

TEST_CASE("a wait longer than allowed ends the fetch, which can be resumed", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 429, "", {{"retry-after", "7200"}});
  const auto fetched = rig.transport.get("/api/models");
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().what ==
        "cannot get 'https://hub.test/api/models': the server asks for a wait of 7200 s (quota), "
        "the longest allowed is 3600 s");
  CHECK(fetched.error().hint == "run the fetch again later: it goes on from here");
  CHECK(rig.clock.sleeps.empty());
}

TEST_CASE("an interrupted wait ends the request", "[transport]") {
  Rig rig;
  rig.clock.interrupted = true;
  rig.http.answer(kModels, 503);
  const auto fetched = rig.transport.get("/api/models");
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().what == "cannot get 'https://hub.test/api/models': interrupted");
}

const FakeHttp::Headers kAtReserve = {{"ratelimit", R"("api";r=50;t=120)"},
                                      {"ratelimit-policy", R"("fixed window";"api";q=500;w=300)"}};
const FakeHttp::Headers kAboveReserve = {
    {"ratelimit", R"("api";r=51;t=120)"},
    {"ratelimit-policy", R"("fixed window";"api";q=500;w=300)"}};

TEST_CASE("the reserve of the quota is left unused: the next request waits", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 200, "", kAtReserve).answer(kModels, 200);
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.clock.sleeps.empty());
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.clock.sleeps == Sleeps{121'000});
  CHECK(rig.waits == std::vector<std::string>{"121 s: quota"});
}

TEST_CASE("above the reserve nothing waits", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 200, "", kAboveReserve).answer(kModels, 200);
  REQUIRE(rig.transport.get("/api/models"));
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.clock.sleeps.empty());
}

TEST_CASE("time that has passed since counts for the quota's wait", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 200, "", kAtReserve).answer(kModels, 200);
  REQUIRE(rig.transport.get("/api/models"));
  rig.clock.now += 100'000;
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.clock.sleeps == Sleeps{21'000});
}

TEST_CASE("a quota refusal is waited for once, not twice", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 429, "", {{"ratelimit", R"("api";r=0;t=9)"}}).answer(kModels, 200);
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.clock.sleeps == Sleeps{10'000});
}

TEST_CASE("redirects and errors are charged: their quota counts too", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 404, "", kAtReserve).answer(kModels, 200);
  REQUIRE(rig.transport.get("/api/models"));
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.clock.sleeps == Sleeps{121'000});
}

TEST_CASE("a server that tells no quota is not waited for", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 200, "", kAtReserve).answer(kModels, 200).answer(kModels, 200);
  REQUIRE(rig.transport.get("/api/models"));
  REQUIRE(rig.transport.get("/api/models"));
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.clock.sleeps.size() == 1);
}

TEST_CASE("a redirect with a relative address leads to its new place", "[transport]") {
  Rig rig;
  rig.http.answer(kHub + "/api/models/gpt2?expand[]=author", 307, "",
                  {{"location", "/api/models/openai-community/gpt2?expand[]=author"}});
  rig.http.answer(kHub + "/api/models/openai-community/gpt2?expand[]=author", 200, "{}");
  const auto fetched = rig.transport.get("/api/models/gpt2?expand[]=author");
  REQUIRE(fetched);
  CHECK(fetched->final_path == "/api/models/openai-community/gpt2?expand[]=author");
  CHECK(fetched->requests == 2);
}

TEST_CASE("an absolute redirect is followed within its origin", "[transport]") {
  for (const char* location :
       {"https://hub.test/api/models/b", "https://HUB.test:443/api/models/b",
        "//hub.test/api/models/b", "b", "https://hub.test/api/models/b#top"}) {
    CAPTURE(location);
    Rig rig;
    rig.http.answer(kHub + "/api/models/a", 301, "", {{"location", location}});
    rig.http.answer(kHub + "/api/models/b", 200);
    CHECK(rig.transport.get("/api/models/a"));
  }
}

TEST_CASE("a redirect under a prefix is followed with and without the prefix in it",
          "[transport]") {
  for (const char* location : {"/hub/b?x=1", "/b?x=1", "http://proxy.test/hub/b?x=1"}) {
    CAPTURE(location);
    Rig rig({"http://proxy.test/hub"});
    rig.http.answer("http://proxy.test/hub/a", 307, "", {{"location", location}});
    rig.http.answer("http://proxy.test/hub/b?x=1", 200);
    CHECK(rig.transport.get("/a"));
  }
}

TEST_CASE("a redirect to another origin is refused", "[transport]") {
  for (const char* location : {"https://evil.test/api/models", "http://hub.test/api/models",
                               "https://hub.test:8443/api/models", "https://hub.test.evil.test/",
                               "//evil.test/x", "https://hub.test@evil.test/api/models"}) {
    CAPTURE(location);
    Rig rig(with_token());
    rig.http.answer(kModels, 302, "", {{"location", location}});
    const auto fetched = rig.transport.get("/api/models");
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().code == Errc::network);
    CHECK(rig.http.requests.size() == 1);
  }
}

TEST_CASE("the error of a refused redirect names the other place", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 302, "", {{"location", "http://other.test/login?next=/"}});
  const auto fetched = rig.transport.get("/api/models");
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().what ==
        "cannot get 'https://hub.test/api/models': it redirects to 'http://other.test:80', and "
        "redirects to another host or scheme are not followed");
}

TEST_CASE("three redirects are followed, a fourth is not", "[transport]") {
  Rig rig;
  rig.http.answer(kHub + "/a", 307, "", {{"location", "/b"}});
  rig.http.answer(kHub + "/b", 307, "", {{"location", "/c"}});
  rig.http.answer(kHub + "/c", 307, "", {{"location", "/d"}});
  rig.http.answer(kHub + "/d", 307, "", {{"location", "/e"}});
  const auto fetched = rig.transport.get("/a");
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().what == "cannot get 'https://hub.test/d': more than 3 redirects");
}

TEST_CASE("a redirect without an address is an error", "[transport]") {
  for (const char* location : {"", "https://", "ftp://hub.test/x", "/a b", "/a\r\nX: y"}) {
    CAPTURE(location);
    Rig rig;
    rig.http.answer(kModels, 307, "", {{"location", location}});
    CHECK_FALSE(rig.transport.get("/api/models"));
  }
}

TEST_CASE("the token goes with every request to the own origin, and only if there is one",
          "[transport]") {
  Rig rig(with_token());
  rig.http.answer(kHub + "/a", 307, "", {{"location", "/b"}}).answer(kHub + "/b", 200);
  REQUIRE(rig.transport.get("/a", {{"If-None-Match", "W/\"1\""}}));
  CHECK(rig.http.sent(0, "Authorization") == "Bearer hf_secret");
  CHECK(rig.http.sent(1, "Authorization") == "Bearer hf_secret");
  CHECK(rig.http.sent(1, "If-None-Match") == "W/\"1\"");

  Rig anonymous;
  anonymous.http.answer(kHub + "/a", 200);
  REQUIRE(anonymous.transport.get("/a"));
  CHECK(anonymous.http.requests[0].headers.empty());
}

TEST_CASE("a server that repeats the token does not get it into an error", "[transport]") {
  Rig rig(with_token());
  rig.http.answer(kModels, 410, R"({"error":"token hf_secret is gone"})");
  const auto fetched = rig.transport.get("/api/models");
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().what ==
        "cannot get 'https://hub.test/api/models': HTTP 410: token ... is gone");
}

TEST_CASE("a refusal that repeats the token comes back without it", "[transport]") {
  Rig rig(with_token());
  rig.http.answer(kModels, 401, R"({"error":"bad hf_secret"})",
                  {{"x-error-message", "hf_secret!"}});
  const auto fetched = rig.transport.get("/api/models");
  REQUIRE(fetched);
  CHECK(fetched->response.body == R"({"error":"bad ..."})");
  CHECK(fetched->response.header("x-error-message") == "...!");
}

TEST_CASE("user and password of the base url stay out of errors", "[transport]") {
  Rig rig({"https://me:pass@hub.test"});
  rig.http.answer("https://me:pass@hub.test/x", 410);
  const auto fetched = rig.transport.get("/x");
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().what == "cannot get 'https://hub.test/x': HTTP 410");
}

TEST_CASE("each topic of the server's warnings is told once", "[transport]") {
  Rig rig;
  const FakeHttp::Headers nudge = {{"x-hf-warning", "unauthenticated; Please set a token"},
                                   {"x-hf-warning", "sunset; This endpoint ends"}};
  rig.http.answer(kModels, 200, "", nudge).answer(kModels, 200, "", nudge);
  REQUIRE(rig.transport.get("/api/models"));
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.warnings == std::vector<std::string>{"Please set a token", "This endpoint ends"});
}

TEST_CASE("a warning that repeats the token is told without it", "[transport]") {
  Rig rig(with_token());
  rig.http.answer(kModels, 200, "", {{"x-hf-warning", "token; hf_secret will expire"}});
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.warnings == std::vector<std::string>{"... will expire"});
}

TEST_CASE("limits and time-outs of the options reach the request", "[transport]") {
  TransportOptions options{kHub};
  options.max_bytes = 1000;
  options.connect_timeout_ms = 11;
  options.stall_timeout_ms = 12;
  Rig rig(options);
  rig.http.answer(kModels, 200);
  REQUIRE(rig.transport.get("/api/models"));
  CHECK(rig.http.requests[0].max_bytes == 1000);
  CHECK(rig.http.requests[0].connect_timeout_ms == 11);
  CHECK(rig.http.requests[0].stall_timeout_ms == 12);
}

TEST_CASE("an answer tells its next page on the own endpoint", "[transport]") {
  Rig rig({"http://mirror.test/hub"});
  rig.http.answer("http://mirror.test/hub/api/models?limit=1", 200, "[]",
                  {{"link", R"(<https://huggingface.co/api/models>; rel="first")"},
                   {"link", R"(<https://huggingface.co/api/models?cursor=ab>; rel="next")"}});
  const auto fetched = rig.transport.get("/api/models?limit=1");
  REQUIRE(fetched);
  CHECK(fetched->next == "/api/models?cursor=ab");
}

TEST_CASE("the next page keeps path and query, never the host", "[transport]") {
  CHECK(next_path(R"(<https://huggingface.co/api/models?a=1&cursor=eyJ%3D%3D>; rel="next")",
                  "/api/models") == "/api/models?a=1&cursor=eyJ%3D%3D");
  CHECK(next_path(R"(</api/models?cursor=x>; rel="next")", "/api/models") ==
        "/api/models?cursor=x");
  CHECK(next_path(R"(<?cursor=x>; rel="next")", "/api/models?limit=3") == "/api/models?cursor=x");
}

TEST_CASE("the relation next is found among others", "[transport]") {
  CHECK(next_path(R"(<https://h/m?p=1>; rel="prev"; title="a, <b>; rel=\"next\"", )"
                  R"(<https://h/m?p=3>; title="x;y"; REL=Next, <https://h/m?p=9>; rel="last")",
                  "/m") == "/m?p=3");
  CHECK(next_path(R"(<https://h/m?p=3>; rel="last next")", "/m") == "/m?p=3");
}

TEST_CASE("without a next relation there is no next page", "[transport]") {
  for (const char* link :
       {"", "garbage", "<https://h/m?p=3", R"(<https://h/m?p=1>; rel="prev")",
        R"(<https://h/m?p=1>; rel="nextish")", R"(<https://h/m?p=1>; rel="prev"; rel="next")",
        R"(<https://h/m?p=1>)", R"(<>; rel="next")"}) {
    CAPTURE(link);
    CHECK(next_path(link, "/m").empty());
  }
}

TEST_CASE("a next page may not lead to another path", "[transport]") {
  CHECK(next_path(R"(<https://h/api/whoami?p=3>; rel="next")", "/api/models").empty());
  CHECK(next_path(R"(<https://h/api/models/x?p=3>; rel="next")", "/api/models").empty());
}

TEST_CASE("a next page that cannot be one is told apart from none", "[transport]") {
  Rig rig;
  rig.http.answer(kModels, 200, "[]", {{"link", "</else?cursor=a>; rel=\"next\""}})
      .answer(kModels, 200, "[]")
      .answer(kModels, 304, "", {{"link", "</api/models?cursor=a>; rel=\"next\""}});
  const auto lost = rig.transport.get("/api/models");
  REQUIRE(lost);
  CHECK(lost->next.empty());
  CHECK(lost->way_lost);
  CHECK_FALSE(rig.transport.get("/api/models")->way_lost);
  CHECK(rig.transport.get("/api/models")->next == "/api/models?cursor=a");
}

TEST_CASE("a next page under a prefix loses the prefix", "[transport]") {
  CHECK(next_path(R"(<http://m/hub/api/models?p=3>; rel="next")", "/api/models", "/hub") ==
        "/api/models?p=3");
}

std::string message(int status, std::string body, FakeHttp::Headers headers = {}) {
  return server_message({status, std::move(headers), std::move(body)});
}

TEST_CASE("a server's message is found in every form that errors have", "[transport]") {
  CHECK(message(401, R"({"error":"x"})", {{"x-error-message", "Invalid username"}}) ==
        "Invalid username");
  CHECK(message(400, R"({"error":"Invalid sort parameter: size"})") ==
        "Invalid sort parameter: size");
  CHECK(message(400, R"({"error":["first","second"]})") == "first; second");
  CHECK(message(400, R"({"error":"invalid_grant","error_description":"too old"})") ==
        "invalid_grant: too old");
  CHECK(message(500, R"({"errors":[{"message":"one"},{"message":"two"}]})") == "one; two");
  CHECK(message(401, R"({"error":{"code":401,"message":"No auth"}})") == "No auth");
  CHECK(message(404, "Not Found\nsecond line") == "Not Found");
  CHECK(message(502, "<html><head><TITLE>502 Bad Gateway</TITLE></head></html>") ==
        "502 Bad Gateway");
}

TEST_CASE("an error without a message is told by its status", "[transport]") {
  CHECK(message(503, "") == "HTTP 503");
  CHECK(message(503, "{}") == "HTTP 503");
  CHECK(message(503, R"({"error":7})") == "HTTP 503");
  CHECK(message(503, R"({"error": "cut)") == "HTTP 503");
  CHECK(message(503, "<html></html>") == "HTTP 503");
}

TEST_CASE("a server's message is one short line that cannot control the terminal", "[transport]") {
  CHECK(message(500, R"({"error":"a\nb\u001b[31m"})") == "a b\xEF\xBF\xBD[31m");
  CHECK(message(500, std::string(5000, 'x')).size() == 200);
}

}  // namespace
}  // namespace oms
