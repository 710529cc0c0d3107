#include "oms/cli/app.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>

#include "cli/command.h"
#include "cli/completion.h"
#include "cli/configured_options.h"
#include "cli/error_text.h"
#include "cli/help.h"
#include "cli/option_rows.h"
#include "cli/paged_output.h"
#include "cli/surface.h"
#include "oms/base/text.h"
#include "oms/store/table_image.h"

namespace oms {
namespace {

constexpr std::string_view kUnknownModel = "1 a model that is unknown, or a name that fits several";

constexpr std::array kCommands = {
    Command{
        "fetch", "fill or refresh the cache from the Hub and the price lists",
        "fetch\nfetch mistralai/Mistral-7B-v0.1 --with-bases\nfetch --author allenai --only hub",
        setup_fetch, Reads::other, "",
        "0 done; a source other than the Hub may have failed, with a warning\n"
        "1 the Hub does not have a model that was named\n"
        "3 the cache cannot be read or written\n"
        "4 network: no connection, offline switch, wrong token; the old catalog stays. With "
        "--strict also when any source failed\n"
        "130 interrupted; the next fetch goes on from there",
        Network::used},
    Command{"list", "filter, order and print models",
            "list --task chat --license commercial --max-price 0.5\n"
            "list --task asr --sort quality -q | head -1\n"
            "list 'params>=7B' 'tags~medical' --json --fields id,license",
            setup_list, Reads::catalog, "",
            "0 done; no match is done too\n"
            "1 nothing matches, under --fail-empty"},
    Command{"pick", "one screen: the best, the cheapest near it, the most open",
            "pick --task chat --license osi\n"
            "pick --task code --in 20k --out 1k --calls 2M --budget 5000",
            setup_pick, Reads::catalog, "",
            "0 done; nothing to pick is done too\n"
            "1 nothing can be picked, under --fail-empty"},
    Command{"rank", "models in the order of weighted criteria, and why",
            "rank --task chat --license osi\n"
            "rank --task chat --weights quality=2,price=1,openness=1 --explain\n"
            "rank --task chat --in 20k --out 1k --calls 2M --pareto\n"
            "rank --task chat --license osi --why gpt-oss-120b",
            setup_rank, Reads::catalog, "",
            "0 done; no match is done too\n"
            "1 --why names an unknown model; nothing is ranked, under --fail-empty"},
    Command{"show", "all that is known about a model, with sources",
            "show allenai/OLMo-7B\nshow mistralai/Mixtral-8x7B-v0.1 --json\n"
            "show Qwen/Qwen3-32B --use\n"
            "show Qwen/Qwen3-32B openai/gpt-oss-120b --use -o try.py",
            setup_show, Reads::catalog, "", kUnknownModel},
    Command{"compare", "models side by side: license, openness, quality, price, bill",
            "compare meta-llama/Llama-3.3-70B-Instruct Qwen/Qwen3-32B\n"
            "compare gpt-oss-120b Qwen/Qwen3-32B --in 20k --out 1k --calls 2M\n"
            "compare gpt-oss-120b Qwen/Qwen3-32B --format html -o compare.html",
            setup_compare, Reads::catalog, "text, md, html, json, ndjson, csv, tsv or ids",
            kUnknownModel},
    Command{"tree", "what a model was made from, and what was made of it",
            "tree meta-llama/Llama-2-7b-hf\ntree mistralai/Mistral-7B-v0.1 --domain medical\n"
            "tree mistralai/Mistral-7B-v0.1 --delta",
            setup_tree, Reads::catalog, "", kUnknownModel},
    Command{"diff", "what changed between two snapshots of the cache",
            "diff\ndiff --since 7d --only license,gone,price\n"
            "diff --fail-on license,gone -f models.txt --format md",
            setup_diff, Reads::other, "",
            "0 done; nothing changed is done too\n"
            "1 something changed that --fail-on names\n"
            "3 there are no two snapshots to compare; the cache cannot be read"},
    Command{"plot", "price against quality with the frontier, or bars of one field",
            "plot --closed\nplot --license osi --min-params 7B --svg chart.svg\n"
            "plot --bars price_blended --task chat",
            setup_plot, Reads::catalog, "text or json",
            "0 done; nothing to draw is done too\n"
            "1 nothing to draw, under --fail-empty"},
    Command{"report", "a decision record: figures, licenses, openness, and their sources",
            "report --task chat --license commercial --format html -o models.html\n"
            "report gpt-oss-120b Qwen/Qwen3-32B\n"
            "report -f models.txt --format cyclonedx -o models.cdx.json",
            setup_report, Reads::catalog, "md, html, cyclonedx or ids",
            "0 done; no match is done too\n"
            "1 a model that is unknown; nothing matches, under --fail-empty"},
    Command{"scan", "models that code and configuration refer to, with file and line",
            "scan .\nscan src --strong --exclude 'tests/'\nscan . -q", setup_scan, Reads::catalog,
            "",
            "0 done; nothing found is done too\n"
            "1 nothing is found, under --fail-empty\n"
            "3 no usable data: cache damaged or older than --max-age; a PATH that cannot be read"},
    Command{"tasks", "tasks and aliases that --task takes, with counts", "tasks\ntasks speech",
            setup_tasks, Reads::catalog},
    Command{"licenses", "licenses and classes, or one against the ten OSD criteria",
            "licenses\nlicenses llama2", setup_licenses, Reads::catalog},
    Command{"fields", "fields for conditions, --sort and --fields", "fields\nfields price_input",
            setup_fields, Reads::catalog},
    Command{"sources", "where the data comes from, how old it is", "sources\nsources lmarena",
            setup_sources, Reads::catalog},
    Command{"check", "license and openness gate for CI",
            "check allenai/OLMo-7B --policy oms-policy.toml\n"
            "check -f models.txt --format github\n"
            "scan src | oms check -f - --strict",
            setup_check, Reads::catalog,
            "text, json, sarif, junit, github, gitlab, md, inventory, cyclonedx or ids",
            "0 every model passes\n"
            "1 a model breaks the policy\n"
            "2 wrong use: a flag, or a policy that cannot be read\n"
            "3 no usable data: a model that is not in the catalog, cache damaged or older than "
            "--max-age, a file that cannot be read or written\n"
            "4 network, under --refresh",
            Network::used},
    Command{"cache", "path, info, verify, clear, import or export of what fetch keeps",
            "cache info\ncache verify\ncache export backup/oms\n"
            "cache export tables --format ndjson",
            setup_cache, Reads::other, "",
            "3 verify found damage; there is no cache; something cannot be written"},
    Command{"completion", "script that completes commands, flags and ids in a shell",
            "completion bash > ~/.local/share/bash-completion/completions/oms\n"
            "completion zsh > ~/.zfunc/_oms\n"
            "completion fish > ~/.config/fish/completions/oms.fish",
            setup_completion},
    Command{"config", "settings and saved queries, and where each comes from",
            "config\nconfig --show-origin\nconfig pager", setup_config, Reads::other, "",
            "2 wrong use: a flag, an unknown setting, a file that cannot be used"},
    Command{"doctor", "state of this installation, to paste into a report", "doctor", setup_doctor,
            Reads::other, "",
            "2 wrong use, or a file of settings that cannot be used; the rest is printed all the "
            "same\n"
            "3 the cache cannot be read; the rest is printed all the same"},
};

// Common options that take a value: their value is not the command's name.
constexpr std::array<std::string_view, 7> kValued = {
    "-o", "--output", "--format", "--width", "--color", "--max-age", "--hyperlinks"};

constexpr std::array<std::string_view, 6> kPlain = {"--json",     "-q",          "--quiet",
                                                    "--no-color", "--no-header", "--no-pager"};

// They tell what is set, or depend on no setting: they also run where a file cannot be used.
constexpr std::array<std::string_view, 3> kTellOfSettings = {"completion", "config", "doctor"};

bool is_one_of(std::span<const std::string_view> flags, std::string_view word) {
  return std::find(flags.begin(), flags.end(), word.substr(0, word.find('='))) != flags.end();
}

const Command* find_command(std::string_view name) {
  const auto* row = std::find_if(kCommands.begin(), kCommands.end(),
                                 [&](const Command& command) { return command.name == name; });
  return row == kCommands.end() ? nullptr : row;
}

// Whether errors are to be JSON, known before the arguments could be parsed.
bool wants_json(std::span<const std::string> arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word == "--") return false;
    if (word == "--json" || word == "--format=json" || word == "--format=ndjson") return true;
    const bool last = i + 1 == arguments.size();
    if (word == "--format" && !last && arguments[i + 1].ends_with("json")) return true;
  }
  return false;
}

