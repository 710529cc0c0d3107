#include "cli/option_rows.h"

#include <CLI/App.hpp>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "oms/base/text.h"

namespace oms {
namespace {

OptionRow row_of(const CLI::Option& option) {
  OptionRow row;
  for (const std::string& name : option.get_snames()) row.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) row.names.push_back("--" + name);
  row.value = option.get_type_name();
  row.value_optional = option.get_expected_max() == 0;
  row.required = option.get_required();
  row.repeated = option.get_expected_max() > 1;
  row.help = option.get_description();
  row.group = option.get_group() == "Options" ? "Arguments and options" : option.get_group();
  const std::string usual = option.get_default_str();
  if (usual != "[]" && !row.value_optional) row.usual = usual;
  return row;
}

}  // namespace

void add_common(CLI::App& app, const Command& command, CommonOptions& options) {
  if (command.reads == Reads::catalog) {
    app.add_option("--max-age", options.max_age, "exit 3 when the data is older: 90m, 36h, 14d, 2w")
        ->type_name("AGE")
        ->group("Age of the data");
  }
  const char* group = "Output";
  const std::string formats(command.formats);
  app.add_option("--format", options.format,
                 formats.empty() ? "table, json, ndjson, csv, tsv, md or ids" : formats)
      ->type_name("FORMAT")
      ->group(group);
  app.add_flag("--json", options.json, "same as --format json")->group(group);
  app.add_flag("-q,--quiet", options.quiet, "ids and no notes")->group(group);
  app.add_option("-o,--output", options.output, "write to a file, - for stdout")
      ->type_name("FILE")
      ->group(group);
  app.add_option("--width", options.width, "columns to fit tables into, 0 = never cut")
      ->type_name("N")
      ->group(group);
  app.add_option("--color", options.color, "auto, always or never")
      ->type_name("WHEN")
      ->group(group);
  app.add_flag("--no-color", options.no_color, "same as --color never")->group(group);
  app.add_flag("--no-header", options.no_header, "leave the header line out")->group(group);
  app.add_option("--hyperlinks", options.hyperlinks, "auto, always or never: ids as links")
      ->type_name("WHEN")
      ->group(group);
  app.add_flag("--no-pager", options.no_pager, "no pager for what is longer than the screen")
      ->group(group);
}

std::vector<OptionRow> option_rows(const Command& command) {
  CLI::App app;
  CommonOptions common;
  const Run kept = command.setup(app);  // owns what the options write to
  add_common(app, command, common);
  app.set_help_flag("-h,--help", "this help");
  std::vector<OptionRow> rows;
  for (CLI::Option* option : app.get_options()) {
    option->capture_default_str();
    rows.push_back(row_of(*option));
  }
  const std::vector<std::string> groups = groups_of(rows);
  std::stable_sort(rows.begin(), rows.end(), [&](const OptionRow& a, const OptionRow& b) {
    const auto place = [&](const OptionRow& row) {
      return std::find(groups.begin(), groups.end(), row.group);
    };
    return place(a) < place(b);
  });
  return rows;
}

std::vector<std::string> groups_of(const std::vector<OptionRow>& rows) {
  std::vector<std::string> groups = {"Arguments and options"};
  for (const OptionRow& row : rows) {
    if (std::find(groups.begin(), groups.end(), row.group) == groups.end()) {
      groups.push_back(row.group);
    }
  }
  return groups;
}

std::string option_title(const OptionRow& row) {
  if (row.positional()) {
    const std::string text = row.value + (row.repeated ? "..." : "");
    return row.required ? text : "[" + text + "]";
  }
  const std::string names = join(row.names, ", ");
  if (row.value.empty()) return names;
  return row.value_optional ? names + "[=" + row.value + "]" : names + " " + row.value;
}

std::string option_help(const OptionRow& row) {
  return row.usual.empty() ? row.help : row.help + " (default: " + row.usual + ")";
}

}  // namespace oms
