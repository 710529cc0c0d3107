// Single models, errors, quotas, caching and commands. What the Hub does wrong on command is in
// fault_test.cpp.
#include <atomic>
#include <cctype>
#include <thread>

#include "hub/running.h"

namespace {

using namespace oms::loopback;  // NOLINT: tests of one namespace

}  // namespace

TEST_CASE("a single record has the fields of the list and more", "[hub]") {
  Running running;
  const Json listed = running.list("limit=1&full=true")[0];
  const Json single = Json::parse(running.get("/api/models/" + listed.value("id", "")).text());
  CHECK(single["_id"] == listed["_id"]);
  CHECK(single["sha"] == listed["sha"]);
  CHECK(single.contains("usedStorage"));
  CHECK_FALSE(single.contains("trendingScore"));
}

TEST_CASE("a single record can be read at a revision", "[hub]") {
  Running running;
  const std::string id = running.list("limit=1")[0]["id"];
  CHECK(running.get("/api/models/" + id + "/revision/HEAD?expand=likes").status == 200);
  CHECK(running.get("/api/models/" + id + "/revision/absent-1").header("x-error-code") ==
        "RevisionNotFound");
}

TEST_CASE("the provider mapping is an array with prices in a list and an object elsewhere",
          "[hub]") {
  Running running;
  const Json listed =
      running.list("limit=1&inference_provider=groq&expand=inferenceProviderMapping")[0];
  const Json single = Json::parse(
      running.get("/api/models/" + listed.value("id", "") + "?expand=inferenceProviderMapping")
          .text());
  const Json& list = listed["inferenceProviderMapping"];
  const Json& object = single["inferenceProviderMapping"];
  CHECK(list.is_array());
  CHECK(object.is_object());
  CHECK(list.size() == object.size());
  CHECK(list[0].contains("providerDetails"));
  CHECK_FALSE(object.front().contains("providerDetails"));
}

TEST_CASE("an id in another case redirects to the right one and keeps the query", "[hub]") {
  Running running;
  const std::string id = running.list("limit=1&sort=createdAt")[0]["id"];
  std::string shouted = id;
  for (char& c : shouted) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const Got got = running.get("/api/models/" + shouted + "?expand[]=author");
  CHECK(got.status == 307);
  CHECK(got.header("location") == "/api/models/" + id + "?expand[]=author");
}

TEST_CASE("an id without an owner redirects to the model that had it", "[hub]") {
  Running running;
  const std::string id = running.list("limit=1&sort=createdAt&direction=1")[0]["id"];
  const Got got = running.get("/api/models/" + id.substr(id.find('/') + 1));
  CHECK(got.header("location") == "/api/models/" + id);
}

TEST_CASE("after a rename the old id redirects and the record keeps its _id", "[hub]") {
  Running running;
  const Json before = running.list("limit=1&sort=createdAt")[0];
  const std::string id = before["id"];
  REQUIRE(running.hub.rename(id, "invented-new/Name"));
  CHECK(running.get("/api/models/" + id).header("location") == "/api/models/invented-new/Name");
  CHECK(Json::parse(running.get("/api/models/invented-new/Name").text())["_id"] == before["_id"]);
}

TEST_CASE("an anonymous client is not told that a model is missing", "[hub]") {
  Running running;
  const Got got = running.get("/api/models/nobody/nothing");
  CHECK(got.status == 401);
  CHECK(got.header("x-error-message") == "Invalid username or password.");
  CHECK(got.header("x-error-code").empty());
}

TEST_CASE("a client with a token is told that a model is missing", "[hub]") {
  Running running({.token = "invented"});
  const Got got = running.get("/api/models/nobody/nothing", {{"Authorization", "Bearer invented"}});
  CHECK(got.status == 404);
  CHECK(got.header("x-error-code") == "RepoNotFound");
}

TEST_CASE("a wrong token is refused everywhere", "[hub]") {
  Running running({.token = "invented"});
  const Got got = running.get("/api/models?limit=1", {{"Authorization", "Bearer other"}});
  CHECK(got.status == 401);
  CHECK(message(got) == "Invalid credentials in Authorization header");
}

