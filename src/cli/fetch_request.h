// What was typed behind `fetch`, and what it means.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "oms/catalog/refresh.h"

namespace oms {

struct FetchCommandOptions {
  std::vector<std::string> ids = {};
  bool all = false;
  bool full = false;
  std::string top = {};
  std::string by = {};
  std::string task = {};
  std::string author = {};
  std::vector<std::string> filter = {};
  std::string search = {};
  std::string from = {};  // directory; "" = the network
  std::vector<std::string> only = {};
  bool with_bases = false;
  bool dry_run = false;
  bool strict = false;
  std::string timeout = {};  // seconds
  std::string connect_timeout = {};
  std::string max_wait = {};
};

// The words of --only: "hub, router, …".
std::string source_words();
// Errc::usage: one of these words, with commas between them, is no source.
Result<Done> check_sources(const std::string& words);

// Errc::usage: a flag's value, or flags that exclude each other. `tasks`: for the words of --task.
Result<RefreshOptions> make_refresh_options(const FetchCommandOptions& options, const World& world,
                                            const TaskTable& tasks, const Context& context);

}  // namespace oms
