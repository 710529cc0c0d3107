#include "source/harvest.h"

#include <algorithm>

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
  if (tokens.value_or(0) <= 0) return;
  const auto found =
      std::find_if(harvest.contexts.begin(), harvest.contexts.end(),
                   [&](const Harvest::Sized& sized) { return equal_folded(sized.id, id); });
  if (found == harvest.contexts.end()) {
    harvest.contexts.push_back({std::string(id), *tokens});
  } else {
    found->tokens = std::max(found->tokens, *tokens);
  }
}

void add_text_model(Harvest& harvest, std::string_view id) {
  const bool known = std::any_of(harvest.text_models.begin(), harvest.text_models.end(),
                                 [&](const std::string& other) { return equal_folded(other, id); });
  if (!known) harvest.text_models.emplace_back(id);
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
