#include <CLI/App.hpp>

#include "cli/command.h"
#include "cli/fetch_report.h"
#include "cli/fetch_request.h"
#include "cli/fetch_run.h"

namespace oms {
namespace {

Outcome run_fetch(const FetchCommandOptions& options, Context& context) {
  World& world = context.world;
  const auto bundled = Catalog::open(world.bundle);
  if (!bundled) return bundled.error();
  const auto wanted = make_refresh_options(options, world, bundled->tasks(), context);
  if (!wanted) return wanted.error();
  const auto directory = writable_cache_directory(world);
  if (!directory) return directory.error();
  if (options.dry_run) {
    const auto beginning = next_beginning(Cache(*directory));
    if (!beginning) return beginning.error();
    report_dry_run(*wanted, *beginning, context);
    return 0;
  }
  const auto report = run_refresh(*wanted, *directory, *bundled, context);
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
                         const std::string& help, const char* group) {
    app.add_option(flag, values, help)->type_name(type)->allow_extra_args(false)->group(group);
  };
  app.add_option("id", options->ids, "models by name")->type_name("ID");
  const char* what = "What to fetch; nothing said: the same as before";
  text("--top", options->top, "N", "the first N of the ranking", what);
  text("--by", options->by, "KEY", "downloads, likes or trendingScore (default: downloads)", what);
  text("--task", options->task, "TASK", "models for a task", what);
  text("--author", options->author, "OWNER", "all models of an owner", what);
  texts("--filter", options->filter, "TAG", "models with a tag; several must all be there", what);
  text("--search", options->search, "TEXT", "models with a part of the name", what);
  app.add_flag("--all", options->all,
               "the whole Hub; goes on where it stopped, later adds what changed")
      ->group(what);
  app.add_flag("--full", options->full, "with --all: walk all of it again, not only what changed")
      ->group(what);
  app.add_flag("--with-bases", options->with_bases, "also the base models of models by name")
      ->group(what);
  const char* where = "Where from";
  texts("--only", options->only, "SERVICE", "sources: " + source_words(), where);
  text("--from", options->from, "DIR", "read DIR/SOURCE/*.json, *.ndjson and *.csv, no network",
       where);
  const char* how = "How";
  app.add_flag("--dry-run", options->dry_run, "only count the requests")->group(how);
  app.add_flag("--strict", options->strict, "exit 4 when any source failed")->group(how);
  text("--timeout", options->timeout, "S",
       "give up a request after S seconds without data (default: 60)", how);
  text("--connect-timeout", options->connect_timeout, "S", "seconds to connect in (default: 10)",
       how);
  text("--max-wait", options->max_wait, "S",
       "longest wait that a server may ask for (default: 3600)", how);
  return [options](Context& context) { return run_fetch(*options, context); };
}

}  // namespace oms
