// Runs the program in process: the bundled catalog, a fixed day, nothing of this machine.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/catalog/bundle.h"
#include "oms/cli/app.h"
#include "support/fake_clock.h"
#include "support/fake_tree.h"

namespace oms {

inline constexpr std::int64_t kTestDay = 1'788'220'800'000;  // 2026-09-01, as in the transcripts

struct Surroundings {
  std::map<std::string, std::string, std::less<>> variables = {{"LC_ALL", "C.UTF-8"}};
  Terminal terminal = {};  // stdout; the default is none
  bool disk_full = false;  // no file can be written
  std::span<const std::byte> bundle = bundled_image();
  std::map<std::string, std::string> tree = {  // the files that scan sees
      {"/code/app.py",
       "AutoModel.from_pretrained('google/gemma-2b', revision='v1')\n"
       "LLM(model='acme/own:Q4_K_M')\nLLM(model=f'{owner}/name')\n"}};
};

struct Ran {
  int code = 0;
  std::string out = {};
  std::string err = {};
  std::map<std::string, std::string> files = {};  // written with -o
};

inline std::function<std::optional<std::string>(std::string_view)> variables_of(
    const Surroundings& around) {
  return [variables = around.variables](std::string_view name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
}

// run_program({"list", "--json"})
inline Ran run_program(const std::vector<std::string>& arguments, const Surroundings& around = {}) {
  Ran ran;
  StringSink out;
  StringSink err;
  FakeClock clock;
  clock.now = kTestDay;
  FakeTree tree;
  tree.files = around.tree;
  World world{.out = out,
              .err = err,
              .clock = clock,
              .out_terminal = around.terminal,
              .err_terminal = {},
              .variable = variables_of(around),
              .write_file = [&](const std::string& path, std::string_view bytes) -> Result<Done> {
                if (around.disk_full) return Error{Errc::data, "cannot write '" + path + "'", ""};
                ran.files[path] = bytes;
                return Done{};
              },
              .files = &tree,
              .make_http = {},  // nothing here downloads
              .stopped = {},
              .bundle = around.bundle};
  ran.code = run(arguments, world);
  ran.out = out.text;
  ran.err = err.text;
  return ran;
}

}  // namespace oms
