// The whole way of the Hub's real answers, where they lie beside the source tree: every field that
// the catalog makes of each body.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "oms/base/text.h"
#include "oms/source/hub_page.h"
#include "oms/source/hub_request.h"
#include "oms/source/price_sources.h"
#include "recorded/recorded.h"
#include "render/formats.h"
#include "support/built_catalog.h"
#include "support/catch.h"
#include "support/data_file.h"

namespace oms {
namespace {

using Words = std::vector<std::string>;
using nlohmann::json;

// The shipped rules without the shipped models.
DataFiles rules() {
  DataFiles files;
  for (const std::string_view name : data_file_names()) {
    const std::string text = data_file(std::string(name));
    const bool of_models = name == "openness.tsv" || name == "lineage.tsv" ||
                           name == "architecture.tsv" || name == "prices.tsv" ||
                           name == "scores.tsv" || name == "closed-models.tsv";
    files.emplace(name, of_models ? text.substr(0, text.find('\n') + 1) : text);
  }
  files["snapshot.ndjson"] = "";
  return files;
}

BuiltCatalog from_page(const HubPage& page, Words keys, std::string_view day) {
  FetchedData fetched;
  fetched.pages.push_back({std::move(keys), page.lines, parse_date(day)});
  return BuiltCatalog(rules(), fetched);
}

BuiltCatalog from_detail(std::string_view text, Words keys, std::string_view day) {
  const auto page = reduce_hub_detail(text, Siblings::keep);
  REQUIRE(page);
  return from_page(*page, std::move(keys), day);
}

BuiltCatalog from_listing(const std::string& name, Words keys, std::string_view day) {
  const auto page = reduce_hub_page(body(name), Siblings::drop);
  REQUIRE(page);
  return from_page(*page, std::move(keys), day);
}

// A listing with full=true or of an older server also has the day of the last change.
Words with_modified(Words keys) {
  keys.emplace_back("lastModified");
  return keys;
}

// Every value that is known, one a line; of the tags only how many.
std::string known(const BuiltCatalog& built, std::string_view id) {
  std::string text = "\n";
  for (const Field& field : kFields) {
    const Value value = built.value(id, field.name);
    if (is_unknown(value)) continue;
    const auto* tags = field.name == "tags" ? std::get_if<TextList>(&value) : nullptr;
    const std::string shown =
        tags == nullptr ? machine_text(field, value) : std::to_string(tags->size());
    if (!shown.empty()) text += std::string(field.name) + ": " + shown + "\n";
  }
  return text;
}

// The keys of a recorded exchange, as its request asked for them.
Words asked_for(const json& exchange) {
  Words keys;
  const std::string request = exchange.at("request");
  for (std::string_view part :
       split(std::string_view(request).substr(request.find('?') + 1), '&')) {
    keys.emplace_back(part.substr(std::string_view("expand[]=").size()));
  }
  return keys;
}

BuiltCatalog from_exchange(const std::string& name) {
  const json exchange = json::parse(body(name));
  return from_detail(exchange.at("body").dump(), asked_for(exchange),
                     exchange.at("recorded").get<std::string>());
}

TEST_CASE("all that gpt2's answer says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built = from_detail(body("detail-openai-community-gpt2.json"),
                                         keys_of("/api/models/a/x"), "2025-03-21");
  CHECK(known(built, "openai-community/gpt2") == R"(
id: openai-community/gpt2
author: openai-community
name: gpt2
family: gpt2
task: text-generation
tasks: text-generation
chat: false
languages: en
library: transformers
tags: 18
status: active
license: mit
license_class: osi-permissive
license_effective: osi-permissive
license_verdict: no-lineage
osi_approved: true
commercial_use: yes
derivatives_allowed: yes
redistribution: yes
gated: no
created: 2022-03-02
modified: 2024-02-19
downloads: 17272637
likes: 2630
params: 137022720
params_inferred: false
size_bytes: 548090880
architecture: GPT2LMHeadModel
derivatives: 0
open_weights: open
openness: 1
revision: 607a30d783dfa663caf39e06633721c8d4cfcd7e
as_of: 2025-03-21
)");
}

TEST_CASE("all that Llama 3.1's answer says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built = from_detail(body("detail-meta-llama-Llama-3.1-8B-Instruct.json"),
                                         keys_of("/api/models/a/x"), "2025-03-21");
  CHECK(known(built, "meta-llama/Llama-3.1-8B-Instruct") ==
        R"(
id: meta-llama/Llama-3.1-8B-Instruct
author: meta-llama
name: Llama-3.1-8B-Instruct
family: llama-3.1
task: text-generation
tasks: text-generation;chat
chat: true
languages: de;en;es;fr;hi;it;pt;th
library: transformers
tags: 25
status: active
license: llama3.1
license_class: community
license_effective: community
license_verdict: undetermined
osi_approved: false
commercial_use: conditional
derivatives_allowed: yes
redistribution: yes
gated: manual
created: 2024-07-18
modified: 2024-09-25
downloads: 5795728
likes: 3763
params: 8030261248
params_inferred: false
size_bytes: 16060522496
architecture: LlamaForCausalLM
base_models: meta-llama/Llama-3.1-8B
relation: finetune
derivatives: 0
open_weights: partial
openness: 0
traditional_open_source: false
revision: 0e9e39f249a16976918f6564b8830bc894c89659
as_of: 2025-03-21
)");
}

