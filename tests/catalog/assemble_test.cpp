// What a record is made of, over tables of a few rows.
#include <string>
#include <utility>
#include <vector>

#include "oms/base/text.h"
#include "support/catch.h"
#include "support/table_files.h"

namespace oms {
namespace {

Built one(std::string_view id, const std::string& json) { return Built(Tables().record(id, json)); }

Tables sold(std::string_view id, const std::string& json, std::string_view host) {
  return Tables().record(id, json).row("prices.tsv", {{"id", id},
                                                      {"host", host},
                                                      {"route", host},
                                                      {"input", "1"},
                                                      {"output", "2"},
                                                      {"as_of", "2026-08-01"},
                                                      {"source", "a list"}});
}

FetchedData page(std::string_view line, Strings keys) {
  FetchedData fetched;
  fetched.pages.push_back({std::move(keys), std::string(line) + "\n", parse_date("2026-09-01")});
  return fetched;
}

// The catalog of a/x with these results on the Hub; gsm8k is no metric of its table.
Built evaluated(const std::string& results, Tables tables = {}) {
  for (const std::string_view metric : {"gpqa", "hle", "mmlu_pro"}) {
    tables.row("metrics.tsv", {{"metric", metric},
                               {"unit", "percent"},
                               {"better", "higher"},
                               {"min", "0"},
                               {"max", "100"}});
  }
  return Built(tables, page(R"({"id":"a/x","evalResults":[)" + results + "]}", {"evalResults"}));
}

const std::string kTagged = from("hf-model-matrix", R"("tags")");

}  // namespace

TEST_CASE("it is unknown whether a text generator whose tags nobody collected is chat",
          "[assemble]") {
  const Built built = one(
      "a/x", R"("pipeline_tag":"text-generation",)" + from("hf-providers", R"("pipeline_tag")"));
  CHECK(built.unknown("a/x", "chat"));
  CHECK(built.word("a/x", "task") == "text-generation");
}

TEST_CASE("it is unknown whether a text generator whose tags were cut is chat", "[assemble]") {
  const Built built = one("a/x", R"("tags":["translation"],"_tags_cut":true,)" + kTagged);
  CHECK(built.unknown("a/x", "chat"));
  CHECK(built.list("a/x", "tags") == Strings{"translation"});
}

TEST_CASE("a fact about cut tags says that they are the first ones only", "[assemble]") {
  const Built built = one("a/x", R"("tags":["fr"],"_tags_cut":true,)" + kTagged);
  CHECK(built.facts("a/x", "tags") ==
        Strings{"hf-model-matrix (first tags only), 2026-07-31, declared"});
}

TEST_CASE("a text generator with all its tags and no sign of chat is not chat", "[assemble]") {
  const Built built =
      one("a/x", R"("pipeline_tag":"text-generation","tags":["pytorch"],)" + kTagged);
  CHECK(built.list("a/x", "tasks") == Strings{"text-generation"});
}

TEST_CASE("a price proves chat where the tags were never collected", "[assemble]") {
  const Built built(sold("a/x", R"("pipeline_tag":"text-generation")", "groq"));
  CHECK(built.list("a/x", "tasks") == Strings{"text-generation", "chat"});
  CHECK(built.facts("a/x", "tasks").back() == "chat: sold by the token, 2026-08-01, inferred");
}

TEST_CASE("tasks that the tags tell do not name the price as their source", "[assemble]") {
  const Built built(sold("a/x", R"("tags":["conversational"],)" + kTagged, "groq"));
  CHECK(built.list("a/x", "tasks") == Strings{"chat"});
  CHECK(built.facts("a/x", "tasks") == Strings{"its tags, 2026-07-31, inferred"});
}

TEST_CASE("tags that were fetched are whole, whatever the snapshot kept", "[assemble]") {
  const Built built(Tables().record("a/x", R"("tags":["fr"],"_tags_cut":true,)" + kTagged),
                    page(R"({"id":"a/x","tags":["text-generation"]})", {"tags"}));
  CHECK(built.list("a/x", "tasks") == Strings{"text-generation"});
  CHECK(built.facts("a/x", "tags") == Strings{"hub, 2026-09-01, declared"});
}

TEST_CASE("a license that nobody asked for is not collected", "[assemble]") {
  const auto reason = [](const std::string& json, Strings keys) {
    return Built(Tables(), page(R"({"id":"a/x")" + json + "}", std::move(keys)))
        .word("a/x", "license_reason");
  };
  CHECK(reason("", {"likes"}) == "not-collected");
  CHECK(reason("", {"tags"}) == "not-declared");
  CHECK(reason("", {"cardData"}) == "not-declared");
}

TEST_CASE("the name of a license is in the card only", "[assemble]") {
  const auto reason = [](Strings keys) {
    return Built(Tables(), page(R"({"id":"a/x","tags":["license:other"]})", std::move(keys)))
        .word("a/x", "license_reason");
  };
  CHECK(reason({"tags"}) == "not-collected");
  CHECK(reason({"tags", "cardData"}) == "not-declared");
}

TEST_CASE("a license that another source names decides the class of one without", "[assemble]") {
  const Built built = one("a/x", R"("tags":["fr"],"_license_state":"none-declared",)"
                                 R"("_license_elsewhere":{"license":"mit","source":"mteb",)"
                                 R"("as_of":"2026-06-01"},)" +
                                     kTagged);
  CHECK(built.unknown("a/x", "license"));
  CHECK(built.word("a/x", "license_class") == "osi-permissive");
  CHECK(built.unknown("a/x", "license_reason"));
  CHECK(built.facts("a/x", "license_class") ==
        Strings{"license table: mit, -, curated", "mteb, 2026-06-01, curated"});
}

TEST_CASE("a license that only copies or LocalAI name decides nothing", "[assemble]") {
  for (const std::string source : {"quantized-copy", "localai"}) {
    CAPTURE(source);
    const Built built = one("a/x", R"("_license_state":"none-declared","_license_elsewhere":)"
                                   R"({"license":"mit","source":")" +
                                       source + "\"}," + kTagged);
    CHECK(built.unknown("a/x", "license_class"));
    CHECK(built.word("a/x", "license_reason") == "not-declared");
  }
}

