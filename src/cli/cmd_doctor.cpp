#include <CLI/App.hpp>

#include "cli/command.h"
#include "cli/configuration.h"
#include "cli/fetched_list.h"
#include "cli/help.h"
#include "cli/page.h"
#include "cli/record_columns.h"
#include "cli/records.h"
#include "cli/reference.h"
#include "cli/variables.h"
#include "oms/base/text.h"
#include "oms/store/cache.h"

namespace oms {
namespace {

#ifdef NDEBUG
constexpr std::string_view kBuild = "optimized";
#else
constexpr std::string_view kBuild = "with assertions";
#endif

#if defined(__clang__)
constexpr std::string_view kCompiler = "Clang " __clang_version__;
#elif defined(__GNUC__)
constexpr std::string_view kCompiler = "GCC " __VERSION__;
#else
constexpr std::string_view kCompiler = "unknown";
#endif

std::string version() {
  const std::string line = version_line();  // "oms 1.2.3"
  const std::size_t blank = line.find(' ');
  return std::string(trim(std::string_view(line).substr(blank == std::string::npos ? 0 : blank)));
}

// Where this catalog comes from.
struct Origin {
  std::string directory = {};  // of the cache; "" when no place for one is known
  std::string snapshot = {};   // "" when there is no cache yet
};

Origin origin_of(const World& world) {
  Origin origin{cache_directory(world), {}};
  if (origin.directory.empty()) return origin;
  const Cache cache(origin.directory);
  if (cache.exists()) origin.snapshot = cache.current_name();
  return origin;
}

std::string cache_text(const Origin& origin, bool readable) {
  if (origin.directory.empty()) return "none: no home directory is known";
  if (origin.snapshot.empty()) return "none yet in " + origin.directory + "; 'oms fetch' makes it";
  return origin.directory + ", snapshot " + origin.snapshot +
         (readable ? "" : ", which cannot be read");
}

std::vector<std::string> set_variables(const World& world) {
  std::vector<std::string> names;
  for (const Variable& row : variables()) {
    if (world.variable(row.name)) names.emplace_back(row.name);
  }
  return names;
}

std::vector<std::string> file_names(const Configuration& configuration) {
  std::vector<std::string> names;
  for (const ConfigurationFile& file : configuration.files) names.push_back(file.path);
  return names;
}

Records facts_of(const Catalog& catalog, const Configuration& configuration,
                 const Context& context) {
  const Table& table = catalog.table();
  const std::size_t closed = reference_rows(table);
  const Origin origin = origin_of(context.world);
  const Span records = catalog.record_dates();
  const Span prices = catalog.price_dates();
  Records result{.columns = doctor_columns()};
  result.rows.push_back({text_cell(version()),
                         text_cell(trim(kCompiler)),
                         text_cell(kBuild),
                         text_cell(catalog.from_cache() ? "cache" : "bundled"),
                         count_cell(table.rows - closed),
                         count_cell(closed),
                         optional_cell(records.first),
                         optional_cell(records.last),
                         count_cell(table.offers.rows.size()),
                         optional_cell(prices.first),
                         optional_cell(prices.last),
                         count_cell(table.scores.rows.size()),
                         text_cell(origin.directory),
                         context.world.clock.today(),
                         context.world.out_terminal.is_terminal,
                         count_cell(context.style.width),
                         context.style.color,
                         context.style.hyperlinks,
                         context.style.unicode,
                         set_variables(context.world),
                         file_names(configuration)});
  return result;
}

std::string range_text(const Span& span) {
  if (!span.first || !span.last) return "undated";
  return to_text(*span.first) + " to " + to_text(*span.last);
}

std::string age_text(const Span& span, Date today) {
  if (!span.last) return "";
  return "the newest is " + std::to_string(today.days - span.last->days) + " d old";
}

std::string page_of(const Catalog& catalog, const Configuration& configuration,
                    const Context& context) {
  const Table& table = catalog.table();
  const Date today = context.world.clock.today();
  const std::size_t closed = reference_rows(table);
  const std::size_t width = context.style.width;
  Page page(context.style);
  page.title("oms " + version());
  page.item("built by", trim(kCompiler), kBuild);
  page.item("today", to_text(today), "ages count from here");

  page.heading("Catalog");
  const Origin origin = origin_of(context.world);
  page.item("from", catalog.from_cache() ? "the cache, joined with the bundled data"
                                         : "bundled with the program");
  page.item("holds", std::to_string(table.rows - closed) + " models and " + std::to_string(closed) +
                         " closed ones for reference");
  page.item("records", range_text(catalog.record_dates()), age_text(catalog.record_dates(), today));
  page.item(
      "prices",
      std::to_string(table.offers.rows.size()) + " offers, " + range_text(catalog.price_dates()),
      age_text(catalog.price_dates(), today));
  page.item("scores", std::to_string(table.scores.rows.size()));
  page.item("cache", cache_text(origin, catalog.from_cache()));

  add_fetched(page, "Fetched", catalog.fetched_sources(), context.world.clock.now_ms());

  page.heading("Terminal");
  page.item("stdout", context.world.out_terminal.is_terminal ? "terminal" : "no terminal");
  page.item("width", width == 0 ? "tables are never cut" : std::to_string(width) + " columns");
  page.item("color", context.style.color ? "on" : "off");
  page.item("links", context.style.hyperlinks ? "on" : "off");
  page.item("symbols", context.style.unicode ? "Unicode" : "ASCII");

  page.heading("Settings", "'oms config' has the values");
  for (const ConfigurationFile& file : configuration.files) {
    page.item(file.owner == MaySet::project ? "project" : "user", file.path);
  }
  if (configuration.files.empty()) page.item("files", "none");

  page.heading("Environment", "names only");
  std::vector<std::vector<std::string>> states;
  for (const Variable& row : variables()) {  // no values: some hold tokens
    states.push_back({std::string(row.name), context.world.variable(row.name) ? "set" : "not set"});
  }
  page.rows(std::vector<PageColumn>(2), states);
  return page.text();
}

std::string json_of(const Records& facts, const Catalog& catalog, std::int64_t now_ms) {
  const Records fetched = fetched_records(catalog.fetched_sources(), now_ms);
  JsonMembers members = members_of(facts, 0);
  members.emplace_back("fetched", json_array_block(json_rows(fetched)));
  return json_block(members) + "\n";
}

void print(const Catalog& catalog, const Configuration& configuration, Context& context) {
  if (context.format == nullptr) {
    if (!context.common.quiet) context.out.write(page_of(catalog, configuration, context));
    return;
  }
  const Records records = facts_of(catalog, configuration, context);
  if (context.json()) {
    context.out.write(json_of(records, catalog, context.world.clock.now_ms()));
  } else {
    write_records(context.out, records, *context.format, context.style);
  }
}

// Asked when something is wrong: with a cache that cannot be read, the rest is told all the same.
Outcome run_doctor(Context& context) {
  const Configuration configuration = read_configuration(context.world);
  const auto opened = open_catalog(context.world);
  if (opened) {
    print(*opened, configuration, context);
    if (configuration.error) return *configuration.error;
    return 0;
  }
  const auto bundled = Catalog::open(context.world.bundle);
  if (!bundled) return bundled.error();
  print(*bundled, configuration, context);
  return opened.error();
}

}  // namespace

Run setup_doctor(CLI::App&) {
  return [](Context& context) { return run_doctor(context); };
}

}  // namespace oms
