// A program that shows long output screen by screen.
#pragma once

#include "oms/env/sink.h"

namespace oms {

class Pager : public Sink {
 public:
  // Nothing more comes; waits until the reader has left it.
  virtual void finish() = 0;
};

}  // namespace oms
