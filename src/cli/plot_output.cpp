#include "cli/plot_output.h"

#include <algorithm>

#include "cli/footer.h"

namespace oms {
namespace {

std::vector<std::string> note_lines(const PlotNotes& notes, const Context& context, bool marks) {
  std::vector<std::string> lines = marks ? notes.lines : std::vector<std::string>();
  for (std::string& line : footer_lines(notes.parts, context)) lines.push_back(std::move(line));
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

}  // namespace

Outcome print_plot(const PlotForms& forms, const PlotOutput& output, Context& context) {
  const bool json = context.common.json || context.common.format == "json";
  const std::vector<std::string> lines = note_lines(forms.notes, context, !json);
  if (json) {
    context.out.write(forms.json());
  } else if (output.svg == "-") {
    context.out.write(forms.svg());
  } else if (!output.svg.empty()) {
    const auto written = context.world.write_file(output.svg, forms.svg());
    if (!written) return written.error();
    context.note("wrote '" + output.svg + "'");
  } else if (forms.drawn > 0) {
    context.out.write(forms.text(output.rows > 0 ? output.rows : rows_of(context, lines.size())));
  }
  if (forms.drawn == 0) context.note("no model to draw");
  for (const std::string& line : lines) context.note(line);
  return forms.drawn == 0 && output.fail_empty ? 1 : 0;
}

}  // namespace oms