TEST_CASE("all that roberta's answer says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built = from_detail(body("detail-deepset-roberta-base-squad2.json"),
                                         keys_of("/api/models/a/x"), "2025-01-22");
  CHECK(known(built, "deepset/roberta-base-squad2") == R"(
id: deepset/roberta-base-squad2
author: deepset
name: roberta-base-squad2
family: roberta
task: question-answering
tasks: question-answering
chat: false
languages: en
library: transformers
tags: 16
status: active
license: cc-by-4.0
license_class: open-other
license_effective: open-other
license_verdict: undetermined
osi_approved: false
commercial_use: yes
derivatives_allowed: yes
redistribution: yes
gated: no
created: 2022-03-02
modified: 2024-09-24
downloads: 1801802
likes: 842
params: 124057092
params_inferred: false
size_bytes: 496230424
architecture: RobertaForQuestionAnswering
base_models: FacebookAI/roberta-base
relation: finetune
derivatives: 0
open_weights: open
open_data: partial
openness: 1
traditional_open_source: false
revision: adc3b06f79f797d1c575d5479d6f5efe54a9e3b4
as_of: 2025-01-22
)");
}

TEST_CASE("all that zephyr's answer says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built = from_detail(body("detail-HuggingFaceH4-zephyr-7b-beta.json"),
                                         keys_of("/api/models/a/x"), "2025-03-21");
  CHECK(known(built, "HuggingFaceH4/zephyr-7b-beta") == R"(
id: HuggingFaceH4/zephyr-7b-beta
author: HuggingFaceH4
name: zephyr-7b-beta
task: text-generation
tasks: text-generation;chat
chat: true
languages: en
library: transformers
tags: 22
status: active
license: mit
license_class: osi-permissive
license_effective: osi-permissive
license_verdict: undetermined
osi_approved: true
commercial_use: yes
derivatives_allowed: yes
redistribution: yes
gated: no
created: 2023-10-26
modified: 2024-10-16
downloads: 684157
likes: 1667
params: 7241732096
params_inferred: false
size_bytes: 14483464192
architecture: MistralForCausalLM
base_models: mistralai/Mistral-7B-v0.1
relation: finetune
derivatives: 0
open_weights: open
open_data: partial
open_metrics: partial
openness: 1
scores: gsm8k=12.7369
revision: 892b3d7a7b1cf10c7a701c60881cd93df615734c
as_of: 2025-03-21
)");
}

