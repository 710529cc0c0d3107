// The scatter as an SVG document.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "oms/base/text.h"
#include "oms/render/plot.h"
#include "render/plot_labels.h"
#include "render/plot_marks.h"
#include "render/svg.h"
#include "render/svg_page.h"

namespace oms {
namespace {

constexpr int kCell = 4;  // pixels of a cell of the grid for labels
constexpr int kRight = kSvgWidth - 36;
constexpr int kTop = 136;
constexpr int kHeight = 480;  // of the picture between the axes
constexpr int kBottom = kTop + kHeight;
constexpr double kLabelSize = 13;
constexpr int kLabelCells = 4;  // the height of a line of that size
constexpr std::size_t kLongestLabel = 40;
constexpr std::size_t kMostX = 12;
constexpr std::size_t kMostY = 8;
constexpr std::string_view kEllipsis = "…";

// The side of the frontier where every model would like to be.
constexpr std::string_view kCorner = "↖ cheaper and better";

class Drawing {
 public:
  explicit Drawing(const Scatter& scatter)
      : points_(placeable(scatter)),
        axes_(axes_of(points_, scatter.better, kMostX, kMostY)),
        left_(left_of(axes_.y)),
        grid_((kRight - left_) / kCell, kHeight / kCell),
        marks_(marks_of(points_, [&](const PlotPoint& point) { return place(point); })) {}

  std::string body() {
    std::string text = axes();
    if (points_.empty()) {
      return text + svg_text(kNothing, {.x = (left_ + kRight) / 2.0,
                                        .y = kTop + kHeight / 2.0,
                                        .size = 16,
                                        .color = hue::kGray,
                                        .anchor = Anchor::middle});
    }
    const std::vector<GridPlace> line = frontier_line(marks_, kRight);
    text += frontier(line);
    for (const Mark& mark : marks_) grid_.take(cells_of(mark));
    text += corner();
    const std::string names = labels(line);   // with the lines that lie under marks
    for (const bool front : {false, true}) {  // the frontier lies on top
      for (const Mark& mark : marks_) {
        if (mark.frontier == front) text += drawn(mark);
      }
    }
    return text + names;
  }

  // Labels of the frontier that found no room.
  const std::vector<std::string>& unlabeled() const { return unlabeled_; }
  const std::vector<const PlotPoint*>& points() const { return points_; }
  int left() const { return left_; }

 private:
  static int left_of(const Scale& scale) {
    double widest = 0;
    for (const Tick& tick : scale.ticks) {
      widest = std::max(widest, text_width(tick.text, kLabelSize));
    }
    return kPageLeft + static_cast<int>(std::ceil(widest)) + 10;
  }

  double x_of(double at) const { return left_ + at * (kRight - left_); }
  static double y_of(double at) { return kBottom - at * kHeight; }

  GridPlace place(const PlotPoint& point) const {
    return {static_cast<int>(std::lround(x_of(axes_.x.at(point.x)))),
            static_cast<int>(std::lround(y_of(axes_.y.at(point.y))))};
  }

  // The cells that pixels fall on; the grid begins at the upper end of the vertical axis.
  Box cells(const Box& pixels) const {
    const auto cell = [](int pixel) {
      return static_cast<int>(std::floor(static_cast<double>(pixel) / kCell));
    };
    const int x = cell(pixels.x - left_);
    const int y = cell(pixels.y - kTop);
    return {x, y, cell(pixels.right() - 1 - left_) - x + 1,
            cell(pixels.bottom() - 1 - kTop) - y + 1};
  }
  Box cells_of(const Mark& mark) const {
    constexpr int kReach = 8;
    return cells({mark.at.x - kReach, mark.at.y - kReach, 2 * kReach, 2 * kReach});
  }
  double pixel_x(int cell) const { return left_ + cell * kCell; }
  static double pixel_y(int cell) { return kTop + cell * kCell; }

  std::string axes() const {
    std::string text;
    for (const Tick& tick : axes_.y.ticks) {
      const double y = y_of(tick.at);
      text += svg_line(left_, y, kRight, y, hue::kFaint);
      text += svg_text(
          tick.text, {.x = left_ - 8.0, .y = y + 4.5, .color = hue::kGray, .anchor = Anchor::end});
    }
    double free_from = 0;
    for (const Tick& tick : axes_.x.ticks) {
      const double x = x_of(tick.at);
      const double half = text_width(tick.text, kLabelSize) / 2;
      text += svg_line(x, kTop, x, kBottom + 5, hue::kFaint);
      if (x - half < free_from) continue;
      text += svg_text(
          tick.text, {.x = x, .y = kBottom + 21.0, .color = hue::kGray, .anchor = Anchor::middle});
      free_from = x + half + 6;
    }
    return text + svg_line(left_, kTop, left_, kBottom, hue::kLine) +
           svg_line(left_, kBottom, kRight, kBottom, hue::kLine);
  }

  std::string frontier(std::span<const GridPlace> line) {
    std::string way;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const GridPlace to = line[i];
      way += fmt::format("{}{} {}", i == 0 ? "M" : "L", to.x, to.y);
      if (i == 0) continue;
      const GridPlace from = line[i - 1];
      grid_.take(cells({std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x) + 1,
                        std::abs(to.y - from.y) + 1}));
    }
    if (way.empty()) return {};
    return fmt::format(R"(<path d="{}" fill="none" stroke="{}" stroke-width="1.5"/>)", way,
                       hue::kInk) +
           "\n";
  }

