// What a fetch walks, and how it knows a model again.
#include "catalog/id_set.h"
#include "oms/catalog/refresh.h"
#include "support/catch.h"

namespace oms {
namespace {

using Strings = std::vector<std::string>;

constexpr std::int64_t kNow = 1'795'000'000'000;  // 2026-11-18T11:06:40Z

HubScope ranked(std::size_t top) {
  HubScope scope;
  scope.top = top;
  return scope;
}

HubScope owner(const std::string& name) {
  HubScope scope;
  scope.kind = HubScope::Kind::filtered;
  scope.author = name;
  return scope;
}

ScopeInfo on_record(const HubScope& scope, const std::string& fetched_at, bool complete) {
  ScopeInfo info{.key = scope_key(scope)};
  info.request = scope_query(scope);
  info.fetched_at = fetched_at;
  info.complete = complete;
  return info;
}

Strings keys(const std::vector<HubScope>& scopes) {
  Strings result;
  for (const HubScope& scope : scopes) result.push_back(scope_key(scope));
  return result;
}

}  // namespace

TEST_CASE("a set of ids tells them apart without regard to letter case", "[fetch]") {
  IdSet ids;
  CHECK(ids.insert("Acme/One"));
  CHECK_FALSE(ids.insert("acme/one"));
  for (int i = 0; i < 5000; ++i) CHECK(ids.insert("acme/m" + std::to_string(i)));
  CHECK(ids.size() == 5001);
  CHECK(ids.contains("ACME/M4999"));
  CHECK_FALSE(ids.contains("acme/m5000"));
  CHECK_FALSE(IdSet().contains("acme/one"));
  IdSet more;
  more.insert("acme/one");
  more.insert("acme/new");
  more.insert(ids);
  CHECK(more.size() == 5002);
}

TEST_CASE("a fetch of nothing in particular begins with the default scopes", "[fetch]") {
  CHECK(keys(planned_scopes({}, {}, kNow)) == keys(default_scopes()));
}

TEST_CASE("a fetch of something walks just that", "[fetch]") {
  Manifest manifest;
  manifest.scopes = {on_record(ranked(10), "", true)};
  CHECK(keys(planned_scopes({owner("acme")}, {manifest}, kNow)) == Strings{"author acme"});
}

TEST_CASE("a bare fetch refreshes all scopes on record", "[fetch]") {
  Manifest manifest;
  manifest.scopes = {on_record(ranked(10), "2026-11-18T11:00:00Z", true),
                     on_record(owner("acme"), "2026-11-18T11:00:00Z", true)};
  CHECK(keys(planned_scopes({}, {manifest}, kNow)) ==
        Strings{"top 10 by downloads", "author acme"});
}

TEST_CASE("after an interruption what was finished within a day is not walked again", "[fetch]") {
  Manifest manifest;
  manifest.scopes = {on_record(ranked(10), "2026-11-18T11:00:00Z", true),
                     on_record(ranked(20), "2026-11-17T11:00:00Z", true),
                     on_record(owner("acme"), "2026-11-18T11:00:00Z", false)};
  CHECK(keys(planned_scopes({}, {manifest}, kNow)) ==
        Strings{"top 20 by downloads", "author acme"});
}

TEST_CASE("a fetch that was interrupted behind its last scope has nothing left to walk",
          "[fetch]") {
  Manifest manifest;
  manifest.scopes = {on_record(ranked(10), "2026-11-18T11:00:00Z", true)};
  CHECK(planned_scopes({}, {manifest, true}, kNow).empty());
}

TEST_CASE("a record without anything to ask the Hub for leads to the default scopes", "[fetch]") {
  Manifest manifest;
  ScopeInfo files{.key = "files of bodies"};
  files.complete = true;
  manifest.scopes = {files, on_record({.kind = HubScope::Kind::ids}, "", true)};
  CHECK(keys(planned_scopes({}, {manifest}, kNow)) == keys(default_scopes()));
}

TEST_CASE("a scope that is no question to the Hub is not asked", "[fetch]") {
  Manifest manifest;
  ScopeInfo files{.key = "files of bodies"};
  files.complete = true;
  manifest.scopes = {files, on_record(owner("acme"), "", true)};
  CHECK(keys(planned_scopes({}, {manifest}, kNow)) == Strings{"author acme"});
}

TEST_CASE("only a whole owner, the Hub or a list of names proves absence", "[fetch]") {
  CHECK(owner("acme").proves_absence());
  CHECK(HubScope{.kind = HubScope::Kind::all}.proves_absence());
  CHECK(HubScope{.kind = HubScope::Kind::ids}.proves_absence());
  CHECK_FALSE(ranked(10).proves_absence());
  CHECK_FALSE(HubScope{.kind = HubScope::Kind::served}.proves_absence());
  HubScope some = owner("acme");
  some.filters = {"gguf"};
  CHECK_FALSE(some.proves_absence());
  some = owner("acme");
  some.top = 5;
  CHECK_FALSE(some.proves_absence());
}

TEST_CASE("a ranking goes by moving numbers, every other order holds still", "[fetch]") {
  CHECK(ranked(10).moves());
  CHECK_FALSE(owner("acme").moves());
}

}  // namespace oms
