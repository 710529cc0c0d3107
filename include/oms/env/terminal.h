// What the surface needs to know about an output stream.
#pragma once

#include <cstddef>

namespace oms {

struct Terminal {
  bool is_terminal = false;
  std::size_t width = 0;   // columns; 0 = unknown
  std::size_t height = 0;  // rows; 0 = unknown
};

}  // namespace oms
