#include "oms/source/price_sources.h"
#include "support/catch.h"

namespace oms {
namespace {

constexpr Date kDay{20'780};
using Names = std::vector<std::string>;

Harvest harvest(const std::string& body) {
  auto parsed = parse_openrouter(body, kDay);
  REQUIRE(parsed);
  return *std::move(parsed);
}

Harvest with_models(const std::string& models) {
  return harvest(R"({"data":[)" + models + R"(],"total_count":413,"links":{"next":null}})");
}

// A model as the list has it, with `more` members.
std::string model(const std::string& id, const std::string& hub_id, const std::string& prompt,
                  const std::string& completion, const std::string& more = "") {
  return R"({"id":")" + id + R"(","hugging_face_id":)" + hub_id +
         R"(,"architecture":{"output_modalities":["text"]},"pricing":{"prompt":")" + prompt +
         R"(","completion":")" + completion + R"("})" + more + "}";
}

TEST_CASE("a price per token becomes a price per million, exactly", "[openrouter]") {
  const Harvest found =
      with_models(model("acme/chat", R"("acme/Chat-7B")", "0.000000435", "0.00000006146"));
  REQUIRE(found.offers.size() == 1);
  const auto& [id, offer] = found.offers[0];
  CHECK(id == "acme/Chat-7B");
  CHECK(offer.host == "openrouter");
  CHECK(offer.route == "openrouter");
  CHECK(offer.source == "OpenRouter GET /api/v1/models");
  CHECK(offer.input == Decimal{435'000'000});
  CHECK(offer.output == Decimal{61'460'000});
  CHECK(offer.as_of == kDay);
}

TEST_CASE("the price of cached input comes along; zero is unknown", "[openrouter]") {
  const auto cached_of = [](const std::string& price) {
    return with_models(R"({"id":"a/x","hugging_face_id":"a/x","pricing":{"prompt":"0.000001",)"
                       R"("completion":"0.000002","input_cache_read":)" +
                       price + "}}")
        .offers.at(0)
        .second.cached;
  };
  CHECK(cached_of(R"("0.0000001")") == Number(Decimal{100'000'000}));
  CHECK_FALSE(cached_of(R"("0")").has_value());
  CHECK_FALSE(cached_of("null").has_value());
  const Harvest without = with_models(model("a/x", R"("a/x")", "0.000001", "0.000002"));
  CHECK_FALSE(without.offers.at(0).second.cached.has_value());
}

TEST_CASE("a price may be written with an exponent or as a number", "[openrouter]") {
  const Harvest found = with_models(
      R"({"id":"a/x","hugging_face_id":"a/x","pricing":{"prompt":"4.35e-7","completion":1E-7}})");
  CHECK(found.offers.at(0).second.input == Decimal{435'000'000});
  CHECK(found.offers.at(0).second.output == Decimal{100'000'000});
}

