// GET /api/models keeps the rules of the real Hub: order, pages, cursors, filters, fields.
#include <set>

#include "hub/running.h"

namespace {

using namespace oms::loopback;  // NOLINT: tests of one namespace

// Every row of `query` satisfies `holds`, and so many rows of the whole Hub do.
template <typename Predicate>
void check_filter(Running& running, const std::string& query, Predicate holds) {
  const std::string fields =
      "limit=1000&expand=tags&expand=author&expand=pipeline_tag&expand=gated"
      "&expand=inferenceProviderMapping&expand=safetensors&expand=gguf";
  std::size_t expected = 0;
  for (const Json& row : walk(running, "/api/models?" + fields)) expected += holds(row) ? 1 : 0;
  const auto found = walk(running, "/api/models?" + fields + '&' + query);
  CHECK(found.size() == expected);
  CHECK(expected > 0);
  CHECK(std::all_of(found.begin(), found.end(), holds));
}

// One value of a sort key, in a form that compares as the Hub orders it; missing is least.
Json sort_value(const Json& row, const std::string& key) {
  if (key == "createdAt" || key == "id") return row[key == "id" ? "id" : "_id"];
  if (key == "num_parameters") {
    for (const char* field : {"safetensors", "gguf"}) {
      if (row.contains(field)) return row[field]["total"];
    }
    return Json();
  }
  return row.value(key, Json());
}

}  // namespace

TEST_CASE("every sort key walks the whole Hub once", "[hub]") {
  Running running({.models = 1234});
  const std::string key = GENERATE("createdAt", "downloads", "likes", "lastModified",
                                   "trendingScore", "likes30d", "num_parameters", "id");
  const auto rows = walk(running, "/api/models?limit=100&direction=-1&sort=" + key);
  const Names all = texts(rows, "_id");
  CHECK(all.size() == 1234);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == 1234);
}

TEST_CASE("rows come in descending order of the sort key, missing values last", "[hub]") {
  Running running({.models = 700});
  const std::string key = GENERATE("createdAt", "downloads", "likes", "lastModified",
                                   "trendingScore", "num_parameters", "id");
  const auto rows = walk(running,
                         "/api/models?limit=90&direction=-1&expand=downloads&expand=likes"
                         "&expand=lastModified&expand=trendingScore&expand=safetensors&expand=gguf"
                         "&sort=" +
                             key);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    CHECK(sort_value(rows[i - 1], key) >= sort_value(rows[i], key));
  }
}

TEST_CASE("creation order can be walked upwards", "[hub]") {
  Running running({.models = 500});
  const Names all = texts(walk(running, "/api/models?limit=70&sort=createdAt&direction=1"), "_id");
  CHECK(all.size() == 500);
  CHECK(std::is_sorted(all.begin(), all.end()));
}

TEST_CASE("only creation order can be walked upwards", "[hub]") {
  Running running;
  CHECK(running.get("/api/models?sort=downloads&direction=1").status == 400);
}

TEST_CASE("an unknown sort key is refused with the Hub's message", "[hub]") {
  Running running;
  const Got got = running.get("/api/models?sort=size");
  CHECK(got.status == 400);
  CHECK(message(got) == "Invalid sort parameter: size");
}

TEST_CASE("a limit above 1000 is refused", "[hub]") {
  Running running;
  CHECK(running.get("/api/models?limit=1001").status == 400);
}

TEST_CASE("a page without a limit holds 1000 rows", "[hub]") {
  Running running({.models = 1001});
  CHECK(running.list("sort=createdAt").size() == 1000);
}

TEST_CASE("the last page has no link, even when it is full", "[hub]") {
  Running running({.models = 200});
  const Got first = running.get("/api/models?limit=100");
  const Got last = running.get(next_of(first));
  CHECK(Json::parse(last.text()).size() == 100);
  CHECK(last.header("link").empty());
}

TEST_CASE("the next link names the Hub's own host and repeats the query", "[hub]") {
  Running running;
  const std::string link =
      running.get("/api/models?limit=5&sort=likes&filter=license%3Amit").header("link");
  CHECK(link.rfind("<https://huggingface.co/api/models?limit=5&sort=likes&filter=license%3Amit"
                   "&cursor=",
                   0) == 0);
  CHECK(link.substr(link.size() - 13) == ">; rel=\"next\"");
}

TEST_CASE("a cursor is the Hub's keyset condition in Base64", "[hub]") {
  Running running({.models = 300});
  const Got got = running.get("/api/models?limit=1&sort=downloads&direction=-1&expand=downloads");
  const Json row = Json::parse(got.text())[0];
  const std::string target = next_of(got);
  const std::string cursor = percent_decode(target.substr(target.find("cursor=") + 7));
  const std::string count = row["downloads"].dump();
  CHECK(base64_decode(cursor) ==
        "{\"$or\":[{\"downloads\":" + count + ",\"_id\":{\"$gt\":" + row["_id"].dump() +
            "}},{\"downloads\":{\"$lt\":" + count + "}},{\"downloads\":null}]}");
}

TEST_CASE("a cursor stays good when records before it vanish", "[hub]") {
  Running running({.models = 300});
  const Got first = running.get("/api/models?limit=50&sort=createdAt&direction=1");
  const Json second = Json::parse(running.get(next_of(first)).text());
  REQUIRE(running.hub.remove(Json::parse(first.text())[49]["id"]));
  CHECK(ids(Json::parse(running.get(next_of(first)).text())) == ids(second));
}

