// Everything a command may touch. Only main.cpp builds the real one.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "oms/base/result.h"
#include "oms/env/clock.h"
#include "oms/env/file_tree.h"
#include "oms/env/http.h"
#include "oms/env/pager.h"
#include "oms/env/sink.h"
#include "oms/env/terminal.h"

namespace oms {

struct World {
  Sink& out;
  Sink& err;
  Clock& clock;
  Terminal out_terminal = {};
  Terminal err_terminal = {};
  // Value of an environment variable; nullopt when it is not set.
  std::function<std::optional<std::string>(std::string_view)> variable = {};
  // Content of a small file of settings; nullopt when it cannot be read.
  std::function<std::optional<std::string>(const std::string& path)> read_file = {};
  // All of a file or pipe that the user names, - for stdin. Errc::data with the reason alone.
  std::function<Result<std::string>(const std::string& path)> read_input = {};
  // Replaces a file at once or not at all. Errc::data with the reason.
  std::function<Result<Done>(const std::string& path, std::string_view bytes)> write_file = {};
  // The files that the user names; null where no command reads any.
  FileTree* files = nullptr;
  // Loads the HTTP library: only commands that download call it. Errc::network: not installed.
  std::function<Result<std::unique_ptr<Http>>()> make_http = {};
  // Starts a shell command that shows long output; null when it cannot be run. Missing: no pager.
  std::function<std::unique_ptr<Pager>(const std::string& command)> start_pager = {};
  std::function<bool()> stopped = {};  // Ctrl-C was pressed
  // The index turned out to be damaged: it is read as a whole before it is believed again.
  bool distrust_index = false;
  std::span<const std::byte> bundle = {};  // the image that is part of the program
};

}  // namespace oms