TEST_CASE("all that CLIP's answer says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built = from_detail(body("detail-openai-clip-vit-base-patch32.json"),
                                         keys_of("/api/models/a/x"), "2025-03-21");
  CHECK(known(built, "openai/clip-vit-base-patch32") == R"(
id: openai/clip-vit-base-patch32
author: openai
name: clip-vit-base-patch32
family: clip
task: zero-shot-image-classification
tasks: zero-shot-image-classification
chat: false
library: transformers
tags: 11
status: active
license_reason: not-declared
license_verdict: no-lineage
gated: no
created: 2022-03-02
modified: 2024-02-29
downloads: 14980810
likes: 638
architecture: CLIPModel
derivatives: 0
open_weights: open
openness: 1
revision: 3d74acf9a28c67741b2f4f2ea7635f0aaf6f0268
as_of: 2025-03-21
)");
}

TEST_CASE("all that an answer without a card says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built = from_detail(body("detail-dbmdz-bert-large-conll03.json"),
                                         keys_of("/api/models/a/x"), "2025-03-21");
  CHECK(known(built, "dbmdz/bert-large-cased-finetuned-conll03-english") ==
        R"(
id: dbmdz/bert-large-cased-finetuned-conll03-english
author: dbmdz
name: bert-large-cased-finetuned-conll03-english
family: bert
task: token-classification
tasks: token-classification
chat: false
library: transformers
tags: 11
status: active
license_reason: not-declared
license_verdict: no-lineage
gated: no
created: 2022-03-02
modified: 2023-09-06
downloads: 1465961
likes: 78
params: 333588489
params_inferred: false
size_bytes: 1334353956
architecture: BertForTokenClassification
derivatives: 0
open_weights: open
openness: 1
revision: 4c534963167c08d4b8ff1f88733cf2930f86add0
as_of: 2025-03-21
)");
}

TEST_CASE("all that an answer about providers only says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built = from_detail(body("detail-expand-inferenceProviderMapping.json"),
                                         {"inferenceProviderMapping"}, "2025-03-10");
  CHECK(known(built, "meta-llama/Llama-3.3-70B-Instruct") ==
        R"(
id: meta-llama/Llama-3.3-70B-Instruct
author: meta-llama
name: Llama-3.3-70B-Instruct
family: llama-3.3
tasks: chat
chat: true
status: active
license_reason: not-collected
license_verdict: no-lineage
params: 70000000000
params_inferred: true
derivatives: 0
available_on: cerebras;fireworks;hf-inference;huggingface-router;hyperbolic;nebius;novita;sambanova;together
as_of: 2025-03-10
)");
}

TEST_CASE("all that a plain listing says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built =
      from_listing("list-default-fields.json", keys_of("/api/models"), "2026-04-26");
  CHECK(known(built, "deepseek-ai/DeepSeek-V4-Pro") == R"(
id: deepseek-ai/DeepSeek-V4-Pro
author: deepseek-ai
name: DeepSeek-V4-Pro
family: deepseek
task: text-generation
tasks: text-generation;chat
chat: true
library: transformers
tags: 11
status: active
license: mit
license_class: osi-permissive
license_effective: osi-permissive
license_verdict: no-lineage
osi_approved: true
commercial_use: yes
derivatives_allowed: yes
redistribution: yes
created: 2026-04-22
downloads: 78864
likes: 2656
trending: 2552
quantization: fp8
derivatives: 0
as_of: 2026-04-26
)");
  CHECK(known(built, "moonshotai/Kimi-K2.6") == R"(
id: moonshotai/Kimi-K2.6
author: moonshotai
name: Kimi-K2.6
family: kimi
task: image-text-to-text
tasks: image-text-to-text;feature-extraction;chat
chat: true
library: transformers
tags: 12
status: active
license: other
license_class: community
license_effective: community
license_verdict: no-lineage
osi_approved: false
commercial_use: yes
derivatives_allowed: yes
redistribution: yes
created: 2026-04-14
downloads: 291840
likes: 1014
trending: 978
quantization: compressed-tensors
derivatives: 0
traditional_open_source: false
as_of: 2026-04-26
)");
  CHECK(known(built, "Qwen/Qwen3.6-27B") == R"(
id: Qwen/Qwen3.6-27B
author: Qwen
name: Qwen3.6-27B
family: qwen3.6
task: image-text-to-text
tasks: image-text-to-text;chat
chat: true
library: transformers
tags: 10
status: active
license: apache-2.0
license_class: osi-permissive
license_effective: osi-permissive
license_verdict: no-lineage
osi_approved: true
commercial_use: yes
derivatives_allowed: yes
redistribution: yes
created: 2026-04-21
downloads: 257685
likes: 796
trending: 779
params: 27000000000
params_inferred: true
derivatives: 0
available_on: azure;azure-huggingface
as_of: 2026-04-26
)");
}

