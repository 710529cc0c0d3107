#include "hub/other_sources.h"

#include <algorithm>
#include <array>

#include "hub/score_sources.h"

namespace oms::loopback {
namespace {

// Folder in a data directory, dataset behind it at the datasets server, and the member that holds
// the list when a file is an object.
struct SourceRow {
  std::string_view folder = {};
  std::string_view dataset = {};
  std::string_view member = {};
};

constexpr std::array<SourceRow, 6> kSources = {
    {{"router", "", "data"},
     {"openrouter", "", "data"},
     {"openevals", "OpenEvals/leaderboard-data", "models"},
     {"open-llm-leaderboard", "open-llm-leaderboard/contents", "rows"},
     {"arena", "lmarena-ai/leaderboard-dataset", "rows"},
     {"artificial-analysis", "", "data"}}};

constexpr const char* kTasks = R"({
"text-generation":{"id":"text-generation","label":"Text Generation","summary":"Invented summary.","isPlaceholder":false,"datasets":[],"metrics":[],"models":[],"spaces":[],"widgetModels":[],"libraries":["transformers"],"demo":{"inputs":[],"outputs":[]}},
"text-to-image":{"id":"text-to-image","label":"Text-to-Image","summary":"Invented summary.","isPlaceholder":false,"datasets":[],"metrics":[],"models":[],"spaces":[],"widgetModels":[],"libraries":["diffusers"],"demo":{"inputs":[],"outputs":[]}},
"any-to-any":{"id":"any-to-any","label":"Any-to-Any","summary":"","isPlaceholder":true,"datasets":[],"metrics":[],"models":[],"spaces":[],"widgetModels":[],"libraries":["transformers"],"demo":{"inputs":[],"outputs":[]}}})";

constexpr const char* kTags = R"({
"pipeline_tag":[{"id":"text-generation","label":"Text Generation","type":"pipeline_tag"}],
"library":[{"id":"transformers","label":"Transformers","type":"library"}],
"license":[{"id":"license:mit","label":"mit","type":"license"}],
"language":[{"id":"fr","label":"French","type":"language"}],
"region":[{"id":"region:us","label":"US","type":"region"}],
"other":[{"id":"conversational","label":"conversational","type":"other"}]})";

std::string last_part(const std::string& id) { return lower(id.substr(id.find('/') + 1)); }

// Cents per million tokens as dollars per token: 45 is "0.00000045".
std::string per_token(int cents) {
  std::string digits = std::to_string(cents);
  digits.insert(0, 8 - std::min<std::size_t>(8, digits.size()), '0');
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return digits == "0" ? digits : "0." + digits;
}

OrderedJson router_offer(const Offer& offer) {
  OrderedJson row = {{"provider", offer.provider},
                     {"status", offer.status == "live" ? "live" : "error"}};
  if (offer.input_cents) {
    row["context_length"] = offer.context_length;
    row["pricing"] = {{"input", *offer.input_cents / 100.0},
                      {"output", *offer.output_cents / 100.0}};
    row["is_free"] = false;
  }
  row["supports_tools"] = offer.tools;
  row["is_model_author"] = offer.is_author;
  return row;
}

OrderedJson router_row(const Invented& hub, Row row) {
  const std::string id = hub.id(row);
  OrderedJson offers = OrderedJson::array();
  for (const Offer& offer : hub.offers(row)) offers.push_back(router_offer(offer));
  OrderedJson inputs = OrderedJson::array({"text"});
  if (hub.pipeline_tag(row) == "image-text-to-text") inputs.push_back("image");
  return {{"id", id},
          {"object", "model"},
          {"created", *hub.number(row, SortKey::created_at) / 1000},
          {"owned_by", owner_of(id)},
          {"architecture", {{"input_modalities", inputs}, {"output_modalities", {"text"}}}},
          {"providers", offers}};
}

