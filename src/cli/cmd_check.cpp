#include <CLI/App.hpp>
#include <algorithm>

#include "cli/check_policy.h"
#include "cli/check_run.h"
#include "cli/command.h"
#include "oms/check/formats.h"

namespace oms {
namespace {

Error together(const std::string& flags) {
  return {Errc::usage, "check: " + flags + " do not go together", "'oms check --help'"};
}

Result<Done> check_flags(const CheckOptions& options, const Context& context) {
  if (!options.locked.empty() && options.refresh) return together("--locked and --refresh");
  if (!options.locked.empty() && options.update_lock) return together("--locked and --update-lock");
  if (!options.baseline.empty() && !options.write_baseline.empty()) {
    return together("--baseline and --write-baseline");
  }
  if (options.update_lock && options.lock.empty()) {
    return Error{Errc::usage, "check: --update-lock goes with --lock FILE", ""};
  }
  const CommonOptions& common = context.common;
  if (!options.explain.empty() && (common.json || common.quiet || !common.format.empty())) {
    return together("--explain and another format");
  }
  return Done{};
}

// `--locked FILE`: the flag's value is optional, so the file came as a model.
void take_lock_name(CheckOptions& options, const Context& context) {
  if (options.locked.empty()) return;
  if (options.locked == "true") options.locked = kLockFile;  // what CLI11 says of a bare flag
  if (!options.lock.empty() && options.locked == kLockFile) options.locked = options.lock;
  const auto& words = context.arguments;
  const auto flag = std::find(words.begin(), words.end(), "--locked");
  if (flag == words.end() || flag + 1 == words.end()) return;
  auto& ids = options.sources.ids;
  const auto id = std::find(ids.begin(), ids.end(), *(flag + 1));
  if (id == ids.end()) return;
  const bool named = id->ends_with(".lock") || id->ends_with(".json");
  if (!named && !context.world.files->kind(*id)) return;
  options.locked = *id;
  ids.erase(id);
}

Result<const CheckFormat*> chosen_format(const CommonOptions& common) {
  if (common.json) return parse_check_format("json");
  if (!common.format.empty()) return parse_check_format(common.format);
  return parse_check_format(common.quiet ? "ids" : "text");
}

Outcome run_check(CheckOptions options, Context& context) {
  take_lock_name(options, context);
  options.sources.scan_options.ignore_files = !options.no_ignore;
  if (options.init) return init_policy(options.policy, context);
  const auto fine = check_flags(options, context);
  if (!fine) return fine.error();
  const auto format = chosen_format(context.common);
  if (!format) return format.error();
  if (!options.explain.empty()) {
    options.sources = {};
    options.sources.ids = {options.explain};
  }
  const auto checked = run_checks(options, context);
  if (!checked) return checked.error();
  if (options.explain.empty()) {
    (*format)->write(checked->report, context.out, context.style);
  } else {
    context.out.write(explain_page(*checked));
  }
  return checked->report.exit_code;
}

struct Declare {
  CLI::App& app;
  const char* group = "";

  void text(const char* flag, std::string& value, const char* type, const char* help) const {
    app.add_option(flag, value, help)->type_name(type)->group(group);
  }
  void texts(const char* flag, std::vector<std::string>& values, const char* type,
             const char* help) const {
    app.add_option(flag, values, help)->type_name(type)->allow_extra_args(false)->group(group);
  }
  void flag(const char* name, bool& value, const char* help) const {
    app.add_flag(name, value, help)->group(group);
  }
};

}  // namespace

Run setup_check(CLI::App& app) {
  auto options = std::make_shared<CheckOptions>();
  app.add_option("id", options->sources.ids, "owner/name or an alias, with @REVISION; - for stdin")
      ->type_name("ID");
  const Declare what{app, "What to check"};
  what.texts("-f,--file", options->sources.files, "FILE",
             "one id a line, # comments, or lines of 'oms scan'; - for stdin");
  what.texts("--scan", options->sources.scan, "PATH", "the models that files refer to");
  what.texts("--exclude", options->sources.scan_options.exclude, "GLOB",
             "with --scan: leave out what this pattern of .gitignore fits");
  what.flag("--no-ignore", options->no_ignore, "with --scan: also read what .gitignore leaves out");
  what.flag("--allow-empty", options->allow_empty, "no model at all passes");
  const Declare rules{app, "By what"};
  rules.text("--policy", options->policy, "FILE",
             "the policy (default: oms-policy.toml, if it is there)");
  rules.flag("--init", options->init, "write a policy to begin with");
  rules.flag("--strict", options->strict, "warnings fail, and what a scan could not read");
  rules.text("--baseline", options->baseline, "FILE", "findings in it do not fail");
  rules.text("--write-baseline", options->write_baseline, "FILE", "write what fails now");
  rules.text("--explain", options->explain, "ID", "every step to the verdict on one model");
  const Declare data{app, "On what data"};
  data.text("--lock", options->lock, "FILE", "write the facts; if it is there, changes fail");
  data.flag("--update-lock", options->update_lock, "write the lock anew");
  app.add_flag("--locked", options->locked, "judge from a lock alone: =FILE, else oms.lock")
      ->type_name("FILE")
      ->group(data.group);
  data.flag("--refresh", options->refresh, "fetch the models and their bases first");
  return [options](Context& context) { return run_check(*options, context); };
}

}  // namespace oms
