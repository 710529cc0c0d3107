// What a long command says while it works: one line that is written over on a terminal, a plain
// line a step elsewhere, nothing under -q.
#pragma once

#include <string_view>

#include "cli/command.h"

namespace oms {

class Progress {
 public:
  explicit Progress(Context& context);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  void step(std::string_view line);
  // A line that stays, a warning say.
  void note(std::string_view line);
  void clear();
  // Whether a step takes the place of the one before.
  bool writes_over() const { return writes_over_; }

 private:
  Context& context_;
  bool writes_over_;
  bool shown_ = false;
};

}  // namespace oms