TEST_CASE("all that a listing of chosen keys says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built = from_listing("list-trending-mixed.json",
                                          {"author", "pipeline_tag", "createdAt", "downloads",
                                           "likes", "trendingScore", "tags", "library_name"},
                                          "2026-08-02");
  CHECK(known(built,
              "DavidAU/Qwen3.6-27B-Fable-Fusion-711-Uncensored-Heretic-NM-DAU-NEO-MAX-MTP-GGUF") ==
        R"(
id: DavidAU/Qwen3.6-27B-Fable-Fusion-711-Uncensored-Heretic-NM-DAU-NEO-MAX-MTP-GGUF
author: DavidAU
name: Qwen3.6-27B-Fable-Fusion-711-Uncensored-Heretic-NM-DAU-NEO-MAX-MTP-GGUF
family: qwen3.6
task: image-text-to-text
tasks: image-text-to-text;chat
chat: true
domain: code;roleplay
languages: ar;en;zh
tags: 37
status: active
license: apache-2.0
license_class: osi-permissive
license_effective: osi-permissive
license_verdict: undetermined
osi_approved: true
commercial_use: yes
derivatives_allowed: yes
redistribution: yes
created: 2026-07-17
downloads: 1173001
likes: 1205
trending: 581
params: 27000000000
params_inferred: true
quantization: gguf
base_models: DavidAU/Qwen3.6-27B-Fable-Fusion-711-Uncensored-Heretic-NM-DAU-MTP
relation: quantized
derivatives: 0
open_data: partial
openness: 0
as_of: 2026-08-02
)");
  CHECK(known(built, "unsloth/DeepSeek-V4-Flash-0731-GGUF") ==
        R"(
id: unsloth/DeepSeek-V4-Flash-0731-GGUF
author: unsloth
name: DeepSeek-V4-Flash-0731-GGUF
family: deepseek
tasks: chat
chat: true
tags: 12
status: active
license: mit
license_class: osi-permissive
license_effective: osi-permissive
license_verdict: ok
osi_approved: true
commercial_use: yes
derivatives_allowed: yes
redistribution: yes
created: 2026-07-31
downloads: 4048
likes: 252
trending: 248
quantization: gguf
base_models: deepseek-ai/DeepSeek-V4-Flash-0731
relation: quantized
derivatives: 0
as_of: 2026-08-02
)");
  CHECK(known(built, "moonshotai/Kimi-K3") == R"(
id: moonshotai/Kimi-K3
author: moonshotai
name: Kimi-K3
family: kimi
task: image-text-to-text
tasks: image-text-to-text;feature-extraction;chat
chat: true
library: transformers
tags: 12
status: active
license: other
license_reason: not-collected
license_verdict: no-lineage
created: 2026-06-13
downloads: 559924
likes: 9415
trending: 8385
quantization: compressed-tensors
derivatives: 0
as_of: 2026-08-02
)");
  CHECK(known(built, "deepseek-ai/DeepSeek-V4-Flash-0731") ==
        R"(
id: deepseek-ai/DeepSeek-V4-Flash-0731
author: deepseek-ai
name: DeepSeek-V4-Flash-0731
family: deepseek
task: text-generation
tasks: text-generation
chat: false
library: transformers
tags: 10
status: active
license: mit
license_class: osi-permissive
license_effective: osi-permissive
license_verdict: no-lineage
osi_approved: true
commercial_use: yes
derivatives_allowed: yes
redistribution: yes
created: 2026-07-31
downloads: 15366
likes: 1311
trending: 1233
quantization: fp8
derivatives: 1
as_of: 2026-08-02
)");
  CHECK(known(built, "baidu/Unlimited-OCR") == R"(
id: baidu/Unlimited-OCR
author: baidu
name: Unlimited-OCR
task: image-text-to-text
tasks: image-text-to-text;feature-extraction
chat: false
languages: multilingual
library: transformers
tags: 14
status: active
license: mit
license_class: osi-permissive
license_effective: osi-permissive
license_verdict: no-lineage
osi_approved: true
commercial_use: yes
derivatives_allowed: yes
redistribution: yes
created: 2026-06-19
downloads: 2457387
likes: 3695
trending: 513
derivatives: 0
as_of: 2026-08-02
)");
  CHECK(known(built, "black-forest-labs/FLUX.1-dev") == R"(
id: black-forest-labs/FLUX.1-dev
author: black-forest-labs
name: FLUX.1-dev
family: flux
task: text-to-image
tasks: text-to-image
chat: false
languages: en
library: diffusers
tags: 10
status: active
license: other
license_reason: not-collected
license_verdict: no-lineage
created: 2024-07-31
downloads: 537643
likes: 13881
trending: 41
derivatives: 0
as_of: 2026-08-02
)");
}

