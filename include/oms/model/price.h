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

  friend constexpr bool operator==(Ratio, Ratio) = default;
};

// (input*in + output*out) / (input + output), rounded to 6 significant digits.
Decimal blend(Decimal input, Decimal output, Ratio ratio);
// Unknown when a side is missing.
Number blend_of(const Offer& offer, Ratio ratio);

// Quotes more than this older than the newest price in the catalog never beat a fresher one.
inline constexpr std::int32_t kFreshDays = 60;
// Above this a quote is an error of its source (price-quality-sources: 100,000-fold typos).
inline constexpr std::int64_t kAbsurdUsd = 200;

// What an application uses: tokens a call, calls a period. The bill is of the same period.
struct Workload {
  std::int64_t input = 0;   // tokens a call
  std::int64_t output = 0;  // tokens a call
  std::int64_t calls = 1;
  Number cached = {};  // share of the input tokens that a host reads from its cache, 0 to 1
};
// All tokens of a workload: so many cost no more than a Decimal holds, even at kAbsurdUsd.
inline constexpr std::int64_t kMostTokens = 40'000'000'000'000;

// USD, 6 significant digits. Unknown when a price that it takes is: the side without tokens is not
// needed, the one of cached tokens is where a share of them is.
Number bill_of(const Offer& offer, const Workload& workload);

// Middle of the values; of an even number the mean of both in the middle, to 6 significant digits.
// Unset for no values.
Number median(std::vector<Decimal> values);

// Whether a quote is far from those of other hosts: over 5 times their median blend, or under a
// fifth of it, with at least three hosts. Hosts differ by a factor of 4 in the middle
// (price-quality-sources of the design, section 7); further away is a quantized copy, a slip or a
// bargain: to be looked at, not to be thrown away. `offers`: one a host, without free ones.
inline constexpr std::int64_t kFarFromMedian = 5;
bool is_outlier(const Offer& offer, std::span<const Offer> offers, Ratio ratio);

// How one price is chosen out of many offers.
struct Pricing {
  Ratio ratio = {};
  std::optional<Workload> workload = {};  // then the cheapest for it, not by the blend
  Day not_before = {};                    // older quotes, and those without a date, do not count
};

struct Price {
  Offer offer = {};  // the one offer that is shown; input, output and blend come from it
  bool old = false;  // only old quotes: this is the newest of them
  Number blended = {};
  Number bill = {};  // of the workload, where there is one
  Number min = {};   // blended, over the hosts that count (fresh ones, or all when all are old)
  Number median = {};
  Number max = {};
  std::int64_t providers = 0;  // hosts with a usable quote that count
};

// Usable quotes (none negative, none above kAbsurdUsd), one a host: a host reached twice keeps the
// fresher quote when they are more than kFreshDays apart, else hub > openrouter > others, else the
// newer, else the first by route.
std::vector<Offer> one_offer_a_host(std::span<const Offer> offers);

// The cheapest fresh paid offer by bill or blend (by input where no offer has either); a model with
// only old quotes shows the newest (then the cheapest) of them; ties by host. An offer with input
// and output zero is free and counts only when no paid one is left. nullopt: no usable quote.
// `newest` is the newest price date in the catalog.
std::optional<Price> choose_price(std::span<const Offer> offers, Date newest,
                                  const Pricing& pricing);

}  // namespace oms
