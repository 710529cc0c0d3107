// What a scatter and its two renderings share: which points stand where, which label each mark
// gets, and the way of the frontier's line.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/render/plot.h"
#include "render/plot_grid.h"
#include "render/plot_scale.h"

namespace oms {

// Points of one kind that fall on one place: they look like one.
struct Mark {
  GridPlace at = {};
  bool closed = false;
  bool frontier = false;                      // one of them is on it
  std::vector<const PlotPoint*> points = {};  // those on the frontier first; they must outlive this
};

struct Axes {
  Scale x = {};
  Scale y = {};
};

// The points that have a place, in their order.
std::vector<const PlotPoint*> placeable(const Scatter& scatter);
Axes axes_of(std::span<const PlotPoint* const> points, Better better, std::size_t most_x,
             std::size_t most_y);

// `place` says where a point stands. Marks in the order of their first points.
std::vector<Mark> marks_of(std::span<const PlotPoint* const> points,
                           const std::function<GridPlace(const PlotPoint&)>& place);
// The corners of the frontier's step line from the cheapest point to `right`, the edge.
std::vector<GridPlace> frontier_line(std::span<const Mark> marks, int right);
// What lies above and left of that line, down from `corner`: there is nothing but labels.
std::vector<Box> better_side(std::span<const GridPlace> line, GridPlace corner);

// Which kinds there are: a legend explains no more than that.
struct PlotKinds {
  bool open = false;
  bool closed = false;
  bool open_front = false;
  bool closed_front = false;
};
PlotKinds kinds_of(std::span<const PlotPoint* const> points);
inline constexpr std::string_view kFrontierText =
    "on the frontier: nothing better at this price or below";

inline const std::string kAlsoText = "also on the frontier: ";  // those that have no label

// Titles of the axes with the direction, and the notes with what has no place.
std::string x_axis_title(const Scatter& scatter);
std::string y_axis_title(const Scatter& scatter);
std::vector<std::string> scatter_notes(const Scatter& scatter);

inline constexpr std::string_view kNothing = "no model to draw";

}  // namespace oms