TEST_CASE("a price keeps six significant digits", "[openrouter]") {
  const Harvest found = with_models(model("a/x", R"("a/x")", "0.00000123456789", "0.0000001"));
  CHECK(found.offers.at(0).second.input == Decimal{1'234'570'000});
}

TEST_CASE("aliases are dropped", "[openrouter]") {
  const Harvest found = with_models(model("~acme/latest", "null", "0.000001", "0.000001",
                                          R"(,"alias_target":{"name":"Chat","slug":"acme/chat"})"));
  CHECK(found.records == 1);
  CHECK(found.offers.empty());
  CHECK(found.unmatched.empty());
}

TEST_CASE("a price of -1 varies, and the row is dropped", "[openrouter]") {
  const Harvest found = with_models(model("openrouter/auto", "null", "-1", "-1") + "," +
                                    model("a/x", R"("a/x")", "-1", "-1"));
  CHECK(found.offers.empty());
  CHECK(found.unmatched.empty());
}

TEST_CASE("the free variant is a free offer of the same model", "[openrouter]") {
  const Harvest found = with_models(model("a/x:free", R"("a/x")", "0", "0") + "," +
                                    model("a/x", R"("a/x")", "0.000001", "0.000002"));
  REQUIRE(found.offers.size() == 2);
  CHECK(found.offers[0].second.input == decimal(1));
  CHECK(found.offers[1].first == "a/x");
  CHECK(found.offers[1].second.input == decimal(0));
  CHECK(found.offers[1].second.output == decimal(0));
}

TEST_CASE("batch and other variants are left out", "[openrouter]") {
  const Harvest found = with_models(model("a/x:batch", R"("a/x")", "0.0000005", "0.000001") + "," +
                                    model("a/x:thinking", R"("a/x")", "0.0000005", "0.000001"));
  CHECK(found.offers.empty());
  CHECK(found.rejected.empty());
}

TEST_CASE("zero without the free suffix is an unknown price", "[openrouter]") {
  const Harvest found = with_models(model("a/x", R"("a/x")", "0", "0"));
  REQUIRE(found.offers.size() == 1);
  CHECK_FALSE(found.offers[0].second.input.has_value());
  CHECK_FALSE(found.offers[0].second.output.has_value());
  CHECK(found.text_models.empty());
}

TEST_CASE("null, empty and missing Hub ids are unmatched", "[openrouter]") {
  const Harvest found =
      with_models(model("a/x", "null", "0.000001", "0.000001") + "," +
                  model("b/y", R"("")", "0.000001", "0.000001") + "," +
                  R"({"id":"c/z","pricing":{"prompt":"0.000001","completion":"0.000001"}},)" +
                  model("d/w", R"("not an id")", "0.000001", "0.000001"));
  CHECK(found.offers.empty());
  CHECK(found.unmatched == Names{"a/x", "b/y", "c/z", "d/w"});
}

TEST_CASE("two spellings of one Hub id keep their own offers and share one context",
          "[openrouter]") {
  const Harvest found = with_models(model("m/a", R"("MiniMaxAI/Minimax-M3")", "0.000001",
                                          "0.000001", R"(,"context_length":1000)") +
                                    "," +
                                    model("m/b", R"("MiniMaxAI/MiniMax-M3")", "0.000002",
                                          "0.000002", R"(,"context_length":2000)"));
  CHECK(found.offers.size() == 2);
  REQUIRE(found.contexts.size() == 1);
  CHECK(found.contexts[0].tokens == 2000);
  CHECK(found.text_models == Names{"MiniMaxAI/Minimax-M3"});
}

TEST_CASE("the longer context of model and host stands", "[openrouter]") {
  const Harvest found =
      with_models(model("a/x", R"("a/x")", "0.000001", "0.000001",
                        R"(,"context_length":131072,"top_provider":{"context_length":262144})") +
                  "," +
                  model("b/y", R"("b/y")", "0.000001", "0.000001",
                        R"(,"context_length":null,"top_provider":{"context_length":null})"));
  REQUIRE(found.contexts.size() == 1);
  CHECK(found.contexts[0].tokens == 262144);
}

TEST_CASE("the intelligence index of Artificial Analysis is a score of metric aa", "[openrouter]") {
  const Harvest found = with_models(
      model("a/x", R"("a/x")", "0.000001", "0.000001",
            R"(,"benchmarks":{"design_arena":[],"artificial_analysis":)"
            R"({"intelligence_index":53.2,"coding_index":68.8,"agentic_index":null}})"));
  REQUIRE(found.scores.size() == 1);
  const auto& [id, score] = found.scores[0];
  CHECK(id == "a/x");
  CHECK(score.metric == "aa");
  CHECK(score.value == Decimal{53'200'000'000});
  CHECK(score.as_of == kDay);
  CHECK(word_of(words::kGrade, score.grade) == "independent");
  CHECK(score.variant.empty());
}

TEST_CASE("a missing index is no score", "[openrouter]") {
  const Harvest found =
      with_models(model("a/x", R"("a/x")", "0.000001", "0.000001",
                        R"(,"benchmarks":{"artificial_analysis":{"intelligence_index":null}})") +
                  "," + model("b/y", R"("b/y")", "0.000001", "0.000001", R"(,"benchmarks":null)"));
  CHECK(found.scores.empty());
}

TEST_CASE("an index that base and free variant repeat is one score", "[openrouter]") {
  const std::string index = R"(,"benchmarks":{"artificial_analysis":{"intelligence_index":26.1}})";
  const Harvest found = with_models(model("a/x:free", R"("A/X")", "0", "0", index) + "," +
                                    model("a/x", R"("a/x")", "0.000001", "0.000001", index) + "," +
                                    model("b/y:free", R"("b/y")", "0", "0", index));
  REQUIRE(found.scores.size() == 2);
  CHECK(found.scores[0].first == "a/x");
  CHECK(found.scores[1].first == "b/y");
}

TEST_CASE("overrides for long prompts do not change the price", "[openrouter]") {
  const Harvest found = with_models(
      R"({"id":"a/x","hugging_face_id":"a/x","pricing":{"prompt":"0.000001",)"
      R"("completion":"0.000002","overrides":[{"min_prompt_tokens":200000,"prompt":"0.000009"}]}})");
  CHECK(found.offers.at(0).second.input == decimal(1));
}

TEST_CASE("a priced model with text among its outputs is sold by the token", "[openrouter]") {
  const Harvest found =
      with_models(R"({"id":"a/x","hugging_face_id":"a/x","architecture":{"output_modalities":)"
                  R"(["audio","text"]},"pricing":{"prompt":"0.000001","completion":"0.000002"}},)"
                  R"({"id":"b/y","hugging_face_id":"b/y","architecture":{"output_modalities":)"
                  R"(["image"]},"pricing":{"prompt":"0.000001","completion":"0.000002"}})");
  CHECK(found.text_models == Names{"a/x"});
}

TEST_CASE("a wrong type in one OpenRouter record leaves the others", "[openrouter]") {
  const Harvest found =
      with_models(R"({"id":"a/x","hugging_face_id":"a/x","pricing":{"prompt":"cheap"}},)"
                  R"({"id":"b/y","hugging_face_id":5,"pricing":{}},)"
                  R"({"id":"c/z","hugging_face_id":"c/z","pricing":[]},)"
                  R"({"id":"d/w","hugging_face_id":"d/w","context_length":"long"},)"
                  R"({"hugging_face_id":"e/v"},null,)" +
                  model("f/u", R"("f/u")", "0.000001", "0.000001"));
  REQUIRE(found.offers.size() == 1);
  CHECK(found.offers[0].first == "f/u");
  CHECK(found.rejected ==
        Names{"a/x: pricing.prompt is not a number", "b/y: hugging_face_id is not a text",
              "c/z: pricing is not an object", "d/w: context_length is not a whole number",
              "a record without a name: id is missing",
              "a record without a name: it is not an object"});
}

TEST_CASE("a price beyond all bounds rejects its record only", "[openrouter]") {
  const Harvest found = with_models(model("a/x", R"("a/x")", "1e400", "1") + "," +
                                    model("b/y", R"("b/y")", "1e99999999999", "1") + "," +
                                    model("c/z", R"("c/z")", "0.000001", "0.000001"));
  CHECK(found.offers.size() == 1);
  CHECK(found.rejected.size() == 2);
}

TEST_CASE("a price that is 100,000 times too high is a slip: its record is rejected",
          "[openrouter]") {
  const Harvest found = with_models(model("a/x", R"("a/x")", "0.015", "0.06") + "," +
                                    model("b/y", R"("b/y")", "0.0002", "0.0002"));
  REQUIRE(found.offers.size() == 1);
  CHECK(found.offers[0].first == "b/y");
  CHECK(found.rejected == Names{"a/x: its price is over 200 USD per 1M tokens"});
}

TEST_CASE("total_count may disagree with the rows", "[openrouter]") {
  CHECK(with_models("").records == 0);
}

TEST_CASE("the next page is path and query of links.next", "[openrouter]") {
  CHECK(harvest(R"({"data":[],"links":{"next":"/api/v1/models?offset=500"}})").next ==
        "/api/v1/models?offset=500");
  CHECK(harvest(R"({"data":[],"links":{"next":"https://openrouter.ai/api/v1/models?offset=5"}})")
            .next == "/api/v1/models?offset=5");
  CHECK(harvest(R"({"data":[],"links":{"next":null}})").next.empty());
  CHECK(harvest(R"({"data":[],"links":{"next":"https://evil.test/x"}})").next.empty());
  CHECK(harvest(R"({"data":[],"links":[]})").next.empty());
}

TEST_CASE("a body that is no OpenRouter list is an error", "[openrouter]") {
  for (const char* body : {"", "not json", R"({"data":[{"id":"a/x"})", R"({"data":null})"}) {
    CAPTURE(body);
    const auto parsed = parse_openrouter(body, kDay);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == Errc::data);
  }
}

TEST_CASE("names that are printed cannot control the terminal", "[openrouter]") {
  const Harvest found =
      with_models(R"({"id":"a/\u001b[31mx","hugging_face_id":null,"pricing":{}})");
  CHECK(found.unmatched == Names{"a/\xEF\xBF\xBD[31mx"});
}

}  // namespace
}  // namespace oms
