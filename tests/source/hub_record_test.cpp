#include "oms/source/hub_record.h"

#include "support/catch.h"

namespace oms {
namespace {

HubRecord read(std::string_view json) {
  HubRecordReader reader;
  auto record = reader.read(json);
  REQUIRE(record);
  return *std::move(record);
}

TEST_CASE("a list record gives every key that the catalog uses", "[hub]") {
  const HubRecord record =
      read(R"({"_id":"64","id":"acme/chat-7b","likes":12,"downloads":3400,"trendingScore":1.5,)"
           R"("tags":["text-generation","license:mit"],"pipeline_tag":"text-generation",)"
           R"("library_name":"transformers","createdAt":"2024-05-11T08:32:01.000Z",)"
           R"("lastModified":"2024-06-26T10:40:42.000Z","gated":"manual",)"
           R"("safetensors":{"parameters":{"BF16":7},"total":7241732096},)"
           R"("cardData":{"license":"mit","language":["en","fr"],"base_model":"acme/base",)"
           R"("base_model_relation":"finetune"}})");
  CHECK(record.id == "acme/chat-7b");
  CHECK(record.likes == 12);
  CHECK(record.downloads == 3400);
  CHECK(record.trending == Decimal{1'500'000'000});
  CHECK(record.tags == std::vector<std::string>{"text-generation", "license:mit"});
  CHECK(record.pipeline_tag == "text-generation");
  CHECK(record.library_name == "transformers");
  CHECK(to_text(*record.created) == "2024-05-11");
  CHECK(to_text(*record.modified) == "2024-06-26");
  CHECK(record.gated == "manual");
  CHECK(record.safetensors_total == 7241732096);
  CHECK(record.licenses == std::vector<std::string>{"mit"});
  CHECK(record.languages == std::vector<std::string>{"en", "fr"});
  CHECK(record.base_models == std::vector<std::string>{"acme/base"});
  CHECK(record.base_model_relation == "finetune");
}

TEST_CASE("a key of a wrong type is missing, the rest is read", "[hub]") {
  const HubRecord record =
      read(R"({"id":"a/x","likes":"many","downloads":null,"tags":{"a":1},"gated":7,"cardData":[1],)"
           R"("createdAt":12,"safetensors":"no","pipeline_tag":["x"],"library_name":"keras"})");
  CHECK_FALSE(record.likes);
  CHECK_FALSE(record.downloads);
  CHECK(record.tags.empty());
  CHECK(record.gated.empty());
  CHECK_FALSE(record.created);
  CHECK_FALSE(record.safetensors_total);
  CHECK(record.pipeline_tag.empty());
  CHECK(record.library_name == "keras");
}

TEST_CASE("a license may be a string or a list of strings", "[hub]") {
  CHECK(read(R"({"id":"a/x","cardData":{"license":["mit",3,"apache-2.0"]}})").licenses ==
        std::vector<std::string>{"mit", "apache-2.0"});
}

TEST_CASE("gated is no, auto, manual, or yes where the kind was lost", "[hub]") {
  CHECK(read(R"({"id":"a/x","gated":false})").gated == "no");
  CHECK(read(R"({"id":"a/x","gated":"auto"})").gated == "auto");
  CHECK(read(R"({"id":"a/x","gated":true})").gated == "yes");
  CHECK(read(R"({"id":"a/x"})").gated.empty());
}

TEST_CASE("a count written as 12.0 is 12, one written as 12.5 is no count", "[hub]") {
  CHECK(read(R"({"id":"a/x","likes":12.0})").likes == 12);
  CHECK_FALSE(read(R"({"id":"a/x","likes":12.5})").likes);
}

TEST_CASE("the notes of a bundled record say which source gave which key", "[hub]") {
  const HubRecord record =
      read(R"({"id":"a/x","_sources":[{"source":"s","as_of":"2026-07-31","fields":["likes"]},)"
           R"({"source":"t","as_of":null,"fields":["tags"]}]})");
  REQUIRE(record.sources.size() == 2);
  CHECK(record.sources[0].source == "s");
  CHECK(to_text(*record.sources[0].as_of) == "2026-07-31");
  CHECK(record.sources[0].keys == std::vector<std::string>{"likes"});
  CHECK_FALSE(record.sources[1].as_of);
}

TEST_CASE("what is no JSON object with an id is an error", "[hub]") {
  HubRecordReader reader;
  for (const std::string_view json :
       {"", "[]", "null", "{", R"({"id":})", R"({"likes":1})", R"({"id":7})", R"({"id":"a/x"} x)",
        R"({"id":"../etc/passwd"})"}) {
    INFO(json);
    const auto record = reader.read(json);
    REQUIRE_FALSE(record);
    CHECK(record.error().code == Errc::data);
  }
}

TEST_CASE("a reader reads the next record after a broken one", "[hub]") {
  HubRecordReader reader;
  CHECK_FALSE(reader.read("{\"id\":"));
  CHECK(reader.read(R"({"id":"a/x"})"));
}

TEST_CASE("an id follows the Hub's grammar", "[hub]") {
  CHECK(is_hub_id("gpt2"));
  CHECK(is_hub_id("owner/Name_1.5-x"));
  for (const std::string_view id : {"", "/", "a/", "/b", "a/b/c", "a--b/c", "a..b", "-a/b", "a/b-",
                                    "a b/c", "a/b\n", "openrouter:a/b"}) {
    INFO(id);
    CHECK_FALSE(is_hub_id(id));
  }
}

}  // namespace
}  // namespace oms
