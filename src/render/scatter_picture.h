// The picture of a scatter in characters: axes, marks, the frontier's line and labels.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/plot_marks.h"

namespace oms {

struct PlotSigns {
  std::string_view open_front = {};
  std::string_view open = {};
  std::string_view closed_front = {};
  std::string_view closed = {};
  std::string_view fronts = {};  // both kinds of the frontier
  std::string_view both = {};    // an open and a closed model in one place
  std::string_view across = {};  // of the frontier's line
  std::string_view upwards = {};
  std::string_view turn = {};
  std::string_view axis_x = {};
  std::string_view axis_y = {};
  std::string_view corner = {};
  std::string_view tick_x = {};
  std::string_view tick_y = {};
  std::string_view ellipsis = {};
};
const PlotSigns& plot_signs(bool unicode);

struct PictureSize {
  std::size_t width = 0;  // columns, with the figures of the vertical axis
  std::size_t rows = 0;   // without the two of the horizontal axis
};

struct Picture {
  std::vector<std::string> lines = {};
  std::vector<std::string> unlabeled = {};  // labels of the frontier that found no room
  bool both = false;                        // an open and a closed model share a place
  std::size_t middle = 0;                   // column below which the title of the axis is centered
};

Picture draw_picture(std::span<const PlotPoint* const> points, Better better, PictureSize size,
                     const Style& style);

}  // namespace oms
