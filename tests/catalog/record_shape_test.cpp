// That records of one shape differ only in what each has for itself.
#include <initializer_list>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <variant>

#include "catalog/assemble.h"
#include "catalog/record_maker.h"
#include "support/catch.h"
#include "support/data_file.h"

namespace oms {
namespace {

using Choices = std::initializer_list<std::string_view>;

// Records as the Hub writes them, put together at random from parts that decide something, with
// figures and names that do not. Most are one of some hundred kinds, but for a part or two.
class Hub {
 public:
  explicit Hub(unsigned seed) : random_(seed) {}

  HubRecord next() {
    kind_.seed(static_cast<unsigned>(random_() % 400));
    std::string json = "{" + pair("id", id());
    json += some({"", R"(,"pipeline_tag":"text-generation")", R"(,"pipeline_tag":"fill-mask")"});
    json += some({"", R"(,"library_name":"transformers")", R"(,"library_name":"peft")"});
    if (often()) json += R"(,"downloads":)" + figure() + R"(,"likes":)" + figure();
    if (often()) json += R"(,"trendingScore":)" + figure();
    if (often()) json += R"(,"createdAt":"2024-0)" + some({"1", "2"}) + R"(-03T00:00:00.000Z")";
    if (often()) json += R"(,"lastModified":"2025-01-01T00:00:00.000Z","sha":")" + figure() + '"';
    json += some({"", R"(,"gated":false)", R"(,"gated":"auto")"});
    json += some({"", "", R"(,"disabled":true)", R"(,"private":true)"});
    if (often()) json += tags();
    if (often()) json += card();
    json += some({"", R"(,"safetensors":{"total":)" + figure() + "}",
                  R"(,"safetensors":{"parameters":{"F32":)" + figure() + "}}"});
    json += some({"", R"(,"gguf":{"total":)" + figure() + R"(,"context_length":2048})",
                  R"(,"gguf":{"architecture":"llama","chat_template":"{{x}}"})"});
    json += some({"", R"(,"config":{"architectures":["LlamaForCausalLM"],"model_type":"llama"})",
                  R"(,"config":{"model_type":"bert","quantization_config":{"quant_method":"awq"}})",
                  R"(,"config":{"max_position_embeddings":)" + figure() + "}"});
    json +=
        some({"", "",
              R"(,"baseModels":{"relation":"adapter","models":[{"id":"c/)" + figure() + R"("}]})",
              R"(,"baseModels":{"relation":"quantized","models":[{"id":"a/x"}]})"});
    json += some({"", "", R"(,"siblings":[{"rfilename":"a.safetensors"}])",
                  R"(,"siblings":[{"rfilename":"trainer_state.json"}])"});
    const auto record = reader_.read(json + "}");
    INFO(json);
    REQUIRE(record);
    return with_notes(*record);
  }

 private:
  std::size_t below(std::size_t end) {
    const std::size_t usual = kind_() % end;
    return random_() % 50 == 0 ? random_() % end : usual;
  }
  bool often() { return below(4) != 0; }
  std::string figure() { return std::to_string(1 + random_() % 1000); }
  std::string some(std::initializer_list<std::string> choices) {
    return *(choices.begin() + below(choices.size()));
  }
  static std::string pair(std::string_view key, const std::string& text) {
    return '"' + std::string(key) + "\":\"" + text + '"';
  }
  std::string id() {
    return some({"a/x", "b/model", "c/"}) + some({"", "Llama-2-", "Mistral-7B-", "med-"}) + "n" +
           figure() + some({"", "-7B", "-gptq", "-4bit", "-mlx-4bit", "-GGUF"});
  }
  std::string tags() {
    std::string tags;
    for (const std::string_view tag :
         {"en", "de", "conversational", "medical", "lora", "peft", "tensorboard", "4-bit", "mlx",
          "license:mit", "license:cc-by-nc-4.0", "dataset:squad", "deploy:azure", "arxiv:1",
          "base_model:a/x", "base_model:quantized:c/y", "base_model:finetune:b/z", "region:us"}) {
      if (below(5) == 0) tags += (tags.empty() ? "\"" : ",\"") + std::string(tag) + '"';
    }
    return ",\"tags\":[" + tags + "]";
  }
  std::string card() {
    return ",\"cardData\":{" +
           some(
               {R"("license":"mit")", R"("license":"other","license_name":"own")",
                R"("license":"other","license_name":"gemma","license_link":"https://ai.google.dev/gemma/terms")",
                R"("license":"other","license_name":"gemma","license_link":"LICENSE")",
                R"("license":["apache-2.0","mit"])", R"("new_version":"a/b")"}) +
           some({"", R"(,"language":["en"])", R"(,"language":"German")"}) +
           some({"", R"(,"base_model":"a/x")", R"(,"base_model":["a/)" + figure() + R"("])"}) +
           some({"", R"(,"base_model_relation":"merge")"}) + "}";
  }
  HubRecord with_notes(HubRecord record) {
    if (often()) {
      record.sources.push_back({"hub", parse_date(some({"2026-01-01", "2026-02-02"})),
                                HubKeys{"tags", "cardData", "gated", "sha", "downloads",
                                        "createdAt", "safetensors", "gguf", "baseModels"}});
    }
    if (often()) {
      record.sources.push_back({some({"hf-model-matrix", "localai"}),
                                {},
                                HubKeys{"pipeline_tag", "config", "siblings", "library_name"}});
    }
    record.unlisted = below(8) == 0;
    record.tags_cut = below(8) == 0;
    record.license_state = some({"", "", "unknown", "none-declared"});
    return record;
  }