OrderedJson openrouter_row(const Invented& hub, Row row, const Offer& offer, const char* variant) {
  const std::string id = hub.id(row);
  const std::string slug = "invented/" + last_part(id);
  const bool free = *variant != '\0';
  OrderedJson result = {
      {"id", slug + variant},
      {"canonical_slug", slug + "-20261003"},
      {"hugging_face_id", id},
      {"name", "Invented: " + last_part(id) + (free ? " (free)" : "")},
      {"created", *hub.number(row, SortKey::created_at) / 1000},
      {"context_length", offer.context_length},
      {"architecture",
       {{"modality", "text->text"},
        {"input_modalities", {"text"}},
        {"output_modalities", {"text"}}}},
      {"pricing",
       {{"prompt", free ? "0" : per_token(*offer.input_cents)},
        {"completion", free ? "0" : per_token(*offer.output_cents)}}},
      {"top_provider", {{"context_length", offer.context_length}, {"is_moderated", false}}},
      {"supported_parameters",
       offer.tools ? OrderedJson{"max_tokens", "tools"} : OrderedJson::array({"max_tokens"})},
      {"expiration_date", nullptr}};
  const std::uint64_t roll = hub.roll(row, "index");
  if (roll % 3 == 0) {
    result["benchmarks"] = {{"design_arena", OrderedJson::array()},
                            {"artificial_analysis",
                             {{"intelligence_index", static_cast<double>(50 + roll % 500) / 10},
                              {"coding_index", static_cast<double>(50 + roll / 7 % 500) / 10},
                              {"agentic_index", nullptr}}}};
  }
  return result;
}

OrderedJson openevals_row(const Invented& hub, Row row) {
  const std::uint64_t roll = hub.roll(row, "openevals");
  const auto score = [&](std::uint64_t part) {
    const std::uint64_t value = mix(roll, part);
    return value % 3 == 0 ? OrderedJson(static_cast<double>(value / 3 % 1000) / 10)
                          : OrderedJson(nullptr);
  };
  return {{"model_id", last_part(hub.id(row))},
          {"model_name", hub.id(row)},
          {"provider", owner_of(hub.id(row))},
          {"model_type", "open"},
          {"parameters_billions", static_cast<double>(hub.parameters(row)) / 1e9},
          {"license", "Unknown"},
          {"aime2026_score", score(1)},
          {"gpqa_score", score(2)},
          {"gsm8k_score", score(3)},
          {"hle_score", score(4)},
          {"mmluPro_score", score(5)},
          {"sweVerified_score", score(6)}};
}

const Offer* priced(const std::vector<Offer>& offers) {
  for (const Offer& offer : offers) {
    if (offer.input_cents && *offer.input_cents > 0) return &offer;
  }
  return nullptr;
}

std::vector<OrderedJson> invent_rows(const Invented& hub, std::string_view source) {
  if (source == "arena") return arena_rows(hub);
  if (source == "open-llm-leaderboard") return open_llm_rows(hub);
  if (source == "artificial-analysis") return analyzed_models(hub);
  std::vector<OrderedJson> result;
  for (Row row = 0; row < hub.size(); ++row) {
    if (!hub.served(row) || hub.deleted(row) || !hub.chat(row)) continue;
    const std::vector<Offer> offers = hub.offers(row);
    const Offer* offer = priced(offers);
    if (source == "router") result.push_back(router_row(hub, row));
    if (source == "openevals" && row % 3 == 0) result.push_back(openevals_row(hub, row));
    if (source == "openrouter" && offer != nullptr && hub.roll(row, "openrouter") % 2 == 0) {
      result.push_back(openrouter_row(hub, row, *offer, ""));
      if (hub.roll(row, "free") % 8 == 0) {
        result.push_back(openrouter_row(hub, row, *offer, ":free"));
      }
    }
  }
  if (source == "openrouter") {
    // Rows that are no models: one without a price, one that only points to another.
    result.push_back(
        {{"id", "invented/auto"}, {"pricing", {{"prompt", "-1"}, {"completion", "-1"}}}});
    result.push_back({{"id", "~invented/latest"},
                      {"alias_target", "invented/auto"},
                      {"pricing", {{"prompt", "0.000001"}, {"completion", "0.000002"}}}});
  }
  return result;
}

const std::string* parameter(const Parameters& parameters, std::string_view name) {
  for (const auto& [key, value] : parameters) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::size_t count_parameter(const Parameters& parameters, std::string_view name,
                            std::size_t usual) {
  const std::string* text = parameter(parameters, name);
  return text == nullptr ? usual : static_cast<std::size_t>(std::atoll(text->c_str()));
}

Answer list_answer(const std::vector<OrderedJson>& rows, bool as_router) {
  OrderedJson body = as_router ? OrderedJson{{"object", "list"}} : OrderedJson::object();
  body["data"] = rows;
  return json_answer(200, body.dump());
}

}  // namespace

