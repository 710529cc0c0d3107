#include "oms/source/hub_request.h"

#include <algorithm>

#include "support/catch.h"

namespace oms {
namespace {

using Kind = HubScope::Kind;
using Words = std::vector<std::string>;

HubScope scope(Kind kind, std::size_t top = 0) {
  HubScope result;
  result.kind = kind;
  result.top = top;
  return result;
}

TEST_CASE("a ranking is asked for page by page, largest value first", "[hub]") {
  const HubScope top = scope(Kind::ranked, 20'000);
  CHECK(scope_key(top) == "top 20000 by downloads");
  CHECK(first_path(top, {}) == "/api/models?limit=1000&sort=downloads&direction=-1");
  CHECK(request_count(top).count == 20);
  CHECK(request_count(top).exact);
}

TEST_CASE("a short ranking asks for no more than it needs", "[hub]") {
  HubScope top = scope(Kind::ranked, 50);
  top.by = "trendingScore";
  CHECK(scope_key(top) == "top 50 by trendingScore");
  CHECK(first_path(top, {}) == "/api/models?limit=50&sort=trendingScore&direction=-1");
  CHECK(request_count(top).count == 1);
}

TEST_CASE("a ranking of 1001 models takes two requests", "[hub]") {
  CHECK(request_count(scope(Kind::ranked, 1000)).count == 1);
  CHECK(request_count(scope(Kind::ranked, 1001)).count == 2);
  CHECK(request_count(scope(Kind::ranked, 1001), 500).count == 3);
}

TEST_CASE("models that are served are one listing of all providers", "[hub]") {
  CHECK(scope_key(scope(Kind::served)) == "served by a provider");
  CHECK(first_path(scope(Kind::served), {}) ==
        "/api/models?limit=1000&sort=createdAt&direction=1&inference_provider=all");
  CHECK_FALSE(request_count(scope(Kind::served)).exact);
}

TEST_CASE("a complete walk goes by creation, which holds still", "[hub]") {
  CHECK(scope_key(scope(Kind::all)) == "all");
  CHECK(first_path(scope(Kind::all), {}) == "/api/models?limit=1000&sort=createdAt&direction=1");
  CHECK(request_count(scope(Kind::all)).count == 3118);
  CHECK_FALSE(request_count(scope(Kind::all)).exact);
}

TEST_CASE("the conditions of one scope are joined", "[hub]") {
  HubScope filtered = scope(Kind::filtered);
  filtered.author = "mistralai";
  CHECK(scope_key(filtered) == "author mistralai");
  CHECK(first_path(filtered, {}) ==
        "/api/models?limit=1000&sort=createdAt&direction=1&author=mistralai");
  filtered.author.clear();
  filtered.filters = {"license:mit"};
  filtered.task = "text-generation";
  CHECK(scope_key(filtered) == "filter license:mit + task text-generation");
  CHECK(first_path(filtered, {}) ==
        "/api/models?limit=1000&sort=createdAt&direction=1&filter=license%3Amit"
        "&pipeline_tag=text-generation");
}

TEST_CASE("a filtered ranking names both", "[hub]") {
  HubScope filtered = scope(Kind::filtered, 100);
  filtered.author = "acme";
  filtered.by = "likes";
  CHECK(scope_key(filtered) == "author acme + top 100 by likes");
  CHECK(first_path(filtered, {}) == "/api/models?limit=100&sort=likes&direction=-1&author=acme");
}

TEST_CASE("tags in another order, or twice, are the same scope", "[hub]") {
  HubScope one = scope(Kind::filtered);
  HubScope two = one;
  one.filters = {"gguf", "license:mit"};
  two.filters = {"license:mit", "gguf", "gguf"};
  CHECK(scope_key(one) == "filter gguf + filter license:mit");
  CHECK(scope_key(two) == scope_key(one));
  CHECK(first_path(two, {}) == first_path(one, {}));
}

TEST_CASE("values are percent-encoded, a plus is never a space", "[hub]") {
  HubScope filtered = scope(Kind::filtered);
  filtered.filters = {"license:openrail++"};
  filtered.search = "fine tune&limit=1 é";
  CHECK(first_path(filtered, {}) ==
        "/api/models?limit=1000&sort=createdAt&direction=1&filter=license%3Aopenrail%2B%2B"
        "&search=fine%20tune%26limit%3D1%20%C3%A9");
}

TEST_CASE("keys are asked for with encoded brackets, the identity comes by itself", "[hub]") {
  CHECK(first_path(scope(Kind::ranked, 1000), Words{"_id", "id", "tags", "model-index"}) ==
        "/api/models?limit=1000&sort=downloads&direction=-1&expand%5B%5D=tags"
        "&expand%5B%5D=model-index");
}

TEST_CASE("a model by name has its own request", "[hub]") {
  CHECK(detail_path("acme/Chat_1.5-x", {}) == "/api/models/acme/Chat_1.5-x");
  CHECK(detail_path("gpt2", Words{"sha"}) == "/api/models/gpt2?expand%5B%5D=sha");
  CHECK(detail_path("a b/c?d", {}) == "/api/models/a%20b/c%3Fd");
  HubScope ids = scope(Kind::ids);
  ids.ids = {"a/x", "b/y"};
  CHECK(scope_key(ids) == "ids");
  CHECK(first_path(ids, {}).empty());
  CHECK(request_count(ids).count == 2);
}

TEST_CASE("the full list of keys is what the catalog uses of a listing", "[hub]") {
  CHECK(expand_keys(Expand::full) == Words{"author",
                                           "pipeline_tag",
                                           "library_name",
                                           "tags",
                                           "likes",
                                           "downloads",
                                           "downloadsAllTime",
                                           "trendingScore",
                                           "createdAt",
                                           "lastModified",
                                           "gated",
                                           "private",
                                           "disabled",
                                           "cardData",
                                           "safetensors",
                                           "gguf",
                                           "config",
                                           "baseModels",
                                           "evalResults",
                                           "inferenceProviderMapping",
                                           "sha"});
  CHECK(expand_keys(Expand::detail).back() == "siblings");
  CHECK(expand_keys(Expand::detail).size() == 22);
}

TEST_CASE("the light list goes without the bulky keys", "[hub]") {
  const Words light = expand_keys(Expand::light);
  CHECK(light.size() == 18);
  for (const std::string_view key : {"cardData", "config", "gguf"}) {
    CHECK(std::find(light.begin(), light.end(), key) == light.end());
  }
}

TEST_CASE("counters alone are four keys", "[hub]") {
  CHECK(expand_keys(Expand::counts) ==
        Words{"likes", "downloads", "downloadsAllTime", "trendingScore"});
}

TEST_CASE("what changed is asked for with the last change first", "[hub]") {
  const Words keys = {"tags"};
  CHECK(changed_path(keys) ==
        "/api/models?limit=1000&sort=lastModified&direction=-1&expand%5B%5D=tags");
}

TEST_CASE("a server that refuses keys is asked for fewer, baseModels first", "[hub]") {
  Words keys = {
      "tags", "gguf", "baseModels", "evalResults", "inferenceProviderMapping", "downloadsAllTime",
      "sha"};
  CHECK(drop_optional(keys));
  CHECK(keys == Words{"tags", "gguf", "evalResults", "inferenceProviderMapping", "downloadsAllTime",
                      "sha"});
  CHECK(drop_optional(keys));
  CHECK(keys == Words{"tags", "sha"});
  CHECK_FALSE(drop_optional(keys));
  CHECK(keys == Words{"tags", "sha"});
}

TEST_CASE("a listing without expand carries eleven keys", "[hub]") {
  CHECK(keys_of("/api/models?limit=3") == Words{"_id", "id", "likes", "trendingScore", "private",
                                                "downloads", "tags", "pipeline_tag", "library_name",
                                                "createdAt", "modelId"});
}

TEST_CASE("a path tells the keys that its records carry", "[hub]") {
  CHECK(keys_of("/api/models?expand%5B%5D=tags&limit=3&expand=sha") == Words{"tags", "sha"});
  CHECK(keys_of("https://huggingface.co/api/models/a/x?expand[]=author,tags") ==
        Words{"author", "tags"});
  const Words full = keys_of("/api/models?full=true&cardData=true&config=false");
  CHECK(full.size() == 17);
  CHECK(Words(full.end() - 6, full.end()) ==
        Words{"author", "gated", "lastModified", "sha", "siblings", "cardData"});
}

TEST_CASE("a scope survives being written as a query", "[hub]") {
  HubScope scope;
  scope.kind = HubScope::Kind::filtered;
  scope.author = "a b&c";
  scope.filters = {"license:mit", "base_model:x/y"};
  scope.search = "50%";
  scope.task = "text-generation";
  scope.top = 30;
  scope.by = "likes";
  const std::string query = scope_query(scope);
  CHECK(query ==
        "kind=filtered&author=a%20b%26c&filter=license%3Amit&filter=base_model%3Ax%2Fy"
        "&search=50%25&task=text-generation&top=30&by=likes");
  const auto read = parse_scope(query);
  REQUIRE(read);
  CHECK(scope_key(*read) == scope_key(scope));
  CHECK(scope_query(*read) == query);
  for (const HubScope& usual : default_scopes()) {
    const auto again = parse_scope(scope_query(usual));
    REQUIRE(again);
    CHECK(scope_key(*again) == scope_key(usual));
  }
}

TEST_CASE("what is no scope is not taken for one", "[hub]") {
  for (const std::string_view query :
       {"", "top=3", "kind=", "kind=some", "kind=ranked&top=0", "kind=ranked&top=3x",
        "kind=ranked&by=size", "kind=ranked&else=1", "kind=ranked&top"}) {
    INFO(query);
    CHECK_FALSE(parse_scope(query));
  }
}

TEST_CASE("a default record by name lacks what only expand gives", "[hub]") {
  const Words keys = keys_of("/api/models/a/x");
  const auto has = [&](std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  CHECK(has("cardData"));
  CHECK(has("siblings"));
  CHECK_FALSE(has("downloadsAllTime"));
  CHECK_FALSE(has("trendingScore"));
  CHECK_FALSE(has("baseModels"));
}

TEST_CASE("a page can be asked for in smaller pieces", "[hub]") {
  CHECK(with_limit("/api/models?limit=1000&cursor=abc", 500) == "/api/models?limit=500&cursor=abc");
  CHECK(with_limit("/api/models?cursor=limit%3D1&limit=1000", 250) ==
        "/api/models?cursor=limit%3D1&limit=250");
  CHECK(with_limit("/api/models?cursor=abc", 250) == "/api/models?cursor=abc&limit=250");
  CHECK(with_limit("/api/models", 250) == "/api/models?limit=250");
}

TEST_CASE("a plain fetch begins with the most downloaded and the served models", "[hub]") {
  const auto scopes = default_scopes();
  REQUIRE(scopes.size() == 2);
  CHECK(scope_key(scopes[0]) == "top 20000 by downloads");
  CHECK(scope_key(scopes[1]) == "served by a provider");
}

}  // namespace
}  // namespace oms
