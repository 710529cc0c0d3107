#include "render/scatter_picture.h"

#include <algorithm>
#include <cmath>

#include "oms/base/text.h"
#include "render/plot_labels.h"
#include "render/text_canvas.h"

namespace oms {
namespace {

constexpr std::size_t kLongestLabel = 30;
constexpr std::size_t kColumnsPerTick = 7;
constexpr std::size_t kRowsPerTick = 3;
constexpr PlotSigns kUnicode = {"●", "○", "◆", "◇", "● ◆", "◈", "─", "│",
                                "╯", "─", "│", "└", "┬",   "┤", "…"};
constexpr PlotSigns kAscii = {"O", "o", "X", "x", "O X", "%", ".",  ":",
                              ":", "-", "|", "+", "+",   "+", "..."};

std::string_view sign_of(const Mark& mark, const PlotSigns& signs) {
  if (mark.closed) return mark.frontier ? signs.closed_front : signs.closed;
  return mark.frontier ? signs.open_front : signs.open;
}

class Painter {
 public:
  Painter(PictureSize size, const Axes& axes, const Style& style)
      : axes_(axes),
        style_(style),
        signs_(plot_signs(style.unicode)),
        width_(static_cast<int>(size.width)),
        left_(figures_width(axes.y) + 2),
        columns_(std::max(width_ - left_, 1)),
        rows_(static_cast<int>(size.rows)),
        canvas_(width_, rows_ + 2),
        grid_(columns_, rows_),
        drawn_(columns_, rows_) {}

  Picture draw(std::span<const PlotPoint* const> points) {
    const std::vector<Mark> marks = marks_of(points, [&](const PlotPoint& point) {
      return GridPlace{column(axes_.x.at(point.x)), row(axes_.y.at(point.y))};
    });
    draw_vertical_axis();
    draw_horizontal_axis();
    const std::vector<GridPlace> line = frontier_line(marks, columns_ - 1);
    draw_frontier(line);
    for (const bool front : {false, true}) {  // the frontier lies on top
      for (const Mark& mark : marks) {
        if (mark.frontier == front) draw_mark(mark);
      }
    }
    draw_labels(marks, line);
    for (int y = 0; y < rows_ + 2; ++y) picture_.lines.push_back(canvas_.line(y, style_.color));
    picture_.middle = static_cast<std::size_t>(left_ + columns_ / 2);
    return std::move(picture_);
  }

 private:
  static int figures_width(const Scale& scale) {
    std::size_t widest = 0;
    for (const Tick& tick : scale.ticks) widest = std::max(widest, tick.text.size());
    return static_cast<int>(widest);
  }

  int column(double at) const { return static_cast<int>(std::lround(at * (columns_ - 1))); }
  int row(double at) const { return static_cast<int>(std::lround((1 - at) * (rows_ - 1))); }

  void draw_vertical_axis() {
    const int axis = left_ - 1;
    for (int y = 0; y < rows_; ++y) canvas_.put(axis, y, signs_.axis_y, ink::kFaint);
    for (const Tick& tick : axes_.y.ticks) {
      canvas_.put(axis - 1 - static_cast<int>(tick.text.size()), row(tick.at), tick.text);
      canvas_.put(axis, row(tick.at), signs_.tick_y, ink::kFaint);
    }
  }

  void draw_horizontal_axis() {
    canvas_.put(left_ - 1, rows_, signs_.corner, ink::kFaint);
    for (int x = 0; x < columns_; ++x) canvas_.put(left_ + x, rows_, signs_.axis_x, ink::kFaint);
    int free_from = 0;
    for (const Tick& tick : axes_.x.ticks) {
      const int at = left_ + column(tick.at);
      const int length = static_cast<int>(tick.text.size());
      const int begin = std::min(at - length / 2, width_ - length);
      canvas_.put(at, rows_, signs_.tick_x, ink::kFaint);
      if (begin < free_from) continue;
      canvas_.put(begin, rows_ + 1, tick.text);
      free_from = begin + length + 1;
    }
  }

  void draw_line_cell(GridPlace at, std::string_view sign) {
    canvas_.put(left_ + at.x, at.y, sign, ink::kFaint);
    grid_.take({at.x, at.y});
  }

  void draw_frontier(const std::vector<GridPlace>& corners) {
    for (std::size_t i = 1; i < corners.size(); ++i) {
      const GridPlace from = corners[i - 1];
      const GridPlace to = corners[i];
      for (int y = from.y - 1; y >= to.y; --y) draw_line_cell({to.x, y}, signs_.upwards);
      if (to.y != from.y) continue;
      for (int x = from.x; x < to.x; ++x) draw_line_cell({x, from.y}, signs_.across);
      const bool turns = i + 1 < corners.size() && corners[i + 1].y != to.y;
      draw_line_cell(to, turns ? signs_.turn : signs_.across);
    }
  }

  // Marks of one kind in one place are one mark: a second one is of the other kind.
  void draw_mark(const Mark& mark) {
    const Box cell{mark.at.x, mark.at.y};
    const bool both = !drawn_.is_free(cell);
    const std::string_view color = mark.closed ? ink::kClosed : ink::kOpen;
    canvas_.put(left_ + mark.at.x, mark.at.y, both ? signs_.both : sign_of(mark, signs_),
                both ? std::string_view() : color);
    picture_.both = picture_.both || both;
    drawn_.take(cell);
    grid_.take(cell);
  }

  // A blank at either end keeps labels apart from whatever is beside them.
  void draw_labels(std::span<const Mark> marks, std::span<const GridPlace> line) {
    LabelRules rules;
    rules.cells = [](const Mark& mark) { return Box{mark.at.x, mark.at.y}; };
    rules.size = [](std::string_view label) {
      return Box{0, 0, static_cast<int>(display_width(label)) + 2, 1};
    };
    rules.better_side = better_side(line, {0, 0});
    rules.clearance = 1;
    rules.columns = std::min(kLongestLabel, static_cast<std::size_t>(columns_) / 2);
    rules.ellipsis = signs_.ellipsis;
    Labels labels = place_labels(grid_, marks, rules);
    for (const PlacedLabel& label : labels.placed) {
      canvas_.put(left_ + label.spot.box.x + 1, label.spot.box.y, label.text,
                  label.mark->frontier ? ink::kStrong : std::string_view());
    }
    picture_.unlabeled = std::move(labels.unlabeled);
  }

  const Axes& axes_;
  const Style& style_;
  const PlotSigns& signs_;
  int width_;
  int left_;     // columns in front of the picture, axis included
  int columns_;  // of the picture behind the axis
  int rows_;
  TextCanvas canvas_;
  Grid grid_;
  Grid drawn_;  // the marks alone
  Picture picture_ = {};
};

}  // namespace

const PlotSigns& plot_signs(bool unicode) { return unicode ? kUnicode : kAscii; }

Picture draw_picture(std::span<const PlotPoint* const> points, Better better, PictureSize size,
                     const Style& style) {
  const std::size_t most_x = std::max<std::size_t>(size.width / kColumnsPerTick, 1);
  const std::size_t most_y = size.rows / kRowsPerTick + 1;
  const Axes axes = axes_of(points, better, most_x, most_y);
  return Painter(size, axes, style).draw(points);
}

}  // namespace oms
