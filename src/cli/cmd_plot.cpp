#include <CLI/App.hpp>
#include <algorithm>
#include <charconv>

#include "cli/asked.h"
#include "cli/command.h"
#include "cli/footer.h"
#include "cli/plot_json.h"
#include "cli/plot_view.h"
#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct PlotOptions {
  SelectionOptions selection = {};
  std::string bars = {};
  std::string limit = "20";
  std::string svg = {};
  std::string height = {};
  bool unfold = false;
  bool fail_empty = false;
};

constexpr std::size_t kLeastHeight = 12;
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
  if (options.svg.empty()) return Done{};
  if (json) return wrong("--svg and --json are two formats at once");
  if (options.svg != "-" && !context.common.output.empty()) {
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

// One answer in all its forms; each is made where it is asked for.
struct Forms {
  std::function<std::string()> json = {};
  std::function<std::string()> svg = {};
  std::function<std::string(std::size_t rows)> text = {};
  PlotNotes notes = {};
  std::size_t drawn = 0;
};

std::vector<std::string> note_lines(const PlotNotes& notes, const Context& context, bool marks) {
  std::vector<std::string> lines = marks ? notes.lines : std::vector<std::string>();
  const Terminal& terminal = context.world.err_terminal;
  const std::size_t width = terminal.is_terminal ? terminal.width : 0;
  for (std::string& line : footer_lines(notes.parts, width, context.style.unicode)) {
    lines.push_back(std::move(line));
  }
  return lines;
}

// As many as fit on the screen together with the notes and the next prompt.
std::size_t rows_of(const Context& context, std::size_t notes) {
  const Terminal& out = context.world.out_terminal;
  const bool on_screen = out.is_terminal && out.height > 0 && context.common.output.empty();
  if (!on_screen) return kPlotRows;
  const bool together = context.world.err_terminal.is_terminal && !context.common.quiet;
  const std::size_t others = 1 + (together ? notes : 0);
  const std::size_t left = out.height > others ? out.height - others : 0;
  return std::clamp(left, kLeastHeight, kPlotRows);
}

Outcome print(const Forms& forms, const PlotOptions& options, std::size_t height,
              Context& context) {
  const bool json = context.common.json || context.common.format == "json";
  const std::vector<std::string> lines = note_lines(forms.notes, context, !json);
  if (json) {
    context.out.write(forms.json());
  } else if (options.svg == "-") {
    context.out.write(forms.svg());
  } else if (!options.svg.empty()) {
    const auto written = context.world.write_file(options.svg, forms.svg());
    if (!written) return written.error();
    context.note("wrote '" + options.svg + "'");
  } else if (forms.drawn > 0) {
    context.out.write(forms.text(height > 0 ? height : rows_of(context, lines.size())));
  }
  if (forms.drawn == 0) context.note("no model to draw");
  for (const std::string& line : lines) context.note(line);
  return forms.drawn == 0 && options.fail_empty ? 1 : 0;
}

template <typename Data>
std::vector<PlotSource> sources_of(const PlotSubject& subject, const Data& data,
                                   std::span<const FieldId> fields) {
  std::vector<Row> rows;
  for (const auto& row : data.rows) rows.push_back(row.row);
  return plot_sources(subject.asked.catalog, subject.table(), subject.quality().metric, rows,
                      fields);
}

Outcome plot_scatter(const PlotSubject& subject, const PlotOptions& options, std::size_t height,
                     Context& context) {
  const ScatterData data = scatter_data(subject.answer, subject.asked);
  const FieldId fields[] = {price_field(subject.asked), field_id("quality")};
  const auto sources = [&] { return sources_of(subject, data, fields); };
  Forms forms{.notes = notes_of(subject, data, context.style.unicode), .drawn = data.rows.size()};
  forms.json = [&] { return plot_json(subject, data, sources()); };
  forms.text = [&](std::size_t rows) {
    return scatter_text(scatter_of(subject, data, context.style.unicode), context.style, rows);
  };
  forms.svg = [&] {
    Scatter scatter = scatter_of(subject, data, /*unicode=*/true);
    scatter.notes = picture_notes(notes_of(subject, data, /*unicode=*/true), sources());
    return scatter_svg(scatter);
  };
  return print(forms, options, height, context);
}

struct BarsWanted {
  FieldId field = kNoField;  // none: the scatter
  std::size_t most = 0;
};

Outcome plot_bars(const PlotSubject& subject, const PlotOptions& options, BarsWanted wanted,
                  Context& context) {
  const FieldId field = wanted.field;
  const BarData data = bar_data(subject.answer, subject.table(), field,
                                better_of(field, subject.quality()), wanted.most);
  const auto sources = [&] { return sources_of(subject, data, std::span(&field, 1)); };
  Forms forms{.notes = notes_of(subject, data, field, context.style.unicode),
              .drawn = data.rows.size()};
  forms.json = [&] { return plot_json(subject, data, field, sources()); };
  forms.text = [&](std::size_t) { return bars_text(bars_of(subject, data, field), context.style); };
  forms.svg = [&] {
    Bars bars = bars_of(subject, data, field);
    bars.notes = picture_notes(notes_of(subject, data, field, /*unicode=*/true), sources());
    return bars_svg(bars);
  };
  return print(forms, options, 0, context);
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

Outcome run_plot(const PlotOptions& options, Context& context) {
  const auto json = wants_json(context.common);
  if (!json) return json.error();
  const auto fine = check_flags(options, context, *json);
  if (!fine) return fine.error();
  const auto height =
      options.height.empty() ? Result<std::size_t>(0) : parse_height(options.height);
  if (!height) return height.error();
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
  Query query{.where = selection.where, .limit = 0, .admit_unknown = selection.admit_unknown};
  query.fold = !options.unfold;
  const Answer answer = run_query(query, (*asked)->table);
  for (const std::string& note : selection.notes) context.note(note);
  const PlotSubject subject{**asked, answer, context.world.clock.now_ms()};
  if (scatter) return plot_scatter(subject, options, *height, context);
  return plot_bars(subject, options, *bars, context);
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
  text("-n,--limit", options->limit, "N", "bars, 0 = all (default: 20)");
  text("--svg", options->svg, "FILE", "write a picture in SVG, - for stdout");
  text("--height", options->height, "ROWS", "of price and quality as text (default: 24)");
  app.add_flag("--unfold,--all", options->unfold, "quantized copies as points of their own")
      ->group(group);
  app.add_flag("--fail-empty", options->fail_empty, "exit 1 when there is nothing to draw")
      ->group(group);
  return [options](Context& context) { return run_plot(*options, context); };
}

}  // namespace oms
