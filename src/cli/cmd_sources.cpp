#include <CLI/App.hpp>

#include <algorithm>

#include "cli/command.h"
#include "cli/records.h"
#include "cli/source_list.h"
#include "cli/source_page.h"
#include "cli/unmatched_list.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct SourcesOptions {
  std::string name = {};
  std::string unmatched = {};  // its name, "" = not asked for
};

Outcome print(std::span<const CountedSource> sources, bool one, Context& context) {
  const Records records = source_records(sources);
  const std::int64_t now_ms = context.world.clock.now_ms();
  if (context.json() && one) {
    context.out.write(json_block(members_of(records, 0)) + "\n");
  } else if (context.format != nullptr) {
    write_records(context.out, records, *context.format, context.style);
  } else if (context.common.quiet) {
    write_first_column(context.out, records);
  } else if (one) {
    context.out.write(source_page(sources.front(), now_ms, context.style));
  } else {
    context.out.write(source_page(sources, now_ms, context.style));
    context.note("ages count from " + to_text(context.world.clock.today()) +
                 "; 'oms sources NAME' tells terms, credit and address");
  }
  return 0;
}

// "open-llm-leaderboard" is one source here and the word that another one is fetched by.
void prefer_name(std::vector<CountedSource>& sources, std::string_view wanted) {
  if (wanted.empty() || sources.size() < 2) return;
  const auto own = [&](const CountedSource& entry) {
    return !equal_folded(entry.source.name, wanted);
  };
  if (!std::all_of(sources.begin(), sources.end(), own)) std::erase_if(sources, own);
}

Outcome run_sources(const SourcesOptions& options, Context& context) {
  const auto catalog = open_catalog(context);
  if (!catalog) return catalog.error();
  const auto tsv = Tsv::parse(catalog->data("sources.tsv"));
  if (!tsv) return Error{Errc::data, "the catalog carries no list of sources", "rebuild it"};
  std::vector<CountedSource> sources;
  const std::string& wanted = options.unmatched.empty() ? options.name : options.unmatched;
  std::vector<std::string_view> names;
  for (CountedSource& entry : count_sources(*tsv, *catalog, context.world.clock.now_ms())) {
    names.push_back(entry.source.name);
    // What it is called here, or by 'oms fetch --only'.
    const bool named =
        equal_folded(wanted, entry.source.name) || equal_folded(wanted, entry.source.fetch);
    if (!wanted.empty() && !named) continue;
    sources.push_back(std::move(entry));
  }
  if (sources.empty()) {
    return Error{Errc::usage,
                 "unknown source '" + printable(wanted) + "'" + did_you_mean(wanted, names),
                 "'oms sources' lists all"};
  }
  if (!options.unmatched.empty()) {
    const auto fetched =
        std::find_if(sources.begin(), sources.end(),
                     [](const CountedSource& entry) { return entry.join.has_value(); });
    print_unmatched(fetched == sources.end() ? sources.front() : *fetched, context);
    return 0;
  }
  prefer_name(sources, wanted);
  return print(sources, !wanted.empty(), context);
}

}  // namespace

Run setup_sources(CLI::App& app) {
  auto options = std::make_shared<SourcesOptions>();
  app.add_option("name", options->name, "all about this source")->type_name("SOURCE");
  app.add_option("--unmatched", options->unmatched, "its names that found no model")
      ->type_name("SOURCE");
  return [options](Context& context) { return run_sources(*options, context); };
}

}  // namespace oms
