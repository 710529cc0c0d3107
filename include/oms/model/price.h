// One price out of many offers. Money is exact: USD per 1M tokens, 6 significant digits.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "oms/model/records.h"

namespace oms {

// Blend of input and output price, e.g. 3:1.
struct Ratio {
  std::int64_t input = 3;
  std::int64_t output = 1;
};

// (input*in + output*out) / (input + output), rounded to 6 significant digits.
Decimal blend(Decimal input, Decimal output, Ratio ratio);
// Unknown when a side is missing.
Number blend_of(const Offer& offer, Ratio ratio);

// Quotes more than this older than the newest price in the catalog never beat a fresher one.
inline constexpr std::int32_t kFreshDays = 60;
// Above this a quote is an error of its source (price-quality-sources: 100,000-fold typos).
inline constexpr std::int64_t kAbsurdUsd = 200;

struct Price {
  Offer offer = {};    // the one offer that is shown; input, output and blend come from it
  bool old = false;    // only old quotes: this is the newest of them
  Number blended = {};
  Number min = {};     // blended, over the hosts that count (fresh ones, or all when all are old)
  Number median = {};
  Number max = {};
  std::int64_t providers = 0;  // hosts with a usable quote that count
};

// Usable quotes (none negative, none above kAbsurdUsd), one a host: a host reached twice keeps the
// fresher quote when they are more than kFreshDays apart, else hub > openrouter > others, else the
// newer, else the first by route.
std::vector<Offer> one_offer_a_host(std::span<const Offer> offers);

// The cheapest fresh paid offer by blend (by input where no offer has a blend); a model with only
// old quotes shows the newest (then the cheapest) of them; ties by host. An offer with input and
// output zero is free and counts only when no paid one is left. nullopt: no usable quote.
// `newest` is the newest price date in the catalog.
std::optional<Price> choose_price(std::span<const Offer> offers, Date newest, Ratio ratio);

}  // namespace oms
