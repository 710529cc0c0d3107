#include <algorithm>

#include "oms/base/text.h"
#include "oms/source/hub_record.h"
#include "oms/source/price_sources.h"
#include "source/exact_json.h"
#include "source/harvest.h"
#include "source/url.h"

namespace oms {
namespace {

constexpr std::string_view kSource = "OpenRouter GET /api/v1/models";
constexpr int kPerMillion = 6;  // USD per token → USD per 1M tokens: six decimal places

struct Listed {
  std::string name = {};  // vendor/slug[:variant]
  std::string hub_id = {};
  Number input = {};
  Number output = {};
  Number cached = {};
  Integer context = {};
  Integer host_context = {};
  Number index = {};  // AA Intelligence Index
  bool writes_text = false;
  std::string problem = {};

  std::string_view variant() const {
    const std::size_t colon = name.find(':');
    return colon == std::string::npos ? std::string_view() : std::string_view(name).substr(colon);
  }
  bool is_free() const { return variant() == ":free"; }
};

Listed read_listed(const nlohmann::json& json) {
  RecordReader record(json);
  Listed listed;
  listed.name = record.text("id");
  listed.hub_id = trim(record.text("hugging_face_id"));
  listed.context = record.integer("context_length");

  RecordReader pricing = record.object("pricing");
  listed.input = pricing.number("prompt", kPerMillion);
  listed.output = pricing.number("completion", kPerMillion);
  listed.cached = pricing.number("input_cache_read", kPerMillion);
  record.take_problem(pricing);

  RecordReader host = record.object("top_provider");
  listed.host_context = host.integer("context_length");
  record.take_problem(host);

  RecordReader architecture = record.object("architecture");
  const std::vector<std::string> modalities = architecture.words("output_modalities");
  listed.writes_text = std::find(modalities.begin(), modalities.end(), "text") != modalities.end();
  record.take_problem(architecture);

  RecordReader benchmarks = record.object("benchmarks");
  RecordReader analysis = benchmarks.object("artificial_analysis");
  listed.index = analysis.number("intelligence_index");
  record.take_problem(benchmarks);
  record.take_problem(analysis);

  listed.problem = record.problem();
  return listed;
}

bool varies(const Listed& listed) {
  return listed.input.value_or(Decimal{}) < Decimal{} ||
         listed.output.value_or(Decimal{}) < Decimal{};
}

void add_index(Harvest& harvest, const Listed& listed, Date as_of) {
  if (!listed.index) return;
  // A free variant repeats its base; which effort was measured is not said.
  harvest.scores.emplace_back(
      listed.hub_id,
      Observation{"aa", *listed.index, as_of, parse_choice(words::kGrade, "independent"), "",
                  "Artificial Analysis in " + std::string(kSource)});
}

// A cached token for nothing is as doubtful as any other zero.
Number cached_price(const Listed& listed) {
  const bool stated = listed.cached && *listed.cached > Decimal{};
  return stated ? listed.cached : Number();
}

// Base models come first: what a free variant repeats is then known already.
void add_offer(Harvest& harvest, const Listed& listed, Date as_of) {
  if (!is_hub_id(listed.hub_id)) {
    harvest.unmatched.push_back(printable_name(listed.name));
    return;
  }
  if (is_slip(listed.input) || is_slip(listed.output) || is_slip(listed.cached)) {
    return reject(harvest, listed.name, kSlip);
  }
  const Quote quote = quote_of(listed.input, listed.output, listed.is_free());
  harvest.offers.emplace_back(listed.hub_id,
                              Offer{"openrouter", "openrouter", std::string(kSource), quote.input,
                                    quote.output, as_of, cached_price(listed)});
  add_context(harvest, listed.hub_id, listed.context);
  add_context(harvest, listed.hub_id, listed.host_context);
  if (listed.writes_text && quote.known()) add_text_model(harvest, listed.hub_id);
  add_index(harvest, listed, as_of);
}

// Path and query of links.next, which may be relative or absolute.
std::string next_page(const nlohmann::json& body) {
  RecordReader page(body);
  const std::string next = page.object("links").text("next");
  const auto target = resolve(next, {"https://openrouter.ai:443", "/api/v1/models"});
  if (!target || path_of(target->target) != "/api/v1/models") return {};
  return target->target;
}

}  // namespace

Result<Harvest> parse_openrouter(std::string_view body, Date as_of) {
  constexpr std::string_view kWhat = "OpenRouter's model list";
  const auto json = parse_exact_json(body, kWhat);
  if (!json) return json.error();
  const auto records = records_of(*json, {"data"}, "id", kWhat);
  if (!records) return records.error();
  Harvest harvest;
  harvest.records = records->size();
  std::vector<Listed> free;
  for (const nlohmann::json* record : *records) {
    Listed listed = read_listed(*record);
    if (listed.name.starts_with('~')) continue;
    if (!listed.problem.empty() || listed.name.empty()) {
      reject(harvest, listed.name, listed.problem.empty() ? "id is missing" : listed.problem);
    } else if (listed.is_free()) {
      free.push_back(std::move(listed));
    } else if (listed.variant().empty() && !varies(listed)) {
      add_offer(harvest, listed, as_of);
    }
  }
  for (const Listed& listed : free) add_offer(harvest, listed, as_of);
  once_each(harvest);
  keep_first_scores(harvest);
  if (json->is_object()) harvest.next = next_page(*json);
  return harvest;
}

}  // namespace oms