int report(const Error& error, bool json, World& world) {
  world.err.write(json ? error_json(error) : error_line(error));
  return static_cast<int>(error.code);
}

Error unknown_command(std::string_view word) {
  std::vector<std::string_view> names = {"help"};
  for (const Command& command : kCommands) names.push_back(command.name);
  return {Errc::usage, "unknown command '" + printable(word) + "'" + did_you_mean(word, names),
          "'oms --help' lists all"};
}

const Topic* find_topic(std::string_view name) {
  for (const Topic& topic : topics()) {
    if (topic.name == name) return &topic;
  }
  return nullptr;
}

Error unknown_topic(std::string_view word) {
  std::vector<std::string_view> names;
  for (const Topic& topic : topics()) names.push_back(topic.name);
  for (const Command& command : kCommands) names.push_back(command.name);
  return {Errc::usage, "no help on '" + printable(word) + "'" + did_you_mean(word, names),
          "'oms --help' lists commands and topics"};
}

// CLI11 names what it did not expect; the nearest flag of the command is worth more.
Error unexpected(const CLI::App& app, const std::string& command, const std::string& word) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
  }
  const std::vector<std::string_view> views(flags.begin(), flags.end());
  const std::string hint = "'oms " + command + " --help' lists all";
  if (word.starts_with('-')) {
    const std::string flag = word.substr(0, word.find('='));
    // One letter is near to everything.
    const std::string nearest = flag.size() > 3 ? did_you_mean(flag, views) : std::string();
    return {Errc::usage, "unknown flag '" + printable(flag) + "'" + nearest, hint};
  }
  return {Errc::usage, "unexpected argument '" + printable(word) + "'", hint};
}