TEST_CASE("a license elsewhere that no row knows leaves the reason as it was", "[assemble]") {
  const Built built = one("a/x", R"("_license_state":"none-declared","_license_elsewhere":)"
                                 R"({"license":"strange","source":"mteb"},)" +
                                     kTagged);
  CHECK(built.unknown("a/x", "license_class"));
  CHECK(built.word("a/x", "license_reason") == "not-declared");
}

TEST_CASE("a license that the record declares is not overruled from elsewhere", "[assemble]") {
  const Built built = one("a/x", R"("cardData":{"license":"cc-by-nc-4.0"},"_license_elsewhere":)"
                                 R"({"license":"mit","source":"mteb"},)" +
                                     from("hf-model-matrix", R"("cardData.license")"));
  CHECK(built.word("a/x", "license_class") == "non-commercial");
  CHECK(built.facts("a/x", "license") == Strings{"hf-model-matrix, 2026-07-31, declared"});
}

TEST_CASE("a license from quantized copies is inferred, and so is its class", "[assemble]") {
  const Built built = one(
      "a/x", R"("cardData":{"license":"mit"},)" + from("quantized-copy", R"("cardData.license")"));
  CHECK(built.facts("a/x", "license") == Strings{"quantized-copy, 2026-07-31, inferred"});
  CHECK(built.facts("a/x", "license_class") == Strings{"license table: mit, -, inferred"});
}

TEST_CASE("a license from a catalog is curated, from a card declared", "[assemble]") {
  for (const auto& [source, evidence] :
       {std::pair{"osai-index", "curated"}, std::pair{"peatmoss", "curated"},
        std::pair{"red-hat-catalog", "curated"}, std::pair{"model-card", "declared"}}) {
    const Built built =
        one("a/x", R"("cardData":{"license":"mit"},)" + from(source, R"("cardData.license")"));
    CHECK(built.facts("a/x", "license") ==
          Strings{std::string(source) + ", 2026-07-31, " + evidence});
  }
}

