// Bodies of the price and score services → offers and observations. Pure: body in, rows out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/records.h"

namespace oms {

// What one body says. Ids are the source's own spelling of a Hub id, or, from a source that knows
// no Hub ids, a key of its own; joining happens later.
struct Harvest {
  struct Sized {
    std::string id = {};
    std::int64_t tokens = 0;
  };
  // What stands behind a key of the source's own.
  struct Named {
    std::string key = {};
    std::string name = {};   // as people know it; may be the key itself
    std::string owner = {};  // who made the model
  };
  std::vector<std::pair<std::string, Offer>> offers = {};
  std::vector<std::pair<std::string, Observation>> scores = {};
  std::vector<Sized> contexts = {};           // longest context that the source states
  std::vector<std::string> text_models = {};  // ids sold by the token with text output (chat rule)
  std::vector<Named> names = {};              // of a source with keys of its own
  std::vector<std::string> unmatched = {};    // names without a usable Hub id
  std::vector<std::string> rejected = {};     // "name: reason", a record that cannot be read
  std::size_t records = 0;
  std::string next = {};  // path and query of the next page, "" at the end
};

// GET https://router.huggingface.co/v1/models. USD per 1M tokens as numbers with float noise:
// rounded to 6 significant digits. Only status live; 0/0 without is_free is unknown.
// Offer.host is the canonical host word, route "huggingface:<provider>".
Result<Harvest> parse_router(std::string_view body, Date as_of);

// GET https://openrouter.ai/api/v1/models. USD per token as strings: × 1e6, exact. Ids beginning
// with '~' and negative prices are dropped; ":free" is a free offer, ":batch" and other variants
// are left out; 0 without ":free" is unknown. Carries Artificial Analysis indexes (metric `aa`).
Result<Harvest> parse_openrouter(std::string_view body, Date as_of);

// GET /rows?dataset=OpenEvals/leaderboard-data…: scores 0-100 per benchmark; aggregate_score is
// not used. Bare NaN is missing.
Result<Harvest> parse_openevals(std::string_view body, Date as_of);

// GET /rows?dataset=lmarena-ai/leaderboard-dataset…: ratings (metric `arena`) by the Arena's own
// names, category overall only. There is no next page behind its last row.
Result<Harvest> parse_arena(std::string_view body, Date as_of);
// One list is one day: drops the scores of older ones.
void keep_newest_day(Harvest& whole);

// GET /rows?dataset=open-llm-leaderboard/contents…: the mean and two of its six tests, 0-100.
// Flagged models and merges are left out. A run is the scores of one row, its mean first.
Result<Harvest> parse_open_llm(std::string_view body, Date as_of);
// Of the runs of one model (precisions) the one with the best mean; its variant says so.
void keep_best_run(Harvest& whole);

// The Open ASR leaderboard's CSV of the English short form: average word error rate. -1 is missing;
// proprietary rows have ids that are not on the Hub.
Result<Harvest> parse_open_asr(std::string_view body, Date as_of);

// GET /api/v2/language/models/free or /api/v2/data/llms/models: the Intelligence Index (metric
// `aa`) and a price, by the service's own key. Several rows a model, one for each effort, which
// becomes the variant. Fractions beside the index are not used. Price 0 is missing.
Result<Harvest> parse_artificial_analysis(std::string_view body, Date as_of);
// Of equally strong scores the first is shown: that of the highest effort.
void highest_effort_first(Harvest& whole);

// Whether a body was damaged on its way, so that asking again may help; else it is whole, but has
// not the shape that we know.
bool is_garbled(const Error& parse_error);

// inferenceProviderMapping of one Hub record (array on lists, object on details).
// Prices only where providerDetails.pricing has them and status is live.
Result<Harvest> parse_provider_mapping(std::string_view id, std::string_view json, Date as_of);

// "fireworks-ai" → "fireworks", "hf-inference" → "hf-inference": one name a host
// (rows of data/hosts.tsv for known routes; else the provider's own word, lower case).
std::string host_word(std::string_view provider);

}  // namespace oms