  // A tooltip for the points of the mark.
  static std::string drawn(const Mark& mark) {
    std::string names;
    for (const PlotPoint* point : mark.points) {
      names += (names.empty() ? "" : "\n") + markup_text(point->about);
    }
    const Fill fill = mark.frontier ? Fill::full : Fill::hollow;
    return "<g><title>" + names + "</title>" + svg_mark(mark.at.x, mark.at.y, mark.closed, fill) +
           "</g>\n";
  }

  std::string labels(std::span<const GridPlace> line) {
    LabelRules rules;
    rules.cells = [&](const Mark& mark) { return cells_of(mark); };
    rules.size = [](std::string_view label) { return Box{0, 0, cells_for(label), kLabelCells}; };
    for (const Box& box : better_side(line, {left_, kTop})) rules.better_side.push_back(cells(box));
    rules.clearance = 2;
    rules.columns = kLongestLabel;
    rules.ellipsis = kEllipsis;
    rules.leaders = true;
    Labels found = place_labels(grid_, marks_, rules);
    unlabeled_ = std::move(found.unlabeled);
    std::string text;
    for (const PlacedLabel& label : found.placed) text += drawn(label);
    return text;
  }

  static int cells_for(std::string_view text) {
    return static_cast<int>(std::ceil((text_width(text, kLabelSize) + 4) / kCell));
  }

  std::string drawn(const PlacedLabel& label) const {
    const Box& box = label.spot.box;
    double x = pixel_x(box.x) + 2;
    if (label.spot.anchor == Anchor::end) x = pixel_x(box.right()) - 2;
    if (label.spot.anchor == Anchor::middle) x = pixel_x(box.x) + box.width * kCell / 2.0;
    std::string text;
    if (label.leader) {
      text = svg_line(pixel_x(label.leader->to.x), pixel_y(label.leader->to.y),
                      pixel_x(label.leader->from.x + 1), pixel_y(label.leader->from.y + 1),
                      hue::kLine);
    }
    return text + svg_text(label.text, {.x = x,
                                        .y = pixel_y(box.y) + 12.5,
                                        .size = kLabelSize,
                                        .color = label.mark->frontier ? hue::kInk : hue::kGray,
                                        .anchor = label.spot.anchor});
  }

  std::string corner() {
    const Box box{2, 2, cells_for(kCorner), kLabelCells};
    if (!grid_.is_free(box)) return {};
    grid_.take(box);
    return svg_text(kCorner,
                    {.x = pixel_x(box.x) + 2, .y = pixel_y(box.y) + 12.5, .color = hue::kLine});
  }

  std::vector<const PlotPoint*> points_;
  Axes axes_;
  int left_;
  Grid grid_;
  std::vector<Mark> marks_;
  std::vector<std::string> unlabeled_ = {};
};

std::vector<SvgLegend> legend(std::span<const PlotPoint* const> points) {
  const PlotKinds kinds = kinds_of(points);
  std::vector<SvgLegend> entries;
  for (const bool closed : {false, true}) {
    if (!(closed ? kinds.closed : kinds.open)) continue;
    const auto sign = [closed](double x, double y) { return svg_mark(x, y, closed, Fill::hollow); };
    entries.push_back({16, sign, closed ? "closed model" : "open model"});
  }
  if (!kinds.open_front && !kinds.closed_front) return entries;
  const auto sign = [kinds](double x, double y) {
    std::string text = svg_line(x - 24, y, x + 24, y, hue::kInk, 1.5);
    const double apart = kinds.open_front && kinds.closed_front ? 10 : 0;
    if (kinds.open_front) text += svg_mark(x - apart, y, false, Fill::full);
    if (kinds.closed_front) text += svg_mark(x + apart, y, true, Fill::full);
    return text;
  };
  entries.push_back({48, sign, kFrontierText});
  return entries;
}

std::string axis_title(std::string_view title, double x, double y, Anchor anchor) {
  constexpr double kSize = 14;
  constexpr double kLongest = 1000;  // pixels
  return svg_text(fit_text(title, kSize * kBoldFactor, kLongest),
                  {.x = x, .y = y, .size = kSize, .anchor = anchor, .bold = true});
}

std::string description(const Scatter& scatter, std::span<const PlotPoint* const> points) {
  std::string front;
  for (const PlotPoint* point : points) {
    if (!point->frontier) continue;
    front += (front.empty() ? "" : "; ") + point->about;
  }
  return fmt::format("{} point{}. Across: {}. Upwards: {}.{}", points.size(),
                     points.size() == 1 ? "" : "s", x_axis_title(scatter), y_axis_title(scatter),
                     front.empty() ? "" : " On the frontier: " + front + ".");
}

}  // namespace

std::string scatter_svg(const Scatter& scatter) {
  Drawing drawing(scatter);
  std::string body = svg_head(scatter.title, legend(drawing.points()));
  body += axis_title(y_axis_title(scatter), kPageLeft, kTop - 16, Anchor::start);
  body += drawing.body();
  const double middle = (drawing.left() + kRight) / 2.0;
  body += axis_title(x_axis_title(scatter), middle, kBottom + 48, Anchor::middle);
  std::vector<std::string> lines = scatter_notes(scatter);
  if (!drawing.unlabeled().empty()) {
    lines.insert(lines.begin(), kAlsoText + join(drawing.unlabeled(), ", "));
  }
  const SvgNotes notes = svg_notes(lines, kBottom + 84.0);
  body += notes.body;
  return svg_document(notes.bottom, scatter.title, description(scatter, drawing.points()), body);
}

}  // namespace oms