TEST_CASE("whoami answers only to the token", "[hub]") {
  Running running({.token = "invented"});
  CHECK(running.get("/api/whoami-v2").status == 401);
  const Got got = running.get("/api/whoami-v2", {{"Authorization", "Bearer invented"}});
  CHECK(Json::parse(got.text())["type"] == "user");
}

TEST_CASE("a disabled model answers, and says so", "[hub]") {
  Running running({.models = 6000});
  for (const Json& row : walk(running, "/api/models?expand=disabled&expand=downloads")) {
    if (row["disabled"] != true) continue;
    CHECK(row["downloads"] == 0);
    CHECK(running.get("/api/models/" + row.value("id", "")).status == 200);
    return;
  }
  FAIL("no disabled model among 6000");
}

TEST_CASE("every answer says what is left of the quota, errors too", "[hub]") {
  Running running({.quota = {.requests = 10}});
  CHECK(running.get("/api/models?limit=1").header("ratelimit").rfind("\"api\";r=9;t=", 0) == 0);
  CHECK(running.get("/api/models?sort=size").header("ratelimit").rfind("\"api\";r=8;t=", 0) == 0);
  CHECK(running.get("/api/models/no/such").header("ratelimit").rfind("\"api\";r=7;t=", 0) == 0);
  CHECK(running.get("/api/tasks").header("ratelimit-policy") ==
        "\"fixed window\";\"api\";q=10;w=300");
}

TEST_CASE("a used-up quota answers 429 until the window ends", "[hub]") {
  Running running({.quota = {.requests = 2, .window_seconds = 60}});
  CHECK(running.get("/api/models?limit=1").status == 200);
  CHECK(running.get("/api/models?limit=1").status == 200);
  const Got refused = running.get("/api/models?limit=1");
  CHECK(refused.status == 429);
  CHECK(refused.header("ratelimit").rfind("\"api\";r=0;t=", 0) == 0);
  running.hub.advance_clock(60);
  CHECK(running.get("/api/models?limit=1").status == 200);
}

TEST_CASE("a token has a quota of its own, twice as large", "[hub]") {
  Running running({.quota = {.requests = 1}, .token = "invented"});
  CHECK(running.get("/api/tasks").status == 200);
  CHECK(running.get("/api/tasks").status == 429);
  const Client::Headers with_token = {{"Authorization", "Bearer invented"}};
  CHECK(running.get("/api/tasks", with_token).header("ratelimit-policy") ==
        "\"fixed window\";\"api\";q=2;w=300");
  CHECK(running.get("/api/tasks", with_token).status == 200);
  CHECK(running.get("/api/tasks", with_token).status == 429);
}

TEST_CASE("other collections are not in the Hub's quota", "[hub]") {
  Running running;
  const std::string path = GENERATE("/v1/models", "/api/v1/models");
  CHECK(running.get(path).header("ratelimit").empty());
}

TEST_CASE("an entity tag is the length and the SHA-1 of the body", "[hub]") {
  Running running;
  const Got got = running.get("/api/models?limit=3");
  CHECK(got.header("etag") == weak_etag(got.text()));
  CHECK(weak_etag("Hello") == "W/\"5-9/+ei3uy4Jtwk1pdeF4MxdnQq/A\"");
}

TEST_CASE("If-None-Match with the same tag gets 304 without a body", "[hub]") {
  Running running;
  const Got first = running.get("/api/models?limit=3");
  const Got second = running.get("/api/models?limit=3", {{"If-None-Match", first.header("etag")}});
  CHECK(second.status == 304);
  CHECK(second.body.empty());
  CHECK(running.get("/api/models?limit=4", {{"If-None-Match", first.header("etag")}}).status ==
        200);
}