TEST_CASE("a cursor that nobody issued is refused", "[hub]") {
  Running running;
  CHECK(running.get("/api/models?cursor=nonsense").status == 400);
}

TEST_CASE("filter means a tag, and several mean all of them", "[hub]") {
  Running running({.models = 1500});
  check_filter(running, "filter=license%3Aapache-2.0&filter=text-generation", [](const Json& row) {
    return has_tag(row, "license:apache-2.0") && has_tag(row, "text-generation");
  });
}

TEST_CASE("an unknown tag gives an empty list", "[hub]") {
  Running running;
  CHECK(running.list("filter=nobody-has-this") == Json::array());
}

TEST_CASE("search finds parts of the id in any case, and several mean all of them", "[hub]") {
  Running running({.models = 1500});
  check_filter(running, "search=OTTER&search=invented-labs", [](const Json& row) {
    const std::string id = lower(row.value("id", ""));
    return id.find("otter") != std::string::npos && id.find("invented-labs") != std::string::npos;
  });
}

TEST_CASE("author means the owner, exactly", "[hub]") {
  Running running({.models = 1500});
  check_filter(running, "author=invented-user-1",
               [](const Json& row) { return row["author"] == "invented-user-1"; });
}

TEST_CASE("pipeline_tag means that field, and not a tag", "[hub]") {
  Running running({.models = 1500});
  check_filter(running, "pipeline_tag=text-to-image",
               [](const Json& row) { return row.value("pipeline_tag", "") == "text-to-image"; });
}

TEST_CASE("gated=true means either kind of gate", "[hub]") {
  Running running({.models = 1500});
  check_filter(running, "gated=true", [](const Json& row) { return row["gated"] != false; });
}

TEST_CASE("inference_provider=all means models that anybody serves", "[hub]") {
  Running running({.models = 1500});
  check_filter(running, "inference_provider=all", [](const Json& row) {
    return row.contains("inferenceProviderMapping") && !row["inferenceProviderMapping"].empty();
  });
}

TEST_CASE("several inference providers mean any of them", "[hub]") {
  Running running({.models = 1500});
  check_filter(running, "inference_provider=groq,fal-ai", [](const Json& row) {
    for (const Json& offer : row.value("inferenceProviderMapping", Json::array())) {
      if (offer["provider"] == "groq" || offer["provider"] == "fal-ai") return true;
    }
    return false;
  });
}

TEST_CASE("num_parameters bounds the size from both sides", "[hub]") {
  Running running({.models = 1500});
  check_filter(running, "num_parameters=min:1B,max:8B", [](const Json& row) {
    const char* field = row.contains("gguf") ? "gguf" : "safetensors";
    if (!row.contains(field)) return false;
    const std::int64_t total = row[field]["total"];
    return total >= 1'000'000'000 && total <= 8'000'000'000;
  });
}

TEST_CASE("parameters the Hub does not know are ignored", "[hub]") {
  Running running;
  CHECK(running.list("limit=9&library=timm") == running.list("limit=9"));
}

TEST_CASE("skip leaves out the first rows", "[hub]") {
  Running running;
  CHECK(running.list("limit=5&skip=3&sort=createdAt")[0] ==
        running.list("limit=5&sort=createdAt")[3]);
}

TEST_CASE("a record without expand has the default keys", "[hub]") {
  Running running;
  const auto rows = running.list("limit=1&pipeline_tag=text-generation&filter=transformers");
  CHECK(keys(rows.at(0)) == Names{"_id", "createdAt", "downloads", "id", "library_name", "likes",
                                  "modelId", "pipeline_tag", "private", "tags", "trendingScore"});
}

TEST_CASE("full adds the author, the gate, times, revision and files, not the sizes", "[hub]") {
  Running running;
  const Json row = running.list("limit=1&full=true&pipeline_tag=text-generation")[0];
  for (const char* key : {"author", "gated", "lastModified", "sha", "siblings"}) {
    CHECK(row.contains(key));
  }
  CHECK_FALSE(row.contains("safetensors"));
}

TEST_CASE("with expand a record has _id, id and the asked keys that exist", "[hub]") {
  Running running({.models = 400});
  const auto rows = walk(running, "/api/models?expand[]=gguf&expand=downloads");
  const Names bare = {"_id", "downloads", "id"};
  const Names with_gguf = {"_id", "downloads", "gguf", "id"};
  std::set<Names> seen;
  for (const Json& row : rows) seen.insert(keys(row));
  CHECK(seen == std::set<Names>{bare, with_gguf});
}

TEST_CASE("one unknown value of expand fails the whole request", "[hub]") {
  Running running;
  const Got got = running.get("/api/models?expand=likes&expand=cardData.license");
  CHECK(got.status == 400);
  CHECK(message(got).rfind("\"expand\" must be one of [author, ", 0) == 0);
}

TEST_CASE("_id and the fields of single records cannot be expanded in a list", "[hub]") {
  Running running;
  const std::string field = GENERATE("_id", "childrenModelCount", "usedStorage");
  CHECK(running.get("/api/models?expand=" + field).status == 400);
}

TEST_CASE("expand and full exclude each other", "[hub]") {
  Running running;
  CHECK(running.get("/api/models?expand=likes&full=true").status == 400);
}
