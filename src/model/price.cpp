#include "oms/model/price.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace oms {
namespace {

constexpr std::int64_t kMostDigits = 1'000'000;  // a price shows 6 significant digits
constexpr std::int64_t kPerMillion = 1'000'000;  // prices are those of so many tokens

// numerator / divisor, rounded once to 6 significant digits: first to a billionth and then to 6
// digits could round twice.
Decimal quotient(Int128 numerator, Int128 divisor) {
  Int128 unit = 1;
  for (Int128 rest = numerator / divisor; rest >= kMostDigits || rest <= -kMostDigits; rest /= 10) {
    unit *= 10;
  }
  const Int128 step = divisor * unit;
  const Int128 half = numerator < 0 ? -step : step;
  const Int128 rounded = (2 * numerator + half) / (2 * step);
  return Decimal{static_cast<std::int64_t>(rounded * unit)};
}

bool is_usable(const Offer& offer) {
  const auto sane = [](const Number& price) {
    return !price || (*price >= decimal(0) && *price <= decimal(kAbsurdUsd));
  };
  return (offer.input || offer.output) && sane(offer.input) && sane(offer.output);
}

bool is_free(const Offer& offer) {
  return offer.input.value_or(Decimal{}) == Decimal{} &&
         offer.output.value_or(Decimal{}) == Decimal{};
}

// A quote without a date counts as old.
bool is_old(const Offer& offer, Date newest) {
  return !offer.as_of || newest.days - offer.as_of->days > kFreshDays;
}

// An offer whose host is not told stands for itself.
std::string_view host_of(const Offer& offer) {
  return offer.host.empty() ? std::string_view(offer.route) : std::string_view(offer.host);
}

int route_rank(std::string_view route) {
  if (route.starts_with("huggingface:") || route == "hub" || route == "router") return 0;
  return route == "openrouter" ? 1 : 2;
}

// Newest first; known before unknown.
std::int64_t age_rank(const Offer& offer) {
  constexpr std::int64_t kNoDate = std::int64_t{1} << 40;
  return offer.as_of ? -std::int64_t{offer.as_of->days} : kNoDate;
}

// Missing after present, then the smaller one.
std::pair<bool, Decimal> rank(const Number& number) {
  return {!number.has_value(), number.value_or(Decimal{})};
}

// Makes every order below total, so that no result depends on the order of the offers.
auto last_resort(const Offer& offer) {
  return std::tuple(host_of(offer), std::string_view(offer.route), rank(offer.input),
                    rank(offer.output), std::string_view(offer.source));
}

auto preference_within_host(const Offer& offer) {
  return std::tuple(is_free(offer), route_rank(offer.route), age_rank(offer), last_resort(offer));
}

// What offers are compared by.
Number cost_of(const Offer& offer, const Pricing& pricing) {
  return pricing.workload ? bill_of(offer, *pricing.workload) : blend_of(offer, pricing.ratio);
}

auto cheapness(const Offer& offer, const Pricing& pricing) {
  return std::tuple(rank(cost_of(offer, pricing)), rank(offer.input), last_resort(offer));
}

// The quote that stands for a host; `offers` are all usable and of that host, at least one.
const Offer& best_of_host(std::span<const Offer* const> offers) {
  Day newest;
  for (const Offer* offer : offers) newest = std::max(newest, offer->as_of);
  const Offer* best = nullptr;
  for (const Offer* offer : offers) {
    if (newest && is_old(*offer, *newest)) continue;
    if (best == nullptr || preference_within_host(*offer) < preference_within_host(*best)) {
      best = offer;
    }
  }
  return *best;
}

template <typename Keep>
std::vector<Offer> only(const std::vector<Offer>& offers, Keep keep) {
  std::vector<Offer> kept;
  std::copy_if(offers.begin(), offers.end(), std::back_inserter(kept), keep);
  return kept.empty() ? offers : kept;
}

const Offer& shown(const std::vector<Offer>& offers, bool old, const Pricing& pricing) {
  return *std::min_element(offers.begin(), offers.end(), [&](const Offer& a, const Offer& b) {
    if (old && age_rank(a) != age_rank(b)) return age_rank(a) < age_rank(b);
    return cheapness(a, pricing) < cheapness(b, pricing);
  });
}

std::vector<Offer> young_enough(std::span<const Offer> offers, const Day& not_before) {
  std::vector<Offer> kept;
  std::copy_if(offers.begin(), offers.end(), std::back_inserter(kept), [&](const Offer& offer) {
    return !not_before || (offer.as_of && *offer.as_of >= *not_before);
  });
  return kept;
}

}  // namespace

