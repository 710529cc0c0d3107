#include <CLI/App.hpp>

#include <algorithm>
#include <array>

#include "cli/command.h"
#include "cli/compare_notes.h"
#include "cli/compare_print.h"
#include "cli/error_text.h"
#include "cli/freshness.h"
#include "cli/own_scores.h"
#include "cli/pricing_flags.h"
#include "cli/quality_in_force.h"
#include "cli/surface.h"
#include "oms/base/text.h"
#include "oms/query/prices.h"
#include "oms/query/quality.h"

namespace oms {
namespace {

struct CompareOptions {
  std::vector<std::string> ids = {};
  std::string quality = "auto";
  std::string scores = {};  // file of add_own_scores()
  PricingOptions pricing = {};
};

constexpr std::array<std::string_view, 8> kFormats = {"text",   "md",  "html", "json",
                                                      "ndjson", "csv", "tsv",  "ids"};

Result<std::string_view> chosen_format(const CommonOptions& common) {
  if (common.json) return std::string_view("json");
  if (common.format.empty()) return std::string_view(common.quiet ? "ids" : "text");
  return parse_own_format(common.format, kFormats);
}

// Every id that is missing is named, the last one as the error of the command.
Result<std::vector<Row>> find_all(const std::vector<std::string>& ids, const Catalog& catalog,
                                  Context& context) {
  std::vector<Row> rows;
  std::vector<Error> missing;
  for (const std::string& id : ids) {
    const auto row = catalog.find(id);
    if (row) {
      rows.push_back(*row);
    } else {
      missing.push_back(row.error());
    }
  }
  if (missing.empty()) return rows;
  const bool json = context.common.json || context.common.format.ends_with("json");
  for (std::size_t i = 0; i + 1 < missing.size(); ++i) {
    context.notes.write(json ? error_json(missing[i]) : error_line(missing[i]));
  }
  return missing.back();
}

Result<Done> check_different(const std::vector<std::string>& ids, std::span<const Row> rows,
                             const Table& table) {
  if (rows.size() < 2) return Error{Errc::usage, "compare takes two models or more", ""};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (rows[i] != rows[j]) continue;
      return Error{Errc::usage,
                   "'" + printable(ids[j]) + "' and '" + printable(ids[i]) +
                       "' are the same model, " + printable(table.id(rows[i])),
                   ""};
    }
  }
  return Done{};
}

Result<const Metric*> quality_of(const std::string& wanted, const MetricTable& metrics,
                                 const Table& table, std::span<const Row> rows) {
  if (wanted == "auto") return automatic_metric(metrics, table, shared_tasks(table, rows));
  const auto found = metrics.look_up(wanted);
  if (!found)
    return Error{found.error().code, "--quality: " + found.error().what, found.error().hint};
  return found;
}

std::string data_text(const Catalog& catalog, const World& world) {
  const Span prices = catalog.price_dates();
  std::string text = record_range(catalog, world.clock.now_ms());
  if (prices.last) text += ", prices to " + to_text(*prices.last);
  return text;
}

void print(const Comparison& comparison, std::string_view format,
           std::span<const std::string> notes, Context& context) {
  if (format == "ids") {
    for (const std::string& id : comparison.ids) context.out.write(printable(id) + "\n");
  } else if (format == "text") {
    context.out.write(compare_text(comparison, notes, context.style));
  } else if (format == "md") {
    context.out.write(compare_markdown(comparison, notes));
  } else if (format == "html") {
    context.out.write(compare_html(comparison, notes));
  } else {
    write_records(context.out, compare_records(comparison), *find_format(format), context.style);
  }
}

Outcome run_compare(const CompareOptions& options, Context& context) {
  const auto format = chosen_format(context.common);
  if (!format) return format.error();
  const auto pricing = read_pricing(options.pricing, context.world.clock.today());
  if (!pricing) return pricing.error();
  auto catalog = open_catalog(context);
  if (!catalog) return catalog.error();
  const auto own = add_own_scores(options.scores, *catalog, context);
  if (!own) return own.error();
  const auto rows = find_all(options.ids, *catalog, context);
  if (!rows) return rows.error();
  const auto different = check_different(options.ids, *rows, catalog->table());
  if (!different) return different.error();

  Table table = catalog->table();
  const MetricTable metrics = catalog->metrics();
  const auto quality = quality_of(options.quality, metrics, table, *rows);
  if (!quality) return quality.error();
  const PriceColumns prices(*pricing, table);
  prices.add_to(table);
  const bool unicode = context.style.unicode || *format == "md" || *format == "html";
  const Comparison comparison = compare({.table = table,
                                         .metrics = metrics,
                                         .quality = *quality,
                                         .rows = *rows,
                                         .blend = "blend " + ratio_text(pricing->ratio),
                                         .bill = pricing->workload.has_value(),
                                         .unicode = unicode});
  const std::vector<std::string> notes =
      compare_notes({.comparison = comparison,
                     .metrics = metrics,
                     .quality = *quality,
                     .workload = workload_text(*pricing, unicode),
                     .data = data_text(*catalog, context.world),
                     .unicode = unicode});
  print(comparison, *format, notes, context);
  return 0;
}

}  // namespace

Run setup_compare(CLI::App& app) {
  auto options = std::make_shared<CompareOptions>();
  app.add_option("id", options->ids, "owner/name, a former or bare name, or an unmistakable part")
      ->type_name("ID")
      ->required();
  app.add_option("--quality", options->quality,
                 "metric in force; auto: the one for what all of them do")
      ->type_name("METRIC")
      ->group("Quality");
  app.add_option("--scores", options->scores, kOwnScoresHelp)->type_name("FILE")->group("Quality");
  add_pricing(app, options->pricing);
  return [options](Context& context) { return run_compare(*options, context); };
}

}  // namespace oms
