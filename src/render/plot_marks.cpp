#include "render/plot_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "oms/base/text.h"

namespace oms {

std::vector<const PlotPoint*> placeable(const Scatter& scatter) {
  std::vector<const PlotPoint*> points;
  for (const PlotPoint& point : scatter.points) {
    if (is_placeable_on_log(point.x) && is_placeable(point.y)) points.push_back(&point);
  }
  return points;
}

Axes axes_of(std::span<const PlotPoint* const> points, Better better, std::size_t most_x,
             std::size_t most_y) {
  std::vector<double> x;
  std::vector<double> y;
  for (const PlotPoint* point : points) {
    x.push_back(point->x);
    y.push_back(point->y);
  }
  return {money_scale(x, most_x), quality_scale(y, better, most_y)};
}

std::vector<Mark> marks_of(std::span<const PlotPoint* const> points,
                           const std::function<GridPlace(const PlotPoint&)>& place) {
  std::vector<Mark> marks;
  std::map<std::tuple<int, int, bool>, std::size_t> seen;
  for (const PlotPoint* point : points) {
    const GridPlace at = place(*point);
    const auto [found, is_new] = seen.try_emplace({at.x, at.y, point->closed}, marks.size());
    if (is_new) marks.push_back({.at = at, .closed = point->closed});
    Mark& mark = marks[found->second];
    mark.frontier = mark.frontier || point->frontier;
    mark.points.push_back(point);
  }
  for (Mark& mark : marks) {
    std::stable_partition(mark.points.begin(), mark.points.end(),
                          [](const PlotPoint* point) { return point->frontier; });
  }
  return marks;
}

std::vector<GridPlace> frontier_line(std::span<const Mark> marks, int right) {
  std::vector<GridPlace> points;
  for (const Mark& mark : marks) {
    if (mark.frontier) points.push_back(mark.at);
  }
  // Of marks above each other only the best one turns the line: it comes last.
  std::sort(points.begin(), points.end(),
            [](GridPlace a, GridPlace b) { return a.x != b.x ? a.x < b.x : a.y > b.y; });
  std::vector<GridPlace> corners;
  for (const GridPlace& point : points) {
    if (!corners.empty()) corners.push_back({point.x, corners.back().y});
    corners.push_back(point);
  }
  if (!corners.empty()) corners.push_back({std::max(right, corners.back().x), corners.back().y});
  return corners;
}

std::vector<Box> better_side(std::span<const GridPlace> line, GridPlace corner) {
  std::vector<Box> boxes;
  if (line.empty()) return boxes;
  const auto add = [&](int left, int right, int bottom) {
    if (right > left && bottom > corner.y) {
      boxes.push_back({left, corner.y, right - left, bottom - corner.y});
    }
  };
  add(corner.x, line.front().x, line.front().y);
  for (std::size_t i = 1; i < line.size(); ++i) add(line[i - 1].x, line[i].x, line[i].y);
  return boxes;
}

PlotKinds kinds_of(std::span<const PlotPoint* const> points) {
  PlotKinds kinds;
  for (const PlotPoint* point : points) {
    (point->closed ? kinds.closed : kinds.open) = true;
    if (point->frontier) (point->closed ? kinds.closed_front : kinds.open_front) = true;
  }
  return kinds;
}

std::string x_axis_title(const Scatter& scatter) {
  return printable(scatter.x_title) + " (log scale)";
}

std::string y_axis_title(const Scatter& scatter) {
  const bool lower = scatter.better == Better::lower;
  return printable(scatter.y_title) +
         (lower ? ": lower is better, small values on top" : ": higher is better");
}

std::vector<std::string> scatter_notes(const Scatter& scatter) {
  std::vector<std::string> notes;
  for (const std::string& note : scatter.notes) notes.push_back(printable(note));
  const std::size_t lost = scatter.points.size() - placeable(scatter).size();
  if (lost > 0) notes.push_back(fmt::format("{} without a place on these scales", lost));
  return notes;
}

}  // namespace oms
