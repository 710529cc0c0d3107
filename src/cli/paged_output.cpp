#include "cli/paged_output.h"

#include <algorithm>
#include <utility>

namespace oms {

void PagedOutput::write(std::string_view bytes) {
  if (pager_ != nullptr) return pager_->write(bytes);
  if (plain_) return world_.out.write(bytes);
  held_ += bytes;
  lines_ += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  if (lines_ < world_.out_terminal.height) return;
  if (world_.start_pager) pager_ = world_.start_pager(command_);
  plain_ = pager_ == nullptr;
  write(std::exchange(held_, {}));
}

void PagedOutput::finish() {
  if (pager_ != nullptr) return pager_->finish();
  world_.out.write(std::exchange(held_, {}));
}

}  // namespace oms