Error parse_failure(const CLI::App& app, const std::string& command, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const auto rest = app.remaining();
    if (!rest.empty()) return unexpected(app, command, rest.front());
  }
  std::string what = error.what();
  const std::string flag = what.substr(0, what.find(':'));
  if (flag.starts_with('-') && error.get_name() == "ArgumentMismatch") {
    const bool missing = what.find("missing") != std::string::npos;
    what = flag + (missing ? ": the value is missing" : ": given more than once");
  } else if (!what.empty()) {
    what[0] = fold(what[0]);
  }
  return {Errc::usage, what, "'oms " + command + " --help' explains the options"};
}

// A flag without a word behind it (a lost shell variable) must not widen the answer.
std::optional<Error> empty_value(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_expected_max() == 0) continue;
    for (const std::string& value : option->results()) {
      if (!split_words(value, ',').empty()) continue;
      const std::string name = option->get_name(false, true);
      return Error{Errc::usage, name.substr(name.rfind(',') + 1) + ": the value is empty", ""};
    }
  }
  return std::nullopt;
}

// Output goes to FILE only when all of it is there.
Outcome write_output(const CommonOptions& common, const StringSink& collected, Outcome outcome,
                     World& world) {
  if (!outcome || common.output.empty() || common.output == "-") return outcome;
  const auto written = world.write_file(common.output, collected.text);
  if (!written) return written.error();
  return outcome;
}

