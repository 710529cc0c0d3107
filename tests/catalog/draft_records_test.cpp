#include "catalog/draft_records.h"

#include <stdexcept>
#include <string>

#include "support/catch.h"

namespace oms {
namespace {

// Pages of some models each, in memory.
std::vector<FetchedPage> pages(std::size_t count) {
  std::vector<FetchedPage> all(count);
  for (std::size_t page = 0; page < count; ++page) {
    all[page].keys = {"likes"};
    for (std::size_t model = 0; model < 50; ++model) {
      all[page].lines += R"({"id":"a/)" + std::to_string(page) + "-" + std::to_string(model) +
                         R"(","likes":)" + std::to_string(page) + "}\n";
    }
  }
  return all;
}

void add_all(ModelLines& lines, const std::vector<FetchedPage>& all) {
  for (const FetchedPage& page : all) REQUIRE(lines.add_page(page));
  lines.finish();
}

MakeRecord named() {
  return [](const HubRecord& hub, DraftedRecord& made) { made.own.model.id = hub.id; };
}

}  // namespace

TEST_CASE("records are taken in the order of their positions, whichever thread made them",
          "[draft]") {
  const auto all = pages(200);
  ModelLines lines;
  add_all(lines, all);
  std::vector<std::string> taken;
  REQUIRE(draft_records(lines, named,
                        [&](const DraftedRecord& made) { taken.push_back(made.own.model.id); }));
  REQUIRE(taken.size() == 10000);
  for (Position at = 0; at < taken.size(); ++at) {
    if (taken[at] != lines.ids()[at]) FAIL("not in order at " << at);
  }
}

TEST_CASE("a page that cannot be read ends the work of all threads", "[draft]") {
  auto all = pages(200);
  ModelLines lines;
  bool indexed = false;
  all[77].load = [&]() -> Result<std::string> {
    if (indexed) return Error{Errc::data, "page 77 is damaged", ""};
    return all[77].lines;
  };
  add_all(lines, all);
  indexed = true;
  std::size_t taken = 0;
  const auto drafted = draft_records(lines, named, [&](const DraftedRecord&) { ++taken; });
  REQUIRE_FALSE(drafted);
  CHECK(drafted.error().what == "page 77 is damaged");
  CHECK(taken == 77 * 50);
}

TEST_CASE("what is thrown in one thread comes out, and none waits for ever", "[draft]") {
  const auto all = pages(200);
  ModelLines lines;
  add_all(lines, all);
  const auto maker = []() -> MakeRecord {
    return [](const HubRecord& hub, DraftedRecord& made) {
      if (hub.id == "a/90-7") throw std::runtime_error("no memory");
      made.own.model.id = hub.id;
    };
  };
  CHECK_THROWS_WITH(draft_records(lines, maker, [](const DraftedRecord&) {}), "no memory");
}

}  // namespace oms
