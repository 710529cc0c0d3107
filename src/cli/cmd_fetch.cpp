#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/command.h"
#include "oms/base/text.h"
#include "oms/catalog/refresh.h"

namespace oms {
namespace {

struct FetchCommandOptions {
  std::vector<std::string> ids = {};
  std::string top = {};
  std::string by = "downloads";
  std::string task = {};
  std::string author = {};
  std::vector<std::string> filter = {};
  std::string search = {};
  std::vector<std::string> only = {};
  bool with_bases = false;
  bool dry_run = false;
  bool strict = false;
};

// A source, where it is, and the variable that says otherwise.
struct Origin {
  std::string_view source;
  std::string_view variable;
  std::string_view base_url;
};
constexpr std::array kOrigins = {
    Origin{"hub", "HF_ENDPOINT", "https://huggingface.co"},
    Origin{"router", "OMS_ROUTER_ENDPOINT", "https://router.huggingface.co"},
    Origin{"openrouter", "OMS_OPENROUTER_ENDPOINT", "https://openrouter.ai"},
    Origin{"openevals", "OMS_DATASETS_SERVER_ENDPOINT", "https://datasets-server.huggingface.co"},
};

bool is_true(const std::string& value) {
  const std::string word = fold(value);
  return word == "1" || word == "on" || word == "yes" || word == "true";
}

Result<std::size_t> parse_count(const std::string& flag, const std::string& text) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error == std::errc{} && end == text.data() + text.size() && count > 0) return count;
  return Error{Errc::usage, flag + " takes a number of models, not '" + printable(text) + "'", ""};
}

Result<std::vector<HubScope>> make_scopes(const FetchCommandOptions& options) {
  std::vector<HubScope> scopes;
  if (!options.ids.empty()) {
    HubScope scope;
    scope.kind = HubScope::Kind::ids;
    scope.ids = options.ids;
    scopes.push_back(std::move(scope));
  }
  HubScope listing;
  listing.by = options.by;
  listing.task = options.task;
  listing.author = options.author;
  listing.filters = options.filter;
  listing.search = options.search;
  const bool filtered = !options.task.empty() || !options.author.empty() ||
                        !options.filter.empty() || !options.search.empty();
  if (!options.top.empty()) {
    const auto top = parse_count("--top", options.top);
    if (!top) return top.error();
    listing.top = *top;
  }
  if (std::find(kRankKeys.begin(), kRankKeys.end(), options.by) == kRankKeys.end()) {
    return Error{
        Errc::usage,
        "--by takes downloads, likes or trendingScore, not '" + printable(options.by) + "'", ""};
  }
  listing.kind = filtered ? HubScope::Kind::filtered : HubScope::Kind::ranked;
  if (filtered || listing.top > 0) scopes.push_back(std::move(listing));
  if (scopes.empty()) scopes = default_scopes();
  return scopes;
}

// The sources asked for, in the order of the table. With another Hub than the usual one, sources
// that were not pointed elsewhere too are left out: a test or a mirror must not meet the real ones.
Result<RefreshOptions> make_options(const FetchCommandOptions& options, const World& world,
                                    const Context& context) {
  RefreshOptions result;
  std::vector<std::string> wanted;
  for (const std::string& value : options.only) {
    for (const std::string_view word : split_words(value, ',')) wanted.emplace_back(word);
  }
  std::vector<std::string_view> names;
  for (const Origin& origin : kOrigins) names.push_back(origin.source);
  for (const std::string& word : wanted) {
    if (std::find(names.begin(), names.end(), word) != names.end()) continue;
    return Error{Errc::usage,
                 "--only: unknown source '" + printable(word) + "'" + did_you_mean(word, names),
                 "sources are hub, router, openrouter, openevals"};
  }
  const bool elsewhere = !variable(world, "HF_ENDPOINT").empty();
  for (const Origin& origin : kOrigins) {
    const std::string source(origin.source);
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), source) == wanted.end())
      continue;
    std::string base_url = variable(world, origin.variable);
    if (base_url.empty() && elsewhere) {
      context.note(fmt::format("oms: note: {} is left out: HF_ENDPOINT is set and {} is not",
                               source, origin.variable));
      continue;
    }
    if (base_url.empty()) base_url = origin.base_url;
    while (base_url.ends_with('/')) base_url.pop_back();
    result.sources.push_back(source);
    result.endpoints.push_back({source, base_url});
  }
  result.token = std::string(trim(variable(world, "HF_TOKEN")));
  result.with_bases = options.with_bases;
  const std::string unit = variable(world, "OMS_RETRY_UNIT_MS");
  if (!unit.empty()) {
    std::from_chars(unit.data(), unit.data() + unit.size(), result.retry_unit_ms);
  }
  auto scopes = make_scopes(options);
  if (!scopes) return std::move(scopes).error();
  result.scopes = *std::move(scopes);
  return result;
}