Decimal blend(Decimal input, Decimal output, Ratio ratio) {
  const Int128 sum =
      Int128{ratio.input} * input.billionths + Int128{ratio.output} * output.billionths;
  return quotient(sum, Int128{ratio.input} + ratio.output);
}

Number median(std::vector<Decimal> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : blend(values[half - 1], values[half], {1, 1});
}

Number blend_of(const Offer& offer, Ratio ratio) {
  if (!offer.input || !offer.output) return std::nullopt;
  return blend(*offer.input, *offer.output, ratio);
}

// Tokens are counted in billionths: a share of them may be cached.
Number bill_of(const Offer& offer, const Workload& workload) {
  const std::int64_t share = workload.cached.value_or(Decimal{}).billionths;
  const Int128 cached = Int128{workload.input} * share;
  const Int128 input = Int128{workload.input} * Decimal::kScale - cached;
  const Int128 output = Int128{workload.output} * Decimal::kScale;
  Int128 sum = 0;
  const std::pair<Int128, Number> sides[] = {
      {input, offer.input}, {cached, offer.cached}, {output, offer.output}};
  for (const auto& [tokens, price] : sides) {
    if (tokens == 0) continue;
    if (!price) return std::nullopt;
    sum += tokens * price->billionths;
  }
  return quotient(sum * workload.calls, Int128{Decimal::kScale} * kPerMillion);
}

bool is_outlier(const Offer& offer, std::span<const Offer> offers, Ratio ratio) {
  constexpr std::size_t kFewest = 3;
  std::vector<Decimal> blends;
  for (const Offer& other : offers) {
    if (const Number blended = blend_of(other, ratio)) blends.push_back(*blended);
  }
  const Number here = blend_of(offer, ratio);
  if (!here || *here == Decimal{} || blends.size() < kFewest) return false;
  const Int128 middle = median(std::move(blends))->billionths;
  return here->billionths > middle * kFarFromMedian ||
         Int128{here->billionths} * kFarFromMedian < middle;
}

std::vector<Offer> one_offer_a_host(std::span<const Offer> offers) {
  std::vector<const Offer*> usable;
  for (const Offer& offer : offers) {
    if (is_usable(offer)) usable.push_back(&offer);
  }
  std::stable_sort(usable.begin(), usable.end(),
                   [](const Offer* a, const Offer* b) { return host_of(*a) < host_of(*b); });

  std::vector<Offer> kept;
  for (std::size_t first = 0; first < usable.size();) {
    std::size_t last = first + 1;
    while (last < usable.size() && host_of(*usable[last]) == host_of(*usable[first])) ++last;
    kept.push_back(best_of_host(std::span(usable).subspan(first, last - first)));
    first = last;
  }
  return kept;
}

std::optional<Price> choose_price(std::span<const Offer> offers, Date newest,
                                  const Pricing& pricing) {
  std::vector<Offer> counted = one_offer_a_host(young_enough(offers, pricing.not_before));
  if (counted.empty()) return std::nullopt;
  const bool old = std::all_of(counted.begin(), counted.end(),
                               [newest](const Offer& offer) { return is_old(offer, newest); });
  if (!old)
    counted = only(counted, [newest](const Offer& offer) { return !is_old(offer, newest); });
  counted = only(counted, [](const Offer& offer) { return !is_free(offer); });

  std::vector<Decimal> blends;
  for (const Offer& offer : counted) {
    if (const Number blended = blend_of(offer, pricing.ratio)) blends.push_back(*blended);
  }
  const std::vector<Offer> whole =
      only(counted, [&](const Offer& offer) { return cost_of(offer, pricing).has_value(); });
  Price price{.offer = shown(whole, old, pricing), .old = old};
  price.blended = blend_of(price.offer, pricing.ratio);
  if (pricing.workload) price.bill = bill_of(price.offer, *pricing.workload);
  if (!blends.empty()) {
    const auto [lowest, highest] = std::minmax_element(blends.begin(), blends.end());
    price.min = *lowest;
    price.max = *highest;
  }
  price.median = median(std::move(blends));
  price.providers = static_cast<std::int64_t>(counted.size());
  return price;
}

}  // namespace oms
