// Where labels find room: a grid of cells that marks, lines and labels take up. In a terminal a
// cell is a character, in SVG a small square.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace oms {

struct Box {
  int x = 0;  // left
  int y = 0;  // top; y grows downwards
  int width = 1;
  int height = 1;

  int right() const { return x + width; }  // the cell behind the last
  int bottom() const { return y + height; }
};
bool overlap(const Box& a, const Box& b);

struct GridPlace {
  int x = 0;
  int y = 0;
};

class Grid {
 public:
  Grid(int width, int height);
  int width() const { return width_; }
  int height() const { return height_; }

  // Inside the grid, and nothing has taken any of its cells.
  bool is_free(const Box& box) const;
  // Whatever lies outside is left out.
  void take(const Box& box);
  bool has_taken(const Box& box) const;

 private:
  Box inside(const Box& box) const;

  int width_;
  int height_;
  std::vector<bool> taken_;
};

// Which end of a label's text stands nearest to its mark.
enum class Anchor { start, middle, end };

struct Spot {
  Box box = {};
  Anchor anchor = Anchor::start;
};

// Where a label may stand: left of its mark or above it, where the frontier has nothing, or
// anywhere around it, right of it at best.
enum class Side { upper, any };

// The first free place of that size beside the mark that `may` be one; it is then taken.
std::optional<Spot> place_beside(Grid& grid, const Box& mark, const Box& size, Side side,
                                 const std::function<bool(const Box&)>& may);

// A place further up and left, with a free line to it; both are taken.
struct Leader {
  Spot spot = {};
  GridPlace from = {};  // cells at the ends of the line
  GridPlace to = {};
};
std::optional<Leader> place_apart(Grid& grid, const Box& mark, const Box& size);

}  // namespace oms
