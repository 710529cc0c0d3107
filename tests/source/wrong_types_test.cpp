// Every key that a reader of others' bodies knows, with a value of every kind of JSON.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "oms/catalog/services.h"
#include "oms/source/hub_page.h"
#include "oms/source/hub_record.h"
#include "support/catch.h"

namespace oms {
namespace {

// A kind of value; `letter` stands for it in the tables below.
struct Sort {
  char letter;
  std::string_view json;
};
constexpr std::array kSorts = {Sort{'0', "null"},       Sort{'b', "true"},
                               Sort{'n', "7"},          Sort{'t', "\"text\""},
                               Sort{'l', "[\"text\"]"}, Sort{'o', "{\"text\":7}"}};

struct Key {
  std::string_view name;
  std::string_view before;  // JSON around the value, with its key
  std::string_view after;
  std::string_view right;  // letters of the kinds that it is read as
};

std::string with(const Key& key, std::string_view value) {
  return std::string(key.before).append(value).append(key.after);
}

// ---- Records of the Hub

// Those with a bare name stand in the record itself.
constexpr std::array kHubKeysRead = {
    Key{"_id", "\"_id\":", "", "t"},
    Key{"author", "\"author\":", "", "t"},
    Key{"pipeline_tag", "\"pipeline_tag\":", "", "t"},
    Key{"library_name", "\"library_name\":", "", "t"},
    Key{"tags", "\"tags\":", "", "tl"},
    Key{"likes", "\"likes\":", "", "n"},
    Key{"downloads", "\"downloads\":", "", "n"},
    Key{"downloadsAllTime", "\"downloadsAllTime\":", "", "n"},
    Key{"trendingScore", "\"trendingScore\":", "", "n"},
    Key{"createdAt", "\"createdAt\":", "", ""},
    Key{"lastModified", "\"lastModified\":", "", ""},
    Key{"gated", "\"gated\":", "", "b"},
    Key{"disabled", "\"disabled\":", "", "b"},
    Key{"private", "\"private\":", "", "b"},
    Key{"sha", "\"sha\":", "", "t"},
    Key{"cardData", "\"cardData\":", "", ""},
    Key{"safetensors", "\"safetensors\":", "", ""},
    Key{"baseModels", "\"baseModels\":", "", "l"},
    Key{"config", "\"config\":", "", ""},
    Key{"gguf", "\"gguf\":", "", ""},
    Key{"evalResults", "\"evalResults\":", "", ""},
    Key{"model-index", "\"model-index\":", "", ""},
    Key{"inferenceProviderMapping", "\"inferenceProviderMapping\":", "", "lo"},
    Key{"siblings", "\"siblings\":", "", "l"},
    Key{"_params_billions", "\"_params_billions\":", "", "n"},
    Key{"_context_length", "\"_context_length\":", "", "n"},
    Key{"_tags_cut", "\"_tags_cut\":", "", "b"},
    Key{"_license_elsewhere", "\"_license_elsewhere\":", "", ""},
    Key{"_license_state", "\"_license_state\":", "", "t"},
    Key{"_sources", "\"_sources\":", "", "l"},
    Key{"cardData.license", R"("cardData":{"license":)", "}", "tl"},
    Key{"cardData.license_name", R"("cardData":{"license_name":)", "}", "t"},
    Key{"cardData.license_link", R"("cardData":{"license_link":)", "}", "t"},
    Key{"cardData.language", R"("cardData":{"language":)", "}", "tl"},
    Key{"cardData.base_model", R"("cardData":{"base_model":)", "}", "tl"},
    Key{"cardData.base_model_relation", R"("cardData":{"base_model_relation":)", "}", "t"},
    Key{"cardData.new_version", R"("cardData":{"new_version":)", "}", "t"},
    Key{"safetensors.total", R"("safetensors":{"total":)", "}", "n"},
    Key{"safetensors.parameters", R"("safetensors":{"parameters":)", "}", ""},
    Key{"safetensors.parameters.BF16", R"("safetensors":{"parameters":{"BF16":)", "}}", "n"},
    Key{"baseModels.relation", R"("baseModels":{"relation":)", "}", "t"},
    Key{"baseModels.models", R"("baseModels":{"models":)", "}", "l"},
    Key{"baseModels.models.id", R"("baseModels":{"models":[{"id":)", "}]}", "t"},
    Key{"config.architectures", R"("config":{"architectures":)", "}", "tl"},
    Key{"config.model_type", R"("config":{"model_type":)", "}", "t"},
    Key{"config.max_position_embeddings", R"("config":{"max_position_embeddings":)", "}", "n"},
    Key{"config.chat_template_jinja", R"("config":{"chat_template_jinja":)", "}", "tl"},
    Key{"config.tokenizer_config", R"("config":{"tokenizer_config":)", "}", ""},
    Key{"config.tokenizer_config.chat_template",
        R"("config":{"tokenizer_config":{"chat_template":)", "}}", "tl"},
    Key{"config.processor_config.chat_template",
        R"("config":{"processor_config":{"chat_template":)", "}}", "tl"},
    Key{"config.quantization_config", R"("config":{"quantization_config":)", "}", ""},
    Key{"config.quantization_config.quant_method",
        R"("config":{"quantization_config":{"quant_method":)", "}}", "t"},
    Key{"gguf.total", R"("gguf":{"total":)", "}", "n"},
    Key{"gguf.totalFileSize", R"("gguf":{"totalFileSize":)", "}", "n"},
    Key{"gguf.architecture", R"("gguf":{"architecture":)", "}", "t"},
    Key{"gguf.context_length", R"("gguf":{"context_length":)", "}", "n"},
    Key{"gguf.chat_template", R"("gguf":{"chat_template":)", "}", "tl"},
    Key{"evalResults.dataset", R"("evalResults":[{"value":9,"dataset":)", "}]", ""},
    Key{"evalResults.dataset.id", R"("evalResults":[{"value":9,"dataset":{"id":)", "}}]", ""},
    Key{"evalResults.dataset.task_id",
        R"("evalResults":[{"value":9,"dataset":{"id":"Idavidrein/gpqa","task_id":)", "}}]", "t"},
    Key{"evalResults.value", R"("evalResults":[{"dataset":{"id":"openai/gsm8k"},"value":)", "}]",
        "n"},
    Key{"evalResults.data", R"("evalResults":[{"data":)", "}]", ""},
    Key{"evalResults.date", R"("evalResults":[{"dataset":{"id":"openai/gsm8k"},"value":9,"date":)",
        "}]", ""},
    Key{"evalResults.notes",
        R"("evalResults":[{"dataset":{"id":"openai/gsm8k"},"value":9,"notes":)", "}]", "t"},
    Key{"evalResults.verified",
        R"("evalResults":[{"dataset":{"id":"openai/gsm8k"},"value":9,"verified":)", "}]", "b"},
    Key{"evalResults.pullRequest",
        R"("evalResults":[{"dataset":{"id":"openai/gsm8k"},"value":9,"pullRequest":)", "}]", "n"},
    Key{"evalResults.source",
        R"("evalResults":[{"dataset":{"id":"openai/gsm8k"},"value":9,"source":)", "}]", ""},
    Key{"evalResults.source.name",
        R"("evalResults":[{"dataset":{"id":"openai/gsm8k"},"value":9,"source":{"name":)", "}}]",
        "t"},
    Key{"evalResults.source.url",
        R"("evalResults":[{"dataset":{"id":"openai/gsm8k"},"value":9,"source":{"url":)", "}}]",
        "t"},
    Key{"model-index.results", R"("model-index":[{"results":)", "}]", ""},
    Key{"model-index.results.metrics",
        R"("model-index":[{"results":[{"dataset":{"type":"gsm8k"},"metrics":)", "}]}]", ""},
    Key{"model-index.results.metrics.type",
        R"("model-index":[{"results":[{"dataset":{"type":"gsm8k"},"metrics":[{"value":9,"type":)",
        "}]}]}]", ""},
    Key{"model-index.results.metrics.value",
        R"("model-index":[{"results":[{"dataset":{"type":"gsm8k"},"metrics":[{"type":"acc","value":)",
        "}]}]}]", "n"},
    Key{"model-index.results.dataset",
        R"("model-index":[{"results":[{"metrics":[{"type":"acc","value":9}],"dataset":)", "}]}]",
        ""},
    Key{"model-index.results.dataset.type",
        R"("model-index":[{"results":[{"metrics":[{"type":"acc","value":9}],"dataset":{"type":)",
        "}}]}]", ""},
    Key{"siblings.rfilename", R"("siblings":[{"rfilename":)", "}]", ""},
    Key{"_license_elsewhere.license", R"("_license_elsewhere":{"license":)", "}", "t"},
    Key{"_license_elsewhere.license_name", R"("_license_elsewhere":{"license_name":)", "}", "t"},
    Key{"_license_elsewhere.source", R"("_license_elsewhere":{"source":)", "}", "t"},
    Key{"_license_elsewhere.as_of", R"("_license_elsewhere":{"as_of":)", "}", ""},
    Key{"_sources.source", R"("_sources":[{"source":)", "}]", "t"},
    Key{"_sources.as_of", R"("_sources":[{"as_of":)", "}]", ""},
    Key{"_sources.fields", R"("_sources":[{"fields":)", "}]", "tl"},
};

template <typename T>
std::string shown(const T& value) {
  return value ? to_text(*value) : std::string("-");
}
std::string shown(const Integer& value) { return value ? std::to_string(*value) : "-"; }
std::string shown(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + ',';
  return text;
}
std::string shown(const ChatTemplate& found) {
  return std::string(found.present ? "template" : "") + (found.tools ? " with tools" : "");
}
std::string shown(const std::vector<Observation>& scores) {
  std::string text;
  for (const Observation& score : scores) {
    text += score.metric + ' ' + to_text(score.value) + ' ' + shown(score.as_of) + ' ' +
            std::string(word_of(words::kGrade, score.grade)) + ' ' + score.variant + ' ' +
            score.source + ',';
  }
  return text;
}

// All that was read of a record.
std::string shown(const HubRecord& r) {
  std::string text;
  for (const std::string& part : {r.id,
                                  r.hub_id,
                                  r.author,
                                  r.pipeline_tag,
                                  r.library_name,
                                  shown(r.tags),
                                  shown(r.likes),
                                  shown(r.downloads),
                                  shown(r.trending),
                                  shown(r.created),
                                  shown(r.modified),
                                  r.gated,
                                  std::string(r.disabled ? "disabled" : ""),
                                  std::string(r.is_private ? "private" : ""),
                                  r.sha,
                                  shown(r.downloads_all_time),
                                  shown(r.safetensors_total),
                                  shown(r.safetensors_bytes),
                                  shown(r.licenses),
                                  r.license_name,
                                  r.license_link,
                                  shown(r.languages),
                                  shown(r.base_models),
                                  r.base_model_relation,
                                  r.new_version,
                                  shown(r.parents),
                                  r.parent_relation,
                                  shown(r.architectures),
                                  r.model_type,
                                  r.quant_method,
                                  shown(r.config_context),
                                  shown(r.config_template),
                                  shown(r.gguf_total),
                                  shown(r.gguf_bytes),
                                  r.gguf_architecture,
                                  shown(r.gguf_context),
                                  shown(r.gguf_template),
                                  shown(r.eval_results),
                                  shown(r.card_results),
                                  r.provider_mapping,
                                  std::string(r.files_listed ? "files" : ""),
                                  shown(r.weight_files),
                                  std::string(r.training_logs ? "logs" : ""),
                                  shown(r.params_billions),
                                  shown(r.context_length),
                                  std::string(r.tags_cut ? "cut" : ""),
                                  r.license_elsewhere.license,
                                  r.license_elsewhere.license_name,
                                  r.license_elsewhere.source,
                                  shown(r.license_elsewhere.as_of),
                                  r.license_state}) {
    text += part + '|';
  }
  for (const SourceNote& note : r.sources)
    text += note.source + ' ' + shown(note.as_of) + ' ' + std::to_string(note.keys.bits()) + ',';
  return text;
}

// A page of three records; `members` belong to the one in the middle.
HubPage page_with(const std::string& members) {
  auto page = reduce_hub_page(R"([{"id":"a/before","likes":1},{"id":"a/x")" +
                                  (members.empty() ? "" : "," + members) +
                                  R"(},{"id":"a/after","likes":2}])",
                              Siblings::keep);
  if (!page) FAIL(members << ": " << page.error().what);
  return *std::move(page);
}

std::string middle_of(const HubPage& page) {
  const std::vector<HubLine> lines = hub_lines(page.lines);
  if (lines.size() != 3) FAIL("not three records: " << page.lines);
  HubRecordReader reader;
  const auto record = reader.read(lines[1].text);
  if (!record) FAIL(record.error().what);
  return shown(*record);
}

bool is_member(std::string_view name) { return name.find('.') == std::string_view::npos; }

}  // namespace

TEST_CASE("a value of a wrong kind in a record of the Hub reads as unknown", "[hub][types]") {
  for (const Key& key : kHubKeysRead) {
    for (const Sort& sort : kSorts) {
      if (key.right.find(sort.letter) != std::string_view::npos) continue;
      CAPTURE(key.name, sort.json);
      CHECK(middle_of(page_with(with(key, sort.json))) == middle_of(page_with(with(key, "null"))));
    }
  }
}

TEST_CASE("a key of the Hub that is null reads as one that is missing", "[hub][types]") {
  for (const Key& key : kHubKeysRead) {
    if (!is_member(key.name)) continue;
    CAPTURE(key.name);
    CHECK(middle_of(page_with(with(key, "null"))) == middle_of(page_with("")));
  }
}

TEST_CASE("a value of a right kind in a record of the Hub is read", "[hub][types]") {
  for (const Key& key : kHubKeysRead) {
    for (const Sort& sort : kSorts) {
      if (key.right.find(sort.letter) == std::string_view::npos) continue;
      CAPTURE(key.name, sort.json);
      CHECK(middle_of(page_with(with(key, sort.json))) != middle_of(page_with(with(key, "null"))));
    }
  }
}

TEST_CASE("a value of any kind leaves the other records of its page as they are", "[hub][types]") {
  for (const Key& key : kHubKeysRead) {
    for (const Sort& sort : kSorts) {
      CAPTURE(key.name, sort.json);
      const std::string lines = page_with(with(key, sort.json)).lines;
      CHECK(lines.starts_with("{\"id\":\"a/before\",\"likes\":1}\n"));
      CHECK(lines.ends_with("\n{\"id\":\"a/after\",\"likes\":2}\n"));
    }
  }
}

TEST_CASE("a record whose id is no text is rejected alone", "[hub][types]") {
  for (const Sort& sort : kSorts) {
    if (sort.letter == 't') continue;
    CAPTURE(sort.json);
    const auto page = reduce_hub_page(
        R"([{"id":"a/before"},{"id":)" + std::string(sort.json) + R"(},{"id":"a/after"}])",
        Siblings::drop);
    REQUIRE(page);
    CHECK(page->lines == "{\"id\":\"a/before\"}\n{\"id\":\"a/after\"}\n");
    CHECK(page->rejected == std::vector<std::string>{"record 2: no valid model id"});
  }
}

TEST_CASE("a wrong kind that the Hub never sends is told, with the record that it is in",
          "[hub][types]") {
  struct Odd {
    std::string_view key;
    std::string_view right;  // letters
  };
  for (const Odd& odd : {Odd{"author", "t"},
                         Odd{"pipeline_tag", "t"},
                         Odd{"library_name", "t"},
                         Odd{"tags", "l"},
                         Odd{"likes", "n"},
                         Odd{"downloads", "n"},
                         Odd{"trendingScore", "n"},
                         Odd{"createdAt", "t"},
                         Odd{"lastModified", "t"},
                         Odd{"gated", "bt"},
                         Odd{"disabled", "b"},
                         Odd{"private", "b"},
                         Odd{"sha", "t"},
                         Odd{"cardData", "o"},
                         Odd{"safetensors", "o"},
                         Odd{"baseModels", "o"},
                         Odd{"config", "o"},
                         Odd{"gguf", "o"},
                         Odd{"evalResults", "l"},
                         Odd{"siblings", "l"},
                         Odd{"downloadsAllTime", "n"},
                         Odd{"inferenceProviderMapping", "lo"}}) {
    for (const Sort& sort : kSorts) {
      CAPTURE(odd.key, sort.json);
      const bool right =
          sort.letter == '0' || odd.right.find(sort.letter) != std::string_view::npos;
      const HubPage page = page_with('"' + std::string(odd.key) + "\":" + std::string(sort.json));
      CHECK(page.odd.size() == (right ? 0 : 1));
      if (!page.odd.empty())
        CHECK(page.odd[0].starts_with("record 2 'a/x': " + std::string(odd.key) + " is "));
    }
  }
}

// ---- Bodies of the services

namespace {

constexpr Date kDay{20'780};

// A service, its body around one record, and the keys that are read.
struct Body {
  std::string_view service;
  std::string_view before;  // one record stands in front
  std::string_view after;   // another one stands behind
  std::vector<Key> keys = {};
};

// inferenceProviderMapping of one record of the Hub.
constexpr std::string_view kMapping = "provider mapping";

const std::vector<Body>& bodies() {
  static const std::vector<Body> all = {
      {"router",
       R"({"data":[{"id":"a/before","providers":[{"provider":"groq","status":"live","pricing":{"input":1,"output":2}}]},{)",
       R"(},{"id":"a/after","providers":[{"provider":"groq","status":"live","pricing":{"input":3,"output":4}}]}]})",
       {{"id", "\"id\":", "", "t"},
        {"architecture", R"("id":"a/x","architecture":)", "", ""},
        {"output_modalities", R"("id":"a/x","architecture":{"output_modalities":)", "}", "l"},
        {"providers", R"("id":"a/x","providers":)", "", "l"},
        {"provider", R"("id":"a/x","providers":[{"status":"live","provider":)", "}]", "t"},
        {"status", R"("id":"a/x","providers":[{"provider":"p","status":)", "}]", "t"},
        {"context_length",
         R"("id":"a/x","providers":[{"provider":"p","status":"live","context_length":)", "}]", "n"},
        {"is_free",
         R"("id":"a/x","providers":[{"provider":"p","status":"live","pricing":{"input":0,"output":0},"is_free":)",
         "}]", "b"},
        {"pricing", R"("id":"a/x","providers":[{"provider":"p","status":"live","pricing":)", "}]",
         "o"},
        {"input",
         R"("id":"a/x","providers":[{"provider":"p","status":"live","pricing":{"output":1,"input":)",
         "}}]", "n"},
        {"output",
         R"("id":"a/x","providers":[{"provider":"p","status":"live","pricing":{"input":1,"output":)",
         "}}]", "n"}}},
      {"openrouter",
       R"({"data":[{"id":"a/before","hugging_face_id":"a/before","pricing":{"prompt":"1e-6","completion":"2e-6"}},{)",
       R"(},{"id":"a/after","hugging_face_id":"a/after","pricing":{"prompt":"3e-6","completion":"4e-6"}}]})",
       {{"id", R"("hugging_face_id":"a/x","id":)", "", "t"},
        {"hugging_face_id", R"("id":"a/x","hugging_face_id":)", "", "t"},
        {"context_length", R"("id":"a/x","hugging_face_id":"a/x","context_length":)", "", "n"},
        {"pricing", R"("id":"a/x","hugging_face_id":"a/x","pricing":)", "", "o"},
        {"prompt", R"("id":"a/x","hugging_face_id":"a/x","pricing":{"completion":"1e-6","prompt":)",
         "}", "n"},
        {"completion",
         R"("id":"a/x","hugging_face_id":"a/x","pricing":{"prompt":"1e-6","completion":)", "}",
         "n"},
        {"input_cache_read",
         R"("id":"a/x","hugging_face_id":"a/x","pricing":{"prompt":"1e-6","input_cache_read":)",
         "}", "n"},
        {"top_provider", R"("id":"a/x","hugging_face_id":"a/x","top_provider":)", "", "o"},
        {"top_provider.context_length",
         R"("id":"a/x","hugging_face_id":"a/x","top_provider":{"context_length":)", "}", "n"},
        {"architecture", R"("id":"a/x","hugging_face_id":"a/x","architecture":)", "", "o"},
        {"output_modalities",
         R"("id":"a/x","hugging_face_id":"a/x","architecture":{"output_modalities":)", "}", "l"},
        {"benchmarks", R"("id":"a/x","hugging_face_id":"a/x","benchmarks":)", "", "o"},
        {"artificial_analysis",
         R"("id":"a/x","hugging_face_id":"a/x","benchmarks":{"artificial_analysis":)", "}", "o"},
        {"intelligence_index",
         R"("id":"a/x","hugging_face_id":"a/x","benchmarks":{"artificial_analysis":{"intelligence_index":)",
         "}}", "n"}}},
      {"openevals",
       R"({"rows":[{"row":{"model_name":"a/before","gsm8k_score":1}},{"row":{)",
       R"(}},{"row":{"model_name":"a/after","gsm8k_score":2}}]})",
       {{"model_name", R"("gsm8k_score":9,"model_name":)", "", "t"},
        {"aime2026_score", R"("model_name":"a/x","aime2026_score":)", "", "n"},
        {"evasionBench_score", R"("model_name":"a/x","evasionBench_score":)", "", "n"},
        {"gpqa_score", R"("model_name":"a/x","gpqa_score":)", "", "n"},
        {"gsm8k_score", R"("model_name":"a/x","gsm8k_score":)", "", "n"},
        {"hle_score", R"("model_name":"a/x","hle_score":)", "", "n"},
        {"hmmt2026_score", R"("model_name":"a/x","hmmt2026_score":)", "", "n"},
        {"mmluPro_score", R"("model_name":"a/x","mmluPro_score":)", "", "n"},
        {"olmOcr_score", R"("model_name":"a/x","olmOcr_score":)", "", "n"},
        {"swePro_score", R"("model_name":"a/x","swePro_score":)", "", "n"},
        {"sweVerified_score", R"("model_name":"a/x","sweVerified_score":)", "", "n"},
        {"terminalBench_score", R"("model_name":"a/x","terminalBench_score":)", "", "n"}}},
      {"arena",
       R"({"rows":[{"row":{"model_name":"before","rating":1,"category":"overall"}},{"row":{)",
       R"(}},{"row":{"model_name":"after","rating":2,"category":"overall"}}]})",
       {{"model_name", R"("rating":9,"category":"overall","model_name":)", "", "t"},
        {"organization", R"("model_name":"x","rating":9,"category":"overall","organization":)", "",
         "t"},
        {"rating", R"("model_name":"x","category":"overall","rating":)", "", "n"},
        {"category", R"("model_name":"x","rating":9,"category":)", "", "t"},
        {"leaderboard_publish_date",
         R"("model_name":"x","rating":9,"category":"overall","leaderboard_publish_date":)", "",
         "t"}}},
      {"open-llm-leaderboard",
       R"({"rows":[{"row":{"fullname":"a/before","Precision":"p","Flagged":false,"Merged":false,"Average":1}},{"row":{)",
       R"(}},{"row":{"fullname":"a/after","Precision":"p","Flagged":false,"Merged":false,"Average":2}}]})",
       {{"fullname", R"("Average":9,"fullname":)", "", "t"},
        {"Average", R"("fullname":"a/x","Average":)", "", "n"},
        {"IFEval", R"("fullname":"a/x","Average":9,"IFEval":)", "", "n"},
        {"MMLU-PRO", R"("fullname":"a/x","Average":9,"MMLU-PRO":)", "", "n"},
        {"Precision", R"("fullname":"a/x","Average":9,"Precision":)", "", "t"},
        {"Submission Date", R"("fullname":"a/x","Average":9,"Submission Date":)", "", "t"},
        {"Flagged", R"("fullname":"a/x","Average":9,"Flagged":)", "", "b"},
        {"Merged", R"("fullname":"a/x","Average":9,"Merged":)", "", "b"}}},
      {"artificial-analysis",
       R"({"data":[{"id":"before","evaluations":{"artificial_analysis_intelligence_index":1}},{)",
       R"(},{"id":"after","evaluations":{"artificial_analysis_intelligence_index":2}}]})",
       {{"id", R"("evaluations":{"artificial_analysis_intelligence_index":9},"id":)", "", "t"},
        {"name", R"("id":"x","evaluations":{"artificial_analysis_intelligence_index":9},"name":)",
         "", "t"},
        {"model_creator",
         R"("id":"x","evaluations":{"artificial_analysis_intelligence_index":9},"model_creator":)",
         "", "o"},
        {"model_creator.name",
         R"("id":"x","evaluations":{"artificial_analysis_intelligence_index":9},"model_creator":{"name":)",
         "}", "t"},
        {"evaluations", R"("id":"x","evaluations":)", "", "o"},
        {"artificial_analysis_intelligence_index",
         R"("id":"x","evaluations":{"artificial_analysis_intelligence_index":)", "}", "n"},
        {"pricing", R"("id":"x","evaluations":{},"pricing":)", "", "o"},
        {"price_1m_input_tokens",
         R"("id":"x","evaluations":{},"pricing":{"price_1m_output_tokens":1,"price_1m_input_tokens":)",
         "}", "n"},
        {"price_1m_output_tokens",
         R"("id":"x","evaluations":{},"pricing":{"price_1m_input_tokens":1,"price_1m_output_tokens":)",
         "}", "n"}}},
      {kMapping,
       R"([{"provider":"before","status":"live"},{)",
       R"(},{"provider":"after","status":"live"}])",
       {{"provider", R"("status":"live","provider":)", "", "t"},
        {"status", R"("provider":"p","status":)", "", "t"},
        {"task",
         R"("provider":"p","status":"live","providerDetails":{"pricing":{"input":1}},"task":)", "",
         "t"},
        {"providerDetails", R"("provider":"p","status":"live","providerDetails":)", "", "o"},
        {"context_length", R"("provider":"p","status":"live","providerDetails":{"context_length":)",
         "}", "n"},
        {"pricing", R"("provider":"p","status":"live","providerDetails":{"pricing":)", "}", "o"},
        {"input", R"("provider":"p","status":"live","providerDetails":{"pricing":{"input":)", "}}",
         "n"},
        {"output", R"("provider":"p","status":"live","providerDetails":{"pricing":{"output":)",
         "}}", "n"}}},
  };
  return all;
}

// All that was said of models.
std::string shown(const Harvest& harvest) {
  std::string text;
  for (const auto& [id, offer] : harvest.offers) {
    text += "offer " + id + ' ' + offer.host + ' ' + offer.route + ' ' + shown(offer.input) + ' ' +
            shown(offer.output) + ' ' + shown(offer.cached) + '\n';
  }
  for (const auto& [id, score] : harvest.scores) {
    text += "score " + id + ' ' + score.metric + ' ' + to_text(score.value) + ' ' +
            shown(score.as_of) + ' ' + score.variant + '\n';
  }
  for (const auto& sized : harvest.contexts)
    text += "context " + sized.id + ' ' + std::to_string(sized.tokens) + '\n';
  for (const std::string& id : harvest.text_models) text += "writes text " + id + '\n';
  for (const auto& named : harvest.names)
    text += "name " + named.key + ' ' + named.name + ' ' + named.owner + '\n';
  return text;
}

Harvest harvest_of(const Body& body, std::string_view members) {
  const std::string text = std::string(body.before).append(members).append(body.after);
  auto harvest = body.service == kMapping ? parse_provider_mapping("a/x", text, kDay)
                                          : find_service(body.service)->parse(text, kDay);
  if (!harvest) FAIL(body.service << ": " << harvest.error().what << ": " << text);
  return *std::move(harvest);
}

// What the records beside it say, as lines of shown().
bool has_neighbors(const std::string& text) {
  return text.find("before ") != std::string::npos && text.find("after ") != std::string::npos;
}

}  // namespace

TEST_CASE("a value of a wrong kind in a service's record rejects it or reads as missing",
          "[sources][types]") {
  for (const Body& body : bodies()) {
    for (const Key& key : body.keys) {
      const std::string missing = shown(harvest_of(body, with(key, "null")));
      const std::string none = shown(harvest_of(body, R"("id":null)"));
      for (const Sort& sort : kSorts) {
        if (key.right.find(sort.letter) != std::string_view::npos) continue;
        CAPTURE(body.service, key.name, sort.json);
        const Harvest found = harvest_of(body, with(key, sort.json));
        const std::string said = shown(found);
        CHECK((said == missing || (said == none && !found.rejected.empty())));
      }
    }
  }
}

TEST_CASE("a value of any kind leaves a service's other records as they are", "[sources][types]") {
  for (const Body& body : bodies()) {
    for (const Key& key : body.keys) {
      for (const Sort& sort : kSorts) {
        CAPTURE(body.service, key.name, sort.json);
        CHECK(has_neighbors(shown(harvest_of(body, with(key, sort.json)))));
      }
    }
  }
}

}  // namespace oms
