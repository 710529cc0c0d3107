// The blocks of `show` about price and quality: every offer and every score, with its date.
#include <algorithm>

#include "cli/show_text.h"
#include "oms/base/text.h"

namespace oms {
namespace {

std::string money(const Number& price, std::string_view dash) {
  if (!price) return std::string(dash);
  return *price == Decimal{} ? "free" : to_money(*price);
}

std::string day_text(const Day& day, std::string_view dash) {
  return day ? to_text(*day) : std::string(dash);
}

void add_offer_shown(ShowPage& show, const ShownOffer& entry) {
  Page& page = show.page;
  const Offer& offer = entry.offer;
  const std::string_view dash = page.dash();
  page.item("price", money(offer.input, dash) + " in, " + money(offer.output, dash) + " out, " +
                         money(entry.blended, dash) + " blended 3:1");
  page.item("", offer.host + ", " + day_text(offer.as_of, "undated"),
            show.references.cite(offer.source));
  if (show.shown.value("price_old") == Value(true)) {
    page.item("", "an old quote: over 60 days behind the newest price of the catalog");
  }
}

void add_range(Page& page, const Shown& shown) {
  const Value lowest = shown.value("price_min");
  const Value highest = shown.value("price_max");
  const Value hosts = shown.value("providers");
  const auto* low = std::get_if<Decimal>(&lowest);
  const auto* high = std::get_if<Decimal>(&highest);
  const auto* count = std::get_if<std::int64_t>(&hosts);
  if (low == nullptr || high == nullptr || count == nullptr || *count < 2) return;
  page.item("range", money(*low, "") + " to " + money(*high, "") + " blended, " +
                         std::to_string(*count) + " hosts");
}

void add_offers(Page& page, const Shown& shown) {
  const bool cached = std::any_of(shown.offers.begin(), shown.offers.end(),
                                  [](const auto& entry) { return entry.offer.cached.has_value(); });
  std::vector<PageColumn> columns = {{.title = "HOST"},
                                     {.title = "IN", .right = true},
                                     {.title = "OUT", .right = true},
                                     {.title = "BLEND", .right = true},
                                     {.title = "DATE"},
                                     {.title = "VIA"}};
  constexpr std::ptrdiff_t kBehindInput = 2;
  if (cached) columns.insert(columns.begin() + kBehindInput, {.title = "CACHED", .right = true});
  std::vector<std::vector<std::string>> rows;
  const std::string_view dash = page.dash();
  for (const ShownOffer& entry : shown.offers) {
    const Offer& offer = entry.offer;
    std::string route = offer.route;
    if (entry.shown) route += ", shown";
    if (entry.old) route += ", old";
    if (entry.outlier) route += ", far from the median";
    rows.push_back({offer.host, money(offer.input, dash), money(offer.output, dash),
                    money(entry.blended, dash), day_text(offer.as_of, dash), route});
    if (!cached) continue;
    rows.back().insert(rows.back().begin() + kBehindInput, money(offer.cached, dash));
  }
  page.blank();
  page.rows(columns, rows);
}

}  // namespace

void add_price(ShowPage& show) {
  const Shown& shown = show.shown;
  Page& page = show.page;
  if (shown.offers.empty()) {
    page.heading("Price", "none known");
    return;
  }
  page.heading("Price", "USD per 1M tokens");
  const auto entry = std::find_if(shown.offers.begin(), shown.offers.end(),
                                  [](const ShownOffer& offer) { return offer.shown; });
  if (entry != shown.offers.end()) {
    add_offer_shown(show, *entry);
    add_range(page, shown);
  } else {
    page.paragraph("no quote that can be used");
  }
  if (shown.offers.size() > 1 || entry == shown.offers.end()) add_offers(page, shown);
}

void add_quality(ShowPage& show) {
  const Shown& shown = show.shown;
  Page& page = show.page;
  if (shown.scores.empty()) {
    page.heading("Quality", "no score known");
    return;
  }
  page.heading("Quality");
  const std::vector<PageColumn> columns = {{.title = "METRIC"},
                                           {.title = "VALUE", .right = true},
                                           {.title = "UNIT"},
                                           {.title = "DATE"},
                                           {.title = "GRADE, SOURCE"}};
  std::vector<std::vector<std::string>> rows;
  const std::string_view dash = page.dash();
  for (const ShownScore& score : shown.scores) {
    const Observation& seen = score.observation;
    const bool known = score.metric != nullptr;
    std::string unit(known ? score.metric->unit : "");
    if (known && score.metric->better == Better::lower) unit += ", lower is better";
    std::string origin(word_of(words::kGrade, seen.grade));
    origin += " " + show.references.cite(seen.source);
    if (!seen.variant.empty()) origin += " " + seen.variant;
    rows.push_back({known ? std::string(score.metric->title) : seen.metric, to_text(seen.value),
                    unit, day_text(seen.as_of, dash), origin});
  }
  page.rows(columns, rows);
}

}  // namespace oms
