#include "catalog/assemble.h"

#include <algorithm>

#include "catalog/assemble_derived.h"
#include "catalog/assemble_facts.h"
#include "catalog/assemble_license.h"
#include "catalog/assemble_lineage.h"
#include "catalog/assemble_openness.h"
#include "catalog/assemble_scores.h"
#include "catalog/assemble_sizes.h"
#include "oms/base/text.h"
#include "oms/model/price.h"

namespace oms {
namespace {

// A key of the Hub's record that becomes a field as it stands.
struct KeyField {
  HubKey key;
  std::string_view field;
  Kept kept;
  bool (*known)(const Model&);
};

template <auto Member>
bool has_value(const Model& model) {
  return (model.*Member).has_value();
}
template <auto Member>
bool is_filled(const Model& model) {
  return !(model.*Member).empty();
}

using M = Model;
constexpr KeyField kKeyFields[] = {
    {"pipeline_tag", "task", Kept::stated, is_filled<&M::task>},
    {"library_name", "library", Kept::stated, is_filled<&M::library>},
    {"likes", "likes", Kept::counted, has_value<&M::likes>},
    {"downloads", "downloads", Kept::counted, has_value<&M::downloads>},
    {"downloadsAllTime", "downloads_all_time", Kept::counted, has_value<&M::downloads_all_time>},
    {"trendingScore", "trending", Kept::counted, has_value<&M::trending>},
    {"createdAt", "created", Kept::counted, has_value<&M::created>},
    {"lastModified", "modified", Kept::counted, has_value<&M::modified>},
    {"sha", "revision", Kept::counted, is_filled<&M::revision>},
    {"gated", "gated", Kept::counted, [](const Model& model) { return model.gated.code != 0; }},
};

void add_key_facts(Record& record, const HubRecord& hub) {
  for (const KeyField& row : kKeyFields) {
    if (row.known(record.model)) add_fact(record, row.field, note_for(hub, row.key), row.kept);
  }
  if (!record.model.tags.empty()) add_tag_fact(record, "tags", hub);
}

void fill_own_identity(Model& model, const HubRecord& hub) {
  model.id = hub.id;
  const std::size_t slash = hub.id.find('/');
  model.name = slash == std::string::npos ? hub.id : hub.id.substr(slash + 1);
  model.author = slash == std::string::npos ? hub.author : hub.id.substr(0, slash);
  model.tags = hub.tags;
  model.created = hub.created;
  model.modified = hub.modified;
  model.downloads = hub.downloads;
  model.downloads_all_time = hub.downloads_all_time;
  model.likes = hub.likes;
  model.trending = hub.trending;
  model.revision = hub.sha;
}

void fill_identity(Record& record, const HubRecord& hub) {
  fill_own_identity(record.model, hub);
  record.model.task = hub.pipeline_tag;
  record.model.library = hub.library_name;
  record.model.gated = parse_choice(words::kGated, hub.gated);
  add_key_facts(record, hub);
}

// The newest note of a source that reads the Hub's listing; nullptr when none saw the model there.
const SourceNote* newest_listing(const HubRecord& hub) {
  const SourceNote* newest = nullptr;
  for (const SourceNote& note : hub.sources) {
    if (note.keys.empty() || !lists_the_hub(note.source)) continue;
    if (newest == nullptr || note.as_of > newest->as_of) newest = &note;
  }
  return newest;
}

// That another table names a model says nothing about whether the Hub still has it.
void fill_status(Record& record, const HubRecord& hub, const Extra& extra) {
  Choice& status = record.model.status;
  const SourceNote* listing = newest_listing(hub);
  // A disabled repository drops out of rankings, which says nothing more about it.
  const bool disabled = hub.disabled && extra.status != "gone" && extra.status != "renamed";
  if (!extra.status.empty() && !disabled) {
    status = parse_choice(words::kStatus, extra.status);
    if (status.code != 0) add_fact(record, "status", "hub", extra.status_as_of, "verified");
  } else if (hub.unlisted && !disabled) {
    status = parse_choice(words::kStatus, "unlisted");
    add_fact(record, "status", "hub", {}, "inferred");
  } else if (listing != nullptr) {
    status = parse_choice(words::kStatus, hub.disabled ? "disabled" : "active");
    add_fact(record, "status", listing, Kept::counted);
  }
}

bool is_replaced(std::string_view route, const Replaced& replaced) {
  if (route == "openrouter") return replaced.openrouter;
  return route.starts_with("huggingface:") && replaced.router;
}

// A host states how much it serves, which is no more than what the model is made for.
void fill_served_context(Record& record, const Served& served) {
  if (record.model.context || served.tokens == 0) return;
  record.model.context = served.tokens;
  add_fact(record, "context", served.source, served.as_of, "inferred");
}

void fill_offers(Record& record, const HubRecord& hub, const DataTable& prices,
                 const Replaced& replaced, const Extra& extra) {
  for (const std::size_t row : prices.rows_of(record.model.id)) {
    if (is_replaced(prices.cell(row, "route"), replaced)) continue;
    record.offers.push_back({std::string(prices.cell(row, "host")),
                             std::string(prices.cell(row, "route")),
                             std::string(prices.cell(row, "source")), prices.number(row, "input"),
                             prices.number(row, "output"), prices.day(row, "as_of")});
  }
  record.offers.insert(record.offers.end(), extra.offers.begin(), extra.offers.end());
  const SourceNote* note = note_for(hub, "inferenceProviderMapping");
  if (hub.provider_mapping.empty() || note == nullptr || !note->as_of) return;
  const auto mapped = parse_provider_mapping(hub.id, hub.provider_mapping, *note->as_of);
  if (!mapped) return;
  for (const auto& [id, offer] : mapped->offers) record.offers.push_back(offer);
  for (const Harvest::Sized& context : mapped->contexts) {
    fill_served_context(record, {context.tokens, note->source, note->as_of});
  }
}

// A figure that was made of several hosts' prices: nobody sells at it.
constexpr std::string_view kMedian = "artificial-analysis";

// A router passes requests on to hosts, so what it sells is not available on it.
// Nor is it on a price of one's own.
bool is_host(std::string_view host) {
  return host != "openrouter" && host != kMedian && host != "user";
}

// It counts only where no host's own price is known.
void drop_medians(std::vector<Offer>& offers) {
  const bool sold = std::any_of(offers.begin(), offers.end(), [](const Offer& offer) {
    return offer.host != kMedian && (offer.input || offer.output);
  });
  if (sold) std::erase_if(offers, [](const Offer& offer) { return offer.host == kMedian; });
}

void fill_available_on(Record& record, const HubRecord& hub) {
  std::vector<std::string>& hosts = record.model.available_on;
  for (const Offer& offer : record.offers) {
    if (is_host(offer.host)) hosts.push_back(offer.host);
    // What HuggingChat and others choose from: the Hub's own router reaches the host.
    if (offer.route.starts_with("huggingface:")) hosts.emplace_back("huggingface-router");
  }
  // The Hub marks the models of Azure's and SageMaker's Hugging Face collections.
  for (const std::string& target : tags_with_prefix(hub, "deploy:")) {
    hosts.push_back(target);
    if (target == "azure") hosts.push_back("azure-huggingface");
  }
  std::sort(hosts.begin(), hosts.end());
  hosts.erase(std::unique(hosts.begin(), hosts.end()), hosts.end());
}

void fill_as_of(Record& record, const HubRecord& hub) {
  for (const SourceNote& note : hub.sources) {
    if (note.as_of) record.model.as_of = std::max(record.model.as_of, note.as_of);
  }
}

// The one offer of a closed model; nothing when no figure is known.
void fill_closed_offer(Record& record, const DataTable& closed, std::size_t row) {
  const Number input = closed.number(row, "price_input");
  Number output = closed.number(row, "price_output");
  // Embedding models have no output to pay for, which the lists write as zero; it is not free.
  if (input && output && input->billionths > 0 && output->billionths == 0) output.reset();
  if (!input && !output) return;
  const Day priced = closed.day(row, "price_as_of");
  const std::string source(closed.cell(row, "price_source"));
  const bool routed = source.find("OpenRouter") != std::string::npos;
  const std::string host = routed ? "openrouter" : fold(record.model.author);
  record.offers.push_back({host, host, source, input, output, priced});
  if (is_host(host)) record.model.available_on = {host};
  if (!output) return;
  record.model.tasks = {"chat"};
  record.model.chat = true;
  add_fact(record, "tasks", "chat: sold by the token", priced, "inferred");
}

void fill_closed_score(Record& record, const Curated& curated, std::size_t row,
                       const Replaced& replaced) {
  const DataTable& closed = curated.closed;
  const Number rating = closed.number(row, "rating");
  const std::string_view metric = closed.cell(row, "rating_metric");
  if (!rating || is_replaced_score(curated.metrics, metric, replaced)) return;
  record.scores.push_back({std::string(metric), *rating, closed.day(row, "rating_as_of"),
                           parse_choice(words::kGrade, "independent"), "",
                           std::string(closed.cell(row, "rating_source"))});
}

// What holds for a model without bases.
void fill_own_license(Model& model) {
  model.license_effective = model.license_class;
  model.license_verdict = parse_choice(words::kLicenseVerdict, "no-lineage");
}

}  // namespace

Record assemble(const HubRecord& hub, const Curated& curated, const Replaced& replaced,
                const Extra& extra) {
  Record record;
  fill_identity(record, hub);
  fill_status(record, hub, extra);
  const std::vector<std::string> telling = curated.telling(hub.tags);
  fill_derived(record, hub, curated, telling);
  fill_license(record, hub, curated);
  curated.user.override_license(record, curated.licenses);
  fill_lineage(record, hub, curated);
  fill_sizes(record, hub, curated);
  curated.user.override_sizes(record);
  fill_openness(record, hub, curated);
  fill_offers(record, hub, curated.prices, replaced, extra);
  fill_served_context(record, extra.served);
  fill_scores(record, hub, curated, replaced, extra);
  drop_medians(record.offers);
  curated.user.override_price(record);
  fill_available_on(record, hub);
  fill_as_of(record, hub);
  fill_tasks(record, hub, curated, telling, extra.sold_as_text);
  fill_own_license(record.model);
  return record;
}

void assemble_own(Record& record, const HubRecord& hub, const Curated& curated) {
  Model& model = record.model;
  for (Integer Model::*member : {&Model::params, &Model::active_params, &Model::context})
    (model.*member).reset();
  model.params_inferred.reset();
  model.architecture.clear();
  model.attention = {};
  model.base_models.clear();
  record.facts.clear();
  fill_own_identity(model, hub);
  fill_lineage(record, hub, curated);
  fill_sizes(record, hub, curated);
}

Record assemble_closed(const Curated& curated, std::size_t row, const Replaced& replaced,
                       const Extra& extra) {
  const DataTable& closed = curated.closed;
  Record record;
  Model& model = record.model;
  model.id = closed.cell(row, "id");
  model.name = closed.cell(row, "name");
  model.author = closed.cell(row, "author");
  model.context = closed.integer(row, "context");
  model.license_class = parse_choice(words::kLicenseClass, "proprietary");
  model.open_weights = parse_choice(words::kOpen, "closed");
  model.traditional_open_source = false;
  model.openness = 0;
  fill_closed_offer(record, closed, row);
  curated.user.override_price(record);
  fill_closed_score(record, curated, row, replaced);
  record.scores.insert(record.scores.end(), extra.scores.begin(), extra.scores.end());
  const Day priced = closed.day(row, "price_as_of");
  const std::string_view source = closed.cell(row, "price_source");
  model.as_of = std::max(priced, closed.day(row, "rating_as_of"));
  if (model.context) add_fact(record, "context", source, priced, "curated");
  add_fact(record, "open_weights", source, priced, "curated");
  fill_own_license(model);
  return record;
}

void fill_price(Record& record, Date newest) {
  const auto price = choose_price(record.offers, newest, {});
  if (!price) return;
  Model& model = record.model;
  model.price_input = price->offer.input;
  model.price_output = price->offer.output;
  model.price_blended = price->blended;
  model.price_provider = price->offer.host;
  model.price_source = price->offer.source;
  model.price_as_of = price->offer.as_of;
  model.price_old = price->old;
  model.price_min = price->min;
  model.price_max = price->max;
  model.providers = price->providers;
}

}  // namespace oms
