// A small cache on the real disk, as a fetch at a known time leaves it, for tests of commands.
#pragma once

#include <string>

#include "oms/store/cache.h"
#include "store/cache_samples.h"
#include "support/program.h"
#include "support/temp_dir.h"

namespace oms {

// One page of the Hub and one that its router refused.
class CacheSample {
 public:
  explicit CacheSample(const std::string& fetched_at = "2026-08-29T06:00:00Z") {
    const auto writer = samples::open_writer(directory());
    PageInfo page;
    page.source = "hub";
    page.scope = "top 1 by downloads";
    page.expand = {"downloads"};
    page.fetched_at = fetched_at;
    page.records = 1;
    if (!writer->write_page(page, "{\"id\":\"acme/fetched\",\"downloads\":7}\n")) FAIL("page");
    Manifest manifest = samples::manifest(fetched_at, {page});
    manifest.scopes = {{.key = page.scope,
                        .request = "/api/models?limit=1",
                        .fetched_at = fetched_at,
                        .complete = true},
                       {.key = "ids",
                        .ids = {"acme/one", "acme/two"},
                        .fetched_at = fetched_at,
                        .resume = "/api/models/acme/two",
                        .complete = false}};
    manifest.sources = {{"hub", "https://hub.example", fetched_at, "", 1, 2},
                        {"router", "https://router.example", "", "router answered 500", 0, 0}};
    if (!writer->publish(manifest, {samples::digest_line("acme/fetched", "mit")})) FAIL("manifest");
  }

  std::string directory() const { return place_.path("oms"); }
  Surroundings surroundings() const {
    Surroundings around;
    around.variables["OMS_CACHE_DIR"] = directory();
    return around;
  }
  Ran run(const std::vector<std::string>& arguments) const {
    return run_program(arguments, surroundings());
  }

 private:
  TempDir place_ = TempDir();
};

}  // namespace oms
