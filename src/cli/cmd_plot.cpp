#include <CLI/App.hpp>
#include <algorithm>
#include <charconv>

#include "cli/asked.h"
#include "cli/command.h"
#include "cli/plot_json.h"
#include "cli/plot_output.h"
#include "cli/plot_view.h"
#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct PlotOptions {
  SelectionOptions selection = {};
  std::string bars = {};
  std::string limit = "20";
  std::string height = {};
  PlotOutput output = {};
  bool unfold = false;
};

constexpr std::size_t kMostHeight = 1000;

Error wrong(std::string what, std::string hint = {}) {
  return {Errc::usage, std::move(what), std::move(hint)};
}

// `plot` has its own formats: text and json.
Result<bool> wants_json(const CommonOptions& common) {
  if (common.json || common.format == "json") return true;
  if (common.format.empty() || common.format == "text") return false;
  constexpr std::string_view kFormats[] = {"text", "json"};
  return wrong(
      "unknown format '" + printable(common.format) + "'" + did_you_mean(common.format, kFormats),
      "plot has text and json; --svg FILE writes a picture");
}

Result<Done> check_flags(const PlotOptions& options, const Context& context, bool json) {
  if (options.output.svg.empty()) return Done{};
  if (json) return wrong("--svg and --json are two formats at once");
  if (options.output.svg != "-" && !context.common.output.empty()) {
    return wrong("--svg FILE and -o are two files at once", "'--svg -' goes with -o FILE");
  }
  return Done{};
}

Result<std::size_t> parse_height(const std::string& text) {
  std::size_t rows = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rows);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (whole && rows >= kLeastHeight && rows <= kMostHeight) return rows;
  return wrong("--height takes a number of rows from " + std::to_string(kLeastHeight) + " to " +
               std::to_string(kMostHeight) + ", not '" + printable(text) + "'");
}

Result<FieldId> bars_field(const std::string& name) {
  const auto field = parse_field(name);
  if (!field) return Error{field.error().code, "--bars: " + field.error().what, field.error().hint};
  const Kind kind = kFields[*field].kind;
  if (kind == Kind::integer || kind == Kind::decimal) return *field;
  return wrong(
      "--bars takes a field of numbers; '" + std::string(kFields[*field].name) + "' is none",
      "e.g. price_blended, quality, params, downloads");
}

template <typename Data>
std::vector<PlotSource> sources_of(const PlotSubject& subject, const Data& data,
                                   std::span<const FieldId> fields) {
  std::vector<Row> rows;
  for (const auto& row : data.rows) rows.push_back(row.row);
  return plot_sources(subject.asked.catalog, subject.table(), subject.quality().metric, rows,
                      fields);
}

Outcome plot_scatter(const PlotSubject& subject, const PlotOutput& output, Context& context) {
  const ScatterData data = scatter_data(subject.matches, subject.asked);
  const FieldId fields[] = {price_field(subject.asked.axis()), field_id("quality")};
  const auto sources = [&] { return sources_of(subject, data, fields); };
  PlotForms forms{.notes = notes_of(subject, data, context.style.unicode),
                  .drawn = data.rows.size()};
  forms.json = [&] { return plot_json(subject, data, sources()); };
  forms.text = [&](std::size_t rows) {
    return scatter_text(scatter_of(subject, data, context.style.unicode), context.style, rows);
  };
  forms.svg = [&] {
    Scatter scatter = scatter_of(subject, data, /*unicode=*/true);
    scatter.notes = picture_notes(notes_of(subject, data, /*unicode=*/true), sources());
    return scatter_svg(scatter);
  };
  return print_plot(forms, output, context);
}

struct BarsWanted {
  FieldId field = kNoField;  // none: the scatter
  std::size_t most = 0;
};

