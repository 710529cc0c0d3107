#include "cli/progress.h"

#include <algorithm>
#include <string>

#include "cli/hub_token.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kUsualWidth = 80;
constexpr std::string_view kClearLine = "\r\x1b[K";

}  // namespace

Progress::Progress(Context& context)
    : context_(context),
      writes_over_(context.world.err_terminal.is_terminal && !context.common.quiet &&
                   variable(context.world, "TERM") != "dumb" &&
                   !is_true(variable(context.world, "HF_HUB_DISABLE_PROGRESS_BARS"))) {}

void Progress::step(std::string_view line) {
  if (!writes_over_) return context_.note(line);
  const std::size_t width = context_.world.err_terminal.width;
  // The last column stays free: a full line would begin a new one.
  const std::size_t columns = (width == 0 ? kUsualWidth : std::max<std::size_t>(width, 20)) - 1;
  context_.world.err.write(std::string(kClearLine) +
                           shorten(printable(line), columns, Cut::end, "..."));
  shown_ = true;
}

void Progress::note(std::string_view line) {
  clear();
  context_.note(line);
}

void Progress::clear() {
  if (shown_) context_.world.err.write(kClearLine);
  shown_ = false;
}

}  // namespace oms
