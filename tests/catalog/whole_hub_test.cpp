// Pages of changes over the whole Hub: from when on, and how they are put together.
#include "catalog/whole_hub.h"

#include "oms/catalog/refresh.h"
#include "store/cache_samples.h"
#include "support/catch.h"
#include "support/temp_dir.h"

namespace oms {
namespace {

using Strings = std::vector<std::string>;
using samples::Bodies;

const Strings kKeys = {"tags", "sha"};

std::string line(const std::string& id, int version) {
  return R"({"id":")" + id + R"(","sha":")" + std::to_string(version) + "\"}\n";
}

// A cache in which pages of several scopes stand one behind the other.
struct Place {
  TempDir folder;
  std::unique_ptr<CacheWriter> writer = samples::open_writer(folder.path("oms"));
  Cache cache = Cache(folder.path("oms"));
  Manifest manifest = {};

  void add(std::string_view scope, const std::string& lines, const std::string& day = "2026-11-01",
           const Strings& keys = kKeys) {
    PageInfo page{.source = "hub", .scope = std::string(scope), .request = "/api/models"};
    page.expand = keys;
    page.fetched_at = day + "T12:00:00Z";
    page.records = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
    REQUIRE(writer->write_page(page, lines));
    manifest.pages.push_back(page);
  }
  // As many pages of changes as are put together, of one model.
  void add_many(const std::string& id, int count = 65) {
    for (int i = 0; i < count; ++i) add(kChanges, line(id, i));
  }
  void put_together() { REQUIRE(put_changes_together(manifest, cache, *writer)); }
  Strings scopes() const {
    Strings result;
    for (const PageInfo& page : manifest.pages) result.push_back(page.scope);
    return result;
  }
  Bodies bodies() const {
    Bodies result;
    for (const PageInfo& page : manifest.pages) result.push_back(cache.read_page(page).value());
    return result;
  }
};

ScopeInfo walked(std::size_t unfinished, const std::string& fetched_at) {
  ScopeInfo info{.key = "all", .request = "kind=all"};
  info.unfinished = unfinished;
  info.fetched_at = fetched_at;
  return info;
}

std::size_t planned(const ScopeInfo& info, bool whole_again = false) {
  Manifest manifest;
  manifest.scopes = {info};
  RefreshOptions options;
  options.whole_again = whole_again;
  return planned_requests({.kind = HubScope::Kind::all}, options, manifest).count;
}

}  // namespace

TEST_CASE("64 pages of changes stay as they came", "[fetch]") {
  Place place;
  place.add_many("a/x", 64);
  const Bodies before = place.bodies();
  place.put_together();
  CHECK(place.bodies() == before);
}

TEST_CASE("of a model that was renamed the line under its newest name stays", "[fetch]") {
  Place place;
  place.add(kChanges, R"({"_id":"7","id":"a/former","sha":"1"})"
                      "\n");
  place.add_many("a/x");
  place.add(kChanges, R"({"_id":"7","id":"a/now","sha":"2"})"
                      "\n");
  place.put_together();
  std::string all;
  for (const auto& body : place.bodies()) all += body;
  CHECK(all.find("a/now") != std::string::npos);
  CHECK(all.find("a/former") == std::string::npos);
}

TEST_CASE("of each model the newest change stays", "[fetch]") {
  Place place;
  place.add(kChanges, line("a/old", 1) + line("a/x", 1));
  place.add_many("a/x");
  place.add(kChanges, line("a/new", 1) + line("A/X", 99));
  place.put_together();
  CHECK(place.bodies() == Bodies{line("a/new", 1) + line("A/X", 99) + line("a/old", 1)});
  CHECK(place.manifest.pages[0].records == 3);
  CHECK(place.manifest.pages[0].expand == kKeys);
}

TEST_CASE("changes that are put together have the date of the oldest", "[fetch]") {
  Place place;
  place.add(kChanges, line("a/old", 1), "2026-10-31");
  place.add_many("a/x");
  place.put_together();
  CHECK(place.manifest.pages[0].fetched_at == "2026-10-31T12:00:00Z");
}

