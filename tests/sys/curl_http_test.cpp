#include "sys/curl_http.h"

#include <chrono>
#include <cstdlib>

#include "support/catch.h"
#include "sys/loopback.h"

namespace oms {
namespace {

using Then = Reply::Then;

std::unique_ptr<Http> client(std::function<bool()> stopped = {}) {
  ::setenv("NO_PROXY", "127.0.0.1", 1);  // a proxy of the machine must not stand in between
  auto made = make_curl_http("oms-test/1.0", std::move(stopped));
  REQUIRE(made);
  return std::move(made).value();
}

HttpRequest request(const std::string& url) {
  HttpRequest wanted;
  wanted.url = url;
  wanted.connect_timeout_ms = 5000;
  wanted.stall_timeout_ms = 5000;
  return wanted;
}

// A complete answer of this status line, these header lines and this body.
std::string answer(const std::string& status, const std::string& headers, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

// {"hello":"world"}
const std::string kGzip(
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xab\x56\xca\x48\xcd\xc9\xc9\x57\xb2\x52\x2a\xcf\x2f"
    "\xca\x49\x51\xaa\x05\x00\xd1\x41\x09\xd8\x11\x00\x00\x00",
    37);

TEST_CASE("an answer has its status, its body and its headers in lower case", "[curl]") {
  Loopback server([](const std::string&) {
    return Reply{answer("404 Not Found", "X-Error-Code:  RepoNotFound \r\nLink: <a:b>\r\n", "no")};
  });
  const auto response = client()->get(request(server.url("/api/models")));
  REQUIRE(response);
  CHECK(response->status == 404);
  CHECK(response->body == "no");
  CHECK(response->header("x-error-code") == "RepoNotFound");
  CHECK(response->header("link") == "<a:b>");
  CHECK(response->header("missing").empty());
}

TEST_CASE("headers are sent as they are given, and the user agent with them", "[curl]") {
  Loopback server([](const std::string&) { return Reply{answer("200 OK", "", "")}; });
  HttpRequest wanted = request(server.url("/x?a=1&b[]=2"));
  wanted.headers = {{"Authorization", "Bearer hf_secret"}, {"If-None-Match", "W/\"1-a\""}};
  REQUIRE(client()->get(wanted));
  const std::string sent = server.requests().at(0);
  CHECK(sent.starts_with("GET /x?a=1&b[]=2 HTTP/1.1\r\n"));
  CHECK(sent.find("\r\nAuthorization: Bearer hf_secret\r\n") != std::string::npos);
  CHECK(sent.find("\r\nIf-None-Match: W/\"1-a\"\r\n") != std::string::npos);
  CHECK(sent.find("\r\nUser-Agent: oms-test/1.0\r\n") != std::string::npos);
}

TEST_CASE("a header of one request does not stay for the next", "[curl]") {
  Loopback server([](const std::string&) { return Reply{answer("200 OK", "", "")}; });
  const auto http = client();
  HttpRequest wanted = request(server.url("/a"));
  wanted.headers = {{"Authorization", "Bearer hf_secret"}};
  REQUIRE(http->get(wanted));
  REQUIRE(http->get(request(server.url("/b"))));
  CHECK(server.requests().at(1).find("Authorization") == std::string::npos);
}

TEST_CASE("a header with a line break is refused, and its value not told", "[curl]") {
  Loopback server([](const std::string&) { return Reply{answer("200 OK", "", "")}; });
  HttpRequest wanted = request(server.url("/x"));
  wanted.headers = {{"Authorization", "Bearer hf_secret\r\nX: y"}};
  const auto response = client()->get(wanted);
  REQUIRE_FALSE(response);
  CHECK(response.error().what.find("hf_secret") == std::string::npos);
  CHECK(server.requests().empty());
}

TEST_CASE("a compressed body is unpacked, and compression asked for", "[curl]") {
  Loopback server([](const std::string&) {
    return Reply{answer("200 OK", "Content-Encoding: gzip\r\n", kGzip)};
  });
  const auto response = client()->get(request(server.url("/")));
  REQUIRE(response);
  CHECK(response->body == R"({"hello":"world"})");
  CHECK(server.requests().at(0).find("gzip") != std::string::npos);
}

TEST_CASE("a compressed body with a damaged byte is an error that may pass", "[curl]") {
  std::string damaged = kGzip;
  damaged[20] = static_cast<char>(damaged[20] ^ 0x10);
  Loopback server([&](const std::string&) {
    return Reply{answer("200 OK", "Content-Encoding: gzip\r\n", damaged)};
  });
  const auto response = client()->get(request(server.url("/")));
  REQUIRE_FALSE(response);
  CHECK(response.error().what ==
        "cannot get '" + server.url("/") + "': the answer's compression is broken");
  CHECK(response.error().hint.empty());
}

TEST_CASE("an answer in chunks is put together", "[curl]") {
  Loopback server([](const std::string&) {
    return Reply{
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"};
  });
  const auto response = client()->get(request(server.url("/")));
  REQUIRE(response);
  CHECK(response->body == "abcde");
}

TEST_CASE("a body shorter than announced is an error that may pass", "[curl]") {
  Loopback server([](const std::string&) {
    return Reply{"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", Then::close};
  });
  const std::string url = server.url("/api/models");
  const auto response = client()->get(request(url + "?token=x"));
  REQUIRE_FALSE(response);
  CHECK(response.error().code == Errc::network);
  CHECK(response.error().what == "cannot get '" + url + "': the answer was cut");
  CHECK(response.error().hint.empty());
}

TEST_CASE("chunks without an end are an error", "[curl]") {
  Loopback server([](const std::string&) {
    return Reply{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", Then::close};
  });
  CHECK_FALSE(client()->get(request(server.url("/"))));
}

TEST_CASE("a connection closed or reset without an answer may pass", "[curl]") {
  for (const Then then : {Then::close, Then::reset}) {
    Loopback server([then](const std::string&) { return Reply{"", then}; });
    const auto response = client()->get(request(server.url("/")));
    REQUIRE_FALSE(response);
    CHECK(response.error().hint.empty());
  }
}

TEST_CASE("an answer that is not HTTP may pass", "[curl]") {
  Loopback server([](const std::string&) { return Reply{"hello\r\n\r\n", Then::close}; });
  const auto response = client()->get(request(server.url("/")));
  REQUIRE_FALSE(response);
  CHECK(response.error().what == "cannot get '" + server.url("/") + "': the answer is not HTTP");
  CHECK(response.error().hint.empty());
}

TEST_CASE("a server that falls silent ends the request within the stall time-out", "[curl]") {
  for (const char* first : {"", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"}) {
    CAPTURE(first);
    Loopback server([first](const std::string&) { return Reply{first}; });
    HttpRequest wanted = request(server.url("/"));
    wanted.stall_timeout_ms = 300;
    const auto start = std::chrono::steady_clock::now();
    const auto response = client()->get(wanted);
    const auto taken = std::chrono::steady_clock::now() - start;
    REQUIRE_FALSE(response);
    CHECK(response.error().what == "cannot get '" + server.url("/") + "': no data for 1 s");
    CHECK(response.error().hint.empty());
    CHECK(taken < std::chrono::seconds(3));  // libcurl looks at the clock once a second
  }
}

TEST_CASE("a body longer than allowed is an error that asks for less", "[curl]") {
  Loopback server(
      [](const std::string&) { return Reply{answer("200 OK", "", std::string(1001, 'x'))}; });
  HttpRequest wanted = request(server.url("/"));
  wanted.max_bytes = 1000;
  const auto response = client()->get(wanted);
  REQUIRE_FALSE(response);
  CHECK(response.error().what ==
        "cannot get '" + server.url("/") + "': the answer is longer than 1000 bytes");
  CHECK(response.error().hint == "ask for less at once");
}

TEST_CASE("a body of just the allowed length passes", "[curl]") {
  Loopback server(
      [](const std::string&) { return Reply{answer("200 OK", "", std::string(1000, 'x'))}; });
  HttpRequest wanted = request(server.url("/"));
  wanted.max_bytes = 1000;
  CHECK(client()->get(wanted));
}

TEST_CASE("headers longer than 256 KiB in all are an error", "[curl]") {
  std::string headers;
  for (int i = 0; i < 66; ++i) headers += "X-Long: " + std::string(4000, 'x') + "\r\n";
  Loopback server([&](const std::string&) { return Reply{answer("200 OK", headers, "")}; });
  const auto response = client()->get(request(server.url("/")));
  REQUIRE_FALSE(response);
  CHECK(response.error().hint == "ask for less at once");
}

TEST_CASE("a compressed body counts unpacked", "[curl]") {
  Loopback server([](const std::string&) {
    return Reply{answer("200 OK", "Content-Encoding: gzip\r\n", kGzip)};
  });
  HttpRequest wanted = request(server.url("/"));
  wanted.max_bytes = 16;
  CHECK_FALSE(client()->get(wanted));
}

TEST_CASE("a refused connection is an error that may pass", "[curl]") {
  std::string url;
  {
    Loopback gone([](const std::string&) { return Reply{}; });
    url = gone.url("/");
  }
  const auto response = client()->get(request(url));
  REQUIRE_FALSE(response);
  CHECK(response.error().code == Errc::network);
  CHECK(response.error().what == "cannot get '" + url + "': connection refused");
  CHECK(response.error().hint.empty());
}

TEST_CASE("an address that is not http is refused with a hint", "[curl]") {
  for (const char* url : {"ftp://127.0.0.1/x", "file:///etc/passwd", "", "http://a b/"}) {
    CAPTURE(url);
    const auto response = client()->get(request(url));
    REQUIRE_FALSE(response);
    CHECK(response.error().hint == "check the endpoint");
  }
}

TEST_CASE("a redirect is an answer and not followed", "[curl]") {
  Loopback server([](const std::string&) {
    return Reply{answer("307 Temporary Redirect", "Location: /elsewhere\r\n", "")};
  });
  const auto response = client()->get(request(server.url("/here")));
  REQUIRE(response);
  CHECK(response->status == 307);
  CHECK(response->header("location") == "/elsewhere");
  CHECK(server.requests().size() == 1);
}

TEST_CASE("headers of an interim answer are not the answer's", "[curl]") {
  Loopback server([](const std::string&) {
    return Reply{"HTTP/1.1 103 Early Hints\r\nLink: <early>\r\n\r\n" + answer("200 OK", "", "x")};
  });
  const auto response = client()->get(request(server.url("/")));
  REQUIRE(response);
  CHECK(response->status == 200);
  CHECK(response->header("link").empty());
}

TEST_CASE("one connection serves many requests", "[curl]") {
  Loopback server([](const std::string&) { return Reply{answer("200 OK", "", "x")}; });
  const auto http = client();
  for (int i = 0; i < 5; ++i) REQUIRE(http->get(request(server.url("/"))));
  CHECK(server.requests().size() == 5);
  CHECK(server.connections() == 1);
}

TEST_CASE("after a failed request the next one works", "[curl]") {
  Loopback server([](const std::string& text) {
    if (text.starts_with("GET /bad")) return Reply{"", Then::reset};
    return Reply{answer("200 OK", "", "x")};
  });
  const auto http = client();
  CHECK_FALSE(http->get(request(server.url("/bad"))));
  CHECK(http->get(request(server.url("/good"))));
}

TEST_CASE("a request that shall stop ends soon and says that it can be resumed", "[curl]") {
  Loopback server([](const std::string&) { return Reply{}; });
  const auto start = std::chrono::steady_clock::now();
  const auto response = client([] { return true; })->get(request(server.url("/")));
  const auto taken = std::chrono::steady_clock::now() - start;
  REQUIRE_FALSE(response);
  CHECK(response.error().what == "cannot get '" + server.url("/") + "': interrupted");
  CHECK_FALSE(response.error().hint.empty());
  CHECK(taken < std::chrono::seconds(3));
}

}  // namespace
}  // namespace oms
