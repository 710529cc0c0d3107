#include "oms/source/hub_record.h"

#include <random>

#include "support/catch.h"

namespace oms {
namespace {

using Words = std::vector<std::string>;

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

Integer stored(const std::string& parameters) {
  return read(R"({"id":"a/x","safetensors":{"total":7,"parameters":)" + parameters + "}}")
      .safetensors_bytes;
}

TEST_CASE("the bytes of safetensors are elements times the width of their type", "[hub]") {
  for (const std::string type : {"F64", "I64", "U64"}) CHECK(stored("{\"" + type + "\":3}") == 24);
  for (const std::string type : {"F32", "I32", "U32"}) CHECK(stored("{\"" + type + "\":3}") == 12);
  for (const std::string type : {"BF16", "F16", "I16", "U16"}) {
    CHECK(stored("{\"" + type + "\":3}") == 6);
  }
  for (const std::string type : {"F8_E4M3", "F8_E5M2", "I8", "U8", "BOOL"}) {
    CHECK(stored("{\"" + type + "\":3}") == 3);
  }
  CHECK(stored(R"({"F4":3})") == 2);
  CHECK(stored(R"({"F32":124056578,"I64":514})") == 496230424);
}

TEST_CASE("one type of elements that is not known makes the bytes unknown", "[hub]") {
  for (const std::string parameters :
       {R"({"BF16":7,"Q9":1})", R"({"BF16":7,"F32":"x"})", R"({"BF16":-7})", R"({"BF16":0})",
        R"({"F8":7})", R"({"I64":9223372036854775807})", "{}", "[]", "7", "null"}) {
    CAPTURE(parameters);
    CHECK_FALSE(stored(parameters));
  }
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
  CHECK(record.sources[0].keys == HubKeys{"likes"});
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

TEST_CASE("a key with half of a surrogate pair is unknown, and all others are read", "[hub]") {
  const HubRecord record = read(R"({"id":"a/x","\ud800":1,"lik\udc00es":2,"likes":3,)"
                                R"("cardData":{"\ud800":[{}],"license":"mit"}})");
  CHECK(record.likes == 3);
  CHECK(record.licenses == Words{"mit"});
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

TEST_CASE("a record tells its identity, commit and whether it is private", "[hub]") {
  const HubRecord record = read(
      R"({"_id":"621ffdc0","id":"a/x","sha":"607a30d7","private":true,"downloadsAllTime":1559})");
  CHECK(record.hub_id == "621ffdc0");
  CHECK(record.sha == "607a30d7");
  CHECK(record.is_private);
  CHECK(record.downloads_all_time == 1559);
}

TEST_CASE("every key may have any type, and the record is still read", "[hub]") {
  for (const std::string_view key : {"_id",
                                     "author",
                                     "pipeline_tag",
                                     "library_name",
                                     "tags",
                                     "likes",
                                     "downloads",
                                     "downloadsAllTime",
                                     "trendingScore",
                                     "createdAt",
                                     "lastModified",
                                     "gated",
                                     "disabled",
                                     "private",
                                     "sha",
                                     "cardData",
                                     "safetensors",
                                     "baseModels",
                                     "config",
                                     "gguf",
                                     "evalResults",
                                     "inferenceProviderMapping",
                                     "siblings",
                                     "_params_billions",
                                     "_context_length",
                                     "_license_state",
                                     "_sources",
                                     "model-index",
                                     "never-seen"}) {
    for (const std::string_view wrong :
         {"null", "true", "false", "-3", "1.5", "1e999", "123456789012345678901234567890",
          R"("text")", R"("")", R"("\ud83d")", "[]", "{}", "[[],{},null,7]",
          R"({"a":{"b":[{"c":null}]}})", R"({"total":"x","models":7,"data":[],"relation":[]})",
          R"([{"data":{"dataset":[],"source":7,"value":"x"}},{"dataset":"d"},"x"])"}) {
      INFO(key << ": " << wrong);
      const HubRecord record = read(R"({"id":"a/x",")" + std::string(key) +
                                    "\":" + std::string(wrong) + R"(,"mask_token":"[M]"})");
      CHECK(record.id == "a/x");
      CHECK(record.eval_results.empty());
      CHECK(record.card_results.empty());
      CHECK_FALSE(record.safetensors_total);
    }
  }
}

TEST_CASE("a card's language and base model may be a string or a list", "[hub]") {
  const HubRecord one = read(R"({"id":"a/x","cardData":{"language":"en","base_model":"b/y"}})");
  CHECK(one.languages == Words{"en"});
  CHECK(one.base_models == Words{"b/y"});
  // YAML reads the language "no" as false.
  const HubRecord two = read(
      R"({"id":"a/x","cardData":{"language":["en",false,null],"base_model":["b/y","c/z",{}]}})");
  CHECK(two.languages == Words{"en"});
  CHECK(two.base_models == Words{"b/y", "c/z"});
}

TEST_CASE("a license that is not a listed one keeps its name and link", "[hub]") {
  const HubRecord record =
      read(R"({"id":"a/x","cardData":{"license":"other","license_name":"acme-1",)"
           R"("license_link":"LICENSE","new_version":"a/y","co2_eq_emissions":{"source":"x"}}})");
  CHECK(record.licenses == Words{"other"});
  CHECK(record.license_name == "acme-1");
  CHECK(record.license_link == "LICENSE");
  CHECK(record.new_version == "a/y");
}

TEST_CASE("tags of every form are kept as they stand", "[hub]") {
  CHECK(read(R"({"id":"a/x","tags":["license:mit","base_model:quantized:b/y","all use cases",)"
             R"("no","multilingual",7,null,["x"],""]})")
            .tags ==
        Words{"license:mit", "base_model:quantized:b/y", "all use cases", "no", "multilingual"});
}

TEST_CASE("base models come with their relation and current ids", "[hub]") {
  const HubRecord record = read(R"({"id":"a/x","baseModels":{"relation":"quantized","models":)"
                                R"([{"_id":"64b","id":"b/y"},{"_id":"64c"},{"id":"c/z"}]}})");
  CHECK(record.parent_relation == "quantized");
  CHECK(record.parents == Words{"b/y", "c/z"});
}

TEST_CASE("base models as a plain list of ids are read too", "[hub]") {
  const HubRecord record = read(R"({"id":"a/x","baseModels":["b/y",{"id":"c/z"}]})");
  CHECK(record.parents == Words{"b/y", "c/z"});
  CHECK(record.parent_relation.empty());
}

TEST_CASE("the configuration tells architecture, type, quantization and context", "[hub]") {
  const HubRecord record =
      read(R"({"id":"a/x","config":{"architectures":["LlamaForCausalLM"],"model_type":"llama",)"
           R"("max_position_embeddings":8192,"quantization_config":{"bits":4,)"
           R"("quant_method":"awq"}}})");
  CHECK(record.architectures == Words{"LlamaForCausalLM"});
  CHECK(record.model_type == "llama");
  CHECK(record.quant_method == "awq");
  CHECK(record.config_context == 8192);
}

TEST_CASE("gguf tells parameters, architecture and context", "[hub]") {
  const HubRecord record = read(R"({"id":"a/x","gguf":{"total":6738415616,"architecture":"llama",)"
                                R"("context_length":4096,"totalFileSize":3825807040,)"
                                R"("bos_token":"<s>"}})");
  CHECK(record.gguf_total == 6738415616);
  CHECK(record.gguf_bytes == 3825807040);
  CHECK(record.gguf_architecture == "llama");
  CHECK(record.gguf_context == 4096);
}

TEST_CASE("a context of nothing is no context", "[hub]") {
  CHECK_FALSE(read(R"({"id":"a/x","gguf":{"context_length":0}})").gguf_context);
  CHECK_FALSE(read(R"({"id":"a/x","gguf":{"context_length":1e30}})").gguf_context);
}

TEST_CASE("a chat template is found wherever the Hub puts one", "[hub]") {
  for (const std::string_view config :
       {R"({"tokenizer_config":{"chat_template":"x"}})",
        R"({"processor_config":{"chat_template":"x"}})", R"({"chat_template_jinja":"x"})",
        R"({"tokenizer_config":{"chat_template":[{"name":"default","template":"x"}]}})",
        R"({"tokenizer_config":{"chat_template":{"chat_template":true,"tools":false}}})"}) {
    INFO(config);
    const HubRecord record = read(R"({"id":"a/x","config":)" + std::string(config) + "}");
    CHECK(record.config_template.present);
    CHECK_FALSE(record.config_template.tools);
    CHECK_FALSE(record.gguf_template.present);
  }
  CHECK(read(R"({"id":"a/x","gguf":{"chat_template":"x"}})").gguf_template.present);
}

TEST_CASE("a chat template that mentions tools can call them", "[hub]") {
  CHECK(read(R"({"id":"a/x","gguf":{"chat_template":"{% if tools %}"}})").gguf_template.tools);
  CHECK(read(R"({"id":"a/x","config":{"tokenizer_config":{"chat_template":)"
             R"([{"name":"default","template":"x"},{"name":"t","template":"tools"}]}}})")
            .config_template.tools);
  CHECK(read(R"({"id":"a/x","gguf":{"chat_template":{"chat_template":true,"tools":true}}})")
            .gguf_template.tools);
}

TEST_CASE("an empty chat template is none", "[hub]") {
  for (const std::string_view value :
       {R"("")", "[]", "null", "7", R"({"chat_template":false,"tools":false})"}) {
    INFO(value);
    CHECK_FALSE(read(R"({"id":"a/x","gguf":{"chat_template":)" + std::string(value) + "}}")
                    .gguf_template.present);
  }
}

TEST_CASE("an evaluation result in the wrapped form gives one observation", "[hub]") {
  const HubRecord record =
      read(R"({"id":"a/x","evalResults":[{"filename":".eval_results/gsm8k.yaml",)"
           R"("verified":false,"data":{"dataset":{"id":"openai/gsm8k","task_id":"main"},)"
           R"("value":86.2,"date":"2024-04-22","source":{"url":"https://hf.co/p",)"
           R"("name":"Report"},"notes":"8-shot"},"pullRequest":44}]})");
  REQUIRE(record.eval_results.size() == 1);
  const Observation& score = record.eval_results[0];
  CHECK(score.metric == "gsm8k");
  CHECK(score.value == Decimal{86'200'000'000});
  CHECK(to_text(*score.as_of) == "2024-04-22");
  CHECK(score.grade == Choice{3});  // community
  CHECK(score.variant == "8-shot");
  CHECK(score.source == "Hub evaluation results: Report (https://hf.co/p)");
}

TEST_CASE("an evaluation result in the flat form is read too", "[hub]") {
  const HubRecord record = read(
      R"({"id":"a/x","evalResults":[{"dataset":{"id":"Idavidrein/gpqa","task_id":"gpqa_diamond"},)"
      R"("value":0.412},{"dataset":{"id":"cais/hle","task_id":"hle"},"value":20,)"
      R"("verified":true}]})");
  REQUIRE(record.eval_results.size() == 2);
  CHECK(record.eval_results[0].metric == "gpqa");
  CHECK(record.eval_results[0].value == Decimal{412'000'000});
  CHECK(record.eval_results[0].grade == Choice{2});  // self-reported
  CHECK_FALSE(record.eval_results[0].as_of);
  CHECK(record.eval_results[0].source == "Hub evaluation results");
  CHECK(record.eval_results[1].metric == "hle");
  CHECK(record.eval_results[1].grade == Choice{5});  // verified
}

TEST_CASE("results of one benchmark that differ in their notes all stay", "[hub]") {
  const HubRecord record =
      read(R"({"id":"a/x","evalResults":[{"dataset":{"id":"cais/hle"},"value":22.1},)"
           R"({"dataset":{"id":"cais/hle"},"value":44.9,"notes":" With tools "}]})");
  REQUIRE(record.eval_results.size() == 2);
  CHECK(record.eval_results[0].variant.empty());
  CHECK(record.eval_results[1].variant == "With tools");
}

TEST_CASE("a result without a number or of an unknown benchmark is left out", "[hub]") {
  CHECK(read(R"({"id":"a/x","evalResults":[{"dataset":{"id":"cais/hle"},"value":"22"},)"
             R"({"dataset":{"id":"cais/hle"}},{"dataset":{"id":"acme/own"},"value":1},7,null]})")
            .eval_results.empty());
}

TEST_CASE("a benchmark is known by its data set and task, letter case aside", "[hub]") {
  CHECK(metric_of("TIGER-Lab/MMLU-Pro", "mmlu_pro") == "mmlu_pro");
  CHECK(metric_of("tiger-lab/mmlu-pro", "") == "mmlu_pro");
  CHECK(metric_of("Idavidrein/gpqa", "diamond") == "gpqa");
  CHECK(metric_of("Idavidrein/gpqa", "gpqa_extended").empty());
  CHECK(metric_of("SWE-bench/SWE-bench_Verified", "x") == "swe_bench_verified");
  CHECK(metric_of("allenai/olmOCR-bench", "overall") == "olmocr");
  CHECK(metric_of("allenai/olmOCR-bench", "arxiv_math").empty());
  CHECK(metric_of("acme/bench", "").empty());
}

TEST_CASE("the provider mapping stays JSON, of a list or of an object", "[hub]") {
  const HubRecord list =
      read(R"({"id":"a/x","inferenceProviderMapping":[{"provider":"groq","x":"]"}],"likes":1})");
  CHECK(list.provider_mapping == R"([{"provider":"groq","x":"]"}])");
  CHECK(list.likes == 1);
  CHECK(read(R"({"id":"a/x","inferenceProviderMapping":{"groq":{"status":"live"}}})")
            .provider_mapping == R"({"groq":{"status":"live"}})");
  CHECK(read(R"({"id":"a/x","inferenceProviderMapping":"groq"})").provider_mapping.empty());
}

TEST_CASE("files of a repository tell which kinds of weights it has", "[hub]") {
  const HubRecord record =
      read(R"({"id":"a/x","siblings":[{"rfilename":"README.md"},{"rfilename":"a.safetensors"},)"
           R"({"rfilename":"b.safetensors"},{"rfilename":"q/Q4.GGUF"},{"rfilename":7},"x",)"
           R"({"rfilename":"pytorch_model.bin"},{"rfilename":"bin"}]})");
  CHECK(record.files_listed);
  CHECK(record.weight_files == Words{"safetensors", "gguf", "bin"});
}

TEST_CASE("what training left behind is no weight file", "[hub]") {
  CHECK(read(R"({"id":"a/x","siblings":[{"rfilename":"training_args.bin"},)"
             R"({"rfilename":"last/optimizer.pt"},{"rfilename":"rng_state_0.pth"}]})")
            .weight_files.empty());
}

TEST_CASE("event files and the state of a trainer are logs of training", "[hub]") {
  CHECK(read(R"({"id":"a/x","siblings":[{"rfilename":"runs/a/events.out.tfevents.1.x"}]})")
            .training_logs);
  CHECK(read(R"({"id":"a/x","siblings":[{"rfilename":"trainer_state.json"}]})").training_logs);
  CHECK_FALSE(read(R"({"id":"a/x","siblings":[{"rfilename":"training_args.bin"}]})").training_logs);
}

TEST_CASE("no files and files that nobody asked for are two things", "[hub]") {
  CHECK(read(R"({"id":"a/x","siblings":[]})").files_listed);
  CHECK_FALSE(read(R"({"id":"a/x"})").files_listed);
}

TEST_CASE("a newer record replaces the keys that were asked for and no others", "[hub]") {
  HubRecord record = read(
      R"({"_id":"1","id":"a/x","likes":1,"downloads":2,"tags":["t"],"cardData":{"license":"mit"}})");
  overlay(record, read(R"({"_id":"1","id":"a/x","likes":5,"downloads":7,"tags":["u"]})"),
          HubKeys{"likes", "tags"});
  CHECK(record.likes == 5);
  CHECK(record.tags == Words{"u"});
  CHECK(record.downloads == 2);
  CHECK(record.licenses == Words{"mit"});
}

TEST_CASE("a key that was asked for and did not come is known to be missing", "[hub]") {
  HubRecord record =
      read(R"({"id":"a/x","likes":1,"pipeline_tag":"t","disabled":true,"gated":"auto",)"
           R"("cardData":{"license":"mit","license_name":"n","license_link":"l","language":"en",)"
           R"("base_model":"b/y","base_model_relation":"merge","new_version":"a/z"},)"
           R"("baseModels":{"relation":"merge","models":[{"id":"b/y"}]},"siblings":[],)"
           R"("gguf":{"total":7,"totalFileSize":9,"chat_template":"x"},)"
           R"("safetensors":{"total":7,"parameters":{"BF16":7}},"_license_state":"unknown"})");
  overlay(record, read(R"({"id":"a/x"})"),
          HubKeys{"likes", "pipeline_tag", "disabled", "gated", "cardData", "baseModels",
                  "siblings", "gguf", "safetensors", "no-such-key"});
  CHECK_FALSE(record.likes);
  CHECK(record.pipeline_tag.empty());
  CHECK_FALSE(record.disabled);
  CHECK(record.gated.empty());
  CHECK(record.licenses.empty());
  CHECK(record.license_name.empty());
  CHECK(record.license_link.empty());
  CHECK(record.languages.empty());
  CHECK(record.base_models.empty());
  CHECK(record.base_model_relation.empty());
  CHECK(record.new_version.empty());
  CHECK(record.license_state.empty());
  CHECK(record.parents.empty());
  CHECK(record.parent_relation.empty());
  CHECK_FALSE(record.files_listed);
  CHECK_FALSE(record.gguf_total);
  CHECK_FALSE(record.gguf_bytes);
  CHECK_FALSE(record.safetensors_total);
  CHECK_FALSE(record.safetensors_bytes);
  CHECK_FALSE(record.gguf_template.present);
}

TEST_CASE("a record that says that its license is unknown keeps saying so without a card",
          "[hub]") {
  HubRecord record;
  overlay(record, read(R"({"id":"a/x","tags":["u"],"_tags_cut":true,"_license_state":"unknown"})"),
          HubKeys{"id", "tags", "_tags_cut", "_license_state"});
  CHECK(record.license_state == "unknown");
  CHECK(record.tags_cut);
}

TEST_CASE("a renamed model takes its new id and keeps its identity", "[hub]") {
  HubRecord record = read(R"({"_id":"1","id":"a/x","likes":1})");
  overlay(record, read(R"({"id":"b/Y"})"), {});
  CHECK(record.id == "b/Y");
  CHECK(record.hub_id == "1");
  CHECK(record.likes == 1);
}

TEST_CASE("notes give up the keys that a newer record replaced", "[hub]") {
  HubRecord record =
      read(R"({"id":"a/x","_sources":[{"source":"old","fields":["likes","cardData.license"]},)"
           R"({"source":"card","fields":["cardData.language"]}]})");
  HubRecord fetched = read(R"({"id":"a/x"})");
  fetched.sources.push_back({"hub", parse_date("2026-11-23"), {"cardData.license"}});
  overlay(record, fetched, HubKeys{"cardData"});
  REQUIRE(record.sources.size() == 2);
  CHECK(record.sources[0].source == "old");
  CHECK(record.sources[0].keys == HubKeys{"likes"});
  CHECK(record.sources[1].source == "hub");
}

constexpr std::string_view kFull =
    R"({"_id":"64","id":"a/x","likes":12,"trendingScore":1.5,"tags":["a","b"],"gated":"manual",)"
    R"("createdAt":"2024-05-11T08:32:01.000Z","safetensors":{"parameters":{"BF16":7},"total":7},)"
    R"("cardData":{"license":["mit"],"language":"en","base_model":["b/y"]},"baseModels":)"
    R"({"relation":"merge","models":[{"_id":"1","id":"b/y"}]},"config":{"architectures":["L"],)"
    R"("tokenizer_config":{"chat_template":[{"name":"d","template":"\u00e9 tools"}]}},"gguf":)"
    R"({"total":1,"context_length":2},"evalResults":[{"verified":true,"data":{"dataset":)"
    R"({"id":"cais/hle"},"value":1e-3}}],"inferenceProviderMapping":[{"a":{}}],)"
    R"("siblings":[{"rfilename":"x.gguf"}],"_sources":[{"source":"s","fields":["likes"]}]})";

TEST_CASE("a record cut anywhere is an error", "[hub]") {
  HubRecordReader reader;
  CHECK(reader.read(kFull));
  for (std::size_t size = 0; size < kFull.size(); ++size) {
    INFO(size);
    REQUIRE_FALSE(reader.read(std::string(kFull.substr(0, size))));
  }
}

TEST_CASE("a garbled record gives a record or an error", "[hub]") {
  const unsigned seed = 20261124;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  HubRecordReader reader;
  for (int round = 0; round < 20'000; ++round) {
    std::string json(kFull);
    for (unsigned changes = 1 + random() % 4; changes > 0; --changes) {
      json[random() % json.size()] = static_cast<char>(random() % 256);
    }
    if (random() % 3 == 0) json.resize(random() % json.size());
    const auto record = reader.read(json);
    if (record) REQUIRE(is_hub_id(record->id));
  }
}

}  // namespace
}  // namespace oms
