#include <CLI/App.hpp>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/fetch_report.h"
#include "cli/fetch_request.h"
#include "cli/hub_token.h"
#include "cli/progress.h"
#include "oms/base/text.h"

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

Outcome run_fetch(const FetchCommandOptions& options, Context& context) {
  World& world = context.world;
  const auto bundled = Catalog::open(world.bundle);
  if (!bundled) return bundled.error();
  const auto wanted = make_refresh_options(options, world, bundled->tasks(), context);
  if (!wanted) return wanted.error();
  const std::string directory = cache_directory(world);
  if (directory.empty()) {
    return Error{Errc::data, "fetch: no place for the cache: HOME is not set", "set OMS_CACHE_DIR"};
  }
  if (options.dry_run) {
    const auto beginning = next_beginning(Cache(directory));
    if (!beginning) return beginning.error();
    report_dry_run(*wanted, *beginning, context);
    return 0;
  }
  const auto http = open_network(world, *wanted);
  if (!http) return http.error();
  Progress progress(context);
  const RefreshEvents events = make_events(progress, world);
  std::optional<DataFiles> files;
  const DataSource tables = [&]() -> const DataFiles& {
    if (!files) files = bundled_files(*bundled);
    return *files;
  };
  const auto report = refresh(*wanted, directory, tables, http->get(), world.clock, events);
  progress.clear();
  if (!report) return report.error();
  return report_fetch(*report, *wanted, options.strict, context);
}

}  // namespace

Run setup_fetch(CLI::App& app) {
  auto options = std::make_shared<FetchCommandOptions>();
  const auto text = [&](const char* flag, std::string& value, const char* type, const char* help,
                        const char* group) {
    app.add_option(flag, value, help)->type_name(type)->group(group);
  };
  const auto texts = [&](const char* flag, std::vector<std::string>& values, const char* type,
                         const char* help, const char* group) {
    app.add_option(flag, values, help)->type_name(type)->allow_extra_args(false)->group(group);
  };
  app.add_option("id", options->ids, "models by name")->type_name("ID");
  const char* what = "What to fetch; nothing said: the same as before";
  text("--top", options->top, "N", "the first N of the ranking", what);
  text("--by", options->by, "KEY", "downloads (default), likes or trendingScore", what);
  text("--task", options->task, "TASK", "models for a task", what);
  text("--author", options->author, "NAME", "all models of an owner", what);
  texts("--filter", options->filter, "TAG", "models with a tag; several must all be there", what);
  text("--search", options->search, "TEXT", "models with a part of the name", what);
  app.add_flag("--all", options->all, "the whole Hub; may take days, goes on where it stopped")
      ->group(what);
  app.add_flag("--with-bases", options->with_bases, "also the base models of models by name")
      ->group(what);
  const char* where = "Where from";
  texts("--only", options->only, "SOURCE", "sources: hub, router, openrouter, openevals", where);
  text("--from", options->from, "DIR", "read DIR/SOURCE/*.json and *.ndjson, no network", where);
  const char* how = "How";
  app.add_flag("--dry-run", options->dry_run, "only count the requests")->group(how);
  app.add_flag("--strict", options->strict, "exit 4 when any source failed")->group(how);
  text("--timeout", options->timeout, "S", "give up a request after S seconds without data (60)",
       how);
  text("--connect-timeout", options->connect_timeout, "S", "seconds to connect in (10)", how);
  text("--max-wait", options->max_wait, "S", "longest wait that a server may ask for (3600)", how);
  return [options](Context& context) { return run_fetch(*options, context); };
}

}  // namespace oms
