// The scatter as a page of text: title, picture, legend, notes.
#include <algorithm>
#include <string>

#include "oms/base/text.h"
#include "oms/render/plot.h"
#include "render/plot_marks.h"
#include "render/scatter_picture.h"
#include "render/text_canvas.h"
#include "render/text_legend.h"

namespace oms {
namespace {

constexpr std::size_t kLeastRows = 5;      // of the picture itself
constexpr std::size_t kMostRows = 1000;    // whatever was asked for
constexpr std::size_t kAroundRows = 5;     // title, title of y; below it axis, ticks, title of x
constexpr std::size_t kMostUnlabeled = 3;  // lines that name the rest of the frontier

// What is written below the picture.
struct Foot {
  std::vector<std::string> legend = {};
  std::vector<std::string> unlabeled = {};
  std::vector<std::string> notes = {};

  std::size_t rows() const { return legend.size() + unlabeled.size() + notes.size(); }
};

std::vector<LegendEntry> entries(std::span<const PlotPoint* const> points, const PlotSigns& signs,
                                 bool both) {
  const PlotKinds kinds = kinds_of(points);
  std::vector<LegendEntry> all;
  if (kinds.open) all.push_back({signs.open, ink::kOpen, "open"});
  if (kinds.closed) all.push_back({signs.closed, ink::kClosed, "closed"});
  if (both) all.push_back({signs.both, {}, "both in one place"});
  if (kinds.open_front && kinds.closed_front) {
    all.push_back({signs.fronts, {}, kFrontierText});
  } else if (kinds.open_front) {
    all.push_back({signs.open_front, ink::kOpen, kFrontierText});
  } else if (kinds.closed_front) {
    all.push_back({signs.closed_front, ink::kClosed, kFrontierText});
  }
  return all;
}

// At most `most` lines, with as many names as they hold.
std::vector<std::string> unlabeled_lines(const Picture& picture, std::size_t width,
                                         std::size_t most) {
  const std::vector<std::string>& names = picture.unlabeled;
  if (names.empty() || most == 0) return {};
  for (std::size_t named = names.size();; --named) {
    std::vector<std::string> parts(names.begin(),
                                   names.begin() + static_cast<std::ptrdiff_t>(named));
    if (named < names.size()) parts.push_back("+" + std::to_string(names.size() - named) + " more");
    std::vector<std::string> lines = wrap(kAlsoText + join(parts, ", "), width);
    if (lines.size() <= most || named == 0) {
      lines.resize(std::min(lines.size(), most));
      return lines;
    }
  }
}

std::string centered(const std::string& text, std::size_t middle, std::size_t width) {
  const std::size_t used = display_width(text);
  const std::size_t before = middle > used / 2 ? middle - used / 2 : 0;
  return std::string(std::min(before, width - used), ' ');
}

class ScatterPage {
 public:
  ScatterPage(const Scatter& scatter, const Style& style, std::size_t rows)
      : scatter_(scatter),
        style_(style),
        signs_(plot_signs(style.unicode)),
        width_(plot_width(style)),
        rows_(rows),
        points_(placeable(scatter)) {
    for (const std::string& note : scatter_notes(scatter)) {
      for (std::string& line : wrap(note, width_)) foot_.notes.push_back(std::move(line));
    }
  }

  std::string text() {
    if (points_.empty()) return head() + "  " + std::string(kNothing) + "\n" + foot();
    foot_.legend = legend(false);
    Picture picture = draw();
    fill_foot(picture, kMostUnlabeled);
    // What was found out by drawing takes lines from the picture.
    if (foot_.rows() > rows_below_) {
      const std::size_t reserved = foot_.unlabeled.size();
      picture = draw();
      fill_foot(picture, reserved);
    }
    std::string text = head();
    for (const std::string& line : picture.lines) text += line + "\n";
    const std::string title = cut(x_axis_title(scatter_));
    text += centered(title, picture.middle, width_) + faint(title) + "\n";
    return text + foot();
  }

 private:
  Picture draw() {
    rows_below_ = foot_.rows();
    const std::size_t around = kAroundRows + rows_below_;
    const std::size_t left = rows_ > around ? rows_ - around : 0;
    const std::size_t rows = std::clamp(left, kLeastRows, kMostRows);
    return draw_picture(points_, scatter_.better, {width_, rows}, style_);
  }

  void fill_foot(const Picture& picture, std::size_t most_unlabeled) {
    foot_.legend = legend(picture.both);
    foot_.unlabeled = unlabeled_lines(picture, width_, most_unlabeled);
  }

  std::vector<std::string> legend(bool both) const {
    return legend_lines(entries(points_, signs_, both), width_, style_.color);
  }

  std::string faint(std::string_view text) const {
    return colored(text, ink::kFaint, style_.color);
  }
  std::string cut(const std::string& text) const {
    return shorten(text, width_, Cut::end, signs_.ellipsis);
  }

  std::string head() const {
    return colored(cut(printable(scatter_.title)), ink::kStrong, style_.color) + "\n" +
           faint(cut(y_axis_title(scatter_))) + "\n";
  }

  std::string foot() const {
    std::string text;
    for (const std::string& line : foot_.legend) text += line + "\n";
    for (const std::string& line : foot_.unlabeled) text += line + "\n";
    for (const std::string& line : foot_.notes) text += faint(line) + "\n";
    return text;
  }

  const Scatter& scatter_;
  const Style& style_;
  const PlotSigns& signs_;
  std::size_t width_;
  std::size_t rows_;
  std::vector<const PlotPoint*> points_;
  Foot foot_ = {};
  std::size_t rows_below_ = 0;  // of the foot that the picture was made for
};

}  // namespace

std::string scatter_text(const Scatter& scatter, const Style& style, std::size_t rows) {
  return ScatterPage(scatter, style, rows).text();
}

}  // namespace oms