// Remembers whether anything was printed.
class WatchedSink : public Sink {
 public:
  explicit WatchedSink(Sink& to) : to_(to) {}
  void write(std::string_view bytes) override {
    used_ = used_ || !bytes.empty();
    to_.write(bytes);
  }
  bool used() const { return used_; }

 private:
  Sink& to_;
  bool used_ = false;
};

// A part of the index may turn out to be damaged where it is first touched, which is before
// anything is printed: then the index is made anew, and the command runs once more.
Outcome run_twice_at_most(const Run& work, Context& context, const WatchedSink& out) {
  const Error damaged{Errc::data, "the index of the cache is damaged",
                      "run the command again: the index is made anew"};
  try {
    return work(context);
  } catch (const DamagedIndex&) {
    context.world.distrust_index = true;
    if (out.used()) return damaged;
  }
  try {
    return work(context);
  } catch (const DamagedIndex&) {
    return damaged;
  }
}

// What was typed, and what holds beside it.
struct Asking {
  const Command& command;
  const CommonOptions& common;
  const Configuration& configuration;
  std::string query = {};  // its name; "" none
  std::vector<std::string> arguments = {};
  std::vector<FilledOption> filled = {};
};

Outcome run_command(const Asking& asking, const Run& work, World& world) {
  const CommonOptions& common = asking.common;
  const Command& command = asking.command;
  const bool to_file = !common.output.empty() && common.output != "-";
  const auto surface = resolve_surface(common, world, to_file, !command.formats.empty());
  if (!surface) return surface.error();
  // Notes of a success wait until the file is written.
  StringSink collected;
  StringSink notes;
  // What is printed page by page, too, has them behind it.
  const bool paged = command.reads == Reads::catalog && !surface->pager.empty();
  PagedOutput pages(world, surface->pager);
  WatchedSink out(to_file ? static_cast<Sink&>(collected) : paged ? pages : world.out);
  Sink& waiting = to_file || paged ? static_cast<Sink&>(notes) : world.err;
  Context context{world, common, out, waiting, surface->format, surface->style, asking.arguments};
  Outcome outcome = write_output(common, collected, run_twice_at_most(work, context, out), world);
  if (outcome) {
    for (const std::string& note : filled_notes(asking.filled, common.quiet)) {
      waiting.write(printable(note) + "\n");
    }
  }
  pages.finish();
  if (paged || (outcome && to_file)) world.err.write(notes.text);
  return outcome;
}

// Fills in what nobody typed. Errc::usage: a file of settings or a saved query cannot be used.
Result<Done> fill(Asking& asking, CLI::App& app, const World& world) {
  if (asking.configuration.error) return *asking.configuration.error;
  const ParsedCommand parsed{asking.command, app};
  auto query = fill_saved_query(asking.query, parsed, asking.configuration);
  if (!query) return query.error();
  asking.filled = *std::move(query);
  for (FilledOption& option : fill_settings(parsed, asking.configuration, world)) {
    asking.filled.push_back(std::move(option));
  }
  if (is_one_of(kTellOfSettings, asking.command.name)) return Done{};  // of what was typed
  for (std::string& word : filled_words(asking.filled)) {
    asking.arguments.push_back(std::move(word));
  }
  return Done{};
}

