#include <array>

#include "oms/source/price_sources.h"
#include "source/exact_json.h"
#include "source/harvest.h"

namespace oms {
namespace {

constexpr std::string_view kSource = "HF Hub expand[]=inferenceProviderMapping";

bool writes_text(std::string_view task) {
  return task == "conversational" || task == "text-generation";
}

void add_entry(Harvest& harvest, const std::string& id, std::string provider,
               const nlohmann::json& json, Date as_of) {
  RecordReader entry(json);
  if (provider.empty()) provider = entry.text("provider");
  const bool live = entry.text("status") == "live";
  const std::string task = entry.text("task");
  RecordReader details = entry.object("providerDetails");
  const Integer context = details.integer("context_length");
  RecordReader pricing = details.object("pricing");
  const Number input = pricing.number("input");
  const Number output = pricing.number("output");
  const Quote quote = quote_of(input, output, false);
  entry.take_problem(details);
  entry.take_problem(pricing);
  if (!entry.problem().empty() || provider.empty()) {
    const std::string who = provider.empty() ? "" : ", provider " + printable_name(provider);
    const std::string_view why = "a provider without a name";
    return reject(harvest, id + who, entry.problem().empty() ? why : entry.problem());
  }
  if (!live) return;
  if (is_slip(input) || is_slip(output)) {
    return reject(harvest, id + ", provider " + printable_name(provider), kSlip);
  }
  harvest.offers.emplace_back(id, Offer{host_word(provider), "huggingface:" + provider,
                                        std::string(kSource), quote.input, quote.output, as_of});
  add_context(harvest, id, context);
  if (writes_text(task) && quote.known()) add_text_model(harvest, id);
}

}  // namespace

Result<Harvest> parse_provider_mapping(std::string_view id, std::string_view json, Date as_of) {
  Harvest harvest;
  if (json == "[]" || json == "{}" || json == "null") return harvest;  // most models of the Hub
  const std::string name(id);
  const auto mapping = parse_exact_json(json, "the provider mapping of " + printable_name(id));
  if (!mapping) return mapping.error();
  if (mapping->is_null()) return harvest;
  if (!mapping->is_array() && !mapping->is_object()) {
    return Error{Errc::data,
                 "the provider mapping of " + printable_name(id) + " is no list and no object", ""};
  }
  harvest.records = mapping->size();
  for (const auto& [key, entry] : mapping->items()) {
    // Keyed by provider in details, a plain list in listings.
    add_entry(harvest, name, mapping->is_object() ? key : std::string(), entry, as_of);
  }
  once_each(harvest);
  return harvest;
}

}  // namespace oms
