#include "cli/source_names.h"

#include "support/catch.h"

using namespace oms;  // NOLINT: tests

namespace {

Tsv sources() {
  return *Tsv::parse(
      "source\tkind\tcredit\n"
      "osai-index\topenness\tEuropean index\n"
      "mteb\tscores\t\n");
}

}  // namespace

TEST_CASE("the name of a source stands for itself", "[source_names]") {
  CHECK(source_names("mteb", sources()) == std::vector<std::string>{"mteb"});
}

TEST_CASE("a text with several parts stands for the source of each", "[source_names]") {
  CHECK(source_names("OSAI:Yi.yaml; MOT:Yi.yml", sources()) ==
        std::vector<std::string>{"osai-index", "model-openness-tool"});
}

TEST_CASE("a text that begins like no source stands for none", "[source_names]") {
  CHECK(source_names("the model's name", sources()).empty());
}

TEST_CASE("abbreviated sources are written out for readers", "[source_names]") {
  CHECK(source_text("OSAI:Yi.yaml;MOT:Yi.yml") == "osai-index Yi.yaml; model-openness-tool Yi.yml");
}

TEST_CASE("a source that asks for no credit has none", "[source_names]") {
  CHECK(source_credit("osai-index", sources()) == "European index");
  CHECK(source_credit("mteb", sources()).empty());
}