TEST_CASE("what answered other questions is not put together", "[fetch]") {
  Place place;
  place.add(kChanges, line("a/wide", 1) + line("a/x", 1), "2026-11-01", {"tags", "sha", "gguf"});
  place.add_many("a/x");
  place.put_together();
  CHECK(place.bodies() == Bodies{line("a/wide", 1) + line("a/x", 1), line("a/x", 64)});
}

TEST_CASE("changes stay on their side of another scope's page", "[fetch]") {
  Place place;
  place.add(kChanges, line("a/x", 1) + line("a/y", 1));
  place.add("author a", line("a/x", 2) + line("a/y", 2));
  place.add_many("a/x");
  place.put_together();
  CHECK(place.bodies() == Bodies{line("a/y", 1), line("a/x", 2) + line("a/y", 2), line("a/x", 64)});
}

TEST_CASE("pages of the walk and counters keep their order around the changes", "[fetch]") {
  Place place;
  place.add("all", line("a/x", 0));
  place.add_many("a/x");
  place.add("all", line("a/z", 0));
  place.add(kChanges, line("a/y", 1));
  place.add(kCounts, line("a/y", 2));
  place.put_together();
  CHECK(place.scopes() == Strings{"all", "all", std::string(kChanges), std::string(kCounts)});
}

TEST_CASE("a thousand changes are a page", "[fetch]") {
  Place place;
  std::string lines;
  for (int i = 0; i < 1500; ++i) lines += line("a/m" + std::to_string(i), 1);
  place.add(kChanges, lines);
  place.add_many("a/x");
  place.put_together();
  REQUIRE(place.manifest.pages.size() == 2);
  CHECK(place.manifest.pages[0].records == 501);
  CHECK(place.manifest.pages[1].records == 1000);
}

TEST_CASE("what was put together is so again when as much has come", "[fetch]") {
  Place place;
  std::string lines;
  for (int i = 0; i < 70'000; ++i) lines += line("a/m" + std::to_string(i), 1);
  place.add(kChanges, lines);
  place.add_many("a/x", 64);
  place.put_together();
  REQUIRE(place.manifest.pages.size() == 71);
  place.add_many("a/x", 71);
  place.put_together();
  CHECK(place.manifest.pages.size() == 142);
  place.add_many("a/x", 1);
  place.put_together();
  CHECK(place.manifest.pages.size() == 71);
}

TEST_CASE("a page of changes that cannot be read stays for whoever says so", "[fetch]") {
  Place place;
  place.add(kChanges, line("a/y", 1));
  place.manifest.pages[0].checksum ^= 1;
  place.add_many("a/x");
  place.put_together();
  REQUIRE(place.manifest.pages.size() == 2);
  CHECK(place.cache.read_page(place.manifest.pages[1]).value() == line("a/x", 64));
}

TEST_CASE("changes are asked for from a day before the walk began", "[fetch]") {
  Place place;
  CHECK(changes_since(place.manifest).empty());
  place.add("all", line("a/y", 1), "2026-11-05");
  place.add("all", line("a/x", 1), "2026-11-03");
  CHECK(changes_since(place.manifest) == "2026-11-02T12:00:00Z");
}

TEST_CASE("changes are asked for from a day before they were the last time", "[fetch]") {
  Place place;
  place.add("all", line("a/x", 1), "2026-11-03");
  ScopeInfo info{.key = std::string(kChanges)};
  info.fetched_at = "2026-12-01T08:00:00Z";
  place.manifest.scopes = {info};
  CHECK(changes_since(place.manifest) == "2026-11-30T08:00:00Z");
}

TEST_CASE("a walk of the whole Hub that was stopped has the rest of it before it", "[fetch]") {
  CHECK(planned(walked(0, "")) == 3118);
  CHECK(planned(walked(3000, "")) == 118);
  CHECK(planned(walked(5000, "")) == 1);
}

TEST_CASE("after a walk of the whole Hub there are 22 requests to make", "[fetch]") {
  CHECK(planned(walked(0, "2026-11-03T12:00:00Z")) == 22);
  CHECK(planned(walked(0, "2026-11-03T12:00:00Z"), /*whole_again=*/true) == 3118);
}

}  // namespace oms
