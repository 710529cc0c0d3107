// Pictures of models, for a terminal and as SVG: price against quality, and bars of one field.
// Values in, text out. Foreign text is made safe here; the numbers only say where a mark stands,
// what is read as a figure comes in as text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "oms/model/field.h"
#include "oms/render/render.h"

namespace oms {

struct PlotPoint {
  std::string label = {};  // the model's name, as short as it may be
  std::string about = {};  // "owner/name: $0.25, 1391", where a pointer rests on the mark
  double x = 0;            // a point that is not above zero has no place on a log scale
  double y = 0;
  bool frontier = false;  // nothing at most as dear is better
  bool closed = false;
};

// x in USD on a logarithmic scale, y on a linear one whose better end is on top.
struct Scatter {
  std::string title = {};
  std::string x_title = {};  // with the unit
  std::string y_title = {};  // with the unit
  Better better = Better::higher;
  std::vector<PlotPoint> points = {};   // the first ones are labeled first, after the frontier
  std::vector<std::string> notes = {};  // sources, dates, credit, who was left out: below
};

struct Bar {
  std::string label = {};
  std::string figure = {};  // the value as it is read
  double value = 0;
  bool closed = false;
};

// Always linear and from zero: the length of a bar is its value.
struct Bars {
  std::string title = {};
  std::string unit = {};  // what the values are, with the unit
  Better better = Better::none;
  std::vector<Bar> bars = {};  // in the order of drawing
  std::vector<std::string> notes = {};
};

inline constexpr std::size_t kPlotRows = 24;  // of a terminal as it comes

// At most `rows` lines with legend and notes, as far as a picture of five rows allows; as wide as
// the style says, 80 columns where it does not.
std::string scatter_text(const Scatter& scatter, const Style& style, std::size_t rows = kPlotRows);
// A line for each bar.
std::string bars_text(const Bars& bars, const Style& style);

// A whole SVG document: no script, no style sheet, nothing that is loaded from elsewhere.
std::string scatter_svg(const Scatter& scatter);
std::string bars_svg(const Bars& bars);

}  // namespace oms
