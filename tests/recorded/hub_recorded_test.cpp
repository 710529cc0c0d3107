// The real answers of the Hub that lie beside the source tree, where they do.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "oms/model/task.h"
#include "oms/source/hub_page.h"
#include "oms/source/hub_record.h"
#include "oms/source/transport.h"
#include "recorded/recorded.h"
#include "support/catch.h"
#include "support/data_file.h"

namespace oms {
namespace {

using Words = std::vector<std::string>;
using nlohmann::json;

// A recorded exchange keeps the answer under "body".
std::string enclosed(const std::string& name) { return json::parse(body(name)).at("body").dump(); }

HubRecord record_of(std::string_view line) {
  HubRecordReader reader;
  auto record = reader.read(line);
  REQUIRE(record);
  return *std::move(record);
}

HubRecord detail(std::string_view text) {
  const auto page = reduce_hub_detail(text, Siblings::keep);
  REQUIRE(page);
  REQUIRE(page->records == 1);
  return record_of(page->lines.substr(0, page->lines.size() - 1));
}

std::vector<HubRecord> listing(const std::string& name) {
  const std::string text = body(name);
  const auto page = reduce_hub_page(text, Siblings::drop);
  REQUIRE(page);
  CHECK(page->sound());
  std::vector<HubRecord> records;
  for (std::size_t at = 0; at < page->lines.size();) {
    const std::size_t end = page->lines.find('\n', at);
    records.push_back(record_of(std::string_view(page->lines).substr(at, end - at)));
    at = end + 1;
  }
  REQUIRE(records.size() == page->records);
  return records;
}

// What the cache promises to leave out of a record, done by another library.
json without_dropped(json record) {
  for (const char* key : {"widgetData", "spaces", "transformersInfo"}) record.erase(key);
  if (record.contains("cardData")) {
    json& card = record["cardData"];
    for (const char* key : {"widget", "model-index", "thumbnail"}) card.erase(key);
    json kept = json::object();
    for (const auto& [key, value] : card.items()) {
      if (key.rfind("extra_gated_", 0) != 0) kept[key] = value;
    }
    card = kept;
  }
  return record;
}

TEST_CASE("every recorded record is read without losing a field", "[recorded]") {
  if (!recorded()) return;
  for (const std::string name :
       {"detail-openai-community-gpt2.json", "detail-meta-llama-Llama-3.1-8B-Instruct.json",
        "detail-deepset-roberta-base-squad2.json", "detail-HuggingFaceH4-zephyr-7b-beta.json",
        "detail-openai-clip-vit-base-patch32.json", "detail-dbmdz-bert-large-conll03.json",
        "detail-expand-inferenceProviderMapping.json"}) {
    INFO(name);
    const std::string text = body(name);
    const auto page = reduce_hub_detail(text, Siblings::keep);
    REQUIRE(page);
    const json kept = json::parse(page->lines);
    const json sent = without_dropped(json::parse(text));
    for (const auto& [key, value] : sent.items()) {
      INFO(key);
      REQUIRE(kept.contains(key));
      if (key != "model-index" && key != "config") CHECK(kept[key] == value);
    }
    CHECK(kept.size() == sent.size());
    CHECK(page->lines.find("verifyToken") == std::string::npos);
    CHECK(reduce_hub_detail(page->lines, Siblings::keep)->lines == page->lines);
  }
}

TEST_CASE("recorded gpt2 is read field by field", "[recorded]") {
  if (!recorded()) return;
  const HubRecord record = detail(body("detail-openai-community-gpt2.json"));
  CHECK(record.id == "openai-community/gpt2");
  CHECK(record.hub_id == "621ffdc036468d709f17434d");
  CHECK(record.author == "openai-community");
  CHECK(record.sha == "607a30d783dfa663caf39e06633721c8d4cfcd7e");
  CHECK(record.pipeline_tag == "text-generation");
  CHECK(record.library_name == "transformers");
  CHECK(record.downloads == 17272637);
  CHECK(record.likes == 2630);
  CHECK(record.gated == "no");
  CHECK_FALSE(record.disabled);
  CHECK_FALSE(record.is_private);
  CHECK(to_text(*record.created) == "2022-03-02");
  CHECK(to_text(*record.modified) == "2024-02-19");
  CHECK(record.safetensors_total == 137022720);
  CHECK(record.licenses == Words{"mit"});
  CHECK(record.languages == Words{"en"});
  CHECK(record.tags.size() == 18);
  CHECK(record.architectures == Words{"GPT2LMHeadModel"});
  CHECK(record.model_type == "gpt2");
  CHECK_FALSE(record.config_template.present);
  CHECK(record.weight_files == Words{"tflite", "msgpack", "safetensors", "onnx", "bin", "h5"});
}

TEST_CASE("recorded Llama 3.1 keeps its chat template as two booleans", "[recorded]") {
  if (!recorded()) return;
  const HubRecord record = detail(body("detail-meta-llama-Llama-3.1-8B-Instruct.json"));
  CHECK(record.gated == "manual");
  CHECK(record.safetensors_total == 8030261248);
  CHECK(record.licenses == Words{"llama3.1"});
  CHECK(record.languages == Words{"en", "de", "fr", "it", "pt", "hi", "es", "th"});
  CHECK(record.base_models == Words{"meta-llama/Meta-Llama-3.1-8B"});
  CHECK(record.config_template.present);
  CHECK(record.config_template.tools);
  CHECK(record.weight_files == Words{"safetensors", "pth"});
}

TEST_CASE("recorded zephyr has a chat template without tools", "[recorded]") {
  if (!recorded()) return;
  const HubRecord record = detail(body("detail-HuggingFaceH4-zephyr-7b-beta.json"));
  CHECK(record.config_template.present);
  CHECK_FALSE(record.config_template.tools);
  CHECK(record.base_models == Words{"mistralai/Mistral-7B-v0.1"});
}

TEST_CASE("recorded metric rows are all kept", "[recorded]") {
  if (!recorded()) return;
  for (const std::string name :
       {"detail-deepset-roberta-base-squad2.json", "detail-HuggingFaceH4-zephyr-7b-beta.json"}) {
    INFO(name);
    const std::string text = body(name);
    const json sent = json::parse(text).at("model-index");
    const json kept = json::parse(reduce_hub_detail(text, Siblings::drop)->lines).at("model-index");
    REQUIRE(kept.size() == sent.size());
    for (std::size_t entry = 0; entry < sent.size(); ++entry) {
      const json& from = sent[entry].at("results");
      const json& to = kept[entry].at("results");
      REQUIRE(to.size() == from.size());
      for (std::size_t row = 0; row < from.size(); ++row) {
        CHECK(to[row].at("task").at("type") == from[row].at("task").at("type"));
        CHECK(to[row].at("dataset").at("name") == from[row].at("dataset").at("name"));
        REQUIRE(to[row].at("metrics").size() == from[row].at("metrics").size());
        for (std::size_t i = 0; i < from[row].at("metrics").size(); ++i) {
          CHECK(to[row]["metrics"][i].at("value") == from[row]["metrics"][i].at("value"));
        }
      }
    }
  }
}

TEST_CASE("a recorded record without a card says nothing about its license", "[recorded]") {
  if (!recorded()) return;
  const HubRecord record = detail(body("detail-dbmdz-bert-large-conll03.json"));
  CHECK(record.id == "dbmdz/bert-large-cased-finetuned-conll03-english");
  CHECK(record.licenses.empty());
  CHECK(record.downloads == 1465961);
  CHECK(record.safetensors_total == 333588489);
}

TEST_CASE("a recorded provider mapping stays as it was sent", "[recorded]") {
  if (!recorded()) return;
  const std::string text = body("detail-expand-inferenceProviderMapping.json");
  const HubRecord record = detail(text);
  CHECK(record.id == "meta-llama/Llama-3.3-70B-Instruct");
  CHECK(json::parse(record.provider_mapping) == json::parse(text).at("inferenceProviderMapping"));
  CHECK(json::parse(record.provider_mapping).size() == 8);
}

TEST_CASE("the recorded listings are read record by record", "[recorded]") {
  if (!recorded()) return;
  const auto plain = listing("list-default-fields.json");
  REQUIRE(plain.size() == 3);
  CHECK(plain[0].id == "deepseek-ai/DeepSeek-V4-Pro");
  CHECK(plain[0].hub_id == "69e864fd6b68f7e6cfc63ca3");
  CHECK(plain[0].trending == decimal(2552));
  CHECK(plain[1].downloads == 291840);
  CHECK(plain[2].tags.back() == "deploy:azure");

  const auto trending = listing("list-trending-mixed.json");
  REQUIRE(trending.size() == 6);
  CHECK(trending[0].library_name.empty());
  CHECK(trending[1].pipeline_tag.empty());
  CHECK(trending[1].id == "unsloth/DeepSeek-V4-Flash-0731-GGUF");

  const auto author = listing("list-author-meta-llama.json");
  REQUIRE(author.size() == 6);
  CHECK(author[2].id == "meta-llama/Meta-Llama-3-70B-Instruct");
  CHECK(author[2].tags[11] == "base_model:finetune:meta-llama/Meta-Llama-3-70B");
  CHECK(to_text(*author[0].modified) == "2025-11-12");
}

TEST_CASE("the recorded disabled model is recognized", "[recorded]") {
  if (!recorded()) return;
  const HubRecord record = detail(enclosed("envelope-disabled-gpt-4chan.json"));
  CHECK(record.id == "ykilcher/gpt-4chan");
  CHECK(record.disabled);
  CHECK(record.gated == "auto");
  CHECK(record.downloads == 0);
  CHECK(record.downloads_all_time == 1559);
  CHECK(record.trending == decimal(0));
  CHECK(record.parents.empty());
}

TEST_CASE("the recorded GGUF copy names its parent", "[recorded]") {
  if (!recorded()) return;
  const HubRecord record = detail(enclosed("envelope-gguf-llama-2-7b.json"));
  CHECK(record.parents == Words{"meta-llama/Llama-2-7b-hf"});
  CHECK(record.parent_relation == "quantized");
  CHECK(record.downloads_all_time == 607644);
}

TEST_CASE("the recorded answer to a missing model is an error with the server's words",
          "[recorded]") {
  if (!recorded()) return;
  const auto page = reduce_hub_detail(enclosed("envelope-not-found-401.json"), Siblings::drop);
  REQUIRE_FALSE(page);
  CHECK(page.error().code == Errc::data);
  CHECK(page.error().what == "the answer is an error: 'Invalid username or password.'");
  const json exchange = json::parse(body("envelope-not-found-401.json"));
  const auto answer = [&](decltype(HttpResponse::headers) headers) {
    return HttpResponse{exchange.at("status"), std::move(headers), exchange.at("body").dump()};
  };
  const std::string header = exchange.at("headers").at("x-error-message");
  CHECK(server_message(answer({{"x-error-message", header}})) == "Invalid username or password.");
  CHECK(server_message(answer({})) == "Invalid username or password.");
}

TEST_CASE("the recorded tasks have the names of the task table", "[recorded]") {
  if (!recorded()) return;
  const std::string tsv = data_file("tasks.tsv");
  const auto table = TaskTable::parse(tsv);
  REQUIRE(table);
  const json tasks = json::parse(body("tasks.json"));
  CHECK(tasks.size() == 41);
  for (const auto& [word, task] : tasks.items()) {
    INFO(word);
    CHECK(task.at("id") == word);
    const Task* row = table->find(word);
    REQUIRE(row != nullptr);
    CHECK(task.at("label") == row->title);
  }
}

}  // namespace
}  // namespace oms
