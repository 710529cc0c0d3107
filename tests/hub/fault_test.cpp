// Each fault of the loopback Hub does what its name says, so often as it is told, and no more.
#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "hub/client.h"
#include "hub/loopback_hub.h"
#include "support/catch.h"

namespace {

using namespace oms::loopback;  // NOLINT: tests of one namespace
using Json = nlohmann::json;

// A small Hub that misbehaves once.
struct Faulty {
  explicit Faulty(Fault fault) {
    const auto started = hub.start({.models = 60, .faults = {std::move(fault)}});
    if (!started) FAIL(started.error().what);
  }
  Got get(const std::string& target, const Client::Headers& headers = {}) {
    return Client(hub.port()).get(target, headers);
  }
  Got page() { return get("/api/models?limit=20&sort=createdAt&direction=1"); }
  Got page_after(const Got& got) {
    const std::string link = got.header("link");
    const std::size_t path = link.find("/api/");
    return get(link.substr(path, link.find('>') - path));
  }
  LoopbackHub hub;
};

// As the Hub answers when nothing is wrong.
std::string sound_page() {
  LoopbackHub hub;
  REQUIRE(hub.start({.models = 60}));
  return Client(hub.port()).get("/api/models?limit=20&sort=createdAt&direction=1").text();
}

bool is_json(const std::string& text) { return Json::accept(text); }

std::vector<std::string> object_ids(const Got& got) {
  std::vector<std::string> result;
  for (const Json& row : Json::parse(got.text())) result.push_back(row["_id"]);
  return result;
}

}  // namespace

TEST_CASE("a status fault answers the next matching requests and is gone", "[fault]") {
  Faulty faulty({.kind = "status", .times = 2, .status = 503});
  CHECK(faulty.page().status == 503);
  CHECK(faulty.page().status == 503);
  CHECK(faulty.page().status == 200);
  CHECK(faulty.hub.faults().pending() == 0);
}

TEST_CASE("a fault waits for its path", "[fault]") {
  Faulty faulty({.kind = "status", .path = "/v1/models", .status = 500});
  CHECK(faulty.page().status == 200);
  CHECK(faulty.get("/v1/models").status == 500);
}

TEST_CASE("a fault waits for its page", "[fault]") {
  Faulty faulty({.kind = "status", .page = 2, .status = 504});
  const Got first = faulty.page();
  CHECK(first.status == 200);
  CHECK(faulty.page_after(first).status == 504);
  CHECK(faulty.page_after(first).status == 200);
}

TEST_CASE("a fault can let requests pass first", "[fault]") {
  Faulty faulty({.kind = "status", .skip = 1, .status = 500});
  CHECK(faulty.page().status == 200);
  CHECK(faulty.page().status == 500);
}

TEST_CASE("504 can depend on the size of the page", "[fault]") {
  Faulty faulty({.kind = "status", .limit_above = 10, .times = -1, .status = 504});
  CHECK(faulty.get("/api/models").status == 504);
  CHECK(faulty.get("/api/models?limit=11").status == 504);
  CHECK(faulty.get("/api/models?limit=10").status == 200);
}

TEST_CASE("429 can say when to come back in seconds", "[fault]") {
  Faulty faulty({.kind = "status", .status = 429, .retry_after = 7});
  CHECK(faulty.page().header("retry-after") == "7");
}

TEST_CASE("429 can say when to come back as a date", "[fault]") {
  Faulty faulty({.kind = "status", .status = 429, .retry_after_date = 90});
  const std::string date = faulty.page().header("retry-after");
  CHECK(date.size() == 29);
  CHECK(date.substr(25) == " GMT");
}

TEST_CASE("429 can say it in the quota headers only", "[fault]") {
  Faulty faulty({.kind = "rate_limited", .reset_seconds = 42});
  const Got got = faulty.page();
  CHECK(got.status == 429);
  CHECK(got.header("retry-after").empty());
  CHECK(got.header("ratelimit") == "\"api\";r=0;t=42");
}

