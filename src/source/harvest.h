// What the readers of price services share.
#pragma once

#include <string>
#include <string_view>

#include "oms/source/price_sources.h"

namespace oms {

// A pair of prices as a service states it. Zero is "unknown" unless the service says free, and a
// negative price means "varies", which is unknown as well.
struct Quote {
  Number input = {};
  Number output = {};

  bool known() const { return input || output; }
};
Quote quote_of(Number input, Number output, bool free);

// Whether a price, in USD per 1M tokens, is that of another unit: slips of 100,000 times occur. No
// open model is sold for more than 200.
bool is_slip(Number price);
inline constexpr std::string_view kSlip = "its price is over 200 USD per 1M tokens";

// Adds what a service says of the model `id`, perhaps once more: once_each() comes behind all.
void add_context(Harvest& harvest, std::string_view id, Integer tokens);
void add_text_model(Harvest& harvest, std::string_view id);
// Of each model, letter case aside, keeps one context, the longest, and one entry as text model.
void once_each(Harvest& harvest);
// Keeps the first score of each model, for a service that has one metric.
void keep_first_scores(Harvest& harvest);

// "name: reason"; a name that came from the network is made safe to print.
void reject(Harvest& harvest, std::string_view name, std::string_view reason);
std::string printable_name(std::string_view name);

// "zai-org/GLM-5.2:cheapest" → "zai-org/GLM-5.2"
std::string_view without_suffix(std::string_view id);

}  // namespace oms
