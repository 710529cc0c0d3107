#include "cli/configured_options.h"

#include <CLI/App.hpp>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <map>

#include "cli/option_rows.h"
#include "cli/saved_query.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr char kMark = '@';  // no condition begins with it
constexpr std::string_view kCondition = "COND";
constexpr std::array<std::string_view, 3> kForms = {"--format", "--json", "--quiet"};

// What a project's query may not say beside options whose value is a file: it must neither reach
// the network nor make an old catalog pass, nor bring control sequences or cuts into a pipe.
constexpr std::array<std::string_view, 6> kNotOfProject = {
    "--max-age", "--refresh", "--color", "--hyperlinks", "--width", "--no-header"};
constexpr std::array<std::string_view, 4> kFileValues = {"FILE", "DIR", "PATH", "FOLDER"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string long_name(const CLI::Option& option) {
  return option.get_lnames().empty() ? std::string() : "--" + option.get_lnames().front();
}

// By any of its names; null where the command does not have it.
CLI::Option* find_option(const CLI::App& app, std::string_view name) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& known : option->get_lnames()) {
      if ("--" + known == name) return const_cast<CLI::Option*>(option);
    }
  }
  return nullptr;
}

CLI::Option* find_conditions(CLI::App& app) {
  for (CLI::Option* option : app.get_options()) {
    if (option->get_positional() && option->get_type_name() == kCondition) return option;
  }
  return nullptr;
}

bool is_given(const CLI::App& app, std::string_view name) {
  const CLI::Option* option = find_option(app, name);
  return option != nullptr && option->count() > 0;
}

void set(CLI::Option& option, const std::vector<std::string>& values) {
  option.clear();
  for (const std::string& value : values) option.add_result(value);
  option.run_callback();
}

bool is_flag(const CLI::Option& option) { return option.get_expected_max() == 0; }

Error in_query(const SavedQuery& query, std::string what) {
  return {Errc::usage,
          "query '" + std::string(1, kMark) + query.name + "' (" + line_of_file(query.place) +
              "): " + std::move(what),
          ""};
}

// A command of the same kind that only the query's words are given to.
struct LoneCommand {
  explicit LoneCommand(const Command& command) : work(command.setup(app)) {
    add_common(app, command, common);
    app.set_help_flag();
  }
  CLI::App app = CLI::App();
  CommonOptions common = {};
  Run work;
};

std::optional<Error> parse_words(LoneCommand& lone, const Command& command,
                                 const SavedQuery& query) {
  try {
    lone.app.parse(std::vector<std::string>(query.words.rbegin(), query.words.rend()));
  } catch (const CLI::ParseError& error) {
    const auto rest = lone.app.remaining();
    if (!rest.empty()) {
      return in_query(
          query, std::string(command.name) + " does not take '" + printable(rest.front()) + "'");
    }
    return in_query(query, error.what());
  }
  for (const CLI::Option* option : lone.app.get_options()) {
    if (option->count() == 0 || query.owner != MaySet::project) continue;
    const std::string name = long_name(*option);
    if (is_one_of(kNotOfProject, name) || is_one_of(kFileValues, option->get_type_name())) {
      return in_query(query, "a project's query may not have " + name);
    }
  }
  return std::nullopt;
}

Error unknown_query(const std::string& name, const Configuration& configuration) {
  std::vector<std::string_view> names;
  for (const SavedQuery* query : configuration.queries()) names.push_back(query->name);
  return {Errc::usage, "unknown query '@" + printable(name) + "'" + did_you_mean(name, names),
          names.empty() ? "none is saved; 'oms help settings' shows how"
                        : "'oms config' lists those that there are"};
}

// Of a weaker file's query of that name; "" when there is none.
std::string hidden_by(const SavedQuery& query, const Configuration& configuration) {
  for (const ConfigurationFile& file : configuration.files) {
    for (const SavedQuery& other : file.queries) {
      if (other.name == query.name && &other != &query) return line_of_file(other.place);
    }
  }
  return {};
}

void note_filled(const CLI::Option& from, const SavedQuery& query, const std::string& hidden,
                 std::vector<FilledOption>& filled) {
  for (const std::string& value : from.results()) {
    filled.push_back({long_name(from), is_flag(from) ? "" : value, line_of_file(query.place),
                      query.owner, nullptr, hidden});
  }
}

// Options that were given, by their long names.
std::vector<std::string> given_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    if (option->count() > 0) names.push_back(long_name(*option));
  }
  return names;
}

}  // namespace

Result<std::string> take_query_name(const Command& command, std::vector<std::string>& arguments) {
  const auto is_marked = [](const std::string& word) { return word.starts_with(kMark); };
  if (std::none_of(arguments.begin(), arguments.end(), is_marked)) return std::string();
  const std::vector<OptionRow> rows = option_rows(command);
  const auto has_conditions = [](const OptionRow& row) {
    return row.positional() && row.value == kCondition;
  };
  if (std::none_of(rows.begin(), rows.end(), has_conditions)) return std::string();
  const auto takes_value = [&](const std::string& word) {
    return std::any_of(rows.begin(), rows.end(), [&](const OptionRow& row) {
      return row.takes_value() &&
             std::find(row.names.begin(), row.names.end(), word) != row.names.end();
    });
  };
  std::string name;
  for (auto word = arguments.begin(); word != arguments.end() && *word != "--";) {
    if (!is_marked(*word)) {
      const bool skips = takes_value(*word) && word + 1 != arguments.end();
      word += skips ? 2 : 1;
      continue;
    }
    if (!name.empty()) return Error{Errc::usage, "two saved queries at once", ""};
    name = word->substr(1);
    if (name.empty()) return Error{Errc::usage, "'@' has no name of a query", ""};
    word = arguments.erase(word);
  }
  return name;
}