TEST_CASE("a body is compressed for a client that accepts it, and is the same", "[hub]") {
  Running running;
  const Got plain = running.get("/api/models?limit=50");
  const Got zipped = running.get("/api/models?limit=50", {{"Accept-Encoding", "br, gzip"}});
  CHECK(plain.header("content-encoding").empty());
  CHECK(zipped.header("content-encoding") == "gzip");
  CHECK(zipped.body.size() < plain.body.size() / 2);
  CHECK(zipped.text() == plain.body);
}

TEST_CASE("one connection serves many requests", "[hub]") {
  Running running;
  Client client(running.hub.port());
  for (int i = 0; i < 5; ++i) CHECK(client.get("/api/tasks").status == 200);
  for (const SeenRequest& seen : running.hub.requests()) CHECK(seen.connection == 1);
}

TEST_CASE("the log counts requests and never keeps a token", "[hub]") {
  Running running({.token = "invented-secret"});
  running.get("/api/models?limit=1", {{"Authorization", "Bearer invented-secret"}});
  running.get("/api/models?limit=1", {{"User-Agent", "test/1"}});
  const std::string log = running.get("/_control/log").text();
  CHECK(log.find("invented-secret") == std::string::npos);
  const Json requests = Json::parse(log)["requests"];
  REQUIRE(requests.size() == 2);
  CHECK(requests[0]["authorization"] == true);
  CHECK(requests[1]["authorization"] == false);
  CHECK(requests[1]["headers"]["user-agent"] == "test/1");
  CHECK(requests[1]["query"] == "limit=1");
}

TEST_CASE("the log numbers the pages of a listing", "[hub]") {
  Running running({.models = 30});
  walk(running, "/api/models?limit=10");
  const auto requests = running.hub.requests();
  REQUIRE(requests.size() == 3);
  CHECK(requests[0].page == 1);
  CHECK(requests[1].page == 2);
  CHECK(requests[2].page == 3);
}

TEST_CASE("reset forgets faults, log and changes", "[hub]") {
  Running running;
  const Json before = running.list("limit=5");
  running.hub.mutate({.renamed = 100});
  running.hub.faults().add({.kind = "status", .times = -1});
  CHECK(Client(running.hub.port()).post("/_control/reset", "").status == 200);
  CHECK(running.hub.requests().empty());
  CHECK(running.list("limit=5") == before);
}

TEST_CASE("commands come over HTTP too", "[hub]") {
  Running running;
  const std::string id = running.list("limit=1&sort=createdAt")[0]["id"];
  Client client(running.hub.port());
  const Json command = {{"fault", {{"kind", "status"}, {"status", 502}}}, {"delete", id}};
  CHECK(client.post("/_control", command.dump()).status == 200);
  CHECK(running.get("/api/tasks").status == 502);
  CHECK(running.get("/api/models/" + id).status == 401);
}

TEST_CASE("a command that cannot be obeyed says why", "[hub]") {
  Running running;
  const Got got = Client(running.hub.port()).post("/_control", R"({"fault":{"kind":"flood"}})");
  CHECK(got.status == 400);
  CHECK(message(got) == "no fault is called 'flood'");
}

TEST_CASE("everything can be served below a prefix", "[hub]") {
  Running running({.prefix = "/mirror"});
  CHECK(running.get("/mirror/api/models?limit=1").status == 200);
  CHECK(running.get("/api/models?limit=1").status == 404);
}

TEST_CASE("links can lead to the server itself", "[hub]") {
  Running running({.link_host = "self"});
  const std::string link = running.get("/api/models?limit=1").header("link");
  CHECK(link.rfind('<' + running.hub.url() + "/api/models?limit=1&cursor=", 0) == 0);
}

TEST_CASE("many clients are served at once", "[hub]") {
  Running running({.models = 500});
  std::vector<std::thread> threads;
  std::atomic<int> fine = 0;
  for (int i = 0; i < 80; ++i) {  // more than the server takes at once
    threads.emplace_back([&] {
      Client client(running.hub.port());
      if (client.get("/api/models?limit=100").status == 200) ++fine;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(fine == 80);
}
