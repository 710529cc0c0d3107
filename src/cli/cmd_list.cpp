#include <CLI/App.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/asked.h"
#include "cli/command.h"
#include "cli/count_by.h"
#include "cli/envelope.h"
#include "cli/field_list.h"
#include "cli/footer.h"
#include "cli/selection.h"
#include "cli/units.h"
#include "oms/base/text.h"
#include "oms/query/quality.h"
#include "oms/query/query.h"

namespace oms {
namespace {

struct ListOptions {
  SelectionOptions selection = {};
  std::string sort = "downloads";
  std::string fields = {};
  std::string limit = "20";
  std::string count_by = {};
  bool unfold = false;
  bool envelope = false;
  bool fail_empty = false;
};

// The columns of an 80-column table, and those that join it as long as there is room.
constexpr std::array<std::string_view, 6> kColumns = {"id",          "license",      "params",
                                                      "price_input", "price_output", "quality"};
constexpr std::array<std::string_view, 7> kMoreColumns = {
    "context", "task", "downloads", "license_class", "price_provider", "openness", "modified"};

bool is_machine(const Format* format) {
  return format != nullptr && (format->name == "json" || format->name == "ndjson");
}

std::size_t natural_width(const Rows& rows, FieldId field, const Style& style) {
  std::size_t width = display_width(kFields[field].header);
  for (std::size_t row = 0; row < rows.size; ++row) {
    const Value value = rows.cell(row, field);
    width = std::max(width, display_width(display_text(kFields[field], value, style.unicode)));
  }
  return width;
}

// The usual columns, and as many more as the width holds without cutting anything. A bill takes the
// place of the price that says least about it.
std::vector<FieldId> table_fields(const Rows& rows, const Pricing& pricing, const Style& style) {
  std::vector<FieldId> fields;
  for (const std::string_view name : kColumns) {
    const bool bill = pricing.workload && name == "price_output";
    fields.push_back(field_id(bill ? "bill" : name));
  }
  if (style.width == 0) return fields;
  std::size_t used = 0;
  for (const FieldId field : fields) used += natural_width(rows, field, style) + 2;
  for (const std::string_view name : kMoreColumns) {
    const FieldId field = field_id(name);
    used += natural_width(rows, field, style) + 2;
    if (used > style.width + 2) break;
    fields.push_back(field);
  }
  return fields;
}

Rows rows_of(const Table& table, const Answer& answer) {
  const FieldId folded = field_id("folded");
  return {answer.rows.size(),
          [&table, &answer, folded](std::size_t row, FieldId field) -> Value {
            if (field == folded) return static_cast<std::int64_t>(answer.folded[row]);
            return table.value(field, answer.rows[row]);
          },
          [&answer](std::size_t row) { return static_cast<bool>(answer.uncertain[row]); }};
}

Result<Query> make_query(const ListOptions& options, const Selection& selection) {
  Query query;
  query.where = selection.where;
  query.admit_unknown = selection.admit_unknown;
  query.fold = !options.unfold;
  const auto limit = parse_count("-n", "rows", options.limit);
  if (!limit) return limit.error();
  query.limit = *limit;
  auto order = parse_sort(options.sort);
  if (!order) return std::move(order).error();
  query.order = *std::move(order);
  query.quality_lower_is_better = selection.quality.better() == Better::lower;
  return query;
}

bool is_cut(const Rows& rows, std::span<const FieldId> fields, const Style& style) {
  if (style.width == 0 || rows.size == 0) return false;
  std::size_t used = 0;
  for (const FieldId field : fields) used += natural_width(rows, field, style) + 2;
  return used > style.width + 2;
}

void print_notes(const Context& context, const Format& format, const Rows& rows,
                 std::span<const FieldId> fields, std::span<const std::string> parts) {
  if (rows.size == 0) context.note("no model matches");
  if (format.name == "table" || format.name == "md") {
    for (const std::string& note : mark_notes(rows, fields)) context.note(note);
  }
  if (format.name == "table" && is_cut(rows, fields, context.style)) {
    context.note("what does not fit is cut: --width 0 prints all of it");
  }
  for (const std::string& line : footer_lines(parts, context)) context.note(line);
}

// Folded copies count as their base, as in a list.
Outcome print_counts(const ListOptions& options, const Asked& asked, Query query,
                     Context& context) {
  if (!options.fields.empty() || options.envelope) {
    return Error{Errc::usage,
                 "--count-by prints values and counts, without --fields and --envelope", ""};
  }
  const auto field = parse_field(options.count_by);
  if (!field) return Error{Errc::usage, "--count-by: " + field.error().what, field.error().hint};
  if (kFields[*field].kind == Kind::scores || kFields[*field].name == "folded") {
    return Error{Errc::usage,
                 "--count-by: " + std::string(kFields[*field].name) +
                     " is no value of a model that can be counted",
                 ""};
  }
  const std::size_t limit = std::exchange(query.limit, 0);
  Answer answer;
  Matches matches = matches_of(std::move(query), asked, answer);
  matches.certain.insert(matches.uncertain);
  CountedValues counted = count_by(*field, matches.certain, asked.table, limit);
  Records& counts = counted.records;
  if (context.format == nullptr && context.common.quiet) {
    const auto unknown = [](const auto& row) {
      return std::holds_alternative<std::monostate>(row.front());
    };
    std::erase_if(counts.rows, unknown);  // an empty line names no value
    write_first_column(context.out, counts);
  } else {
    const Format* format = context.format == nullptr ? find_format("table") : context.format;
    write_records(context.out, counts, *format, context.style);
  }
  for (const std::string& note : asked.selection.notes) context.note(note);
  std::vector<std::string> parts = footer_parts(
      answer, asked.catalog, asked.selection, context.world.clock.now_ms(), context.style.unicode);
  parts.front() =
      fmt::format("{} of {} values of {} models", counts.rows.size(), counted.of, answer.matched);
  if (answer.matched == 0) context.note("no model matches");
  for (const std::string& line : footer_lines(parts, context)) context.note(line);
  return answer.matched == 0 && options.fail_empty ? 1 : 0;
}

Outcome run_list(const ListOptions& options, Context& context) {
  if (options.envelope && !context.json()) {
    return Error{Errc::usage, "--envelope goes with --json", ""};
  }
  std::vector<FieldId> fields;
  if (!options.fields.empty()) {
    auto parsed = parse_field_list(options.fields);
    if (!parsed) return std::move(parsed).error();
    fields = *std::move(parsed);
  }
  const auto asked = ask(options.selection, context);
  if (!asked) return asked.error();
  const Catalog& catalog = (*asked)->catalog;
  const Selection& selection = (*asked)->selection;
  const auto query = make_query(options, selection);
  if (!query) return query.error();
  const auto by_bill = [](const SortKey& key) { return key.field == field_id("bill"); };
  if (options.count_by == "bill" ||
      std::any_of(query->order.begin(), query->order.end(), by_bill)) {
    note_missing_workload((*asked)->selection);
  }
  if (!options.count_by.empty()) return print_counts(options, **asked, *query, context);
  const Answer answer = answer_to(*query, **asked);
  const Rows rows = rows_of((*asked)->table, answer);

  const Format* format = context.format;
  if (format == nullptr) format = find_format(context.common.quiet ? "ids" : "table");
  if (fields.empty()) {
    fields = is_machine(format) ? every_field_but_scores()
                                : table_fields(rows, selection.pricing, context.style);
  }
  // Damage shows before anything is printed: of a few rows that of their cells, which is all that
  // is read of a column.
  constexpr std::size_t kFewRows = 200;
  for (const FieldId field : fields) {
    if (rows.size > kFewRows) (*asked)->table.column(field);
    for (std::size_t row = 0; row < rows.size && rows.size <= kFewRows; ++row)
      rows.cell(row, field);
  }
  if (options.envelope) {
    const Envelope envelope{catalog, answer, selection, context.arguments};
    write_envelope(context.out, envelope, rows, fields, context.style);
  } else {
    format->write(context.out, rows, fields, context.style);
  }
  for (const std::string& note : selection.notes) context.note(note);
  print_notes(context, *format, rows, fields,
              footer_parts(answer, catalog, selection, context.world.clock.now_ms(),
                           context.style.unicode));
  return answer.matched == 0 && options.fail_empty ? 1 : 0;
}

}  // namespace

Run setup_list(CLI::App& app) {
  auto options = std::make_shared<ListOptions>();
  add_selection(app, options->selection);
  const char* group = "Order and columns";
  app.add_option("-s,--sort", options->sort, "fields, best first; -f descending, +f ascending")
      ->type_name("FIELDS")
      ->group(group);
  app.add_option("--fields", options->fields, "columns to print ('oms fields')")
      ->type_name("FIELDS")
      ->group(group);
  app.add_option("-n,--limit", options->limit, "rows, 0 = all")->type_name("N")->group(group);
  app.add_option("--count-by", options->count_by, "how many models have each value of a field")
      ->type_name("FIELD")
      ->group(group);
  app.add_flag("--unfold,--all", options->unfold, "quantized copies as rows of their own")
      ->group(group);
  app.add_flag("--envelope", options->envelope, "with --json: query, dates and sources around it")
      ->group(group);
  app.add_flag("--fail-empty", options->fail_empty, "exit 1 when nothing matches")->group(group);
  return [options](Context& context) { return run_list(*options, context); };
}

}  // namespace oms
