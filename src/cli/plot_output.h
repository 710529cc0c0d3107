// Where a picture goes: the screen, a pipe, a file, and what is said beside it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "cli/command.h"
#include "cli/plot_view.h"

namespace oms {

inline constexpr std::size_t kLeastHeight = 12;  // rows with title, axes and legend

struct PlotOutput {
  std::string svg = {};  // file, - for stdout; "" = text or JSON
  std::size_t rows = 0;  // of a scatter as text; 0: what the screen has
  bool fail_empty = false;
};

// One answer in all its forms; each is made where it is asked for.
struct PlotForms {
  std::function<std::string()> json = {};
  std::function<std::string()> svg = {};
  std::function<std::string(std::size_t rows)> text = {};
  PlotNotes notes = {};
  std::size_t drawn = 0;
};

// Writes the form that is asked for, and the notes. 1 when nothing is drawn and that is a failure.
Outcome print_plot(const PlotForms& forms, const PlotOutput& output, Context& context);

}  // namespace oms