TEST_CASE("a license tag is declared by the source of the tags", "[assemble]") {
  const Built built = one("a/x", R"("tags":["license:mit"],)" + kTagged);
  CHECK(built.word("a/x", "license") == "mit");
  CHECK(built.facts("a/x", "license") == Strings{"hf-model-matrix, 2026-07-31, declared"});
}

TEST_CASE("the size of the files as the Hub tells it is verified", "[assemble]") {
  const Built built(Tables().record("a/x", R"("likes":1)"),
                    page(R"({"id":"a/x","safetensors":{"total":7000}})", {"safetensors"}));
  CHECK(built.facts("a/x", "params") == Strings{"hub, 2026-09-01, verified"});
}

TEST_CASE("a size that others collected or rounded is curated", "[assemble]") {
  const Built files =
      one("a/x", R"("safetensors":{"total":7000},)" + from("llmfit", R"("safetensors.total")"));
  CHECK(files.facts("a/x", "params") == Strings{"llmfit, 2026-07-31, curated"});
  for (const std::string source : {"modelpedia", "open-llm-leaderboard", "model-card", "mteb"}) {
    const Built rounded =
        one("a/x", R"("_params_billions":7,)" + from(source, R"("_params_billions")"));
    CHECK(rounded.facts("a/x", "params") == Strings{source + ", 2026-07-31, curated"});
  }
}

TEST_CASE("only the source whose size won is named", "[assemble]") {
  const Built built =
      one("a/x", R"("safetensors":{"total":7000},"_params_billions":7,"_sources":[)"
                 R"({"source":"mteb","as_of":null,"fields":["_params_billions"]},)"
                 R"({"source":"llmfit","as_of":null,"fields":["safetensors.total"]}])");
  CHECK(built.value("a/x", "params") == Value(std::int64_t{7000}));
  CHECK(built.facts("a/x", "params") == Strings{"llmfit, -, curated"});
}