Outcome plot_bars(const PlotSubject& subject, BarsWanted wanted, const PlotOutput& output,
                  Context& context) {
  const FieldId field = wanted.field;
  const BarData data = bar_data(subject.matches, subject.table(), field,
                                better_of(field, subject.quality()), wanted.most);
  const auto sources = [&] { return sources_of(subject, data, std::span(&field, 1)); };
  PlotForms forms{.notes = notes_of(subject, data, field, context.style.unicode),
                  .drawn = data.rows.size()};
  forms.json = [&] { return plot_json(subject, data, field, sources()); };
  forms.text = [&](std::size_t) { return bars_text(bars_of(subject, data, field), context.style); };
  forms.svg = [&] {
    Bars bars = bars_of(subject, data, field);
    bars.notes = picture_notes(notes_of(subject, data, field, /*unicode=*/true), sources());
    return bars_svg(bars);
  };
  return print_plot(forms, output, context);
}

Result<BarsWanted> bars_wanted(const PlotOptions& options) {
  BarsWanted wanted;
  if (!options.bars.empty()) {
    const auto field = bars_field(options.bars);
    if (!field) return field.error();
    wanted.field = *field;
  }
  const auto most = parse_count("-n", "bars", options.limit);
  if (!most) return most.error();
  wanted.most = *most;
  return wanted;
}

// Computed fields have values only where a question asks for them.
Result<Done> check_filled(FieldId field, const Table& table) {
  if (!std::holds_alternative<std::monostate>(table.column(field))) return Done{};
  const std::string name(kFields[field].name);
  return wrong("--bars: '" + name + "' has no values here",
               name == "bill" ? "it is the bill of --in and --out" : "");
}

Outcome run_plot(const PlotOptions& options, Context& context) {
  const auto json = wants_json(context.common);
  if (!json) return json.error();
  const auto fine = check_flags(options, context, *json);
  if (!fine) return fine.error();
  PlotOutput output = options.output;
  if (!options.height.empty()) {
    const auto height = parse_height(options.height);
    if (!height) return height.error();
    output.rows = *height;
  }
  const auto bars = bars_wanted(options);
  if (!bars) return bars.error();

  const auto asked = ask(options.selection, context);
  if (!asked) return asked.error();
  const Selection& selection = (*asked)->selection;
  const bool scatter = bars->field == kNoField;
  const bool scored = scatter || bars->field == field_id("quality");
  if (scored && selection.quality.metric == nullptr) {
    return wrong("no source measures the quality of this task",
                 "'oms sources' lists what there is");
  }
  if (!scatter) {
    const auto filled = check_filled(bars->field, (*asked)->table);
    if (!filled) return filled.error();
  }
  Query query{.where = selection.where, .limit = 0, .admit_unknown = selection.admit_unknown};
  query.fold = !options.unfold;
  Answer answer;
  const Matches matches = matches_of(query, **asked, answer);
  for (const std::string& note : selection.notes) context.note(note);
  const PlotSubject subject{**asked, matches, answer, context.world.clock.now_ms()};
  if (scatter) return plot_scatter(subject, output, context);
  return plot_bars(subject, *bars, output, context);
}

}  // namespace

Run setup_plot(CLI::App& app) {
  auto options = std::make_shared<PlotOptions>();
  add_selection(app, options->selection);
  const char* group = "The picture";
  const auto text = [&](const char* flag, std::string& value, const char* type, const char* help) {
    app.add_option(flag, value, help)->type_name(type)->group(group);
  };
  text("--bars", options->bars, "FIELD", "bars of one field of numbers, not price and quality");
  text("-n,--limit", options->limit, "N", "bars, 0 = all");
  text("--svg", options->output.svg, "FILE", "write a picture in SVG, - for stdout");
  text("--height", options->height, "ROWS", "of price and quality as text (default: 24)");
  app.add_flag("--unfold,--all", options->unfold, "quantized copies as points of their own")
      ->group(group);
  app.add_flag("--fail-empty", options->output.fail_empty, "exit 1 when there is nothing to draw")
      ->group(group);
  return [options](Context& context) { return run_plot(*options, context); };
}

}  // namespace oms