TEST_CASE("all that the listing of an author says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built = from_listing("list-author-meta-llama.json",
                                          with_modified(keys_of("/api/models")), "2026-08-15");
  CHECK(known(built, "meta-llama/Prompt-Guard-86M") == R"(
id: meta-llama/Prompt-Guard-86M
author: meta-llama
name: Prompt-Guard-86M
task: text-classification
tasks: text-classification
chat: false
languages: en
library: transformers
tags: 15
status: active
license: llama3.1
license_class: community
license_effective: community
license_verdict: no-lineage
osi_approved: false
commercial_use: conditional
derivatives_allowed: yes
redistribution: yes
created: 2024-07-21
modified: 2025-11-12
downloads: 4496208
likes: 397
params: 86000000
params_inferred: true
derivatives: 0
traditional_open_source: false
available_on: sagemaker
as_of: 2026-08-15
)");
  CHECK(known(built, "meta-llama/Meta-Llama-3-8B-Instruct") ==
        R"(
id: meta-llama/Meta-Llama-3-8B-Instruct
author: meta-llama
name: Meta-Llama-3-8B-Instruct
family: llama-3
task: text-generation
tasks: text-generation;chat
chat: true
languages: en
library: transformers
tags: 17
status: active
license: llama3
license_class: community
license_effective: community
license_verdict: no-lineage
osi_approved: false
commercial_use: conditional
derivatives_allowed: yes
redistribution: yes
created: 2024-04-17
modified: 2025-06-18
downloads: 1492731
likes: 4910
params: 8000000000
params_inferred: true
derivatives: 0
traditional_open_source: false
available_on: azure;azure-huggingface;sagemaker
as_of: 2026-08-15
)");
  CHECK(known(built, "meta-llama/Meta-Llama-3-70B-Instruct") ==
        R"(
id: meta-llama/Meta-Llama-3-70B-Instruct
author: meta-llama
name: Meta-Llama-3-70B-Instruct
family: llama-3
task: text-generation
tasks: text-generation;chat
chat: true
languages: en
library: transformers
tags: 19
status: active
license: llama3
license_class: community
license_effective: community
license_verdict: undetermined
osi_approved: false
commercial_use: conditional
derivatives_allowed: yes
redistribution: yes
created: 2024-04-17
modified: 2025-06-18
downloads: 59486
likes: 1525
params: 70000000000
params_inferred: true
base_models: meta-llama/Meta-Llama-3-70B
relation: finetune
derivatives: 0
traditional_open_source: false
available_on: azure;azure-huggingface;sagemaker
as_of: 2026-08-15
)");
  CHECK(known(built, "meta-llama/Llama-4-Maverick-17B-128E-Instruct") ==
        R"(
id: meta-llama/Llama-4-Maverick-17B-128E-Instruct
author: meta-llama
name: Llama-4-Maverick-17B-128E-Instruct
family: llama-4
task: image-text-to-text
tasks: image-text-to-text;chat
chat: true
languages: ar;de;en;es;fr;hi;id;it;pt;th;tl;vi
library: transformers
tags: 30
status: active
license: other
license_class: community
license_effective: community
license_verdict: undetermined
osi_approved: false
commercial_use: conditional
derivatives_allowed: yes
redistribution: yes
created: 2025-04-01
modified: 2025-05-22
downloads: 11338
likes: 505
base_models: meta-llama/Llama-4-Maverick-17B-128E
relation: finetune
derivatives: 0
traditional_open_source: false
available_on: sagemaker
as_of: 2026-08-15
)");
  CHECK(known(built, "meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8") ==
        R"(
id: meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8
author: meta-llama
name: Llama-4-Maverick-17B-128E-Instruct-FP8
family: llama-4
task: image-text-to-text
tasks: image-text-to-text;chat
chat: true
languages: ar;de;en;es;fr;hi;id;it;pt;th;tl;vi
library: transformers
tags: 31
status: active
license: other
license_reason: not-collected
license_verdict: no-lineage
created: 2025-04-01
modified: 2025-05-22
downloads: 70254
likes: 176
quantization: fp8
derivatives: 0
available_on: sagemaker
as_of: 2026-08-15
)");
  CHECK(known(built, "meta-llama/Llama-4-Scout-17B-16E-Instruct") ==
        R"(
id: meta-llama/Llama-4-Scout-17B-16E-Instruct
author: meta-llama
name: Llama-4-Scout-17B-16E-Instruct
family: llama-4
task: image-text-to-text
tasks: image-text-to-text;chat
chat: true
languages: ar;de;en;es;fr;hi;id;it;pt;th;tl;vi
library: transformers
tags: 29
status: active
license: other
license_class: community
license_effective: community
license_verdict: undetermined
osi_approved: false
commercial_use: conditional
derivatives_allowed: yes
redistribution: yes
created: 2025-04-02
modified: 2025-05-22
downloads: 174923
likes: 1339
base_models: meta-llama/Llama-4-Scout-17B-16E
relation: finetune
derivatives: 0
traditional_open_source: false
as_of: 2026-08-15
)");
}