int run_chosen(const Command& command, std::vector<std::string> arguments, World& world) {
  const bool json = wants_json(arguments);
  const std::string name(command.name);
  const auto query = take_query_name(command, arguments);
  if (!query) return report(query.error(), json, world);
  CLI::App app{std::string(command.help), "oms " + name};
  CommonOptions common;
  const Run work = command.setup(app);
  add_common(app, command, common);
  app.set_help_flag("-h,--help", "this help");
  try {
    // CLI11 takes the words from the back.
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    world.out.write(command_help(command));
    return 0;
  } catch (const CLI::ParseError& error) {
    return report(parse_failure(app, name, error), json, world);
  }
  if (const auto error = empty_value(app)) return report(*error, json, world);
  const bool tells = is_one_of(kTellOfSettings, command.name);
  Configuration configuration = read_configuration(world);
  if (tells && configuration.error) configuration = Configuration();
  Asking asking{command, common, configuration, *query, std::move(arguments)};
  const auto filled = fill(asking, app, world);
  if (!filled) return report(filled.error(), json, world);
  World configured = world;
  if (!tells) configured.variable = with_settings(configuration, world);
  const Outcome outcome = run_command(asking, work, configured);
  if (!outcome) return report(with_origin(outcome.error(), asking.filled), json, world);
  return *outcome;
}

int print_welcome(World& world) {
  const auto catalog = open_catalog(world);
  if (!catalog) return report(catalog.error(), false, world);
  world.out.write(welcome(kCommands, *catalog, world));
  return 0;
}

// What the scripts of 'oms completion' ask: "complete -- WORDS…".
constexpr std::string_view kComplete = "complete";
int run_complete(std::span<const std::string> arguments, World& world) {
  const bool dashes = arguments.size() > 1 && arguments[1] == "--";
  const auto words = arguments.subspan(std::min<std::size_t>(dashes ? 2 : 1, arguments.size()));
  world.out.write(completion_lines(complete(words, world)));
  return 0;
}

int run_top(std::span<const std::string> arguments, World& world) {
  for (const std::string& word : arguments) {
    if (word == "-h" || word == "--help") {
      world.out.write(program_help(kCommands));
      return 0;
    }
    if (word == "--version" || word == "-V") {
      world.out.write(version_line());
      return 0;
    }
  }
  if (!arguments.empty()) {
    const auto stray = std::find_if(arguments.begin(), arguments.end(), [](const auto& word) {
      return !is_one_of(kPlain, word) && !is_one_of(kValued, word);
    });
    const bool known = stray == arguments.end();
    return report({Errc::usage, known ? "no command" : "unknown flag '" + printable(*stray) + "'",
                   "a command comes first; 'oms --help' lists them"},
                  wants_json(arguments), world);
  }
  try {
    return print_welcome(world);
  } catch (const DamagedIndex&) {
    world.distrust_index = true;
  }
  return print_welcome(world);
}

}  // namespace

std::span<const Command> commands() { return kCommands; }

// Where the command's name stands: behind common options only. Any other flag in front of it may
// have a value, which would be taken for the command.
std::size_t command_position(std::span<const std::string> arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (!word.starts_with('-')) return i;
    const bool valued = is_one_of(kValued, word);
    if (!valued && !is_one_of(kPlain, word)) break;
    if (valued && word.find('=') == std::string::npos) ++i;
  }
  return arguments.size();
}

void Context::note(std::string_view line) const {
  if (!common.quiet) notes.write(printable(line) + "\n");
}

int run(std::span<const std::string> arguments, World& world) {
  if (!arguments.empty() && arguments.front() == kComplete) return run_complete(arguments, world);
  const std::size_t position = command_position(arguments);
  if (position == arguments.size()) return run_top(arguments, world);
  std::string name = arguments[position];
  std::vector<std::string> rest(arguments.begin(), arguments.end());
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(position));
  if (name == "help") {
    if (rest.empty()) return run_top(std::vector<std::string>{"--help"}, world);
    name = rest.front();
    if (name == "help") return run_top(std::vector<std::string>{"--help"}, world);
    if (const Topic* topic = find_topic(name)) {
      world.out.write(topic_help(*topic));
      return 0;
    }
    if (find_command(name) == nullptr) {
      return report(unknown_topic(name), wants_json(arguments), world);
    }
    rest = {"--help"};
  }
  const Command* command = find_command(name);
  if (command == nullptr) return report(unknown_command(name), wants_json(arguments), world);
  return run_chosen(*command, std::move(rest), world);
}

}  // namespace oms
