// What is asked of a price or score service, and what becomes of its answers.
#include "catalog/service_walk.h"

#include <set>

#include "oms/base/text.h"
#include "oms/base/tsv.h"
#include "store/cache_samples.h"
#include "support/catch.h"
#include "support/data_file.h"
#include "support/fake_clock.h"
#include "support/fake_http.h"
#include "support/temp_dir.h"

namespace oms {
namespace {

using Urls = std::vector<std::string>;

const std::string kBase = "https://service.test";
const std::string kRows =
    kBase + "/rows?dataset=open-llm-leaderboard%2Fcontents&config=default&split=train&offset=";
const std::string kArena =
    kBase + "/rows?dataset=lmarena-ai%2Fleaderboard-dataset&config=text&split=latest&offset=";

// A service's server and a cache on disk.
struct Rig {
  explicit Rig(std::string_view name, std::string key = {}) : service(*find_service(name)) {
    options.base_url = kBase;
    options.token = std::move(key);
    options.token_header = service.key_header;
  }

  ServiceWalk walk(bool goes_on = false) {
    Transport transport(http, clock, options);
    return walk_service(service, {transport, *writer, cache, clock, known, goes_on});
  }

  const Service& service;
  TransportOptions options = {};
  FakeHttp http = {};
  FakeClock clock = {};
  TempDir place = TempDir();
  std::unique_ptr<CacheWriter> writer = samples::open_writer(place.path("oms"));
  Cache cache = Cache(place.path("oms"));
  std::vector<PageInfo> known = {};
};

std::string llm_page(int index, int total) {
  return R"({"rows":[{"row_idx":)" + std::to_string(index) + R"(,"row":{"fullname":"a/x)" +
         std::to_string(index) +
         R"(","Precision":"float16","Average ⬆️":30,"Flagged":false,"Merged":false}}],)"
         R"("num_rows_total":)" +
         std::to_string(total) + "}";
}

std::string arena_page(int index, const std::string& category) {
  return R"({"rows":[{"row_idx":)" + std::to_string(index) + R"(,"row":{"model_name":"m)" +
         std::to_string(index) + R"(","rating":1200,"category":")" + category +
         R"("}}],"num_rows_total":9000})";
}

std::string analyzed(const std::string& more) {
  return R"({"data":[{"id":"k","name":"A","evaluations":{)"
         R"("artificial_analysis_intelligence_index":30}}])" +
         more + "}";
}

}  // namespace

TEST_CASE("every service stands in data/sources.tsv with its word of --only", "[services]") {
  const std::string text = data_file("sources.tsv");
  const auto sources = Tsv::parse(text);
  REQUIRE(sources);
  const std::size_t fetch = sources->column("fetch");
  for (const Service& service : services()) {
    CAPTURE(service.name);
    std::string found;
    for (std::size_t row = 0; row < sources->rows(); ++row) {
      if (sources->at(row, 0) == service.source) found = sources->at(row, fetch);
    }
    CHECK(found == service.name);
  }
}

TEST_CASE("only router, OpenRouter and OpenEvals are asked without being named", "[services]") {
  Urls names;
  for (const Service& service : services()) {
    if (service.by_default) names.emplace_back(service.name);
  }
  CHECK(names == Urls{"router", "openrouter", "openevals"});
}

TEST_CASE("no two services have one name, and those with a key say where it goes", "[services]") {
  std::set<std::string_view> names;
  for (const Service& service : services()) {
    CHECK(names.insert(service.name).second);
    CHECK(service.key_variable.empty() == service.key_header.empty());
    CHECK(service.most_pages >= service.first_pages);
  }
}

TEST_CASE("pages are asked for one after the other, to the end", "[services]") {
  Rig rig("open-llm-leaderboard");
  rig.http.answer(kRows + "0&length=100", 200, llm_page(0, 2));
  rig.http.answer(kRows + "1&length=100", 200, llm_page(1, 2));
  const ServiceWalk walk = rig.walk();
  CHECK_FALSE(walk.outcome.failed());
  CHECK(walk.outcome.records == 2);
  CHECK(walk.pages.size() == 2);
}

TEST_CASE("what came before a failure is kept, and the walk goes on behind it", "[services]") {
  Rig rig("open-llm-leaderboard");
  rig.options.retries = 0;
  rig.http.answer(kRows + "0&length=100", 200, llm_page(0, 2));
  rig.http.answer(kRows + "1&length=100", 500);
  const ServiceWalk first = rig.walk();
  CHECK(first.outcome.failed());
  REQUIRE(first.pages.size() == 1);
  rig.known = first.pages;
  rig.http.answer(kRows + "1&length=100", 200, llm_page(1, 2));
  const ServiceWalk second = rig.walk(/*goes_on=*/true);
  CHECK_FALSE(second.outcome.failed());
  CHECK(second.outcome.records == 2);
  CHECK(rig.http.requests.size() == 3);
}

TEST_CASE("the walk through the Arena ends once the overall category is whole", "[services]") {
  Rig rig("arena");
  rig.http.answer(kArena + "0&length=100", 200, arena_page(0, "overall"));
  rig.http.answer(kArena + "1&length=100", 200, arena_page(1, "overall"));
  rig.http.answer(kArena + "2&length=100", 200, arena_page(2, "coding"));
  const ServiceWalk walk = rig.walk();
  CHECK_FALSE(walk.outcome.failed());
  CHECK(rig.http.requests.size() == 3);
}