TEST_CASE("all that the answer about a disabled model says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built = from_exchange("envelope-disabled-gpt-4chan.json");
  CHECK(known(built, "ykilcher/gpt-4chan") == R"(
id: ykilcher/gpt-4chan
author: ykilcher
name: gpt-4chan
task: text-generation
tasks: text-generation
chat: false
languages: en
tags: 9
status: disabled
license: apache-2.0
license_class: osi-permissive
license_effective: osi-permissive
license_verdict: no-lineage
osi_approved: true
commercial_use: yes
derivatives_allowed: yes
redistribution: yes
gated: auto
created: 2022-05-17
modified: 2023-08-05
downloads: 0
downloads_all_time: 1559
likes: 141
trending: 0
derivatives: 0
open_weights: partial
openness: 0
traditional_open_source: false
revision: 9306aeb6c1ff64e9f5ab7b22ddc6da18fe0dccff
as_of: 2026-10-02
)");
}

TEST_CASE("all that the answer about a GGUF copy says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const BuiltCatalog built = from_exchange("envelope-gguf-llama-2-7b.json");
  CHECK(known(built, "TheBloke/Llama-2-7B-GGUF") == R"(
id: TheBloke/Llama-2-7B-GGUF
author: TheBloke
name: Llama-2-7B-GGUF
family: llama-2
task: text-generation
tasks: text-generation
chat: false
languages: en
tags: 14
status: active
license: llama2
license_class: community
license_effective: community
license_verdict: undetermined
osi_approved: false
commercial_use: conditional
derivatives_allowed: yes
redistribution: yes
gated: no
created: 2023-09-04
modified: 2023-10-24
downloads: 18908
downloads_all_time: 607644
likes: 207
trending: 0
params: 7000000000
params_inferred: true
quantization: gguf
base_models: meta-llama/Llama-2-7b-hf
relation: quantized
derivatives: 0
traditional_open_source: false
revision: b4e04e128f421c93a5f1e34ac4d7ca9b0af47b80
as_of: 2026-10-02
)");
}