  std::mt19937 random_;
  std::mt19937 kind_ = {};
  HubRecordReader reader_ = {};
};

// The tables of data/.
struct Shipped {
  DataFiles files = tables();
  Result<std::unique_ptr<Curated>> loaded = Curated::load(files);
  Extras extras = {};
  TextTable named = named_models(curated(), extras);

  const Curated& curated() const {
    REQUIRE(loaded);
    return **loaded;
  }
  static DataFiles tables() {
    DataFiles files;
    for (const std::string_view name : data_file_names()) {
      if (name != "snapshot.ndjson") files[std::string(name)] = data_file(std::string(name));
    }
    return files;
  }
};

bool is_own_field(std::string_view name) {
  return name == "id" || name == "base_models" ||
         std::find(kOwnFields.begin(), kOwnFields.end(), name) != kOwnFields.end();
}

bool is_same(const Model& a, const Model& b, const Field& field) {
  return std::visit(
      [&](auto member) {
        if constexpr (std::is_same_v<decltype(member), std::monostate>) {
          return true;
        } else {
          return a.*member == b.*member;
        }
      },
      field.member);
}

}  // namespace

TEST_CASE("records of one shape differ only in what each has for itself", "[shape]") {
  Shipped shipped;
  RecordMaker make(shipped.curated(), {}, shipped.extras, shipped.named);
  Hub hub(20260901);
  std::map<const Shape*, Record> first;  // of each shape
  std::size_t like = 0;
  DraftedRecord made;
  for (int number = 0; number < 60000; ++number) {
    const HubRecord read = hub.next();
    const Record expected = assemble(read, shipped.curated(), {}, shipped.extras.of(read.id));
    make(read, made);
    if (made.whole != nullptr) {
      if (made.shape != nullptr) first.emplace(made.shape, *made.whole);
      continue;
    }
    ++like;
    const Record& shaped = first.at(made.shape);
    for (const Field& field : kFields) {
      const Record& from = is_own_field(field.name) ? made.own : shaped;
      if (!is_same(from.model, expected.model, field)) FAIL(field.name << " of " << read.id);
    }
    if (shaped.facts != expected.facts) FAIL("facts of " << read.id);
    if (!expected.offers.empty() || !expected.scores.empty()) FAIL("figures of " << read.id);
  }
  CHECK(like > 3000);
}

TEST_CASE("a model that a table names has its shape to itself", "[shape]") {
  Shipped shipped;
  RecordMaker make(shipped.curated(), {}, shipped.extras, shipped.named);
  HubRecordReader reader;
  DraftedRecord made;
  for (const std::string_view id : {"Allenai/OLMo-2-1124-7B", "allenai/OLMo-2-1124-7B"}) {
    make(*reader.read(R"({"id":")" + std::string(id) + "\"}"), made);
    CHECK(made.whole != nullptr);
    CHECK(made.shape == nullptr);
  }
}

}  // namespace oms