Result<OtherSources> OtherSources::open(const std::filesystem::path& directory,
                                        const Invented* invented) {
  OtherSources result;
  result.directory_ = directory;
  result.invented_ = invented;
  if (directory.empty()) return result;
  for (const SourceRow& source : kSources) {
    auto values = read_folder(directory / source.folder, source.member);
    if (!values) return std::move(values).error();
    for (OrderedJson& value : *values) {
      // A recorded page of the datasets server wraps each row.
      const bool wrapped = value.is_object() && value.contains("row");
      if (wrapped) value = OrderedJson(value["row"]);
    }
    result.rows_[std::string(source.folder)] = std::move(*values);
  }
  result.open_asr_ = read_file(directory / "open-asr" / "en_shortform.csv");
  result.tasks_ = read_file(directory / "hub" / "tasks.json");
  result.tags_ = read_file(directory / "hub" / "models-tags-by-type.json");
  return result;
}

const std::vector<OrderedJson>& OtherSources::rows(const std::string& source) {
  const auto known = rows_.find(source);
  if (known != rows_.end()) return known->second;
  std::vector<OrderedJson>& made = rows_[source];
  if (invented_ != nullptr && directory_.empty()) made = invent_rows(*invented_, source);
  return made;
}

Answer OtherSources::rows_answer(const Parameters& parameters) {
  const std::string* dataset = parameter(parameters, "dataset");
  for (const char* needed : {"dataset", "config", "split"}) {
    if (parameter(parameters, needed) == nullptr) {
      return error_answer(422, std::string("Parameter '") + needed + "' is required");
    }
  }
  const std::size_t length = count_parameter(parameters, "length", 100);
  if (length > 100) return error_answer(422, "Parameter 'length' must not be greater than 100");
  const auto source = std::find_if(kSources.begin(), kSources.end(), [&](const SourceRow& row) {
    return !row.dataset.empty() && row.dataset == *dataset;
  });
  if (source == kSources.end()) {
    return error_answer(404, "The dataset does not exist, or is not accessible");
  }
  const std::vector<OrderedJson>& all = rows(std::string(source->folder));
  const std::size_t offset = count_parameter(parameters, "offset", 0);
  OrderedJson body = {{"features", OrderedJson::array()}, {"rows", OrderedJson::array()}};
  for (std::size_t i = offset; i < all.size() && i - offset < length; ++i) {
    body["rows"].push_back(
        {{"row_idx", i}, {"row", all[i]}, {"truncated_cells", OrderedJson::array()}});
  }
  if (!all.empty() && all.front().is_object()) {
    for (const auto& column : all.front().items()) {
      body["features"].push_back(
          {{"feature_idx", body["features"].size()}, {"name", column.key()}});
    }
  }
  body["num_rows_total"] = all.size();
  body["num_rows_per_page"] = 100;
  body["partial"] = false;
  return json_answer(200, body.dump());
}

Answer OtherSources::open_asr_answer() const {
  const bool invents = directory_.empty() && invented_ != nullptr;
  return table_answer(invents ? open_asr_table(*invented_) : open_asr_);
}

Answer OtherSources::router_model(const std::string& id) {
  for (const OrderedJson& row : rows("router")) {
    if (row.is_object() && row.contains("id") && row["id"] == id)
      return json_answer(200, row.dump());
  }
  return error_answer(404, "The model '" + id + "' does not exist");
}

std::optional<Answer> OtherSources::answer(const std::string& path, const Parameters& parameters) {
  if (path == "/v1/models") return list_answer(rows("router"), /*as_router=*/true);
  if (path.compare(0, 11, "/v1/models/") == 0) return router_model(path.substr(11));
  if (path == "/api/v1/models") return list_answer(rows("openrouter"), /*as_router=*/false);
  if (path == "/rows") return rows_answer(parameters);
  if (path == kAnalyzedPath) return analyzed_answer(rows("artificial-analysis"), parameters);
  if (path == kOlderAnalyzedPath) return older_analyzed_answer(rows("artificial-analysis"));
  if (path == kOpenAsrPath) return open_asr_answer();
  if (path == "/api/tasks") return json_answer(200, tasks_.empty() ? kTasks : tasks_);
  if (path == "/api/models-tags-by-type") return json_answer(200, tags_.empty() ? kTags : tags_);
  return std::nullopt;
}

}  // namespace oms::loopback
