#include <CLI/App.hpp>

#include "cli/command.h"
#include "cli/fetched_list.h"
#include "cli/page.h"
#include "cli/records.h"
#include "cli/source_list.h"
#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct SourcesOptions {
  std::string name = {};
};

// "6,100 models, 12 prices": whatever was counted.
std::string amounts(const CountedSource& entry) {
  std::vector<std::string> parts;
  const auto add = [&](const std::optional<std::int64_t>& number, std::string_view what) {
    if (number) {
      parts.push_back(std::to_string(*number) + " " + std::string(what) +
                      (*number == 1 ? "" : "s"));
    }
  };
  add(entry.records, "model");
  add(entry.prices, "price");
  add(entry.scores, "score");
  return join(parts, ", ");
}

// What was fetched is hours old, what is bundled is known by the day.
std::string age_of(const CountedSource& entry, std::int64_t now_ms) {
  if (entry.fetched()) {
    const auto age = age_ms(entry.asked->fetched_at, now_ms);
    return age ? age_text(*age) : "";
  }
  return entry.age_days ? std::to_string(*entry.age_days) + " d" : "";
}

// "tags, counters (6,100 models); last try failed: why"
std::string use_text(const CountedSource& entry) {
  const std::string amount = amounts(entry);
  std::string text(entry.source.gives);
  if (!amount.empty()) text += " (" + amount + ")";
  if (!entry.asked) return text;
  return text + (entry.fetched() ? "; last fetch: " : "; ") + fetched_text(*entry.asked);
}

std::string page_of(std::span<const CountedSource> sources, std::int64_t now_ms,
                    const Style& style) {
  constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
      {"models", "Models"},     {"prices", "Prices"},    {"scores", "Scores"},
      {"openness", "Openness"}, {"license", "Licenses"}, {"lineage", "Lineage"}};
  std::vector<PageColumn> columns(4);
  columns[2].right = true;
  for (const CountedSource& entry : sources) {
    columns[0].least = std::max(columns[0].least, display_width(entry.source.name));
    columns[1].least = 10;  // a date
    columns[2].least = std::max(columns[2].least, age_of(entry, now_ms).size());
  }
  Page page(style);
  for (const auto& [kind, title] : kKinds) {
    std::vector<std::vector<std::string>> rows;
    for (const CountedSource& entry : sources) {
      if (entry.source.kind != kind) continue;
      const Day to = entry.source.to;
      rows.push_back({std::string(entry.source.name), to ? to_text(*to) : "", age_of(entry, now_ms),
                      use_text(entry)});
    }
    if (rows.empty()) continue;
    page.heading(title);
    page.rows(columns, rows);
  }
  return page.text();
}

std::string page_of(const CountedSource& entry, std::int64_t now_ms, const Style& style) {
  const Source& source = entry.source;
  Page page(style);
  page.title(source.name, source.title);
  page.item("kind", source.kind);
  page.item("gives", source.gives);
  if (entry.fetched()) {
    page.item("fetched", minute_text(entry.asked->fetched_at) + " UTC",
              age_of(entry, now_ms) + " ago");
  } else if (source.to) {
    const bool one_day = !source.from || *source.from == *source.to;
    const std::string range =
        one_day ? to_text(*source.to) : to_text(*source.from) + " to " + to_text(*source.to);
    page.item("as of", range, age_of(entry, now_ms) + " ago");
  } else {
    page.item("as of", "nothing is bundled");
  }
  if (entry.asked) {
    page.item("fetch", fetched_text(*entry.asked), "from " + entry.asked->endpoint);
  }
  const std::string amount = amounts(entry);
  page.item("in the catalog", amount.empty() ? "cannot be told by name" : amount);
  if (!entry.metrics.empty()) page.item("metrics", join(entry.metrics, ", "));
  page.item("terms", source.terms);
  if (!source.credit.empty()) page.item("credit", source.credit);
  page.item("url", source.url);
  return page.text();
}

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
    context.out.write(page_of(sources.front(), now_ms, context.style));
  } else {
    context.out.write(page_of(sources, now_ms, context.style));
    context.note("ages count from " + to_text(context.world.clock.today()) +
                 "; 'oms sources NAME' tells terms, credit and address");
  }
  return 0;
}

Outcome run_sources(const SourcesOptions& options, Context& context) {
  const auto catalog = open_catalog(context);
  if (!catalog) return catalog.error();
  const auto tsv = Tsv::parse(catalog->data("sources.tsv"));
  if (!tsv) return Error{Errc::data, "the catalog carries no list of sources", "rebuild it"};
  std::vector<CountedSource> sources;
  std::vector<std::string_view> names;
  for (CountedSource& entry : count_sources(*tsv, *catalog, context.world.clock.now_ms())) {
    names.push_back(entry.source.name);
    if (!options.name.empty() && !equal_folded(options.name, entry.source.name)) continue;
    sources.push_back(std::move(entry));
  }
  if (sources.empty()) {
    return Error{
        Errc::usage,
        "unknown source '" + printable(options.name) + "'" + did_you_mean(options.name, names),
        "'oms sources' lists all"};
  }
  return print(sources, !options.name.empty(), context);
}

}  // namespace

Run setup_sources(CLI::App& app) {
  auto options = std::make_shared<SourcesOptions>();
  app.add_option("name", options->name, "all about this source")->type_name("NAME");
  return [options](Context& context) { return run_sources(*options, context); };
}

}  // namespace oms
