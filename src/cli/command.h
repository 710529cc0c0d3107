// A command is one file: `setup` declares its options and returns the function that works.
// app.cpp lists the commands, runs the chosen one after parsing, and prints its error.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/catalog/build.h"
#include "oms/catalog/catalog.h"
#include "oms/cli/world.h"
#include "oms/render/render.h"

namespace CLI {
class App;  // takes seconds to read: only files that declare options do
}

namespace oms {

// The exit code of an answer: 0, or 1 for "no". Failures are Errors.
using Outcome = Result<int>;

// Options that every command has (declared by app.cpp, also accepted behind the command's name).
struct CommonOptions {
  std::string format = {};  // "" = the command's default, table or text
  bool json = false;
  bool quiet = false;
  std::string output = {};  // file; "" = stdout
  std::string width = {};
  std::string color = "auto";
  bool no_color = false;
  bool no_header = false;
  std::string hyperlinks = "auto";
  bool no_pager = false;
  std::string max_age = {};  // of the catalog, "14d"; only where a command reads one
};

// What a command works with: the world and the common options, resolved.
struct Context {
  World& world;
  const CommonOptions& common;
  Sink& out;                                // stdout, or the collected bytes of -o FILE
  Sink& notes;                              // stderr, or what waits until FILE is written
  const Format* format = nullptr;           // null: no format was asked for
  Style style = {};                         // for stdout
  std::vector<std::string> arguments = {};  // behind the command's name, as typed

  bool json() const { return format != nullptr && format->name == "json"; }
  // One line to stderr, unless -q.
  void note(std::string_view line) const;
};

using Run = std::function<Outcome(Context&)>;

// Whether a command answers from the catalog: then --max-age says how old that may be.
enum class Reads { other, catalog };
enum class Network { none, used };

struct Command {
  std::string_view name = {};
  std::string_view help = {};     // one line for the list of commands
  std::string_view example = {};  // shown first in its help; lines without the leading "oms "
  Run (*setup)(CLI::App&) = nullptr;
  Reads reads = Reads::other;
  std::string_view formats = {};  // its own ones, for the help; "" those of render
  // For the help, a line each: "1 what that exit code means here", where it is not the usual.
  std::string_view exits = {};
  Network network = Network::none;
};
std::span<const Command> commands();
// Where the command's name stands in the arguments; their number when there is none.
std::size_t command_position(std::span<const std::string> arguments);

// The catalog of this world: the cache joined with the bundled data, or the latter alone.
// Errc::data: there is a cache, but it cannot be read.
Result<Catalog> open_catalog(const World& world);
// The same for a command that takes --max-age. Errc::data: it is older than that.
Result<Catalog> open_catalog(const Context& context);
// The same at once, or the bundled one: nothing is made, nothing is said.
Catalog open_ready_catalog(const World& world);
// Value of an environment variable, "" when it is not set.
std::string variable(const World& world, std::string_view name);
// $OMS_CACHE_DIR, $XDG_CACHE_HOME/oms or ~/.cache/oms; "" when none of them is known.
std::string cache_directory(const World& world);
// The tables that travel in the bundled image, and the user's settings, "" where there are none.
DataFiles bundled_files(const Catalog& bundled, const std::string& overrides);

Run setup_fetch(CLI::App& app);
Run setup_list(CLI::App& app);
Run setup_pick(CLI::App& app);
Run setup_rank(CLI::App& app);
Run setup_show(CLI::App& app);
Run setup_compare(CLI::App& app);
Run setup_tree(CLI::App& app);
Run setup_diff(CLI::App& app);
Run setup_scan(CLI::App& app);
Run setup_tasks(CLI::App& app);
Run setup_licenses(CLI::App& app);
Run setup_fields(CLI::App& app);
Run setup_sources(CLI::App& app);
Run setup_cache(CLI::App& app);
Run setup_check(CLI::App& app);
Run setup_completion(CLI::App& app);
Run setup_plot(CLI::App& app);
Run setup_report(CLI::App& app);
Run setup_doctor(CLI::App& app);

}  // namespace oms
