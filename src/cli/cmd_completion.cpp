#include <CLI/App.hpp>

#include "cli/command.h"
#include "cli/completion_scripts.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct CompletionOptions {
  std::string shell = {};
};

Outcome run_completion(const CompletionOptions& options, Context& context) {
  if (context.format != nullptr) {
    return Error{Errc::usage, "completion prints a script: it has no other format", ""};
  }
  std::vector<std::string_view> names;
  for (const CompletionScript& script : completion_scripts()) {
    if (script.shell == options.shell) {
      context.out.write(script.text);
      return 0;
    }
    names.push_back(script.shell);
  }
  return Error{
      Errc::usage,
      "unknown shell '" + printable(options.shell) + "'" + did_you_mean(options.shell, names),
      "shells are " + join(names, ", ")};
}

}  // namespace

Run setup_completion(CLI::App& app) {
  auto options = std::make_shared<CompletionOptions>();
  app.add_option("shell", options->shell, "bash, zsh or fish")->type_name("SHELL")->required();
  return [options](Context& context) { return run_completion(*options, context); };
}

}  // namespace oms
