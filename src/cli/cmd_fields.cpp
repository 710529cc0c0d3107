#include <CLI/App.hpp>

#include "cli/command.h"
#include "cli/counts.h"
#include "cli/documents.h"
#include "cli/page.h"
#include "cli/record_columns.h"
#include "cli/records.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct FieldsOptions {
  std::vector<std::string> names = {};
};

struct CountedField {
  FieldId id = kNoField;
  std::optional<std::int64_t> models = {};  // unset: the query computes the field
};

Result<std::vector<FieldId>> chosen_fields(const std::vector<std::string>& names) {
  std::vector<FieldId> fields;
  for (const std::string& name : names) {
    const auto field = parse_field(name);
    if (!field) return field.error();
    fields.push_back(*field);
  }
  if (!fields.empty()) return fields;
  for (FieldId id = 0; id < kFields.size(); ++id) fields.push_back(id);
  return fields;
}

std::vector<CountedField> count_fields(std::span<const FieldId> fields, const Table& table,
                                       const RowSet& rows) {
  std::vector<CountedField> counted;
  for (const FieldId id : fields) {
    const bool computed = std::holds_alternative<std::monostate>(table.column(id)) &&
                          kFields[id].kind != Kind::scores;
    counted.push_back({id, {}});
    if (!computed) {
      counted.back().models = static_cast<std::int64_t>(count_known(table, id, rows));
    }
  }
  return counted;
}

std::vector<std::string> words_of(const Field& field) {
  return {field.words.begin(), field.words.end()};
}

Records records_of(std::span<const CountedField> fields) {
  Records records{.columns = field_columns()};
  for (const CountedField& counted : fields) {
    const Field& field = kFields[counted.id];
    records.rows.push_back({text_cell(field.name), text_cell(kind_word(field.kind)),
                            text_cell(field.unit), text_cell(better_word(field.better)),
                            field.words.empty() ? RecordCell() : RecordCell(words_of(field)),
                            optional_cell(counted.models), text_cell(field.help)});
  }
  return records;
}

std::string count_text(const CountedField& counted) {
  return counted.models ? std::to_string(*counted.models) : "";
}

std::string table_page(std::span<const CountedField> fields, const Style& style) {
  const std::vector<PageColumn> columns = {
      {.title = "FIELD"}, {.title = "TYPE"}, {.title = "MODELS", .right = true}, {.title = "HELP"}};
  std::vector<std::vector<std::string>> rows;
  for (const CountedField& counted : fields) {
    const Field& field = kFields[counted.id];
    std::string help(field.help);
    if (!field.unit.empty() && field.kind != Kind::date) {
      help += " [" + std::string(field.unit) + "]";
    }
    rows.push_back(
        {std::string(field.name), std::string(kind_word(field.kind)), count_text(counted), help});
  }
  Page page(style);
  page.rows(columns, rows);
  return page.text();
}

// A condition that a reader can paste; the shell takes < and > as redirection.
std::string example_condition(const Field& field) {
  const std::string name(field.name);
  // Counted after filtering: it orders an answer and cannot choose it.
  if (name == "folded") return "--sort folded";
  switch (field.kind) {
    case Kind::text:
    case Kind::list:
      return "'" + name + "~TEXT'";
    case Kind::word:
      return name + "=WORD";
    case Kind::integer:
      if (field.show == Show::bytes) return "'" + name + "<=16GB'";
      return field.show == Show::si ? name + "=1M..10M" : "'" + name + ">=1'";
    case Kind::decimal:
      return "'" + name + (field.better == Better::lower ? "<=" : ">=") + "0.5'";
    case Kind::date:
      return "'" + name + ">=2025-06'";
    case Kind::choice:
      return name + "=" + std::string(field.words.back());
    case Kind::flag:
      return name + "=yes";
    case Kind::scores:
      break;
  }
  return "";
}

std::string field_page(std::span<const CountedField> fields, std::size_t models,
                       const Style& style) {
  Page page(style);
  for (const CountedField& counted : fields) {
    const Field& field = kFields[counted.id];
    page.heading(field.name);
    page.paragraph(field.help);
    page.item("type", kind_word(field.kind), field.unit);
    if (!field.words.empty()) {
      page.item("words", join(words_of(field), ", "),
                field.better == Better::higher ? "worst first" : "");
    }
    if (field.better != Better::none) page.item("better", better_word(field.better));
    if (counted.models) {
      page.item("known for", count_text(counted) + " of " + std::to_string(models) + " models");
    } else {
      page.item("known for", "computed for each query");
    }
    const std::string condition = example_condition(field);
    if (!condition.empty()) page.item("try", "oms list " + condition);
  }
  return page.text();
}

Outcome run_fields(const FieldsOptions& options, Context& context) {
  const auto fields = chosen_fields(options.names);
  if (!fields) return fields.error();
  const auto catalog = open_catalog(context);
  if (!catalog) return catalog.error();
  const auto rows = listed_rows(*catalog, catalog->metrics());
  if (!rows) return rows.error();
  const std::vector<CountedField> counted = count_fields(*fields, catalog->table(), *rows);
  if (context.format != nullptr) {
    write_records(context.out, records_of(counted), *context.format, context.style);
  } else if (context.common.quiet) {
    write_first_column(context.out, records_of(counted));
  } else if (!options.names.empty()) {
    context.out.write(field_page(counted, rows->size(), context.style));
  } else {
    context.out.write(table_page(counted, context.style));
    context.note("MODELS: how many of " + std::to_string(rows->size()) +
                 " models have a value; empty where the query computes it");
  }
  return 0;
}

}  // namespace

Run setup_fields(CLI::App& app) {
  auto options = std::make_shared<FieldsOptions>();
  app.add_option("name", options->names, "only these fields")->type_name("FIELD");
  return [options](Context& context) { return run_fields(*options, context); };
}

}  // namespace oms
