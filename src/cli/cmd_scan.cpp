#include <CLI/App.hpp>
#include <set>

#include "cli/command.h"
#include "cli/record_columns.h"
#include "cli/records.h"
#include "cli/scan_paths.h"
#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct ScanCommand {
  std::vector<std::string> paths = {};
  ScanOptions options = {};
  bool no_ignore = false;
  bool fail_empty = false;
};

std::string_view strength_word(Strength strength) {
  constexpr std::string_view kWords[] = {"strong", "weak", "dynamic"};
  return kWords[static_cast<std::size_t>(strength)];
}

std::vector<RecordCell> row_of(const Reference& reference) {
  const bool dynamic = reference.strength == Strength::dynamic;
  return {reference.file,
          count_cell(reference.line),
          count_cell(reference.column),
          text_cell(reference.id),
          reference.written,
          std::string(reference.position),
          std::string(strength_word(reference.strength)),
          dynamic ? RecordCell() : RecordCell(reference.known()),
          text_cell(reference.revision),
          text_cell(reference.quantization)};
}

// Those put together at run time have no id: only JSON, which says so, has rows for them.
Records records_of(const ScanReport& report, bool with_dynamic) {
  Records records{scan_columns(), {}};
  for (const Reference& reference : report.references) records.rows.push_back(row_of(reference));
  if (with_dynamic) {
    for (const Reference& reference : report.dynamic) records.rows.push_back(row_of(reference));
  }
  return records;
}

// file:line:column:id, one line each whatever the names hold.
std::string lines_of(const ScanReport& report) {
  std::string text;
  for (const Reference& reference : report.references) {
    text += printable(reference.file) + ":" + std::to_string(reference.line) + ":" +
            std::to_string(reference.column) + ":" + printable(reference.id) + "\n";
  }
  return text;
}

std::string ids_of(const ScanReport& report) {
  std::set<std::string> seen;
  std::string text;
  for (const Reference& reference : report.references) {
    if (seen.insert(fold(reference.id)).second) text += printable(reference.id) + "\n";
  }
  return text;
}

void print(const ScanReport& report, Context& context) {
  const Format* format = context.format;
  const bool ids = format == nullptr ? context.common.quiet : format->name == "ids";
  if (ids) return context.out.write(ids_of(report));
  if (format == nullptr) return context.out.write(lines_of(report));
  const bool json = format->name == "json" || format->name == "ndjson";
  write_records(context.out, records_of(report, json), *format, context.style);
}

// "12 references to 7 models in 34 files (3 unknown to the catalog, 2 dynamic)"
std::string summary(const ScanReport& report) {
  std::string text = report.references.empty() ? "no reference to a model"
                                               : counted(report.references.size(), "reference") +
                                                     " to " + counted(report.models(), "model");
  text += " in " + counted(report.files, "file");
  std::vector<std::string> asides;
  if (const std::size_t unknown = report.unknown(); unknown > 0) {
    asides.push_back(std::to_string(unknown) + " unknown to the catalog");
  }
  if (!report.dynamic.empty()) asides.push_back(std::to_string(report.dynamic.size()) + " dynamic");
  return asides.empty() ? text : text + " (" + join(asides, ", ") + ")";
}

Outcome run_scan(const ScanCommand& command, Context& context) {
  ScanOptions options = command.options;
  options.ignore_files = !command.no_ignore;
  const auto catalog = open_catalog(context);
  if (!catalog) return catalog.error();
  const auto report = scan_paths(context, *catalog, command.paths, options);
  if (!report) return report.error();
  print(*report, context);
  for (const std::string& warning : report->warnings) context.note("oms: warning: " + warning);
  for (const std::string& note : report->notes) context.note(note);
  context.note(summary(*report));
  return report->references.empty() && command.fail_empty ? 1 : 0;
}

}  // namespace

Run setup_scan(CLI::App& app) {
  auto command = std::make_shared<ScanCommand>();
  app.add_option("path", command->paths, "files and folders")->type_name("PATH")->required();
  const char* group = "Selection";
  app.add_flag("--strong", command->options.strong_only,
               "only where the place itself says that a model is meant")
      ->group(group);
  app.add_option("--exclude", command->options.exclude,
                 "leave out what this pattern of .gitignore fits; repeatable")
      ->type_name("GLOB")
      ->allow_extra_args(false)
      ->group(group);
  app.add_flag("--no-ignore", command->no_ignore, "also read what .gitignore leaves out")
      ->group(group);
  app.add_flag("--fail-empty", command->fail_empty, "exit 1 when nothing is found")->group(group);
  return [command](Context& context) { return run_scan(*command, context); };
}

}  // namespace oms