Result<std::vector<FilledOption>> fill_saved_query(const std::string& name,
                                                   const ParsedCommand& parsed,
                                                   const Configuration& configuration) {
  std::vector<FilledOption> filled;
  if (name.empty()) return filled;
  const SavedQuery* query = configuration.find_query(name);
  if (query == nullptr) return unknown_query(name, configuration);
  LoneCommand lone(parsed.command);
  if (auto error = parse_words(lone, parsed.command, *query)) return *std::move(error);
  const std::string hidden = hidden_by(*query, configuration);

  const bool formed = std::any_of(kForms.begin(), kForms.end(), [&](std::string_view form) {
    return is_given(parsed.app, form);
  });
  for (const CLI::Option* from : lone.app.get_options()) {
    if (from->count() == 0) continue;
    if (from->get_positional()) {
      for (const std::string& word : from->results()) {
        if (word.starts_with(kMark)) return in_query(*query, "a query cannot name another one");
      }
      CLI::Option* conditions = find_conditions(parsed.app);
      std::vector<std::string> both = conditions->results();
      both.insert(both.end(), from->results().begin(), from->results().end());
      set(*conditions, both);
      note_filled(*from, *query, hidden, filled);
      continue;
    }
    const std::string flag = long_name(*from);
    CLI::Option* to = find_option(parsed.app, flag);
    if (to == nullptr || to->count() > 0 || (formed && is_one_of(kForms, flag))) continue;
    set(*to, from->results());
    note_filled(*from, *query, hidden, filled);
  }
  return filled;
}

std::vector<FilledOption> fill_settings(const ParsedCommand& parsed,
                                        const Configuration& configuration, const World& world) {
  std::vector<FilledOption> filled;
  if (configuration.files.empty()) return filled;
  const std::vector<std::string> given = given_options(parsed.app);
  const auto is_typed = [&](std::string_view option) {
    return std::find(given.begin(), given.end(), option) != given.end();
  };
  for (const Setting& row : settings()) {
    if (!row.command.empty() && row.command != parsed.command.name) continue;
    const Decision decision = decide(row, configuration, world);
    if (decision.origin != ValueOrigin::user_file && decision.origin != ValueOrigin::project_file)
      continue;
    if (row.option.empty()) {
      filled.push_back(
          {std::string(row.variables.front()), decision.value, decision.where, MaySet::user, &row});
      continue;
    }
    if (row.holds == Holds::on_terminal && !world.out_terminal.is_terminal) continue;
    CLI::Option* option = find_option(parsed.app, row.option);
    const bool beaten = std::any_of(row.unless.begin(), row.unless.end(), is_typed);
    if (option == nullptr || is_typed(row.option) || beaten) continue;
    set(*option, {decision.value});
    filled.push_back({std::string(row.option), decision.value, decision.where,
                      decision.origin == ValueOrigin::project_file ? MaySet::project : MaySet::user,
                      &row});
  }
  return filled;
}

std::vector<std::string> filled_notes(const std::vector<FilledOption>& filled, bool quiet) {
  // What changes an answer wherever it goes.
  std::map<std::string_view, std::string> lines;
  for (const FilledOption& option : filled) {
    if (quiet && option.owner != MaySet::project) continue;
    if (option.row == nullptr && option.owner == MaySet::project &&
        !(quiet && option.hides.empty())) {
      lines[""] = "oms: note: the query is saved in " + option.where +
                  (option.hides.empty() ? "" : ", in place of the one in " + option.hides);
    }
    if (option.row == nullptr || option.row->may_set != MaySet::project ||
        option.row->holds == Holds::on_terminal) {
      continue;
    }
    std::string& line = lines[option.row->section()];
    const std::size_t colon = option.where.rfind(':');
    if (line.empty()) line = "oms: note: " + option.where.substr(0, colon) + " sets";
    line += " " + option.option + " " + option.value;
  }
  std::vector<std::string> notes;
  for (const auto& [section, line] : lines) notes.push_back(line);
  return notes;
}

std::vector<std::string> filled_words(const std::vector<FilledOption>& filled) {
  std::vector<std::string> words;
  for (const FilledOption& option : filled) {
    if (option.row != nullptr && option.row->option.empty()) continue;
    if (!option.option.empty()) words.push_back(option.option);
    if (!option.value.empty()) words.push_back(option.value);
  }
  return words;
}

Error with_origin(Error error, const std::vector<FilledOption>& filled) {
  const auto names = [&](const std::string& word) {
    return !word.empty() && error.what.find(word) != std::string::npos;
  };
  for (const FilledOption& option : filled) {
    const bool by_value = option.row == nullptr && error.code == Errc::usage &&
                          !option.value.empty() && names("'" + option.value + "'");
    if (!names(option.option) && !by_value) continue;
    if (!error.hint.empty()) error.hint += "; ";
    error.hint += (option.option.empty() ? "it" : option.option) + " is set in " + option.where;
    break;
  }
  return error;
}

std::function<std::optional<std::string>(std::string_view)> with_settings(
    const Configuration& configuration, const World& world) {
  std::map<std::string_view, std::string> values;
  for (const Setting& row : settings()) {
    if (!row.option.empty() || row.variables.empty()) continue;
    const Decision decision = decide(row, configuration, world);
    if (decision.origin == ValueOrigin::user_file || decision.origin == ValueOrigin::project_file) {
      values[row.variables.front()] = decision.value;
    }
  }
  if (values.empty()) return world.variable;
  return [values = std::move(values), outside = world.variable](std::string_view name) {
    const auto found = values.find(name);
    return found == values.end() ? outside(name) : std::optional(found->second);
  };
}

}  // namespace oms
