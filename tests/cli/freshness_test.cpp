// Every command that answers from a cache says how old it is, and --max-age refuses what is older.
#include "cli/freshness.h"

#include "oms/catalog/build.h"
#include "support/cache_sample.h"
#include "support/catch.h"

namespace oms {
namespace {

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the footer of list tells day and age of the last fetch from the Hub", "[freshness]") {
  const CacheSample cache;  // 66 hours before the test's day
  const Ran ran = cache.run({"list", "id=acme/fetched", "--fields", "id"});
  CHECK(ran.out == "MODEL\nacme/fetched\n");
  CHECK(ran.err.starts_with("1 of 1 · Hub 2026-08-29 (2 d) · prices "));
}

TEST_CASE("an age below two days is told in hours", "[freshness]") {
  const CacheSample cache("2026-08-30T12:30:00Z");
  CHECK(contains(cache.run({"list", "id=acme/fetched"}).err, " Hub 2026-08-30 (35 h) "));
}

TEST_CASE("the welcome page tells the last fetch and where the cache is", "[freshness]") {
  const CacheSample cache;
  const Ran ran = cache.run({});
  CHECK(contains(ran.out, "closed ones, Hub 2026-08-29 (2 d)"));
  CHECK(contains(ran.out, "\nCache:   " + cache.directory() + "\nTry: "));
}

TEST_CASE("sources shows the fetch instead of what is bundled, and why one failed", "[freshness]") {
  const CacheSample cache;
  const Ran hub = cache.run({"sources", "hub"});
  CHECK(contains(hub.out,
                 "  fetched         2026-08-29 06:00 UTC  2 d ago\n"
                 "  fetch           1 record, 2 rejected  from https://hub.example\n"
                 "  in the catalog  1 model\n"));
  const Ran router = cache.run({"sources", "router"});
  CHECK(contains(router.out,
                 "  as of           nothing is bundled\n"
                 "  fetch           last try failed: router answered 500\n"
                 "                  from https://router.example\n"));
  const Ran csv = cache.run({"sources", "hub", "--format", "csv"});
  CHECK(contains(csv.out, ",2026-08-29,2026-08-29,2,1,"));
  CHECK(contains(csv.out, ",2026-08-29T06:00:00Z,1,2,,,\n"));
}

TEST_CASE("doctor lists what was fetched, how old it is, and the last error", "[freshness]") {
  const CacheSample cache;
  CHECK(contains(cache.run({"doctor"}).out,
                 "\nFetched  times are UTC\n"
                 "  hub     2026-08-29 06:00  2 d  1 record, 2 rejected, from https://hub.example\n"
                 "  router  never                  last try failed: router answered 500, from\n"
                 "                                 https://router.example\n"));
}

TEST_CASE("the envelope tells the time of the fetch", "[freshness]") {
  const CacheSample cache;
  const Ran ran = cache.run({"list", "id=acme/fetched", "--json", "--envelope"});
  CHECK(contains(ran.out, "\"data_as_of\": {\"hub_fetched_at\": \"2026-08-29T06:00:00Z\", "));
  CHECK(contains(ran.out,
                 "{\"source\": \"hub\", \"title\": \"Hugging Face Hub\", \"as_of\": "
                 "\"2026-08-29\", \"fetched_at\": \"2026-08-29T06:00:00Z\","));
}

TEST_CASE("a fetch older than --max-age is exit 3 with age, limit and the command to run",
          "[freshness]") {
  const CacheSample cache;
  const Ran ran = cache.run({"list", "--max-age", "48h"});
  CHECK(ran.code == 3);
  CHECK(ran.out.empty());
  CHECK(ran.err ==
        "oms: error: the catalog is too old: the last fetch from the Hub, 2026-08-29, is 2 d old, "
        "--max-age is 48h; run 'oms fetch'\n");
}

TEST_CASE("--max-age lets pass what is exactly as old, and whatever is younger", "[freshness]") {
  const CacheSample cache;
  CHECK(cache.run({"list", "--max-age", "66h"}).code == 0);
  CHECK(cache.run({"list", "--max-age", "65h"}).code == 3);
  CHECK(cache.run({"list", "--max-age", "3d"}).code == 0);
}

TEST_CASE("every command that answers from the catalog takes --max-age, also in front",
          "[freshness]") {
  const CacheSample cache;
  const std::vector<std::vector<std::string>> calls = {
      {"list"}, {"show", "acme/fetched"}, {"tasks"}, {"licenses"}, {"fields"}, {"sources"}};
  for (std::vector<std::string> call : calls) {
    INFO(call.front());
    call.insert(call.begin(), {"--max-age", "1h"});
    CHECK(cache.run(call).code == 3);
  }
}

TEST_CASE("a Hub that never answered has no age: the newest record decides", "[freshness]") {
  FetchedData fetched;
  fetched.asked = {{"hub", "https://hub.example", "", "no connection", 0, 0}};
  const auto bundled = Catalog::open(bundled_image());
  REQUIRE(bundled);
  DataFiles files;
  for (const std::string_view name : data_file_names()) {
    files.emplace(name, std::string(bundled->data(name)));
  }
  const auto image = build_catalog(files, fetched);
  REQUIRE(image);
  auto file = MappedFile::copy_of(*image);
  REQUIRE(file);
  const auto catalog = Catalog::open(*std::move(file));
  REQUIRE(catalog);
  CHECK(record_range(*catalog, kTestDay) == record_range(*bundled, kTestDay));
  CHECK(check_age(*catalog, "7d", kTestDay).error().what ==
        "the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is "
        "7d");
}

}  // namespace oms
