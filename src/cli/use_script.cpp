#include "cli/use_script.h"

#include <algorithm>

#include "cli/use_script_ask.h"
#include "cli/use_script_print.h"
#include "cli/use_text.h"
#include "cli/use_ways.h"
#include "oms/base/text.h"
#include "oms/render/render.h"
#include "oms/source/hub_record.h"

namespace oms {
namespace {

constexpr std::size_t kWidth = 80;

// Why a model cannot be asked in a chat; "" when it can.
std::string obstacle(const UseFacts& facts) {
  if (facts.closed) return "a closed model: the name that its API has for it is not known";
  if (!is_hub_id(facts.id)) return "its id is none that the Hub can have";
  if (facts.status == "gone" || facts.status == "disabled") return facts.status + " on the Hub";
  const bool text = facts.writes_text() || facts.chat || facts.task.empty();
  return text ? "" : "it is for " + facts.task + ", not for chats";
}

std::string quote_text(const Offer& offer) {
  return offer.host + ", " + (offer.as_of ? to_text(*offer.as_of) : "undated");
}

void take_price(TriedModel& asked, const std::vector<Offer>& offers, Day newest) {
  if (offers.empty()) return;
  const auto price = choose_price(offers, newest.value_or(Date{}), {});
  if (!price || !price->offer.input || !price->offer.output) return;
  asked.input = price->offer.input;
  asked.output = price->offer.output;
  asked.quote = quote_text(price->offer);
}

TriedModel asked_of(const UseFacts& facts) {
  TriedModel asked{.id = facts.id};
  std::vector<Offer> routed;
  const std::vector<RouterOffer> providers = router_offers(facts);
  for (const RouterOffer& entry : providers) routed.push_back(entry.offer);
  if (routed.empty()) {
    take_price(asked, facts.offers, facts.newest_price);
    return asked;
  }
  take_price(asked, routed, facts.newest_price);
  asked.router_model = facts.id;
  // Without a quote the router chooses; with one, the provider who asks that price is asked.
  for (const RouterOffer& entry : providers) {
    const bool priced = !asked.quote.empty() && quote_text(entry.offer) == asked.quote &&
                        entry.offer.input == asked.input && entry.offer.output == asked.output;
    if (!priced) continue;
    asked.router_model = facts.id + ":" + entry.provider;
    break;
  }
  return asked;
}

// A literal of Python: what JSON escapes, Python reads alike.
std::string literal(std::string_view text) { return text.empty() ? "None" : json_quote(text); }
std::string literal(const Number& number) { return number ? literal(to_text(*number)) : "None"; }

std::string rows(const TryScript& script) {
  std::string text;
  for (const TriedModel& asked : script.asked) {
    text += "    Model(" + literal(asked.id) +
            ",\n          router=" + literal(asked.router_model) +
            ",\n          input=" + literal(asked.input) + ", output=" + literal(asked.output) +
            ", quote=" + literal(asked.quote) + "),\n";
  }
  return text;
}

std::string remarks(const TryScript& script) {
  std::string text;
  for (const TriedModel& asked : script.asked) {
    if (!asked.router_model.empty()) continue;
    text += comment(
        asked.id + ": no provider of the router is known; asked only at " + "OMS_TRY_BASE_URL",
        kWidth);
  }
  for (const UntriedModel& left : script.left_out) {
    text += comment("left out: " + left.id + ", " + left.why, kWidth);
  }
  return text;
}

void replace(std::string& text, std::string_view mark, std::string_view by) {
  const std::size_t at = text.find(mark);
  if (at != std::string::npos) text.replace(at, mark.size(), by);
}

}  // namespace

TryScript try_script(std::span<const UseFacts> models) {
  TryScript script;
  for (const UseFacts& facts : models) {
    const auto same = [&](const auto& entry) { return entry.id == facts.id; };
    if (std::any_of(script.asked.begin(), script.asked.end(), same)) continue;
    if (std::any_of(script.left_out.begin(), script.left_out.end(), same)) continue;
    if (std::string why = obstacle(facts); !why.empty()) {
      script.left_out.push_back({facts.id, std::move(why)});
    } else {
      script.asked.push_back(asked_of(facts));
    }
  }
  return script;
}

std::string script_text(const TryScript& script, std::string_view version) {
  std::string text(kTryAsk);
  replace(text, "@VERSION@", version);
  replace(text, "    # @MODELS@\n", rows(script));
  replace(text, "# @REMARKS@\n", remarks(script));
  return text + std::string(kTryPrint);
}

}  // namespace oms