TEST_CASE("a packed copy whose name states the size is never verified", "[assemble]") {
  const Built built(
      Tables().record("a/x-7b-awq", R"("likes":1)"),
      page(R"({"id":"a/x-7b-awq","tags":["base_model:quantized:b/y"],"safetensors":{"total":9}})",
           {"safetensors", "tags"}));
  CHECK(built.value("a/x-7b-awq", "params") == Value(std::int64_t{7'000'000'000}));
  CHECK(built.facts("a/x-7b-awq", "params") == Strings{"the model's name, -, inferred"});
}

TEST_CASE("a context from a catalog is curated", "[assemble]") {
  for (const std::string source : {"openrouter", "models.dev", "modelpedia", "mteb"}) {
    const Built built =
        one("a/x", R"("_context_length":4096,)" + from(source, R"("_context_length")"));
    CHECK(built.facts("a/x", "context") == Strings{source + ", 2026-07-31, curated"});
  }
}

TEST_CASE("counters, dates and gates of a Hub listing are verified", "[assemble]") {
  const Built built =
      one("a/x", R"("likes":1,"createdAt":"2024-01-02T00:00:00.000Z","gated":"auto",)" +
                     from("os-ai-map", R"("likes","createdAt","gated")"));
  for (const std::string field : {"likes", "created", "gated"}) {
    CHECK(built.facts("a/x", field) == Strings{"os-ai-map, 2026-07-31, verified"});
  }
}

TEST_CASE("counters that a leaderboard copied are curated", "[assemble]") {
  const Built built = one("a/x", R"("likes":1,)" + from("open-llm-leaderboard", R"("likes")"));
  CHECK(built.facts("a/x", "likes") == Strings{"open-llm-leaderboard, 2026-07-31, curated"});
}

TEST_CASE("task and library of a Hub listing are declared", "[assemble]") {
  const Built built = one("a/x", R"("pipeline_tag":"translation","library_name":"keras",)" +
                                     from("starscreener", R"("pipeline_tag","library_name")"));
  CHECK(built.facts("a/x", "task") == Strings{"starscreener, 2026-07-31, declared"});
  CHECK(built.facts("a/x", "library") == Strings{"starscreener, 2026-07-31, declared"});
}

TEST_CASE("a key that was asked for and did not come makes no fact", "[assemble]") {
  const Built built(Tables().record("a/x", R"("likes":1)"),
                    page(R"({"id":"a/x"})", {"likes", "gated", "safetensors"}));
  CHECK(built.facts("a/x", "likes").empty());
  CHECK(built.facts("a/x", "gated").empty());
  CHECK(built.facts("a/x", "params").empty());
}

TEST_CASE("a family is inferred from the name", "[assemble]") {
  CHECK(one("a/llama-x", R"("likes":1)").facts("a/llama-x", "family") ==
        Strings{"the model's name, -, inferred"});
}

TEST_CASE("a domain says whether name or tags tell it", "[assemble]") {
  CHECK(one("a/bio-x", R"("tags":["fr"],)" + kTagged).facts("a/bio-x", "domain") ==
        Strings{"the model's name, -, inferred"});
  CHECK(one("a/x", R"("tags":["protein"],)" + kTagged).facts("a/x", "domain") ==
        Strings{"its tags, 2026-07-31, inferred"});
}

TEST_CASE("languages among the tags are declared", "[assemble]") {
  const Built built = one("a/x", R"("tags":["fr"],)" + kTagged);
  CHECK(built.facts("a/x", "languages") == Strings{"hf-model-matrix, 2026-07-31, declared"});
}

TEST_CASE("a quantization says whether name or tags tell it", "[assemble]") {
  CHECK(one("a/x-gguf", R"("likes":1)").facts("a/x-gguf", "quantization") ==
        Strings{"the model's name, -, inferred"});
  CHECK(one("a/x", R"("tags":["gguf"],)" + kTagged).facts("a/x", "quantization") ==
        Strings{"its tags, 2026-07-31, inferred"});
}

TEST_CASE("the relation is inferred from the tags, the base declared by them", "[assemble]") {
  const Built built = one("a/x", R"("tags":["base_model:merge:b/y"],)" + kTagged);
  CHECK(built.word("a/x", "relation") == "merge");
  CHECK(built.facts("a/x", "relation") == Strings{"its tags, 2026-07-31, inferred"});
  CHECK(built.facts("a/x", "base_models") == Strings{"hf-model-matrix, 2026-07-31, declared"});
}

TEST_CASE("a model is active where a Hub listing has it, by the newest one", "[assemble]") {
  const Built built =
      one("a/x", R"("likes":1,"tags":["fr"],"_sources":[)"
                 R"({"source":"os-ai-map","as_of":"2026-06-11","fields":["tags"]},)"
                 R"({"source":"hf-model-matrix","as_of":"2026-07-31","fields":["likes"]},)"
                 R"({"source":"mteb","as_of":"2026-08-31","fields":["_params_billions"]}])");
  CHECK(built.word("a/x", "status") == "active");
  CHECK(built.facts("a/x", "status") == Strings{"hf-model-matrix, 2026-07-31, verified"});
}

TEST_CASE("a model that only other catalogs name has no known status", "[assemble]") {
  const Built built =
      one("a/x", R"("_params_billions":7,)" + from("mteb", R"("_params_billions")"));
  CHECK(built.unknown("a/x", "status"));
  CHECK(built.facts("a/x", "status").empty());
}

TEST_CASE("a status that was asked for replaces the listing's", "[assemble]") {
  FetchedData fetched;
  fetched.statuses.push_back({"a/x", "gone"});
  const Built built(Tables().record("a/x", R"("tags":["fr"],)" + kTagged), fetched);
  CHECK(built.word("a/x", "status") == "gone");
  CHECK(built.facts("a/x", "status") == Strings{"hub, -, verified"});
}

TEST_CASE("a model that got another name is renamed", "[assemble]") {
  FetchedData fetched;
  fetched.statuses.push_back({"a/x", "renamed"});
  const Built built(Tables().record("a/x", R"("tags":["fr"],)" + kTagged), fetched);
  CHECK(built.word("a/x", "status") == "renamed");
}

TEST_CASE("what became of a former name is no status of the model", "[assemble]") {
  Tables tables;
  tables.record("a/new", R"("tags":["fr"],)" + kTagged);
  tables.row("aliases.tsv", {{"alias", "a/old"}, {"id", "a/new"}});
  FetchedData fetched;
  fetched.statuses.push_back({"a/old", "renamed"});
  CHECK(Built(tables, fetched).word("a/new", "status") == "active");
}

TEST_CASE("all downloads and the newest commit are the Hub's figures", "[assemble]") {
  const Built built(Tables(), page(R"({"id":"a/x","downloadsAllTime":1559,"sha":"9306aeb6"})",
                                   {"downloadsAllTime", "sha"}));
  CHECK(built.value("a/x", "downloads_all_time") == Value(std::int64_t{1559}));
  CHECK(built.word("a/x", "revision") == "9306aeb6");
  CHECK(built.facts("a/x", "downloads_all_time") == Strings{"hub, 2026-09-01, verified"});
  CHECK(built.facts("a/x", "revision") == Strings{"hub, 2026-09-01, verified"});
}

TEST_CASE("the stored size is that of the safetensors, by the Hub", "[assemble]") {
  const Built built(Tables(), page(R"({"id":"a/x","safetensors":{"parameters":{"BF16":7}},)"
                                   R"("gguf":{"totalFileSize":99}})",
                                   {"safetensors", "gguf"}));
  CHECK(built.value("a/x", "size_bytes") == Value(std::int64_t{14}));
  CHECK(built.facts("a/x", "size_bytes") == Strings{"hub, 2026-09-01, verified"});
}

TEST_CASE("without safetensors the stored size is that of the GGUF file", "[assemble]") {
  const Built built(Tables(), page(R"({"id":"a/x","gguf":{"totalFileSize":99}})", {"gguf"}));
  CHECK(built.value("a/x", "size_bytes") == Value(std::int64_t{99}));
  CHECK(built.facts("a/x", "size_bytes") == Strings{"hub, 2026-09-01, verified"});
}

TEST_CASE("the stored size is not guessed from a number of parameters", "[assemble]") {
  const Built built(Tables(), page(R"({"id":"a/x-7b","safetensors":{"total":7},)"
                                   R"("usedStorage":12})",
                                   {"safetensors", "usedStorage"}));
  CHECK(built.unknown("a/x-7b", "size_bytes"));
}

TEST_CASE("the parameters of a GGUF file count where there are no safetensors", "[assemble]") {
  const Built built(Tables(), page(R"({"id":"a/x-7b-gguf","gguf":{"total":6738415616},)"
                                   R"("tags":["base_model:quantized:b/y"]})",
                                   {"gguf", "tags"}));
  CHECK(built.value("a/x-7b-gguf", "params") == Value(std::int64_t{6'738'415'616}));
  CHECK(built.facts("a/x-7b-gguf", "params") == Strings{"hub, 2026-09-01, verified"});
}

TEST_CASE("the architecture is the class, else the type that the record names", "[assemble]") {
  for (const auto& [json, architecture] :
       {std::pair{R"("config":{"architectures":["LlamaForCausalLM","X"],"model_type":"llama"},)"
                  R"("gguf":{"architecture":"llama-gguf"})",
                  "LlamaForCausalLM"},
        std::pair{R"("config":{"model_type":"llama"},"gguf":{"architecture":"llama-gguf"})",
                  "llama-gguf"},
        std::pair{R"("config":{"model_type":"llama"})", "llama"}}) {
    CAPTURE(json);
    Tables tables;
    tables.record("a/x", R"("likes":1)");
    tables.row("architecture.tsv", {{"id", "a/x"}, {"architecture", "mpt"}, {"source", "s"}});
    const Built built(tables,
                      page(R"({"id":"a/x",)" + std::string(json) + "}", {"config", "gguf"}));
    CHECK(built.word("a/x", "architecture") == architecture);
    CHECK(built.facts("a/x", "architecture") == Strings{"hub, 2026-09-01, declared"});
  }
}

TEST_CASE("an architecture that no record names comes from the table", "[assemble]") {
  Tables tables;
  tables.record("a/x", R"("likes":1)");
  tables.row("architecture.tsv", {{"id", "a/x"}, {"architecture", "mpt"}, {"source", "s"}});
  const Built built(tables);
  CHECK(built.word("a/x", "architecture") == "mpt");
  CHECK(built.facts("a/x", "architecture") == Strings{"s, -, curated"});
}

TEST_CASE("the configuration tells the quantization where tags do not", "[assemble]") {
  for (const auto& [method, quantization] :
       {std::pair{"AutoAWQ", "awq"}, std::pair{"Quark", "quark"}}) {
    const std::string config = R"({"quantization_config":{"quant_method":")" + std::string(method);
    const Built built(Tables(),
                      page(R"({"id":"a/x","config":)" + config + R"("}}})", {"config", "tags"}));
    CHECK(built.word("a/x", "quantization") == quantization);
    CHECK(built.facts("a/x", "quantization") == Strings{"hub, 2026-09-01, declared"});
  }
}

TEST_CASE("a tag that is more exact than the configuration has the word", "[assemble]") {
  const Built built(Tables(),
                    page(R"({"id":"a/x","tags":["nvfp4"],"config":{"quantization_config":)"
                         R"({"quant_method":"compressed-tensors"}}})",
                         {"config", "tags"}));
  CHECK(built.word("a/x", "quantization") == "nvfp4");
  CHECK(built.facts("a/x", "quantization") == Strings{"its tags, 2026-09-01, inferred"});
}

TEST_CASE("a host that names no price does not make a model chat", "[assemble]") {
  const Built built(Tables(),
                    page(R"({"id":"a/x","tags":["fr"],"inferenceProviderMapping":{"fal-ai":)"
                         R"({"status":"live","task":"text-to-image"}}})",
                         {"tags", "inferenceProviderMapping"}));
  CHECK(built.list("a/x", "available_on") == Strings{"fal-ai", "huggingface-router"});
  CHECK(built.unknown("a/x", "tasks"));
}

TEST_CASE("a context that nobody states is at least what hosts serve", "[assemble]") {
  const std::string mapping = R"("inferenceProviderMapping":[{"provider":"groq","status":"live",)"
                              R"("providerDetails":{"context_length":4096}}])";
  const Strings keys = {"inferenceProviderMapping", "gguf"};
  const Built served(Tables(), page(R"({"id":"a/x",)" + mapping + "}", keys));
  CHECK(served.value("a/x", "context") == Value(std::int64_t{4096}));
  CHECK(served.facts("a/x", "context") == Strings{"hub, 2026-09-01, inferred"});
  const Built stated(Tables(),
                     page(R"({"id":"a/x","gguf":{"context_length":8192},)" + mapping + "}", keys));
  CHECK(stated.value("a/x", "context") == Value(std::int64_t{8192}));
}

TEST_CASE("of the contexts that a service states the longest counts", "[assemble]") {
  FetchedData fetched;
  fetched.sources.push_back({"router", {}});
  Harvest& harvest = fetched.sources.back().harvest;
  harvest.contexts = {{"a/X", 4096}, {"a/x", 8192}, {"a/x", 2048}};
  harvest.offers.push_back({"a/x", {.host = "groq", .as_of = parse_date("2026-09-02")}});
  const Built built(Tables().record("a/x", R"("likes":1)"), fetched);
  CHECK(built.value("a/x", "context") == Value(std::int64_t{8192}));
  CHECK(built.facts("a/x", "context") == Strings{"router, 2026-09-02, inferred"});
}

TEST_CASE("a result on the Hub is a score, of its day or of the day it was read", "[assemble]") {
  const Built built = evaluated(R"({"dataset":{"id":"cais/hle"},"value":20.9,"date":"2026-05-01",)"
                                R"("notes":"With tools","verified":true},)"
                                R"({"dataset":{"id":"cais/hle"},"value":12})");
  CHECK(built.scores("a/x") ==
        Strings{"hle 20.9, 2026-05-01, verified, 'With tools', Hub evaluation results",
                "hle 12, 2026-09-01, self-reported, '', Hub evaluation results"});
}

TEST_CASE("a share of one is a percentage where guessing gets more than one", "[assemble]") {
  const Built built =
      evaluated(R"({"dataset":{"id":"Idavidrein/gpqa","task_id":"gpqa_diamond"},"value":0.412},)"
                R"({"dataset":{"id":"TIGER-Lab/MMLU-Pro"},"value":0.8,"date":"2026-05-01"})");
  CHECK(built.scores("a/x") ==
        Strings{"gpqa 41.2, 2026-09-01, self-reported, '', Hub evaluation results",
                "mmlu_pro 80, 2026-05-01, self-reported, '', Hub evaluation results"});
}

TEST_CASE("what may be a share or a poor percentage is left out", "[assemble]") {
  CHECK(evaluated(R"({"dataset":{"id":"cais/hle"},"value":0.209},)"
                  R"({"dataset":{"id":"cais/hle"},"value":1})")
            .scores("a/x")
            .empty());
  CHECK(evaluated(R"({"dataset":{"id":"cais/hle"},"value":0})").scores("a/x") ==
        Strings{"hle 0, 2026-09-01, self-reported, '', Hub evaluation results"});
}

TEST_CASE("a result out of its metric's range is left out", "[assemble]") {
  CHECK(evaluated(R"({"dataset":{"id":"cais/hle"},"value":100.5},)"
                  R"({"dataset":{"id":"Idavidrein/gpqa"},"value":-0.1})")
            .scores("a/x")
            .empty());
}

TEST_CASE("a result in a metric that the table lacks is left out", "[assemble]") {
  CHECK(evaluated(R"({"dataset":{"id":"openai/gsm8k"},"value":50})").scores("a/x").empty());
}

TEST_CASE("a result that OpenEvals states too counts once, with the better grade", "[assemble]") {
  const auto with = [](const std::string& result) {
    Tables tables;
    tables.record("a/x", R"("likes":1)");
    tables.row("scores.tsv", {{"id", "a/x"},
                              {"metric", "hle"},
                              {"value", "20.9"},
                              {"as_of", "2026-03-25"},
                              {"grade", "community"},
                              {"source", "HF dataset OpenEvals/leaderboard-data"}});
    return evaluated(result, tables).scores("a/x");
  };
  const std::string openevals =
      "hle 20.9, 2026-03-25, community, '', HF dataset OpenEvals/leaderboard-data";
  CHECK(with(R"({"dataset":{"id":"cais/hle"},"value":20.9})") == Strings{openevals});
  CHECK(with(R"({"dataset":{"id":"cais/hle"},"value":20.9,"verified":true})") ==
        Strings{"hle 20.9, 2026-09-01, verified, '', Hub evaluation results"});
  CHECK(with(R"({"dataset":{"id":"cais/hle"},"value":20.9,"notes":"no tools"})") ==
        Strings{openevals,
                "hle 20.9, 2026-09-01, self-reported, 'no tools', Hub evaluation results"});
  CHECK(with(R"({"dataset":{"id":"cais/hle"},"value":21})") ==
        Strings{openevals, "hle 21, 2026-09-01, self-reported, '', Hub evaluation results"});
}

TEST_CASE("a result that is merged and proposed counts once", "[assemble]") {
  CHECK(evaluated(R"({"dataset":{"id":"cais/hle"},"value":12},)"
                  R"({"dataset":{"id":"cais/hle"},"value":12,"pullRequest":4})")
            .scores("a/x") == Strings{"hle 12, 2026-09-01, community, '', Hub evaluation results"});
}

TEST_CASE("the same score by somebody else stays beside the Hub's", "[assemble]") {
  Tables tables;
  tables.record("a/x", R"("likes":1)");
  tables.row("scores.tsv", {{"id", "a/x"},
                            {"metric", "hle"},
                            {"value", "12"},
                            {"as_of", "2026-03-25"},
                            {"grade", "independent"},
                            {"source", "a lab"}});
  CHECK(evaluated(R"({"dataset":{"id":"cais/hle"},"value":12})", tables).scores("a/x") ==
        Strings{"hle 12, 2026-03-25, independent, '', a lab",
                "hle 12, 2026-09-01, self-reported, '', Hub evaluation results"});
}

TEST_CASE("a closed reference row has no status and is chat by its price", "[assemble]") {
  Tables tables;
  tables.row("closed-models.tsv", {{"id", "openrouter:acme/big"},
                                   {"name", "Big"},
                                   {"author", "Acme"},
                                   {"price_input", "1"},
                                   {"price_output", "2"},
                                   {"price_as_of", "2026-07-02"},
                                   {"price_source", "models.dev"}});
  const Built built(tables);
  CHECK(built.unknown("openrouter:acme/big", "status"));
  CHECK(built.list("openrouter:acme/big", "available_on") == Strings{"acme"});
  CHECK(built.facts("openrouter:acme/big", "tasks") ==
        Strings{"chat: sold by the token, 2026-07-02, inferred"});
}

TEST_CASE("of several scores the list shows the one that quality shows", "[assemble]") {
  Tables tables;
  tables.record("a/x", R"("likes":1)");
  const auto score = [&](std::string_view value, std::string_view day, std::string_view grade) {
    tables.row("scores.tsv", {{"id", "a/x"},
                              {"metric", "mmlu"},
                              {"value", value},
                              {"as_of", day},
                              {"grade", grade},
                              {"source", "s"}});
  };
  score("9", "2026-08-01", "community");
  score("5", "2025-01-01", "independent");
  score("6", "2025-02-01", "independent");
  const Built built(tables);
  CHECK(built.value("a/x", "scores") == Value(ScoreList{{"mmlu", Decimal{6'000'000'000}}}));
}

TEST_CASE("a router is an offer's host but no place where a model is available", "[assemble]") {
  const Built built(sold("a/x", R"("likes":1)", "openrouter"));
  CHECK(built.unknown("a/x", "available_on"));
  CHECK(built.word("a/x", "price_provider") == "openrouter");
  CHECK(built.table().offers_of(built.row("a/x")).size() == 1);
}

TEST_CASE("Azure's Hugging Face collection is azure and azure-huggingface", "[assemble]") {
  const Built built = one("a/x", R"("tags":["deploy:azure","deploy:sagemaker"],)" + kTagged);
  CHECK(built.list("a/x", "available_on") == Strings{"azure", "azure-huggingface", "sagemaker"});
}

TEST_CASE("the index remembers every service that was asked, as the manifest tells it",
          "[assemble]") {
  FetchedData fetched;
  fetched.asked = {{"hub", "https://h.example", "2026-11-20T20:00:00Z", "", 12, 3},
                   {"router", "https://r.example", "", "it\tsaid\n\"no\"", 0, 0}};
  const Built built(Tables().record("a/x", R"("likes":1)"), fetched);
  const std::vector<SourceInfo> read = built.catalog().fetched_sources();
  REQUIRE(read.size() == 2);
  CHECK(read[0].name == "hub");
  CHECK(read[0].endpoint == "https://h.example");
  CHECK(read[0].fetched_at == "2026-11-20T20:00:00Z");
  CHECK(read[0].error.empty());
  CHECK(read[0].records == 12);
  CHECK(read[0].rejected == 3);
  CHECK(read[1].name == "router");
  CHECK(read[1].fetched_at.empty());
  CHECK(read[1].error == "it said \"no\"");
}

TEST_CASE("an index without anything fetched names no service", "[assemble]") {
  CHECK(one("a/x", R"("likes":1)").catalog().fetched_sources().empty());
}

TEST_CASE("a price on Azure is azure only", "[assemble]") {
  const Built built(sold("a/x", R"("likes":1)", "azure"));
  CHECK(built.list("a/x", "available_on") == Strings{"azure"});
}

}  // namespace oms
