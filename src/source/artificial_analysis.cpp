#include <algorithm>
#include <array>

#include "oms/base/text.h"
#include "oms/source/price_sources.h"
#include "source/exact_json.h"
#include "source/harvest.h"

namespace oms {
namespace {

constexpr std::string_view kHost = "artificial-analysis";
constexpr std::string_view kPriceSource =
    "Artificial Analysis: the maker's price, else the median of hosts";

struct Analyzed {
  std::string key = {};  // stays when name and slug change; slugs are even used again
  std::string name = {};
  std::string owner = {};
  Number index = {};
  Number input = {};
  Number output = {};
  std::string problem = {};
};

Analyzed read_model(const nlohmann::json& json) {
  RecordReader record(json);
  Analyzed model;
  model.key = record.text("id");
  model.name = trim(record.text("name"));
  RecordReader creator = record.object("model_creator");
  model.owner = creator.text("name");
  record.take_problem(creator);
  RecordReader evaluations = record.object("evaluations");
  model.index = evaluations.number("artificial_analysis_intelligence_index");
  record.take_problem(evaluations);
  RecordReader pricing = record.object("pricing");
  model.input = pricing.number("price_1m_input_tokens");
  model.output = pricing.number("price_1m_output_tokens");
  record.take_problem(pricing);
  model.problem = record.problem();
  if (model.problem.empty() && model.key.empty()) model.problem = "id is missing";
  if (model.problem.empty() && model.index &&
      (*model.index < Decimal{} || *model.index > decimal(100))) {
    model.problem = "its index " + to_text(*model.index) + " is not between 0 and 100";
  }
  return model;
}

// "gpt-oss-120B (high)" → "high"
std::string effort_in(std::string_view name) {
  const std::size_t open = name.rfind(" (");
  if (open == std::string_view::npos || !name.ends_with(')')) return {};
  return std::string(name.substr(open + 2, name.size() - open - 3));
}

void add_model(Harvest& harvest, const nlohmann::json& json, const std::string& source,
               Date as_of) {
  const Analyzed model = read_model(json);
  if (!model.problem.empty()) {
    return reject(harvest, model.name.empty() ? model.key : model.name, model.problem);
  }
  const std::string& name = model.name.empty() ? model.key : model.name;
  harvest.names.push_back({model.key, printable_name(name), printable_name(model.owner)});
  if (model.index) {
    harvest.scores.emplace_back(model.key,
                                Observation{"aa", round_significant(*model.index), as_of,
                                            parse_choice(words::kGrade, "independent"),
                                            printable_name(effort_in(model.name)), source});
  }
  if (is_slip(model.input) || is_slip(model.output)) {
    return reject(harvest, model.name, kSlip);
  }
  const Quote quote = quote_of(model.input, model.output, /*free=*/false);
  if (!quote.known()) return;
  harvest.offers.emplace_back(
      model.key, Offer{std::string(kHost), std::string(kHost), std::string(kPriceSource),
                       quote.input, quote.output, as_of});
}

std::string source_of(const nlohmann::json& body) {
  std::string source = "Artificial Analysis API";
  const Number version =
      body.is_object() ? RecordReader(body).number("intelligence_index_version") : Number();
  if (version) source += ", index version " + to_text(*version);
  return source;
}

std::string next_page(const nlohmann::json& body) {
  if (!body.is_object()) return {};
  RecordReader page = RecordReader(body).object("pagination");
  const Integer number = page.integer("page");
  const Integer pages = page.integer("total_pages");
  if (!page.flag("has_more").value_or(false) || !number) return {};
  if (pages && *number >= *pages) return {};
  return "/api/v2/language/models/free?page=" + std::to_string(*number + 1);
}

// Words of efforts; one that holds another comes before it.
constexpr std::array<std::pair<std::string_view, int>, 10> kEfforts = {{{"xhigh", 6},
                                                                        {"max", 6},
                                                                        {"high", 5},
                                                                        {"medium", 3},
                                                                        {"low", 2},
                                                                        {"minimal", 1},
                                                                        {"non-reasoning", 0},
                                                                        {"non-thinking", 0},
                                                                        {"reasoning", 4},
                                                                        {"thinking", 4}}};

int effort_rank(std::string_view variant) {
  for (const auto& [word, rank] : kEfforts) {
    if (contains_folded(variant, word)) return rank;
  }
  return 3;  // the usual one
}

}  // namespace

Result<Harvest> parse_artificial_analysis(std::string_view body, Date as_of) {
  constexpr std::string_view kWhat = "Artificial Analysis' model list";
  const auto json = parse_exact_json(body, kWhat);
  if (!json) return json.error();
  const auto records = records_of(*json, {"data", "models"}, "evaluations", kWhat);
  if (!records) return records.error();
  if (!records->empty() && !records->front()->contains("evaluations")) {
    return Error{Errc::data, std::string(kWhat) + " has no member 'evaluations'", ""};
  }
  Harvest harvest;
  harvest.records = records->size();
  const std::string source = source_of(*json);
  for (const nlohmann::json* record : *records) add_model(harvest, *record, source, as_of);
  harvest.next = next_page(*json);
  return harvest;
}

void highest_effort_first(Harvest& whole) {
  std::stable_sort(whole.scores.begin(), whole.scores.end(), [](const auto& a, const auto& b) {
    return effort_rank(a.second.variant) > effort_rank(b.second.variant);
  });
}

}  // namespace oms