TEST_CASE("all that the recorded router list says reaches the catalog", "[recorded]") {
  if (!recorded()) return;
  const auto harvest = parse_router(body("router-models.json"), *parse_date("2026-08-01"));
  REQUIRE(harvest);
  FetchedData fetched;
  fetched.sources.push_back({"router", *harvest});
  FetchedPage page;
  for (const std::string id : {"moonshotai/Kimi-K3", "zai-org/GLM-5.2", "thinkingmachines/Inkling",
                               "prism-ml/Ternary-Bonsai-27B-gguf"}) {
    page.lines += R"({"id":")" + id + "\"}\n";
  }
  fetched.pages.push_back(page);
  const BuiltCatalog built(rules(), fetched);
  CHECK(known(built, "moonshotai/Kimi-K3") == R"(
id: moonshotai/Kimi-K3
author: moonshotai
name: Kimi-K3
family: kimi
tasks: chat
chat: true
license_reason: not-collected
license_verdict: no-lineage
context: 1048576
derivatives: 0
price_input: 3
price_output: 15
price_blended: 6
price_provider: fireworks
price_source: HF router GET /v1/models
price_as_of: 2026-08-01
price_old: false
price_min: 6
price_max: 6
providers: 2
available_on: fireworks;huggingface-router;together
)");
  CHECK(known(built, "zai-org/GLM-5.2") == R"(
id: zai-org/GLM-5.2
author: zai-org
name: GLM-5.2
family: glm
tasks: chat
chat: true
license_reason: not-collected
license_verdict: no-lineage
context: 1048576
derivatives: 0
price_input: 1.4
price_output: 4.4
price_blended: 2.15
price_provider: fireworks
price_source: HF router GET /v1/models
price_as_of: 2026-08-01
price_old: false
price_min: 2.15
price_max: 2.15
providers: 2
available_on: fireworks;huggingface-router;together
)");
  CHECK(known(built, "thinkingmachines/Inkling") == R"(
id: thinkingmachines/Inkling
author: thinkingmachines
name: Inkling
tasks: chat
chat: true
license_reason: not-collected
license_verdict: no-lineage
context: 1048576
derivatives: 0
price_input: 1
price_output: 4.05
price_blended: 1.7625
price_provider: together
price_source: HF router GET /v1/models
price_as_of: 2026-08-01
price_old: false
price_min: 1.7625
price_max: 1.7625
providers: 1
available_on: fireworks;huggingface-router;together
)");
  CHECK(known(built, "prism-ml/Ternary-Bonsai-27B-gguf") ==
        R"(
id: prism-ml/Ternary-Bonsai-27B-gguf
author: prism-ml
name: Ternary-Bonsai-27B-gguf
license_reason: not-collected
license_verdict: no-lineage
params: 27000000000
params_inferred: true
context: 262144
quantization: gguf
derivatives: 0
available_on: huggingface-router;together
)");
}

}  // namespace
}  // namespace oms