TEST_CASE("categories that stand before the overall one are passed", "[services]") {
  Rig rig("arena");
  rig.http.answer(kArena + "0&length=100", 200, arena_page(0, "coding"));
  rig.http.answer(kArena + "1&length=100", 200, arena_page(1, "overall"));
  rig.http.answer(kArena + "2&length=100", 200, arena_page(2, "math"));
  CHECK_FALSE(rig.walk().outcome.failed());
  CHECK(rig.http.requests.size() == 3);
}

TEST_CASE("a server that leads on for ever is left", "[services]") {
  Rig rig("artificial-analysis", "secret");
  const std::string path = kBase + "/api/v2/language/models/free";
  rig.http.answer(path, 200, analyzed(R"(,"pagination":{"page":1,"has_more":true})"));
  for (std::size_t page = 2; page <= rig.service.most_pages; ++page) {
    const std::string number = std::to_string(page);
    rig.http.answer(path + "?page=" + number, 200,
                    analyzed(R"(,"pagination":{"page":)" + number + R"(,"has_more":true})"));
  }
  CHECK(rig.walk().outcome.failure.what == "artificial-analysis leads on behind page 100");
}

TEST_CASE("pages of a service that lead in a circle are a failure", "[services]") {
  Rig rig("artificial-analysis", "secret");
  const std::string path = kBase + "/api/v2/language/models/free";
  const std::string first = analyzed(R"(,"pagination":{"page":1,"has_more":true})");
  rig.http.answer(path, 200, first);
  rig.http.answer(path + "?page=2", 200, first);
  CHECK(rig.walk().outcome.failure.what == "artificial-analysis leads in a circle behind page 2");
}

TEST_CASE("the key goes into its header and nowhere else", "[services]") {
  Rig rig("artificial-analysis", "secret");
  rig.http.answer(kBase + "/api/v2/language/models/free", 200, analyzed(""));
  const ServiceWalk walk = rig.walk();
  CHECK_FALSE(walk.outcome.failed());
  REQUIRE(rig.http.requests.size() == 1);
  CHECK(rig.http.sent(0, "x-api-key") == "secret");
  CHECK(rig.http.sent(0, "Authorization").empty());
  CHECK(rig.http.requests[0].url.find("secret") == std::string::npos);
}

TEST_CASE("a refused key is said to be that, with the variable it comes from", "[services]") {
  Rig rig("artificial-analysis", "secret");
  rig.http.answer(kBase + "/api/v2/language/models/free", 401, R"({"error":"no key secret"})");
  const ServiceWalk walk = rig.walk();
  CHECK(walk.outcome.failure.what == "artificial-analysis refuses the key: HTTP 401");
  CHECK(walk.outcome.failure.hint == "check ARTIFICIAL_ANALYSIS_API_KEY");
}

TEST_CASE("where the newer address is not there the older one is asked", "[services]") {
  Rig rig("artificial-analysis", "secret");
  rig.http.answer(kBase + "/api/v2/language/models/free", 404);
  rig.http.answer(kBase + "/api/v2/data/llms/models", 200, analyzed(""));
  const ServiceWalk walk = rig.walk();
  CHECK_FALSE(walk.outcome.failed());
  REQUIRE(walk.pages.size() == 1);
  CHECK(walk.pages[0].request == "/api/v2/data/llms/models");
}

TEST_CASE("a table that is no longer there is a failure with the server's words", "[services]") {
  Rig rig("arena");
  rig.http.answer(kArena + "0&length=100", 404, R"({"error":"The dataset does not exist"})");
  CHECK(rig.walk().outcome.failure.what == "arena answered 404: The dataset does not exist");
}

TEST_CASE("a shape that is not known is no reason to ask seven times", "[services]") {
  Rig rig("arena");
  for (int i = 0; i < 3; ++i) {
    rig.http.answer(kArena + "0&length=100", 200, R"({"rows":[{"row":{"name":"a"}}]})");
  }
  CHECK(rig.walk().outcome.failure.what ==
        "arena sends what this version cannot read: the Arena's table has no column 'model_name'");
  CHECK(rig.http.requests.size() == 3);
}

TEST_CASE("an unchanged page is read from the cache", "[services]") {
  Rig rig("open-asr");
  const std::string url =
      kBase + "/huggingface/open_asr_leaderboard/main/scripts/data/en_shortform.csv";
  rig.http.answer(url, 200, "model,Avg. WER,License\na/x,5,Open\n", {{"etag", "\"1\""}});
  ServiceWalk walk = rig.walk();
  REQUIRE(walk.pages.size() == 1);
  CHECK(walk.pages[0].file.ends_with(".csv"));
  rig.known = walk.pages;
  rig.http.answer(url, 304);
  walk = rig.walk();
  CHECK_FALSE(walk.outcome.failed());
  CHECK(walk.outcome.records == 1);
  CHECK(rig.http.sent(1, "If-None-Match") == "\"1\"");
}

}  // namespace oms
