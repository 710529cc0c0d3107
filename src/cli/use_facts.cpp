#include "cli/use_facts.h"

#include <algorithm>
#include <array>

#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::string_view kRouterRoute = "huggingface:";

std::string text_of(const Value& value) {
  const auto* text = std::get_if<std::string_view>(&value);
  return text == nullptr ? std::string() : std::string(*text);
}

std::vector<std::string> list_of(const Value& value) {
  const auto* list = std::get_if<TextList>(&value);
  return list == nullptr ? std::vector<std::string>()
                         : std::vector<std::string>(list->begin(), list->end());
}

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string task_of_base(const Shown& shown) {
  if (shown.bases.size() != 1) return "";
  const Row base = shown.tables->catalog.find_exact(shown.bases.front().id);
  return base == kNoRow ? "" : text_of(shown.table().value(field_id("task"), base));
}

// A name that can stand behind a model's: what the router sends is not ours.
bool is_provider(std::string_view name) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !name.empty() && name.find_first_not_of(kLetters) == std::string_view::npos;
}

}  // namespace

bool UseFacts::has_tag(std::string_view tag) const { return contains(tags, tag); }

bool UseFacts::has_task(std::string_view word) const {
  return task == word || contains(tasks, word);
}

bool UseFacts::made_for(std::string_view program) const {
  return library == program || (library.empty() && has_tag(program));
}

bool UseFacts::is_gguf() const {
  return library == "gguf" || quantization == "gguf" || has_tag("gguf");
}

bool UseFacts::has_other_weights() const {
  constexpr std::array<std::string_view, 5> kFormats = {"safetensors", "pytorch", "tf", "jax",
                                                        "flax"};
  return !is_gguf() || std::any_of(kFormats.begin(), kFormats.end(),
                                   [&](std::string_view format) { return has_tag(format); });
}

bool UseFacts::writes_text() const {
  if (task == "text-generation" || task == "image-text-to-text") return true;
  return task.empty() && (chat || has_task("text-generation") || has_task("image-text-to-text"));
}

UseFacts use_facts(const Shown& shown) {
  UseFacts facts{.id = std::string(shown.table().id(shown.row)),
                 .task = text_of(shown.value("task")),
                 .tasks = list_of(shown.value("tasks")),
                 .base_task = task_of_base(shown),
                 .library = text_of(shown.value("library")),
                 .quantization = text_of(shown.value("quantization")),
                 .status = text_of(shown.value("status")),
                 .gated = text_of(shown.value("gated")),
                 .tags = list_of(shown.value("tags")),
                 .chat = shown.value("chat") == Value(true),
                 .adapter = text_of(shown.value("relation")) == "adapter",
                 .closed = shown.reference(),
                 .newest_price = shown.tables->newest_price};
  for (const ShownBase& base : shown.bases) facts.bases.push_back(base.id);
  for (const ShownOffer& entry : shown.offers) facts.offers.push_back(entry.offer);
  return facts;
}

std::vector<RouterOffer> router_offers(const UseFacts& facts) {
  std::vector<RouterOffer> found;
  if (!facts.chat) return found;
  for (const Offer& offer : facts.offers) {
    if (!offer.route.starts_with(kRouterRoute)) continue;
    const std::string provider = offer.route.substr(kRouterRoute.size());
    const auto same = [&](const RouterOffer& entry) { return entry.provider == provider; };
    if (!is_provider(provider) || std::any_of(found.begin(), found.end(), same)) continue;
    found.push_back({provider, offer});
  }
  return found;
}

}  // namespace oms
