#include <CLI/App.hpp>

#include <algorithm>

#include "cli/command.h"
#include "cli/configuration.h"
#include "cli/configured_options.h"
#include "cli/page.h"
#include "cli/records.h"
#include "cli/saved_query.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct ConfigOptions {
  std::vector<std::string> names = {};
  bool show_origin = false;
};

struct ShownSetting {
  std::string name = {};
  Decision decision = {};
  std::string_view help = {};
};

constexpr std::string_view kQueryPrefix = "query.";
constexpr std::string_view kSavedQuery = "Saved query, for 'oms list @NAME'";

std::string_view origin_word(ValueOrigin origin) {
  switch (origin) {
    case ValueOrigin::flag:
      return "flag";
    case ValueOrigin::variable:
      return "variable";
    case ValueOrigin::project_file:
      return "project file";
    case ValueOrigin::user_file:
      return "user file";
    case ValueOrigin::usual:
      break;
  }
  return "default";
}

// The options that this command shares with those that the setting is about.
Decision typed_or(const Setting& row, Decision decision, const Context& context) {
  const auto is_typed = [&](std::string_view option) {
    return std::any_of(
        context.arguments.begin(), context.arguments.end(),
        [&](std::string_view word) { return word.substr(0, word.find('=')) == option; });
  };
  const CommonOptions& common = context.common;
  if (row.name == "color" && common.no_color) return {"never", ValueOrigin::flag, "--no-color"};
  if (row.name == "color" && is_typed("--color"))
    return {common.color, ValueOrigin::flag, "--color"};
  if (row.name == "hyperlinks" && is_typed("--hyperlinks")) {
    return {common.hyperlinks, ValueOrigin::flag, "--hyperlinks"};
  }
  if (row.name == "pager" && common.no_pager) return {"", ValueOrigin::flag, "--no-pager"};
  return decision;
}

std::vector<ShownSetting> all_shown(const Configuration& configuration, const Context& context) {
  std::vector<ShownSetting> shown;
  for (const Setting& row : settings()) {
    Decision decision = typed_or(row, decide(row, configuration, context.world), context);
    // An address may carry a password.
    if (row.name == "endpoint" && !decision.value.empty()) {
      decision.value = shown_url(decision.value);
    }
    shown.push_back({std::string(row.name), std::move(decision), row.help});
  }
  for (const SavedQuery* query : configuration.queries()) {
    const bool project = query->owner == MaySet::project;
    shown.push_back(
        {std::string(kQueryPrefix) + query->name,
         {quoted_line(query->words), project ? ValueOrigin::project_file : ValueOrigin::user_file,
          line_of_file(query->place)},
         kSavedQuery});
  }
  return shown;
}

Result<std::vector<ShownSetting>> chosen(const std::vector<std::string>& names,
                                         std::vector<ShownSetting> all) {
  if (names.empty()) return all;
  std::vector<std::string_view> known;
  for (const ShownSetting& setting : all) known.push_back(setting.name);
  std::vector<ShownSetting> found;
  for (const std::string& name : names) {
    const auto place = std::find(known.begin(), known.end(), name);
    if (place == known.end()) {
      return Error{Errc::usage,
                   "unknown setting '" + printable(name) + "'" + did_you_mean(name, known),
                   "'oms config' lists all"};
    }
    found.push_back(all[static_cast<std::size_t>(place - known.begin())]);
  }
  return found;
}

Records records_of(const std::vector<ShownSetting>& shown) {
  Records records{.columns = config_columns()};
  for (const ShownSetting& setting : shown) {
    records.rows.push_back({text_cell(setting.name), text_cell(setting.decision.value),
                            text_cell(origin_word(setting.decision.origin)),
                            text_cell(setting.decision.where), text_cell(setting.help)});
  }
  return records;
}

std::string origin_text(const Decision& decision) {
  const std::string word(origin_word(decision.origin));
  const bool file =
      decision.origin == ValueOrigin::project_file || decision.origin == ValueOrigin::user_file;
  if (decision.where.empty()) return word;
  return file ? decision.where : word + " " + decision.where;
}

std::string page_of(const std::vector<ShownSetting>& shown, bool origins, const Style& style) {
  std::vector<PageColumn> columns = {{.title = "NAME"}, {.title = "VALUE"}};
  if (origins) columns.push_back({.title = "FROM"});
  Page page(style);
  std::vector<std::vector<std::string>> rows;
  for (const ShownSetting& setting : shown) {
    const std::string& value = setting.decision.value;
    rows.push_back({setting.name, value.empty() ? std::string(page.dash()) : value});
    if (origins) rows.back().push_back(origin_text(setting.decision));
  }
  page.rows(columns, rows);
  return page.text();
}

void note_files(const Configuration& configuration, const Context& context) {
  for (const ConfigurationFile& file : configuration.files) {
    context.note((file.owner == MaySet::project ? "project file: " : "user file: ") + file.path);
  }
  if (configuration.files.empty()) context.note("no file is read");
}

Outcome run_config(const ConfigOptions& options, Context& context) {
  const Configuration configuration = read_configuration(context.world);
  if (configuration.error) return *configuration.error;
  const auto shown = chosen(options.names, all_shown(configuration, context));
  if (!shown) return shown.error();
  if (context.format != nullptr) {
    write_records(context.out, records_of(*shown), *context.format, context.style);
  } else if (context.common.quiet && options.names.empty()) {
    write_first_column(context.out, records_of(*shown));
  } else if (!options.names.empty() && !options.show_origin) {
    for (const ShownSetting& setting : *shown) {
      context.out.write(printable(setting.decision.value) + "\n");
    }
  } else {
    context.out.write(page_of(*shown, options.show_origin, context.style));
    if (options.names.empty()) note_files(configuration, context);
  }
  return 0;
}

}  // namespace

Run setup_config(CLI::App& app) {
  auto options = std::make_shared<ConfigOptions>();
  app.add_option("name", options->names, "only the values of these settings")->type_name("SETTING");
  app.add_flag("--show-origin", options->show_origin,
               "where each value comes from: flag, variable, file or default");
  return [options](Context& context) { return run_config(*options, context); };
}

}  // namespace oms
