#include "source/harvest.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "oms/base/text.h"
#include "source/exact_json.h"

namespace oms {
namespace {

constexpr std::size_t kNameColumns = 100;

Number known_price(Number price, bool free) {
  if (!price || *price < Decimal{}) return {};
  if (*price == Decimal{} && !free) return {};
  return round_significant(*price);
}

}  // namespace

Quote quote_of(Number input, Number output, bool free) {
  const bool nothing_stated = !input && !output;
  if (free && nothing_stated) return {Decimal{}, Decimal{}};
  return {known_price(input, free), known_price(output, free)};
}

bool is_slip(Number price) { return price && *price > decimal(200); }

bool is_garbled(const Error& parse_error) { return parse_error.what.ends_with(kNotJson); }

void add_context(Harvest& harvest, std::string_view id, Integer tokens) {
  if (tokens.value_or(0) > 0) harvest.contexts.push_back({std::string(id), *tokens});
}

void add_text_model(Harvest& harvest, std::string_view id) { harvest.text_models.emplace_back(id); }

void once_each(Harvest& harvest) {
  std::unordered_map<std::string, std::size_t> places;
  std::vector<Harvest::Sized> contexts;
  for (Harvest::Sized& sized : harvest.contexts) {
    const auto [place, is_new] = places.try_emplace(fold(sized.id), contexts.size());
    if (is_new) {
      contexts.push_back(std::move(sized));
    } else {
      Harvest::Sized& longest = contexts[place->second];
      longest.tokens = std::max(longest.tokens, sized.tokens);
    }
  }
  harvest.contexts = std::move(contexts);
  std::unordered_set<std::string> seen;
  std::erase_if(harvest.text_models,
                [&](const std::string& id) { return !seen.insert(fold(id)).second; });
}

void keep_first_scores(Harvest& harvest) {
  std::unordered_set<std::string> seen;
  std::erase_if(harvest.scores,
                [&](const auto& entry) { return !seen.insert(fold(entry.first)).second; });
}

void reject(Harvest& harvest, std::string_view name, std::string_view reason) {
  const std::string shown = name.empty() ? "a record without a name" : printable_name(name);
  harvest.rejected.push_back(shown + ": " + std::string(reason));
}

std::string printable_name(std::string_view name) {
  return shorten(printable(name), kNameColumns, Cut::middle, "...");
}

std::string_view without_suffix(std::string_view id) { return id.substr(0, id.find(':')); }

}  // namespace oms
