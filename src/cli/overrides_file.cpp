#include "cli/overrides_file.h"

#include <algorithm>

#include "cli/command.h"
#include "cli/configuration.h"
#include "oms/base/text.h"
#include "oms/catalog/services.h"
#include "oms/source/overrides.h"

namespace oms {
namespace {

Result<Done> check_licenses(const std::vector<FactOverride>& facts, const World& world) {
  const auto is_license = [](const FactOverride& fact) { return fact.field == "license"; };
  if (std::none_of(facts.begin(), facts.end(), is_license)) return Done{};
  const auto bundled = Catalog::open(world.bundle);
  if (!bundled) return bundled.error();
  const LicenseTable licenses = bundled->licenses();
  std::vector<std::string_view> keys;
  for (const License& license : licenses.rows()) keys.push_back(license.key);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!is_license(facts[i]) || licenses.look_up(facts[i].value) != nullptr) continue;
    return Error{Errc::usage,
                 "facts[" + std::to_string(i) + "].value: unknown license '" +
                     printable(facts[i].value) + "'" + did_you_mean(facts[i].value, keys),
                 "'oms licenses' lists all"};
  }
  return Done{};
}

Result<Done> check(std::string_view text, const World& world) {
  const auto names = parse_name_overrides(text);
  if (!names) return names.error();
  std::vector<std::string_view> sources;
  for (const Service& service : services()) sources.push_back(service.name);
  for (const NameOverride& entry : *names) {
    if (find_service(entry.source) != nullptr) continue;
    return Error{Errc::usage,
                 "names: unknown source '" + printable(entry.source) + "'" +
                     did_you_mean(entry.source, sources),
                 "sources are " + join(sources, ", ")};
  }
  const auto facts = parse_fact_overrides(text);
  if (!facts) return facts.error();
  return check_licenses(*facts, world);
}

}  // namespace

std::string overrides_path(const World& world) {
  const std::string directory = configuration_directory(world);
  return directory.empty() ? directory : directory + "/" + std::string(kOverridesFile);
}

Result<std::string> overrides_text(const World& world) {
  const std::string path = overrides_path(world);
  if (path.empty() || !world.read_file) return std::string();
  std::string text = world.read_file(path).value_or("");
  const auto checked = check(text, world);
  if (checked) return text;
  const Error& error = checked.error();
  return Error{error.code, "cannot use '" + path + "': " + error.what, error.hint};
}

}  // namespace oms
