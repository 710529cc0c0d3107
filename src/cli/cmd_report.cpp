#include <CLI/App.hpp>

#include <algorithm>
#include <array>
#include <set>

#include "cli/asked.h"
#include "cli/check_list.h"
#include "cli/command.h"
#include "cli/quality_in_force.h"
#include "cli/report_data.h"
#include "cli/saved_query.h"
#include "cli/surface.h"
#include "cli/units.h"
#include "oms/base/text.h"
#include "oms/check/formats.h"

namespace oms {
namespace {

struct ReportOptions {
  SelectionOptions selection = {};
  std::vector<std::string> ids = {};
  std::vector<std::string> files = {};
  std::string sort = "quality,price_blended";
  std::string limit = "20";
  std::string title = {};
  bool unfold = false;
  bool fail_empty = false;
};

constexpr std::array<std::string_view, 4> kFormats = {"md", "html", "cyclonedx", "ids"};

Result<std::string_view> chosen_format(const CommonOptions& common) {
  if (common.json) {
    return Error{Errc::usage, "report has no JSON of its own",
                 "--format cyclonedx is JSON; 'oms list --json --envelope' has the figures"};
  }
  if (common.format.empty()) return std::string_view(common.quiet ? "ids" : "md");
  return parse_own_format(common.format, kFormats);
}

// What is typed as a model: a condition has one of these in it.
bool is_condition(std::string_view word) {
  return word.find_first_of("=<>~!") != std::string_view::npos;
}

struct NamedModels {
  std::vector<std::string> ids = {};  // as the catalog spells them
  std::string metric = {};            // that measures what all of them do, "" none does
};

// Errc::no: one of them is not there.
Result<NamedModels> named_models(const ReportOptions& options, Context& context) {
  std::vector<std::string> names = options.ids;
  const auto listed = ids_in_lists(options.files, context);
  if (!listed) return listed.error();
  names.insert(names.end(), listed->begin(), listed->end());
  if (names.empty()) return NamedModels{};
  const auto catalog = open_catalog(context);
  if (!catalog) return catalog.error();
  NamedModels named;
  std::vector<Row> rows;
  for (const std::string& name : names) {
    const auto row = catalog->find(name);
    if (!row) return row.error();
    rows.push_back(*row);
    named.ids.emplace_back(catalog->table().id(*row));
  }
  const MetricTable metrics = catalog->metrics();
  const Metric* metric =
      automatic_metric(metrics, catalog->table(), shared_tasks(catalog->table(), rows));
  if (metric != nullptr) named.metric = metric->word;
  return named;
}

Result<Query> make_query(const ReportOptions& options, const Selection& selection, bool named) {
  Query query{.where = selection.where, .admit_unknown = selection.admit_unknown};
  query.fold = !options.unfold && !named;
  query.quality_lower_is_better = selection.quality.better() == Better::lower;
  const auto limit = parse_count("-n", "models", options.limit);
  if (!limit) return limit.error();
  query.limit = named ? 0 : *limit;
  auto order = parse_sort(options.sort);
  if (!order) return std::move(order).error();
  query.order = *std::move(order);
  return query;
}

// Named models on which a condition does not hold.
std::string left_out(const std::vector<std::string>& named, const Answer& answer,
                     const Table& table) {
  std::set<std::string_view> there;
  for (const Row row : answer.rows) there.insert(table.id(row));
  std::vector<std::string> missing;
  for (const std::string& id : named) {
    if (!there.contains(id)) missing.push_back(id);
  }
  return join(missing, ", ");
}

void print(const ReportSubject& subject, std::string_view format, Context& context) {
  if (format == "ids") {
    for (const Row row : subject.answer.rows) {
      context.out.write(printable(subject.asked.table.id(row)) + "\n");
    }
  } else if (format == "cyclonedx") {
    find_check_format("cyclonedx")->write(report_inventory(subject), context.out, context.style);
  } else {
    const Report report = report_document(subject);
    context.out.write(format == "html" ? report_html(report) : report_markdown(report));
  }
}

Outcome run_report(ReportOptions options, Context& context) {
  const auto format = chosen_format(context.common);
  if (!format) return format.error();
  auto& conditions = options.selection.conditions;
  const auto first_id = std::stable_partition(conditions.begin(), conditions.end(), is_condition);
  options.ids.assign(first_id, conditions.end());
  conditions.erase(first_id, conditions.end());
  const auto named = named_models(options, context);
  if (!named) return named.error();
  const bool is_named = !named->ids.empty();
  if (is_named) {
    conditions.push_back("id=" + join(named->ids, ","));
    options.selection.closed = options.selection.gone = true;
    std::string& quality = options.selection.quality;
    if (quality == "auto" && !named->metric.empty()) quality = named->metric;
  }
  const auto asked = ask(options.selection, context);
  if (!asked) return asked.error();
  const auto query = make_query(options, (*asked)->selection, is_named);
  if (!query) return query.error();
  const Answer answer = answer_to(*query, **asked);
  const ReportSubject subject{.asked = **asked,
                              .answer = answer,
                              .question = "oms report " + quoted_line(context.arguments),
                              .title = options.title,
                              .now_ms = context.world.clock.now_ms()};
  print(subject, *format, context);
  for (const std::string& note : (*asked)->selection.notes) context.note(note);
  const std::string without = left_out(named->ids, answer, (*asked)->table);
  if (!without.empty()) context.note("left out by the conditions: " + without);
  if (answer.matched == 0) context.note("no model matches");
  context.note(std::to_string(answer.rows.size()) + " of " + std::to_string(answer.matched));
  return answer.matched == 0 && options.fail_empty ? 1 : 0;
}

}  // namespace

Run setup_report(CLI::App& app) {
  auto options = std::make_shared<ReportOptions>();
  add_selection(app, options->selection);
  const char* group = "The document";
  app.add_option("-f,--file", options->files, "models of a list, one id a line; - for stdin")
      ->type_name("FILE")
      ->allow_extra_args(false)
      ->group(group);
  const auto text = [&](const char* flag, std::string& value, const char* type, const char* help) {
    app.add_option(flag, value, help)->type_name(type)->group(group);
  };
  text("--title", options->title, "TEXT", "heading of the document");
  text("-s,--sort", options->sort, "FIELDS",
       "fields, best first; -f descending, +f ascending (quality,price_blended)");
  text("-n,--limit", options->limit, "N",
       "models of a query, 0 = all (default: 20); named ones are all there");
  app.add_flag("--unfold,--all", options->unfold, "quantized copies as models of their own")
      ->group(group);
  app.add_flag("--fail-empty", options->fail_empty, "exit 1 when nothing matches")->group(group);
  return [options](Context& context) { return run_report(*options, context); };
}

}  // namespace oms