TEST_CASE("expand values can be refused until they are left out", "[fault]") {
  Faulty faulty({.kind = "reject_expand", .expand_any = {"baseModels", "gguf"}, .times = -1});
  CHECK(faulty.get("/api/models?limit=1&expand=likes&expand=baseModels").status == 400);
  CHECK(faulty.get("/api/models?limit=1&expand[]=gguf").status == 400);
  CHECK(faulty.get("/api/models?limit=1&expand=likes").status == 200);
}

TEST_CASE("a redirect can lead elsewhere", "[fault]") {
  Faulty faulty({.kind = "redirect"});
  faulty.hub.faults().clear();
  const auto location = [&](const std::string& to) {
    faulty.hub.faults().add({.kind = "redirect", .to = to});
    const Got got = faulty.get("/api/models/a/b?expand=likes");
    CHECK(got.status == 307);
    return got.header("location");
  };
  CHECK(location("other-host") == "https://elsewhere.invalid/api/models/a/b?expand=likes");
  CHECK(location("http") == "http://huggingface.invalid/api/models/a/b?expand=likes");
  CHECK(location("circle") == "/api/models/a/b?expand=likes");
  CHECK(location("/api/models/c/d") == "/api/models/c/d");
}

TEST_CASE("a web page can come in place of JSON", "[fault]") {
  Faulty faulty({.kind = "html"});
  const Got got = faulty.page();
  CHECK(got.status == 200);
  CHECK(got.header("content-type") == "text/html; charset=utf-8");
  CHECK_FALSE(is_json(got.text()));
}

TEST_CASE("any bytes can be answered", "[fault]") {
  Faulty faulty({.kind = "body", .body = "[1,"});
  CHECK(faulty.page().text() == "[1,");
}

TEST_CASE("a connection can end without an answer", "[fault]") {
  Faulty faulty({.kind = "no_answer"});
  CHECK(faulty.page().end == End::cut);
  CHECK(faulty.page().status == 200);
}

TEST_CASE("a connection can be reset in place of an answer", "[fault]") {
  Faulty faulty({.kind = "reset_before"});
  CHECK(faulty.page().end == End::reset);
  CHECK(faulty.page().status == 200);
}

TEST_CASE("a connection can be reset in the middle of a body", "[fault]") {
  Faulty faulty({.kind = "reset_amid"});
  const Got got = faulty.page();
  CHECK(got.end == End::reset);
  CHECK(got.status == 200);
  CHECK_FALSE(got.body.empty());
}

TEST_CASE("a body can be cut against its Content-Length", "[fault]") {
  Faulty faulty({.kind = "cut"});
  const Got got = faulty.page();
  const std::string sound = sound_page();
  CHECK(got.end == End::cut);
  CHECK(got.header("content-length") == std::to_string(sound.size()));
  CHECK(got.body == sound.substr(0, sound.size() / 2));
}

TEST_CASE("a body can stall and then come whole", "[fault]") {
  Faulty faulty({.kind = "stall", .amount = 150});
  const auto start = std::chrono::steady_clock::now();
  const Got got = faulty.page();
  CHECK(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(140));
  CHECK(got.end == End::complete);
  CHECK(got.text() == sound_page());
}

