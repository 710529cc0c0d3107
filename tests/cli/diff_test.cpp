// diff over digests that no Hub would give.
#include "support/cache_sample.h"
#include "support/catch.h"

namespace oms {
namespace {

constexpr const char* kEvil =
    "=1+1|<img src=x>\x1b[31m\xe2\x80\xae[x](javascript:1)`\n,\"\tacme/second";

// Two snapshots; the later one has a model of this id more.
std::string printed(const std::string& id, const std::string& format) {
  const CacheSample cache;
  const auto writer = samples::open_writer(cache.directory());
  const auto manifest = Cache(cache.directory()).current();
  REQUIRE(manifest);
  REQUIRE(writer->publish(
      *manifest, {samples::digest_line("acme/fetched", "mit"), samples::digest_line(id, "mit")}));
  const Ran ran = cache.run({"diff", "--format", format});
  CHECK(ran.code == 0);
  return ran.out;
}

TEST_CASE("a hostile id is one cell of a table, without controls", "[diff]") {
  CHECK(printed(kEvil, "table") ==
        "1 new\n"
        "CHANGE  MODEL                                                    WHAT\n"
        "new     =1+1|<img src=x>�[31m�[x](javascript:1)` ,\" acme/second\n");
}

TEST_CASE("a hostile id is one line of ids", "[diff]") {
  CHECK(printed(kEvil, "ids") == "=1+1|<img src=x>�[31m�[x](javascript:1)` ,\" acme/second\n");
}

TEST_CASE("a hostile id neither links nor tags in Markdown", "[diff]") {
  const std::string text = printed(kEvil, "md");
  CHECK(text.find("<img") == std::string::npos);
  CHECK(text.find("\n| new | \\=1+1\\|&lt;img") != std::string::npos);
  CHECK(text.find(" [x](") == std::string::npos);
}

TEST_CASE("a hostile id is no formula in CSV and TSV", "[diff]") {
  CHECK(printed(kEvil, "csv").find("new,\"'=1+1|") != std::string::npos);
  CHECK(printed(kEvil, "tsv").find("new\t'=1+1|") != std::string::npos);
}

TEST_CASE("a hostile id is one text in NDJSON", "[diff]") {
  CHECK(
      printed("a\"b\\c\n\x1b", "ndjson") ==
      "{\"change\": \"new\", \"id\": \"a\\\"b\\\\c\\n\\u001b\", \"field\": null, \"before\": null, "
      "\"after\": null, \"percent\": null, \"fails\": false}\n");
}

}  // namespace
}  // namespace oms
