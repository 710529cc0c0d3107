// Results on a terminal: what is longer than the screen goes to a pager.
#pragma once

#include <memory>
#include <string>

#include "oms/cli/world.h"

namespace oms {

class PagedOutput : public Sink {
 public:
  PagedOutput(World& world, std::string command) : world_(world), command_(std::move(command)) {}
  void write(std::string_view bytes) override;
  // Nothing more comes.
  void finish();

 private:
  World& world_;
  std::string command_;
  std::string held_ = {};  // as long as it may fit
  std::size_t lines_ = 0;
  bool plain_ = false;  // there is no pager
  std::unique_ptr<Pager> pager_ = {};
};

}  // namespace oms