void report_dry_run(const RefreshOptions& options, Context& context) {
  for (const std::string& source : options.sources) {
    if (source != "hub") {
      context.out.write(source + ": 1 request\n");
      continue;
    }
    for (const HubScope& scope : options.scopes) {
      const RequestCount requests = request_count(scope);
      context.out.write(fmt::format("hub: {}: {}{} requests\n", scope_key(scope),
                                    requests.exact ? "" : "at least ", requests.count));
    }
  }
}

Outcome summarize(const RefreshReport& report, const FetchCommandOptions& options,
                  Context& context) {
  bool failed = false;
  for (const SourceOutcome& source : report.sources) {
    for (const std::string& record : source.rejected) {
      context.note("oms: warning: " + source.source + ": " + record);
    }
    if (source.error.empty()) continue;
    failed = true;
    const bool hub = source.source == "hub";
    if (hub && report.snapshot.empty()) return Error{source.code, "fetch: " + source.error, ""};
    context.note("oms: warning: " + source.source + ": " + source.error);
    if (hub) return Error{source.code, "fetch: " + source.error, "what had come before is kept"};
  }
  for (const Error& missing : report.missing) {
    context.world.err.write("oms: error: " + printable(missing.what) + "\n");
  }
  std::size_t models = 0;
  for (const SourceOutcome& source : report.sources) {
    if (source.source == "hub") models = source.records;
  }
  context.note(fmt::format("{} models, {} requests, {} retries{}", models, report.requests,
                           report.retries, report.snapshot.empty() ? "; nothing changed" : ""));
  if (report.interrupted) return 130;
  if (failed && options.strict) return static_cast<int>(Errc::network);
  return report.missing.empty() ? 0 : 1;
}

Outcome run_fetch(const FetchCommandOptions& options, Context& context) {
  World& world = context.world;
  auto refresh_options = make_options(options, world, context);
  if (!refresh_options) return std::move(refresh_options).error();
  if (options.dry_run) {
    report_dry_run(*refresh_options, context);
    return 0;
  }
  if (is_true(variable(world, "HF_HUB_OFFLINE")) ||
      is_true(variable(world, "TRANSFORMERS_OFFLINE"))) {
    return Error{Errc::network, "fetch: the network is switched off by HF_HUB_OFFLINE",
                 "unset it to fetch"};
  }
  const std::string directory = cache_directory(world);
  if (directory.empty()) {
    return Error{Errc::data, "fetch: no place for the cache: HOME is not set", "set OMS_CACHE_DIR"};
  }
  const auto bundled = Catalog::open(world.bundle);
  if (!bundled) return bundled.error();
  auto http = world.make_http();
  if (!http) return std::move(http).error();
  RefreshEvents events;
  events.step = [&](std::string_view line) { context.note(line); };
  events.stopped = world.stopped;
  events.transport.waiting = [&](std::int64_t seconds, std::string_view reason) {
    context.note(fmt::format("waiting {} s: {}", seconds, reason));
  };
  events.transport.warning = [&](std::string_view text) {
    context.note("oms: warning: " + std::string(text));
  };
  const auto report =
      refresh(*refresh_options, directory, bundled_files(*bundled), **http, world.clock, events);
  if (!report) return report.error();
  return summarize(*report, options, context);
}

}  // namespace

Run setup_fetch(CLI::App& app) {
  auto options = std::make_shared<FetchCommandOptions>();
  const char* group = "What to fetch";
  app.add_option("id", options->ids, "models by name")->type_name("ID");
  app.add_option("--top", options->top, "the first N of the ranking")->type_name("N")->group(group);
  app.add_option("--by", options->by, "downloads, likes or trendingScore")
      ->type_name("KEY")
      ->group(group);
  app.add_option("--task", options->task, "pipeline tag")->type_name("TAG")->group(group);
  app.add_option("--author", options->author, "owner")->type_name("NAME")->group(group);
  app.add_option("--filter", options->filter, "tag; several must all be there")
      ->type_name("TAG")
      ->allow_extra_args(false)
      ->group(group);
  app.add_option("--search", options->search, "part of the name")->type_name("TEXT")->group(group);
  app.add_option("--only", options->only, "sources: hub, router, openrouter, openevals")
      ->type_name("SOURCE")
      ->allow_extra_args(false)
      ->group(group);
  app.add_flag("--with-bases", options->with_bases, "also the base models of models by name")
      ->group(group);
  app.add_flag("--dry-run", options->dry_run, "only count the requests")->group(group);
  app.add_flag("--strict", options->strict, "exit 4 when any source failed")->group(group);
  return [options](Context& context) { return run_fetch(*options, context); };
}

}  // namespace oms
