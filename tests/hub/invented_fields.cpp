// How the fields of an invented record are written, with the accidents of type that real ones have.
#include <array>

#include "hub/encode.h"
#include "hub/invented.h"

namespace oms::loopback {
namespace {

// One record on its way into a list or into an answer of its own.
struct Subject {
  const Invented& hub;
  Row row = 0;
  Shape shape = Shape::list;
  JsonWriter& json;
};

using WriteField = void (*)(const Subject&, std::string_view name);

void write_number(const Subject& s, std::string_view name, SortKey key) {
  if (const auto value = s.hub.number(s.row, key)) s.json.key(name).integer(*value);
}

void write_time(const Subject& s, std::string_view name, SortKey key) {
  s.json.key(name).string(iso_time(*s.hub.number(s.row, key)));
}

void write_text_if_any(const Subject& s, std::string_view name, std::string_view text) {
  if (!text.empty()) s.json.key(name).string(text);
}

void write_downloads_all_time(const Subject& s, std::string_view name) {
  const std::int64_t month = *s.hub.number(s.row, SortKey::downloads);
  s.json.key(name).integer(month * 7 + static_cast<std::int64_t>(s.hub.roll(s.row, "all") % 500));
}

void write_gated(const Subject& s, std::string_view name) {
  const std::string_view gate = s.hub.gate(s.row);
  s.json.key(name);
  if (gate.empty()) {
    s.json.boolean(false);
  } else {
    s.json.string(gate);
  }
}

void write_string_or_list(const Subject& s, std::string_view name,
                          const std::vector<std::string>& texts, bool as_list) {
  if (texts.empty()) return;
  s.json.key(name);
  if (as_list || texts.size() > 1) {
    s.json.strings(texts);
  } else {
    s.json.string(texts.front());
  }
}

void write_card_license(const Subject& s) {
  const std::string license = s.hub.license(s.row);
  if (license.empty()) return;
  const std::uint64_t roll = s.hub.roll(s.row, "license form");
  write_string_or_list(s, "license", {license}, roll % 33 == 0);
  if (license != "other") return;
  if (roll % 10 < 7) {
    s.json.key("license_name")
        .string(roll % 2 == 0 ? "invented-community-license"
                              : "Invented Research License \u2116 2");
  }
  if (roll % 10 > 2) {
    s.json.key("license_link").string(roll % 4 == 0 ? "LICENSE" : "https://license.invalid/text");
  }
}

void write_card_language(const Subject& s) {
  const std::uint64_t roll = s.hub.roll(s.row, "language form");
  const std::vector<std::string> languages = s.hub.languages(s.row);
  if (languages == std::vector<std::string>{"no"}) {
    s.json.key("language").boolean(false);  // what YAML makes of a bare `no`
  } else {
    write_string_or_list(s, "language", languages, roll % 2 == 0);
  }
}

void write_card_base_model(const Subject& s) {
  std::vector<std::string> ids;
  for (const Row parent : s.hub.parents(s.row)) {
    // Cards keep the name a model had when they were written.
    const std::string former = s.hub.former_id(parent);
    ids.push_back(former.empty() ? s.hub.id(parent) : former);
  }
  const std::uint64_t roll = s.hub.roll(s.row, "base form");
  write_string_or_list(s, "base_model", ids, roll % 2 == 0);
  if (!ids.empty() && roll % 16 == 0) {
    s.json.key("base_model_relation").string(s.hub.relation(s.row));
  }
}

void write_card(const Subject& s, std::string_view name) {
  if (!s.hub.has_card(s.row) && s.hub.license(s.row).empty()) return;
  s.json.key(name).open_object();
  write_card_license(s);
  write_card_language(s);
  write_card_base_model(s);
  write_text_if_any(s, "library_name", s.hub.library(s.row));
  write_text_if_any(s, "pipeline_tag", s.hub.pipeline_tag(s.row));
  const std::uint64_t roll = s.hub.roll(s.row, "card form");
  if (roll % 5 == 0) write_string_or_list(s, "tags", {"invented"}, roll % 2 == 0);
  if (roll % 7 == 0) write_string_or_list(s, "datasets", {"invented-data/pond-1"}, roll % 3 == 0);
  if (roll % 11 == 0) s.json.key("inference").boolean(false);
  if (!s.hub.gate(s.row).empty()) {
    s.json.key("extra_gated_prompt").string("Invented terms: be kind.\nSign \"here\".");
  }
  s.json.close_object();
}

constexpr std::string_view kTemplate =
    "{% for message in messages %}<|{{ message.role }}|>{{ message.content }}\n{% endfor %}";
constexpr std::string_view kToolTemplate =
    "{% if tools %}{{ tools | tojson }}{% endif %}{% for message in messages %}"
    "<|{{ message.role }}|>{{ message.content }}\n{% endfor %}";

void write_template(const Subject& s) {
  const std::uint64_t roll = s.hub.roll(s.row, "template form");
  const std::string_view text = roll % 3 == 0 ? kToolTemplate : kTemplate;
  s.json.key("chat_template");
  if (roll % 9 != 0) return s.json.string(text);
  s.json.open_array();
  s.json.open_object();
  s.json.key("name").string("default");
  s.json.key("template").string(text);
  s.json.close_object();
  s.json.close_array();
}

void write_config(const Subject& s, std::string_view name) {
  const std::string_view library = s.hub.library(s.row);
  if (library.empty() || s.hub.gguf(s.row)) return;
  s.json.key(name).open_object();
  if (library == "diffusers") {
    s.json.key("diffusers").open_object();
    s.json.key("_class_name").string("InventedPipeline");
    s.json.close_object();
  } else {
    s.json.key("architectures").strings({std::string(s.hub.architecture(s.row))});
    s.json.key("model_type").string(s.hub.model_type(s.row));
  }
  if (s.hub.relation(s.row) == "quantized") {
    s.json.key("quantization_config").open_object();
    s.json.key("quant_method").string("awq");
    s.json.key("bits").integer(4);
    s.json.close_object();
  }
  if (s.hub.chat(s.row)) {
    s.json.key("tokenizer_config").open_object();
    s.json.key("eos_token").string("<|end|>");
    write_template(s);
    s.json.close_object();
  }
  s.json.close_object();
}

void write_safetensors(const Subject& s, std::string_view name) {
  if (!s.hub.has_weights(s.row)) return;
  const std::int64_t count = s.hub.parameters(s.row);
  s.json.key(name).open_object();
  s.json.key("parameters").open_object();
  if (s.hub.packed(s.row)) {
    s.json.key("I32").integer(count / 8);
    s.json.key("F16").integer(count / 50);
  } else {
    s.json.key(s.hub.roll(s.row, "dtype") % 4 == 0 ? "F32" : "BF16").integer(count);
  }
  s.json.close_object();
  s.json.key("total").integer(s.hub.stored_parameters(s.row));
  s.json.close_object();
}

void write_gguf(const Subject& s, std::string_view name) {
  if (!s.hub.gguf(s.row)) return;
  s.json.key(name).open_object();
  s.json.key("total").integer(s.hub.parameters(s.row));
  s.json.key("architecture").string(s.hub.model_type(s.row));
  s.json.key("context_length").integer(4096 << (s.hub.roll(s.row, "context") % 6));
  if (s.hub.chat(s.row)) s.json.key("chat_template").string(kTemplate);
  s.json.close_object();
}

void write_base_models(const Subject& s, std::string_view name) {
  const std::vector<Row> parents = s.hub.parents(s.row);
  if (parents.empty()) return;
  s.json.key(name).open_object();
  s.json.key("relation").string(s.hub.relation(s.row));
  s.json.key("models").open_array();
  for (const Row parent : parents) {
    s.json.open_object();
    s.json.key("_id").string(s.hub.object_id(parent));
    s.json.key("id").string(s.hub.id(parent));
    s.json.close_object();
  }
  s.json.close_array();
  s.json.close_object();
}

void write_evaluation(const Subject& s, std::string_view task, double value, bool verified,
                      bool wrapped) {
  s.json.open_object();
  if (wrapped) {
    s.json.key("filename").string(".eval_results/invented.yaml");
    s.json.key("verified").boolean(verified);
    if (!verified) s.json.key("pullRequest").integer(7);
    s.json.key("data").open_object();
  }
  s.json.key("dataset").open_object();
  s.json.key("id").string("invented-bench/quiz");
  s.json.key("task_id").string(task);
  s.json.close_object();
  s.json.key("value").number(value);
  s.json.key("date").string("2026-09-01");
  if (task == "hard") s.json.key("notes").string("no tools");
  if (wrapped) s.json.close_object();
  s.json.close_object();
}

void write_evaluations(const Subject& s, std::string_view name) {
  if (!s.hub.evaluated(s.row)) return;
  const std::uint64_t roll = s.hub.roll(s.row, "score");
  s.json.key(name).open_array();
  const bool wrapped = roll % 4 != 0;
  write_evaluation(s, "easy", static_cast<double>(roll % 1000) / 10, roll % 3 == 0, wrapped);
  write_evaluation(s, "hard", static_cast<double>(roll / 1000 % 400) / 10, false, wrapped);
  s.json.close_array();
}

void write_model_index(const Subject& s, std::string_view name) {
  const std::uint64_t roll = s.hub.roll(s.row, "model-index");
  if (roll % 20 != 0) {
    if (s.shape == Shape::detail) s.json.key(name).null();
    return;
  }
  const bool as_object = roll % 400 == 0;  // old cards, not an array
  s.json.key(name);
  if (!as_object) s.json.open_array();
  s.json.open_object();
  s.json.key("name").string("invented");
  s.json.key("results").open_array();
  s.json.close_array();
  s.json.close_object();
  if (!as_object) s.json.close_array();
}

void write_offer_price(const Subject& s, const Offer& offer) {
  s.json.key("providerDetails").open_object();
  if (offer.input_cents) {
    s.json.key("context_length").integer(offer.context_length);
    s.json.key("pricing").open_object();
    s.json.key("input").number(*offer.input_cents / 100.0);
    s.json.key("output").number(*offer.output_cents / 100.0);
    s.json.close_object();
  }
  s.json.close_object();
}

void write_offer_in_list(const Subject& s, const Offer& offer, std::string_view provider_id) {
  s.json.open_object();
  s.json.key("_id").string(hex(s.hub.roll(s.row, offer.provider), 16) + "00000000");
  s.json.key("provider").string(offer.provider);
  s.json.key("providerId").string(provider_id);
  s.json.key("status").string(offer.status);
  s.json.key("task").string(offer.task);
  s.json.key("type").string(offer.task == "text-to-image" ? "tag-filter" : "single-model");
  s.json.key("isModelAuthor").boolean(offer.is_author);
  s.json.key("features").open_object();
  s.json.key("toolCalling").boolean(offer.tools);
  s.json.key("structuredOutput").boolean(false);
  s.json.close_object();
  write_offer_price(s, offer);
  s.json.close_object();
}

void write_offer_in_detail(const Subject& s, const Offer& offer, std::string_view provider_id) {
  s.json.key(offer.provider).open_object();
  s.json.key("status").string(offer.status);
  s.json.key("providerId").string(provider_id);
  s.json.key("task").string(offer.task);
  s.json.key("isModelAuthor").boolean(offer.is_author);
  s.json.close_object();
}

// An array with prices in a list, an object without prices in a single record.
void write_mapping(const Subject& s, std::string_view name) {
  const std::vector<Offer> offers = s.hub.offers(s.row);
  const bool list = s.shape == Shape::list;
  if (offers.empty() && s.hub.roll(s.row, "empty mapping") % 2 == 0) return;
  s.json.key(name);
  if (list) {
    s.json.open_array();
  } else {
    s.json.open_object();
  }
  for (const Offer& offer : offers) {
    const std::string provider_id = std::string(offer.provider) + "/" + s.hub.object_id(s.row);
    (list ? write_offer_in_list : write_offer_in_detail)(s, offer, provider_id);
  }
  if (list) {
    s.json.close_array();
  } else {
    s.json.close_object();
  }
}

void write_siblings(const Subject& s, std::string_view name) {
  std::vector<std::string> files = {".gitattributes"};
  if (s.hub.has_card(s.row)) files.emplace_back("README.md");
  if (s.hub.has_weights(s.row)) files.emplace_back("model.safetensors");
  if (s.hub.gguf(s.row)) files.emplace_back("model-Q4_K_M.gguf");
  s.json.key(name).open_array();
  for (const std::string& file : files) {
    s.json.open_object();
    s.json.key("rfilename").string(file);
    s.json.close_object();
  }
  s.json.close_array();
}

void write_children(const Subject& s, std::string_view name) {
  s.json.key(name).open_object();
  for (const std::string_view relation : {"adapter", "merge", "quantized", "finetune"}) {
    s.json.key(relation).integer(static_cast<std::int64_t>(s.hub.roll(s.row, relation) % 9));
  }
  s.json.close_object();
}

void write_transformers_info(const Subject& s, std::string_view name) {
  if (s.hub.library(s.row) != "transformers") return;
  s.json.key(name).open_object();
  s.json.key("auto_model").string("AutoModel");
  write_text_if_any(s, "pipeline_tag", s.hub.pipeline_tag(s.row));
  s.json.close_object();
}

struct FieldRow {
  std::string_view name = {};
  WriteField write = nullptr;
};

// clang-format off
constexpr std::array<FieldRow, 31> kFields = {{
    {"likes", [](const Subject& s, std::string_view n) { write_number(s, n, SortKey::likes); }},
    {"downloads", [](const Subject& s, std::string_view n) { write_number(s, n, SortKey::downloads); }},
    {"trendingScore", [](const Subject& s, std::string_view n) { write_number(s, n, SortKey::trending_score); }},
    {"createdAt", [](const Subject& s, std::string_view n) { write_time(s, n, SortKey::created_at); }},
    {"lastModified", [](const Subject& s, std::string_view n) { write_time(s, n, SortKey::last_modified); }},
    {"private", [](const Subject& s, std::string_view n) { s.json.key(n).boolean(false); }},
    {"disabled", [](const Subject& s, std::string_view n) { s.json.key(n).boolean(s.hub.disabled(s.row)); }},
    {"tags", [](const Subject& s, std::string_view n) { s.json.key(n).strings(s.hub.tags(s.row)); }},
    {"pipeline_tag", [](const Subject& s, std::string_view n) { write_text_if_any(s, n, s.hub.pipeline_tag(s.row)); }},
    {"library_name", [](const Subject& s, std::string_view n) { write_text_if_any(s, n, s.hub.library(s.row)); }},
    {"sha", [](const Subject& s, std::string_view n) { s.json.key(n).string(s.hub.sha(s.row)); }},
    {"inference", [](const Subject& s, std::string_view n) { if (s.hub.served(s.row)) s.json.key(n).string("warm"); }},
    {"spaces", [](const Subject& s, std::string_view n) { s.json.key(n).strings({}); }},
    {"usedStorage", [](const Subject& s, std::string_view n) { s.json.key(n).integer(s.hub.parameters(s.row) * 2); }},
    {"xetEnabled", [](const Subject& s, std::string_view n) { s.json.key(n).boolean(true); }},
    {"gitalyUid", [](const Subject& s, std::string_view n) { s.json.key(n).string(s.hub.sha(s.row)); }},
    {"widgetData", [](const Subject& s, std::string_view n) { if (s.hub.chat(s.row)) s.json.key(n).strings({}); }},
    {"mask_token", [](const Subject& s, std::string_view n) { if (s.hub.pipeline_tag(s.row) == "fill-mask") s.json.key(n).string("[MASK]"); }},
    {"downloadsAllTime", write_downloads_all_time},
    {"gated", write_gated},
    {"cardData", write_card},
    {"config", write_config},
    {"safetensors", write_safetensors},
    {"gguf", write_gguf},
    {"baseModels", write_base_models},
    {"evalResults", write_evaluations},
    {"model-index", write_model_index},
    {"inferenceProviderMapping", write_mapping},
    {"siblings", write_siblings},
    {"childrenModelCount", write_children},
    {"transformersInfo", write_transformers_info},
}};
// clang-format on

}  // namespace

void Invented::write_field(Row row, std::string_view field, Shape shape, JsonWriter& writer) const {
  const Subject subject{*this, row, shape, writer};
  for (const FieldRow& entry : kFields) {
    if (entry.name == field) return entry.write(subject, field);
  }
}

}  // namespace oms::loopback
