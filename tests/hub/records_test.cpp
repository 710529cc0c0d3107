// What is served: invented records, records of a directory, and the other collections.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "hub/running.h"

namespace {

using namespace oms::loopback;  // NOLINT: tests of one namespace

std::filesystem::path fresh_directory() {
  static int count = 0;
  const auto path = std::filesystem::temp_directory_path() /
                    ("oms-hub-test-" + std::to_string(::getpid()) + '-' + std::to_string(++count));
  std::filesystem::create_directories(path);
  return path;
}

void write_file(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

}  // namespace

TEST_CASE("the same seed gives the same bytes, another seed others", "[hub]") {
  const auto bytes = [](std::uint64_t seed) {
    Running running({.models = 800, .seed = seed});
    return running
        .get(
            "/api/models?limit=1000&sort=downloads&direction=-1&expand=cardData&expand=config"
            "&expand=tags&expand=gguf&expand=evalResults&expand=inferenceProviderMapping")
        .text();
  };
  CHECK(bytes(3) == bytes(3));
  CHECK(bytes(3) != bytes(4));
}

TEST_CASE("three million models start at once in order of creation", "[hub][long]") {
  Running running({.models = 3'100'000});
  const Got got = running.get("/api/models?limit=1000&sort=createdAt&direction=1");
  CHECK(Json::parse(got.text()).size() == 1000);
  CHECK_FALSE(got.header("link").empty());
}

TEST_CASE("_id begins with the second of creation", "[hub]") {
  Running running;
  for (const Json& row : running.list("limit=1000")) {
    const auto created = parse_iso_time(row.value("createdAt", ""));
    REQUIRE(created);
    CHECK(row.value("_id", "").substr(0, 8) == hex(static_cast<std::uint64_t>(*created / 1000), 8));
  }
}

TEST_CASE("a parent that a model names exists, under the name in its tags", "[hub]") {
  Running running({.models = 600});
  std::set<std::string> all;
  const auto rows = walk(running, "/api/models?expand=baseModels&expand=tags");
  for (const Json& row : rows) all.insert(row.value("id", ""));
  for (const Json& row : rows) {
    if (!row.contains("baseModels")) continue;
    for (const Json& parent : row["baseModels"]["models"]) {
      CHECK(all.count(parent.value("id", "")) == 1);
      CHECK(has_tag(row, "base_model:" + row["baseModels"].value("relation", "") + ':' +
                             parent.value("id", "")));
    }
  }
}

TEST_CASE("cards hold their values in every form that occurs", "[hub]") {
  Running running({.models = 5000});
  std::set<std::string> forms;
  for (const Json& row : walk(running, "/api/models?expand=cardData&expand=gated")) {
    forms.insert("gated " + row["gated"].dump());
    if (!row.contains("cardData")) {
      forms.insert("no card");
      continue;
    }
    for (const auto& [key, value] : row["cardData"].items()) {
      forms.insert(key + ' ' + value.type_name());
    }
  }
  for (const char* form :
       {"gated false", "gated \"auto\"", "gated \"manual\"", "no card", "license string",
        "license array", "license_name string", "license_link string", "language string",
        "language array", "language boolean", "base_model string", "base_model array",
        "datasets string", "datasets array", "tags string", "tags array"}) {
    INFO(form);
    CHECK(forms.count(form) == 1);
  }
}

TEST_CASE("a mutation changes the stated share of the records and keeps the rest", "[hub]") {
  Running running({.models = 4000});
  const std::string target = "/api/models?sort=createdAt&direction=1&expand=downloads&expand=tags";
  const auto before = walk(running, target);
  running.hub.mutate({.downloads = 10, .license = 5, .deleted = 2, .renamed = 3});
  std::map<std::string, Json> after;
  for (const Json& row : walk(running, target)) after[row["_id"]] = row;
  std::size_t gone = 0, renamed = 0, downloads = 0;
  for (const Json& row : before) {
    const auto found = after.find(row["_id"]);
    gone += found == after.end() ? 1 : 0;
    if (found == after.end()) continue;
    renamed += found->second["id"] != row["id"] ? 1 : 0;
    downloads += found->second["downloads"] != row["downloads"] ? 1 : 0;
  }
  CHECK((gone > 40 && gone < 130));
  CHECK((renamed > 70 && renamed < 180));
  CHECK((downloads > 300 && downloads < 500));
}

TEST_CASE("models that are not created yet are neither listed nor there", "[hub]") {
  Running running({.models = 10});
  const Names all = ids(running.list("sort=createdAt&direction=1"));
  running.hub.set_unborn(3);
  CHECK(ids(running.list("sort=createdAt&direction=1")) == Names(all.begin(), all.end() - 3));
  CHECK(running.get("/api/models/" + all.back()).status == 401);
  running.hub.set_unborn(0);
  CHECK(ids(running.list("sort=createdAt&direction=1")) == all);
}

TEST_CASE("a round of corrections is a day younger than the one before", "[hub]") {
  Running running({.models = 50});
  const std::string newest = "sort=lastModified&direction=-1&limit=1&expand=lastModified";
  running.hub.mutate({.license = 100});
  CHECK(running.list(newest)[0]["lastModified"] == "2026-10-03T01:00:00.000Z");
  running.hub.mutate({.license = 100});
  CHECK(running.list(newest)[0]["lastModified"] == "2026-10-04T01:00:00.000Z");
}

TEST_CASE("records of a directory are served in every form a file may have", "[hub]") {
  const auto directory = fresh_directory();
  write_file(directory / "hub" / "a.json",
             R"([{"_id":"621ffdc000000000000000a1","id":"inv/one","downloads":5,"tags":["x"]}])");
  write_file(directory / "hub" / "b.ndjson",
             "{\"id\":\"inv/two\",\"createdAt\":\"2024-01-01T00:00:00.000Z\",\"downloads\":NaN}\n"
             "{\"id\":\"inv/three\",\"downloads\":9}\n");
  write_file(directory / "hub" / "c.json",
             R"({"request":"/x","status":200,"headers":{},"body":{"id":"inv/One","likes":3}})");
  write_file(directory / "hub" / "d.json", R"({"status":401,"headers":{},"body":{"error":"no"}})");
  Running running({.data = directory.string()});
  CHECK(ids(running.list("sort=downloads")) == Names{"inv/three", "inv/One", "inv/two"});
  CHECK(running.list("sort=downloads&search=one&expand=likes&expand=downloads")[0] ==
        Json::parse(R"({"_id":"621ffdc000000000000000a1","id":"inv/One","likes":3,)"
                    R"("downloads":5})"));
  std::filesystem::remove_all(directory);
}

TEST_CASE("other sources of a directory are served, and absent ones are empty", "[hub]") {
  const auto directory = fresh_directory();
  write_file(directory / "hub" / "a.json", R"([{"id":"inv/one"}])");
  write_file(directory / "router" / "r.json", R"({"data":[{"id":"inv/one","providers":[]}]})");
  write_file(directory / "openevals" / "e.json",
             R"({"models":[{"model_name":"inv/one","gpqa_score":NaN}]})");
  Running running({.data = directory.string()});
  CHECK(running.get("/v1/models").text() ==
        R"({"object":"list","data":[{"id":"inv/one","providers":[]}]})");
  CHECK(running.get("/api/v1/models").text() == R"({"data":[]})");
  const Json rows = Json::parse(
      running.get("/rows?dataset=OpenEvals%2Fleaderboard-data&config=default&split=train").text());
  CHECK(rows["num_rows_total"] == 1);
  CHECK(rows["rows"][0]["row"]["gpqa_score"].is_null());
  std::filesystem::remove_all(directory);
}

TEST_CASE("a data directory that does not exist stops the start", "[hub]") {
  LoopbackHub hub;
  const auto started = hub.start({.data = "/nowhere/at/all"});
  REQUIRE_FALSE(started);
  CHECK(started.error().what == "no directory '/nowhere/at/all'");
}

TEST_CASE("the router lists served models with prices per million tokens", "[hub]") {
  Running running;
  const Json body = Json::parse(running.get("/v1/models").text());
  REQUIRE(body["data"].size() > 20);
  const Json& model = body["data"][0];
  CHECK(running.get("/api/models/" + model.value("id", "")).status == 200);
  CHECK(keys(model) == Names{"architecture", "created", "id", "object", "owned_by", "providers"});
  CHECK(running.get("/v1/models/" + model.value("id", "")).text() ==
        nlohmann::ordered_json::parse(running.get("/v1/models").text())["data"][0].dump());
}

TEST_CASE("OpenRouter's prices are decimal strings per token", "[hub]") {
  Running running;
  const Json body = Json::parse(running.get("/api/v1/models").text());
  for (const Json& model : body["data"]) {
    if (!model.contains("hugging_face_id")) continue;
    CHECK(model["pricing"]["prompt"].is_string());
    CHECK(model["pricing"].value("prompt", "").substr(0, 1) == "0");
  }
}

TEST_CASE("rows come at most a hundred at a time", "[hub]") {
  Running running({.models = 3000});
  const std::string target =
      "/rows?dataset=OpenEvals%2Fleaderboard-data&config=default&split=train";
  const Json second = Json::parse(running.get(target + "&offset=2&length=3").text());
  CHECK(second["rows"][0]["row_idx"] == 2);
  CHECK(second["rows"].size() == 3);
  CHECK(running.get(target + "&length=101").status == 422);
}
