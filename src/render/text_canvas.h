// A rectangle of character cells that pictures for a terminal are drawn on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace oms {

// Colors of pictures, as parameters of the escape sequence. The two of models differ for
// color-blind readers too; shapes differ as well.
namespace ink {
inline constexpr std::string_view kOpen = "36";
inline constexpr std::string_view kClosed = "33";
inline constexpr std::string_view kStrong = "1";
inline constexpr std::string_view kFaint = "2";
}  // namespace ink

class TextCanvas {
 public:
  TextCanvas(int width, int height);

  // `text` must be printable; what does not fit in is left out. `color` as in ink, "" for none.
  void put(int x, int y, std::string_view text, std::string_view color = {});
  bool is_blank(int x, int y) const;

  // Lines without blanks at the end.
  std::string line(int y, bool color) const;

 private:
  struct Cell {
    std::string text = " ";  // a whole text in its first cell, "" in those that it covers
    std::string_view color = {};
  };

  Cell& cell(int x, int y) { return cells_[index(x, y)]; }
  const Cell& cell(int x, int y) const { return cells_[index(x, y)]; }
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(x);
  }

  int width_;
  int height_;
  std::vector<Cell> cells_;
};

// `text` in that color, plain where no colors are wanted.
std::string colored(std::string_view text, std::string_view color, bool wanted);

}  // namespace oms
