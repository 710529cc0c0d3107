#include "cli/overrides_file.h"

#include "cli/command.h"
#include "oms/base/text.h"
#include "oms/catalog/services.h"
#include "oms/source/overrides.h"

namespace oms {
namespace {

Result<Done> check(std::string_view text) {
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
  return Done{};
}

}  // namespace

std::string overrides_path(const World& world) {
  std::string directory = variable(world, "XDG_CONFIG_HOME");
  if (directory.empty()) {
    const std::string home = variable(world, "HOME");
    if (home.empty()) return {};
    directory = home + "/.config";
  }
  return directory + "/oms/" + std::string(kOverridesFile);
}

Result<std::string> overrides_text(const World& world) {
  const std::string path = overrides_path(world);
  if (path.empty() || !world.read_file) return std::string();
  std::string text = world.read_file(path).value_or("");
  const auto checked = check(text);
  if (checked) return text;
  const Error& error = checked.error();
  return Error{error.code, "cannot use '" + path + "': " + error.what, error.hint};
}

}  // namespace oms
