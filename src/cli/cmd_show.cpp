#include <CLI/App.hpp>

#include "cli/command.h"
#include "cli/error_text.h"
#include "cli/field_list.h"
#include "cli/records.h"
#include "cli/show_json.h"
#include "cli/show_text.h"
#include "cli/show_use.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct ShowOptions {
  std::vector<std::string> ids = {};
  std::string fields = {};
  bool use = false;
};

struct Found {
  std::vector<Row> rows = {};
  std::vector<Error> missing = {};
};

Found find_all(const std::vector<std::string>& ids, const Catalog& catalog) {
  Found found;
  for (const std::string& id : ids) {
    const auto row = catalog.find(id);
    if (row) {
      found.rows.push_back(*row);
    } else {
      found.missing.push_back(row.error());
    }
  }
  return found;
}

// One of several ids is missing: said at once, the others are printed all the same.
void report(const Error& error, const Context& context) {
  const bool json = context.json() || (context.format && context.format->name == "ndjson");
  context.notes.write(json ? error_json(error) : error_line(error));
}

std::vector<FieldId> every_field(const Format& format) {
  std::vector<FieldId> fields;
  const bool json = format.name == "json";
  for (FieldId id = 0; id < kFields.size(); ++id) {
    if (json || kFields[id].kind != Kind::scores) fields.push_back(id);
  }
  return fields;
}

void print_json(std::span<const Shown> models, std::span<const FieldId> fields, ShowScope scope,
                bool several, Sink& out) {
  std::vector<std::string> objects;
  for (const Shown& shown : models) objects.push_back(show_json(shown, fields, scope));
  if (several) {
    out.write("[\n" + join(objects, ",\n") + (objects.empty() ? "]\n" : "\n]\n"));
  } else if (!objects.empty()) {
    out.write(objects.front() + "\n");
  }
}

void print_text(std::span<const Shown> models, std::span<const FieldId> fields, Context& context) {
  for (const Shown& shown : models) {
    if (&shown != &models.front()) context.out.write("\n");
    context.out.write(fields.empty() ? show_page(shown, context.style)
                                     : show_fields_page(shown, fields, context.style));
  }
}

Result<Done> print(std::span<const Shown> models, std::vector<FieldId> fields, bool several,
                   Context& context) {
  const Format* format = context.format;
  if (format == nullptr && context.common.quiet) format = find_format("ids");
  if (format == nullptr) {
    print_text(models, fields, context);
    return Done{};
  }
  const ShowScope scope = fields.empty() ? ShowScope::everything : ShowScope::fields_only;
  if (fields.empty()) fields = every_field(*format);
  if (format->name == "json") {
    print_json(models, fields, scope, several, context.out);
    return Done{};
  }
  const Rows rows{
      models.size(), [&](std::size_t row, FieldId field) { return models[row].value(field); }, {}};
  format->write(context.out, rows, fields, context.style);
  return Done{};
}

Outcome run_show(const ShowOptions& options, Context& context) {
  std::vector<FieldId> fields;
  if (options.use && !options.fields.empty()) {
    return Error{Errc::usage, "--use prints commands and takes no --fields", ""};
  }
  if (!options.fields.empty()) {
    auto parsed = parse_field_list(options.fields);
    if (!parsed) return std::move(parsed).error();
    fields = *std::move(parsed);
  }
  const auto catalog = open_catalog(context);
  if (!catalog) return catalog.error();
  const Found found = find_all(options.ids, *catalog);
  const bool several = options.ids.size() > 1;
  if (!several && !found.missing.empty()) return found.missing.front();

  const ShowTables tables(*catalog);
  std::vector<Shown> models;
  for (const Row row : found.rows) models.push_back(gather(tables, row));
  const auto printed =
      options.use ? print_use(models, several ? UseOf::several_models : UseOf::one_model, context)
                  : print(models, std::move(fields), several, context);
  for (const Error& error : found.missing) report(error, context);
  if (!printed) return printed.error();
  return found.missing.empty() ? 0 : 1;
}

}  // namespace

Run setup_show(CLI::App& app) {
  auto options = std::make_shared<ShowOptions>();
  app.add_option("id", options->ids, "owner/name, a former or bare name, or an unmistakable part")
      ->type_name("ID")
      ->required();
  app.add_option("--fields", options->fields, "only these fields ('oms fields')")
      ->type_name("FIELDS")
      ->group("Columns");
  app.add_flag(
         "--use", options->use,
         "commands that start it today; for several models one program that asks them all the "
         "same")
      ->group("Trying it");
  return [options](Context& context) { return run_show(*options, context); };
}

}  // namespace oms
