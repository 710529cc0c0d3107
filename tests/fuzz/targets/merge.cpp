// A page of the Hub comes to a catalog that is there: merged into its index or built anew with
// everything, the bytes are the same.
#include <algorithm>

#include "fuzz/sample.h"
#include "fuzz/targets.h"
#include "oms/source/hub_page.h"
#include "oms/store/table_image.h"

namespace oms::fuzz {

void run_merge(std::string_view input) {
  const auto page = reduce_hub_page(input, Siblings::drop);
  if (!page || page->records == 0) return;
  FetchedData cache = sample_cache();
  cache.pages.push_back(
      {.keys = {"*"}, .lines = page->lines, .as_of = Date{20'700}, .file = "new"});
  MemoryImage merged;
  MemoryScratch scratch;
  const auto former =
      ImageView::open(std::as_bytes(std::span(sample_image())), schema_hash(), Trust::file);
  expect(former.has_value(), "the sample is an index");
  const auto done = merge_catalog(sample_files(), cache, *former, {merged, scratch, {}, {}});
  expect(done.has_value(), "what a page says stops no merge");
  const auto whole = build_catalog(sample_files(), cache);
  expect(whole.has_value(), "what a page says stops no build");
  if (*done) expect(merged.bytes() == *whole, "a merge gives the bytes of a full build");
}

}  // namespace oms::fuzz
