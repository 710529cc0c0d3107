#include "oms/source/overrides.h"

#include <nlohmann/json.hpp>

#include "oms/base/text.h"
#include "oms/source/hub_record.h"

namespace oms {
namespace {

using nlohmann::json;

constexpr std::string_view kClosed = "openrouter:";  // ids of closed reference rows

Error wrong(std::string what) {
  return {Errc::usage, std::move(what),
          R"(its form is {"names": {"SOURCE": {"THEIR NAME": "OWNER/MODEL"}}})"};
}

}  // namespace

Result<std::vector<NameOverride>> parse_name_overrides(std::string_view text) {
  std::vector<NameOverride> overrides;
  if (trim(text).empty()) return overrides;
  const json settings = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (settings.is_discarded()) return wrong("it is not JSON");
  if (!settings.is_object()) return wrong("it is not an object");
  const auto names = settings.find("names");
  if (names == settings.end()) return overrides;
  if (!names->is_object()) return wrong("names is not an object");
  for (const auto& [source, entries] : names->items()) {
    const std::string place = "names." + printable(source);
    if (!entries.is_object()) return wrong(place + " is not an object");
    for (const auto& [name, id] : entries.items()) {
      const std::string* target = id.get_ptr<const std::string*>();
      const bool usable = target != nullptr && (is_hub_id(*target) || target->starts_with(kClosed));
      if (!usable) return wrong(place + ": '" + printable(name) + "' leads to no id of a model");
      overrides.push_back({source, name, *target});
    }
  }
  return overrides;
}

}  // namespace oms
