#include "render/text_canvas.h"

#include <algorithm>

#include "oms/base/text.h"

namespace oms {

TextCanvas::TextCanvas(int width, int height)
    : width_(width),
      height_(height),
      cells_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

void TextCanvas::put(int x, int y, std::string_view text, std::string_view color) {
  const int columns = static_cast<int>(display_width(text));
  if (x < 0 || y < 0 || y >= height_ || columns == 0 || columns > width_ - x) return;
  cell(x, y) = {std::string(text), color};
  for (int i = 1; i < columns; ++i) cell(x + i, y) = {"", color};
}

bool TextCanvas::is_blank(int x, int y) const {
  return x >= 0 && y >= 0 && x < width_ && y < height_ && cell(x, y).text == " ";
}

std::string TextCanvas::line(int y, bool color) const {
  int end = width_;
  while (end > 0 && cell(end - 1, y).text == " ") --end;
  std::string text;
  for (int x = 0; x < end;) {  // a run of one color at a time
    const std::string_view ink = cell(x, y).color;
    std::string run;
    for (; x < end && cell(x, y).color == ink; ++x) run += cell(x, y).text;
    text += colored(run, ink, color);
  }
  return text;
}

std::string colored(std::string_view text, std::string_view color, bool wanted) {
  if (!wanted || color.empty() || text.empty()) return std::string(text);
  return "\x1b[" + std::string(color) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace oms