TEST_CASE("stopping does not wait for a stall", "[fault]") {
  Faulty faulty({.kind = "stall", .amount = 60'000});
  std::thread reader([&] { faulty.page(); });
  while (faulty.hub.requests().empty()) std::this_thread::yield();
  const auto start = std::chrono::steady_clock::now();
  faulty.hub.stop();
  reader.join();
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

TEST_CASE("a Content-Length can be too large", "[fault]") {
  Faulty faulty({.kind = "wrong_length", .amount = 10});
  const Got got = faulty.page();
  CHECK(got.end == End::cut);
  CHECK(got.body == sound_page());
}

TEST_CASE("a Content-Length can be too small", "[fault]") {
  Faulty faulty({.kind = "wrong_length"});
  const std::string sound = sound_page();
  CHECK(faulty.page().body == sound.substr(0, sound.size() - 10));
}

TEST_CASE("chunks can lack the last one", "[fault]") {
  Faulty faulty({.kind = "endless_chunked"});
  const Got got = faulty.page();
  CHECK(got.end == End::cut);
  CHECK(got.header("content-length").empty());
  CHECK(got.body == sound_page());
}

TEST_CASE("compressed bytes can be damaged", "[fault]") {
  Faulty faulty({.kind = "bad_gzip"});
  const Got got = faulty.page();
  CHECK(got.end == End::complete);
  CHECK(got.header("content-encoding") == "gzip");
  CHECK(got.text() == "bad gzip");
}

TEST_CASE("nobody may listen for a while", "[fault]") {
  Faulty faulty({.kind = "refuse", .amount = 300});
  CHECK(faulty.page().end != End::complete);
  bool refused = false;
  for (int i = 0; i < 2000; ++i) {
    const Got got = faulty.page();
    refused = refused || got.end == End::refused;
    if (got.status == 200) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  CHECK(refused);
  CHECK(faulty.page().status == 200);
}

TEST_CASE("an answer can be no HTTP at all", "[fault]") {
  Faulty faulty({.kind = "garbled_head"});
  CHECK(faulty.page().end == End::no_http);
}

TEST_CASE("JSON can be garbled at full length", "[fault]") {
  Faulty faulty({.kind = "garbled_json"});
  const Got got = faulty.page();
  CHECK(got.end == End::complete);
  CHECK(got.text().size() == sound_page().size());
  CHECK_FALSE(is_json(got.text()));
}

TEST_CASE("a text can be no UTF-8", "[fault]") {
  Faulty faulty({.kind = "invalid_utf8"});
  const std::string text = faulty.page().text();
  CHECK(text.find("\"library_name\":\"in\xff\xfevent") != std::string::npos);
  CHECK_FALSE(is_json(text));
}

TEST_CASE("a number can be NaN", "[fault]") {
  Faulty faulty({.kind = "nan", .row = 3});
  const std::string text = faulty.page().text();
  CHECK(text.find("\"downloads\":NaN") != std::string::npos);
  CHECK_FALSE(is_json(text));
}

TEST_CASE("a page can be larger than 64 MiB", "[fault]") {
  Faulty faulty({.kind = "huge_page"});
  const Got got = faulty.page();
  CHECK(got.end == End::complete);
  CHECK(got.body.size() == 64 * 1024 * 1024 + 1);
  CHECK(Json::parse(got.body) == Json::parse(sound_page()));
}

TEST_CASE("a huge page is small when compressed", "[fault]") {
  Faulty faulty({.kind = "huge_page", .amount = 4'000'000});
  const Got got = faulty.get("/api/models?limit=20", {{"Accept-Encoding", "gzip"}});
  CHECK(got.body.size() < 100'000);
  CHECK(got.text().size() == 4'000'000);
}

TEST_CASE("a value can be nested a hundred thousand deep", "[fault]") {
  Faulty faulty({.kind = "deep_nesting"});
  const std::string text = faulty.page().text();
  CHECK(text.find("\"cardData\":" + std::string(100'000, '[') + ']') != std::string::npos);
}

TEST_CASE("a string can be huge", "[fault]") {
  Faulty faulty({.kind = "huge_string", .amount = 1'000'000});
  const Json rows = Json::parse(faulty.page().text());
  CHECK(rows[0].value("library_name", "").size() == 1'000'000);
}

TEST_CASE("a field can have another type", "[fault]") {
  Faulty faulty({.kind = "wrong_type", .field = "tags", .row = -1});
  for (const Json& row : Json::parse(faulty.page().text())) CHECK(row["tags"] == "not a list");
}

TEST_CASE("a field can have any value", "[fault]") {
  Faulty faulty({.kind = "wrong_type", .field = "likes", .row = 1, .value = "-1e400"});
  CHECK(faulty.page().text().find("\"likes\":\"-1e400\"") != std::string::npos);
}

TEST_CASE("every row can have another field of a wrong type", "[fault]") {
  Faulty faulty({.kind = "wrong_type", .field = "*"});
  const auto broken = nlohmann::ordered_json::parse(faulty.page().text());
  const auto sound = nlohmann::ordered_json::parse(sound_page());
  std::set<std::string> fields;
  for (std::size_t i = 0; i < sound.size(); ++i) {
    std::size_t changed = 0;
    for (const auto& [key, value] : sound[i].items()) {
      if (broken[i][key].type() == value.type()) continue;
      ++changed;
      fields.insert(key);
    }
    CHECK(changed == 1);
  }
  CHECK(fields.size() >= 9);
}

TEST_CASE("a key can be missing", "[fault]") {
  Faulty faulty({.kind = "missing_key"});
  CHECK_FALSE(Json::parse(faulty.page().text())[0].contains("id"));
}

TEST_CASE("a key can be null", "[fault]") {
  Faulty faulty({.kind = "null_field", .field = "tags"});
  CHECK(Json::parse(faulty.page().text())[0]["tags"].is_null());
}

TEST_CASE("a key can be unknown", "[fault]") {
  Faulty faulty({.kind = "unknown_key"});
  CHECK(Json::parse(faulty.page().text())[0].contains("unheardOf"));
}

TEST_CASE("a key can come twice", "[fault]") {
  Faulty faulty({.kind = "repeated_key"});
  CHECK(faulty.page().text().find("\"downloads\":1,\"downloads\":2") != std::string::npos);
}

TEST_CASE("a byte order mark can come first", "[fault]") {
  Faulty faulty({.kind = "bom"});
  CHECK(faulty.page().text() == "\xef\xbb\xbf" + sound_page());
}

TEST_CASE("a fault reaches the records of other collections", "[fault]") {
  Faulty faulty({.kind = "missing_key", .path = "/rows", .field = "model_name"});
  const std::string target =
      "/rows?dataset=OpenEvals%2Fleaderboard-data&config=default&split=train";
  CHECK_FALSE(Json::parse(faulty.get(target).text())["rows"][0]["row"].contains("model_name"));
}

TEST_CASE("a page can begin with rows of the one before", "[fault]") {
  Faulty faulty({.kind = "duplicate_rows", .page = 2, .amount = 2});
  const Got first = faulty.page();
  const auto before = object_ids(first);
  const auto second = object_ids(faulty.page_after(first));
  CHECK(second.size() == 22);
  CHECK(second[0] == before[18]);
  CHECK(second[1] == before[19]);
}

TEST_CASE("a page can come in another order", "[fault]") {
  Faulty faulty({.kind = "reordered"});
  auto reversed = object_ids(faulty.page());
  std::reverse(reversed.begin(), reversed.end());
  CHECK(reversed == object_ids(faulty.page()));
}

TEST_CASE("a record can be renamed between two pages", "[fault]") {
  Faulty faulty({.kind = "renamed_in_walk", .page = 2});
  const Got first = faulty.page();
  const Json before = Json::parse(first.text())[19];
  const Json after = Json::parse(faulty.page_after(first).text())[0];
  CHECK(after["_id"] == before["_id"]);
  CHECK(after["id"] != before["id"]);
  CHECK(faulty.get("/api/models/" + before.value("id", "")).header("location") ==
        "/api/models/" + after.value("id", ""));
}

TEST_CASE("the next link can lead astray", "[fault]") {
  Faulty faulty({.kind = "status"});
  faulty.hub.faults().clear();
  const auto link = [&](const std::string& to) {
    faulty.hub.faults().add({.kind = "link", .to = to});
    return faulty.page().header("link");
  };
  CHECK(link("missing").empty());
  CHECK(link("loop") ==
        "<https://huggingface.co/api/models?limit=20&sort=createdAt&direction=1>; rel=\"next\"");
  CHECK(link("other-host").rfind("<https://elsewhere.invalid/api/models?limit=20", 0) == 0);
  CHECK(link("http").rfind("<http://huggingface.invalid/api/models?limit=20", 0) == 0);
  CHECK(link("/api/datasets") == "</api/datasets>; rel=\"next\"");
}

TEST_CASE("a fault is charged to the quota and logged by its kind", "[fault]") {
  Faulty faulty({.kind = "cut"});
  faulty.page();
  CHECK(faulty.page().header("ratelimit").rfind("\"api\";r=498;", 0) == 0);
  CHECK(faulty.hub.requests()[0].fault == "cut");
  CHECK(faulty.hub.requests()[1].fault.empty());
}

TEST_CASE("a fault with a name nobody knows is refused", "[fault]") {
  const auto unknown = parse_fault(R"({"kind":"cut","pages":2})");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().what == "a fault has no 'pages'");
}
