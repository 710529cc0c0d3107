#include "oms/model/price.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace oms {
namespace {

constexpr std::int64_t kMostDigits = 1'000'000;  // a price shows 6 significant digits

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

auto cheapness(const Offer& offer, Ratio ratio) {
  return std::tuple(rank(blend_of(offer, ratio)), rank(offer.input), last_resort(offer));
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

// Middle of a sorted, non-empty list.
Decimal median(const std::vector<Decimal>& sorted) {
  const std::size_t half = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[half] : blend(sorted[half - 1], sorted[half], {1, 1});
}

template <typename Keep>
std::vector<Offer> only(const std::vector<Offer>& offers, Keep keep) {
  std::vector<Offer> kept;
  std::copy_if(offers.begin(), offers.end(), std::back_inserter(kept), keep);
  return kept.empty() ? offers : kept;
}

const Offer& shown(const std::vector<Offer>& offers, bool old, Ratio ratio) {
  return *std::min_element(offers.begin(), offers.end(),
                           [old, ratio](const Offer& a, const Offer& b) {
                             if (old && age_rank(a) != age_rank(b))
                               return age_rank(a) < age_rank(b);
                             return cheapness(a, ratio) < cheapness(b, ratio);
                           });
}

}  // namespace

Decimal blend(Decimal input, Decimal output, Ratio ratio) {
  const Int128 divisor = Int128{ratio.input} + ratio.output;
  const Int128 sum =
      Int128{ratio.input} * input.billionths + Int128{ratio.output} * output.billionths;
  // One rounding: first to a billionth and then to 6 digits could round twice.
  Int128 unit = 1;
  for (Int128 rest = sum / divisor; rest >= kMostDigits || rest <= -kMostDigits; rest /= 10) {
    unit *= 10;
  }
  const Int128 step = divisor * unit;
  const Int128 half = sum < 0 ? -step : step;
  const Int128 rounded = (2 * sum + half) / (2 * step);
  return Decimal{static_cast<std::int64_t>(rounded * unit)};
}

Number blend_of(const Offer& offer, Ratio ratio) {
  if (!offer.input || !offer.output) return std::nullopt;
  return blend(*offer.input, *offer.output, ratio);
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

std::optional<Price> choose_price(std::span<const Offer> offers, Date newest, Ratio ratio) {
  std::vector<Offer> counted = one_offer_a_host(offers);
  if (counted.empty()) return std::nullopt;
  const bool old = std::all_of(counted.begin(), counted.end(),
                               [newest](const Offer& offer) { return is_old(offer, newest); });
  if (!old)
    counted = only(counted, [newest](const Offer& offer) { return !is_old(offer, newest); });
  counted = only(counted, [](const Offer& offer) { return !is_free(offer); });

  std::vector<Decimal> blends;
  for (const Offer& offer : counted) {
    if (const Number blended = blend_of(offer, ratio)) blends.push_back(*blended);
  }
  std::sort(blends.begin(), blends.end());

  const std::vector<Offer> whole =
      only(counted, [](const Offer& offer) { return offer.input && offer.output; });
  Price price{.offer = shown(whole, old, ratio), .old = old};
  price.blended = blend_of(price.offer, ratio);
  if (!blends.empty()) {
    price.min = blends.front();
    price.median = median(blends);
    price.max = blends.back();
  }
  price.providers = static_cast<std::int64_t>(counted.size());
  return price;
}

}  // namespace oms
