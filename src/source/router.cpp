#include <algorithm>

#include "oms/source/hub_record.h"
#include "oms/source/price_sources.h"
#include "source/exact_json.h"
#include "source/harvest.h"

namespace oms {
namespace {

constexpr std::string_view kSource = "HF router GET /v1/models";

struct Provider {
  Offer offer = {};
  Integer context = {};
  bool live = false;
  bool slip = false;
};

Provider read_provider(RecordReader& entry, Date as_of) {
  Provider provider;
  const std::string name = entry.text("provider");
  provider.live = entry.text("status") == "live";
  provider.context = entry.integer("context_length");
  RecordReader pricing = entry.object("pricing");
  const Number input = pricing.number("input");
  const Number output = pricing.number("output");
  entry.take_problem(pricing);
  provider.slip = is_slip(input) || is_slip(output);
  const Quote quote = quote_of(input, output, entry.flag("is_free").value_or(false));
  provider.offer = {host_word(name), "huggingface:" + name, std::string(kSource),
                    quote.input,     quote.output,          as_of};
  return provider;
}

void add_provider(Harvest& harvest, const std::string& id, const nlohmann::json& json,
                  bool writes_text, Date as_of) {
  RecordReader entry(json);
  const Provider provider = read_provider(entry, as_of);
  const bool named = !provider.offer.host.empty();
  if (!entry.problem().empty() || !named) {
    const std::string who = named ? ", provider " + printable_name(provider.offer.host) : "";
    reject(harvest, id + who, named ? entry.problem() : "a provider without a name");
    return;
  }
  if (!provider.live) return;
  if (provider.slip) {
    return reject(harvest, id + ", provider " + printable_name(provider.offer.host), kSlip);
  }
  harvest.offers.emplace_back(id, provider.offer);
  add_context(harvest, id, provider.context);
  if (writes_text && (provider.offer.input || provider.offer.output)) add_text_model(harvest, id);
}

void add_model(Harvest& harvest, const nlohmann::json& json, Date as_of) {
  RecordReader model(json);
  const std::string name = model.text("id");
  const std::string id(without_suffix(name));
  RecordReader architecture = model.object("architecture");
  const std::vector<std::string> modalities = architecture.words("output_modalities");
  model.take_problem(architecture);
  const nlohmann::json& providers = model.list("providers");
  if (!model.problem().empty()) return reject(harvest, name, model.problem());
  if (name.empty()) return reject(harvest, name, "no id");
  if (!is_hub_id(id)) {
    harvest.unmatched.push_back(printable_name(name));
    return;
  }
  // The router lists chat models only: one that names no modality writes text.
  const bool writes_text = modalities.empty() || std::find(modalities.begin(), modalities.end(),
                                                           "text") != modalities.end();
  for (const nlohmann::json& provider : providers) {
    add_provider(harvest, id, provider, writes_text, as_of);
  }
}

}  // namespace

Result<Harvest> parse_router(std::string_view body, Date as_of) {
  constexpr std::string_view kWhat = "the router's model list";
  const auto json = parse_exact_json(body, kWhat);
  if (!json) return json.error();
  const auto records = records_of(*json, {"data"}, "id", kWhat);
  if (!records) return records.error();
  Harvest harvest;
  harvest.records = records->size();
  for (const nlohmann::json* record : *records) add_model(harvest, *record, as_of);
  once_each(harvest);
  return harvest;
}

}  // namespace oms
