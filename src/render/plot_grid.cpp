#include "render/plot_grid.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace oms {
namespace {

Box moved(const Box& size, int x, int y) { return {x, y, size.width, size.height}; }

std::vector<Spot> spots_around(const Box& mark, const Box& size, Side side) {
  const int left = mark.x - size.width;
  const int center = mark.x + mark.width / 2;
  const int to_left = center + 1 - size.width;
  const int middle = center - size.width / 2;
  const int level = mark.y + (mark.height - size.height) / 2;
  const int above = mark.y - size.height;
  const int below = mark.bottom();
  const Spot at_left{moved(size, left, level), Anchor::end};
  const Spot above_left{moved(size, to_left, above), Anchor::end};
  const Spot above_right{moved(size, center, above), Anchor::start};
  const Spot over{moved(size, middle, above), Anchor::middle};
  if (side == Side::upper) return {at_left, above_left, over, above_right};
  return {{moved(size, mark.right(), level), Anchor::start},
          at_left,
          {moved(size, center, below), Anchor::start},
          above_right,
          {moved(size, to_left, below), Anchor::end},
          above_left,
          over,
          {moved(size, middle, below), Anchor::middle}};
}

// The cells of a straight line, both ends included.
std::vector<Box> line_cells(GridPlace from, GridPlace to) {
  const int steps = std::max(std::abs(to.x - from.x), std::abs(to.y - from.y)) * 2;
  std::vector<Box> cells;
  for (int i = 0; i <= steps; ++i) {
    const double share = steps == 0 ? 0 : static_cast<double>(i) / steps;
    cells.push_back({from.x + static_cast<int>(std::lround(share * (to.x - from.x))),
                     from.y + static_cast<int>(std::lround(share * (to.y - from.y)))});
  }
  return cells;
}

}  // namespace

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Grid::Grid(int width, int height)
    : width_(std::max(width, 0)),
      height_(std::max(height, 0)),
      taken_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_)) {}

Box Grid::inside(const Box& box) const {
  const int left = std::clamp(box.x, 0, width_);
  const int top = std::clamp(box.y, 0, height_);
  return {left, top, std::clamp(box.right(), 0, width_) - left,
          std::clamp(box.bottom(), 0, height_) - top};
}

bool Grid::has_taken(const Box& box) const {
  const Box part = inside(box);
  for (int y = part.y; y < part.bottom(); ++y) {
    const auto row = taken_.begin() + static_cast<std::ptrdiff_t>(y) * width_;
    if (std::find(row + part.x, row + part.right(), true) != row + part.right()) return true;
  }
  return false;
}

bool Grid::is_free(const Box& box) const {
  const bool within = box.x >= 0 && box.y >= 0 && box.right() <= width_ && box.bottom() <= height_;
  return within && !has_taken(box);
}

void Grid::take(const Box& box) {
  const Box part = inside(box);
  for (int y = part.y; y < part.bottom(); ++y) {
    const auto row = taken_.begin() + static_cast<std::ptrdiff_t>(y) * width_;
    std::fill(row + part.x, row + part.right(), true);
  }
}

std::optional<Spot> place_beside(Grid& grid, const Box& mark, const Box& size, Side side,
                                 const std::function<bool(const Box&)>& may) {
  for (const Spot& spot : spots_around(mark, size, side)) {
    if (!grid.is_free(spot.box) || !may(spot.box)) continue;
    grid.take(spot.box);
    return spot;
  }
  return std::nullopt;
}

std::optional<Leader> place_apart(Grid& grid, const Box& mark, const Box& size) {
  constexpr int kFarthest = 10;  // heights of a label
  const GridPlace from{mark.x - 1, mark.y - 1};
  for (int distance = 1; distance <= kFarthest; ++distance) {
    // The flatter the line, the further left; the steepest one leads straight up.
    for (const int slope : {2, 1, 4, 0}) {
      const Box box = moved(size, mark.x - size.width - distance * slope,
                            mark.y - size.height - distance * size.height);
      const GridPlace to{box.right(), box.bottom() - 1};
      if (!grid.is_free(box)) continue;
      const std::vector<Box> line = line_cells(from, to);
      const bool free = std::all_of(line.begin(), line.end(),
                                    [&](const Box& cell) { return grid.is_free(cell); });
      if (!free) continue;
      grid.take(box);
      for (const Box& cell : line) grid.take(cell);
      return Leader{{box, Anchor::end}, from, to};
    }
  }
  return std::nullopt;
}

}  // namespace oms
