#include "cli/fetch_run.h"

#include <fmt/format.h>

#include <optional>

#include "cli/hub_token.h"
#include "cli/overrides_file.h"
#include "cli/progress.h"

namespace oms {
namespace {

RefreshEvents make_events(Progress& progress, const World& world) {
  RefreshEvents events;
  events.step = [&](std::string_view line) { progress.step(line); };
  events.stopped = world.stopped;
  events.transport.countdown = progress.writes_over();
  events.transport.waiting = [&](std::int64_t seconds, std::string_view reason) {
    progress.step(fmt::format("waiting {} s: {}", seconds, reason));
  };
  events.transport.warning = [&](std::string_view text) {
    progress.note("oms: warning: " + std::string(text));
  };
  return events;
}

// --from needs no network, everything else does.
Result<std::unique_ptr<Http>> open_network(const World& world, const RefreshOptions& options) {
  if (!options.from.empty()) return std::unique_ptr<Http>();
  for (const std::string_view name : {"HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"}) {
    if (!is_true(variable(world, name))) continue;
    return Error{Errc::network, fmt::format("fetch: the network is switched off by {}", name),
                 "unset it to fetch"};
  }
  return world.make_http();
}

}  // namespace

Result<RefreshReport> run_refresh(const RefreshOptions& options, const std::string& directory,
                                  const Catalog& bundled, Context& context) {
  World& world = context.world;
  const auto overrides = overrides_text(world);
  if (!overrides) return overrides.error();
  const auto http = open_network(world, options);
  if (!http) return http.error();
  Progress progress(context);
  const RefreshEvents events = make_events(progress, world);
  std::optional<DataFiles> files;
  const DataSource tables = [&]() -> const DataFiles& {
    if (!files) files = bundled_files(bundled, *overrides);
    return *files;
  };
  auto report = refresh(options, directory, tables, http->get(), world.clock, events);
  progress.clear();
  return report;
}

Result<std::string> writable_cache_directory(const World& world) {
  std::string directory = cache_directory(world);
  if (!directory.empty()) return directory;
  return Error{Errc::data, "fetch: no place for the cache: HOME is not set", "set OMS_CACHE_DIR"};
}

}  // namespace oms
