#include "cli/documents.h"

#include <nlohmann/json.hpp>
#include <span>

#include "check/json_schema.h"
#include "cli/check_document.h"
#include "cli/compare_grid.h"
#include "cli/man_pages.h"
#include "cli/plot_json.h"
#include "cli/record_columns.h"
#include "cli/scan_document.h"
#include "cli/settings.h"
#include "cli/use_text.h"
#include "oms/base/text.h"
#include "oms/check/policy.h"
#include "oms/model/model.h"
#include "oms/model/records.h"

namespace oms {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDatePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

constexpr std::string_view kTimePattern =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$";

Json or_null(std::string_view type) { return {{"type", Json::array({type, "null"})}}; }

Json list_of(std::string_view type) {
  Json schema = or_null("array");
  schema["items"] = {{"type", type}};
  return schema;
}

Json text_like(std::string_view pattern) {
  Json schema = or_null("string");
  schema["pattern"] = pattern;
  return schema;
}

Json date_schema() { return text_like(kDatePattern); }
Json time_schema() { return text_like(kTimePattern); }

Json one_of_words(std::span<const std::string_view> words, const Json& unknown) {
  Json values = Json::array();
  for (const std::string_view word : words) values.push_back(word);
  values.push_back(unknown);
  return {{"enum", values}};
}

Json field_type(const Field& field) {
  switch (field.kind) {
    case Kind::text:
    case Kind::word:
      return field.name == "id" ? Json{{"type", "string"}} : or_null("string");
    case Kind::list:
      return list_of("string");
    case Kind::integer:
      return or_null("integer");
    case Kind::decimal:
      return or_null("number");
    case Kind::date:
      return date_schema();
    case Kind::choice:
      return one_of_words(field.words, field.says_unknown ? Json("unknown") : Json());
    case Kind::flag:
      return or_null("boolean");
    case Kind::scores:
      break;
  }
  Json schema = or_null("object");
  schema["additionalProperties"] = {{"type", "number"}};
  return schema;
}

Json cell_type(CellType type) {
  switch (type) {
    case CellType::text:
      return or_null("string");
    case CellType::list:
      return list_of("string");
    case CellType::numbers:
      return list_of("integer");
    case CellType::integer:
      return or_null("integer");
    case CellType::decimal:
      return or_null("number");
    case CellType::date:
      return date_schema();
    case CellType::time:
      return time_schema();
    case CellType::flag:
      break;
  }
  return or_null("boolean");
}

Json described(Json schema, std::string_view help, std::string_view unit = {}) {
  std::string text(help);
  if (!unit.empty()) text += " [" + std::string(unit) + "]";
  schema["description"] = text;
  return schema;
}

Json object_of(Json properties) {
  return {
      {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json with_all_required(Json object) {
  Json names = Json::array();
  for (const auto& [name, schema] : object["properties"].items()) names.push_back(name);
  object["required"] = names;
  return object;
}

Json array_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

// No field is required: --fields leaves out what was not asked for.
Json row_properties() {
  Json properties = Json::object();
  for (const Field& field : kFields) {
    properties[std::string(field.name)] = described(field_type(field), field.help, field.unit);
  }
  return properties;
}

Json record_schema(std::span<const RecordColumn> columns) {
  Json properties = Json::object();
  for (const RecordColumn& column : columns) {
    properties[std::string(column.name)] = described(cell_type(column.type), column.help);
  }
  return with_all_required(object_of(std::move(properties)));
}

Json fact_schema() {
  Json words = one_of_words(words::kEvidence, nullptr);
  return with_all_required(object_of(
      {{"field", described({{"type", "string"}}, "the field that the fact is about")},
       {"value", described(Json::object(), "the value of that field")},
       {"source", described(or_null("string"), "who says so")},
       {"as_of", described(date_schema(), "day for which it was true")},
       {"evidence", described(std::move(words), "how it is known, the strongest last")}}));
}

Json titled(std::string_view title, Json schema) {
  Json document = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
  document.update(schema);
  return document;
}

Json list_schema() { return titled("oms list --json", array_of(object_of(row_properties()))); }

Json show_schema() {
  Json properties = row_properties();
  properties["facts"] = array_of(fact_schema());
  properties["offers"] = array_of(record_schema(offer_columns()));
  properties["observations"] = array_of(record_schema(observation_columns()));
  properties["lineage"] = array_of(record_schema(lineage_columns()));
  const Json model = {{"$ref", "#/definitions/model"}};
  return titled("oms show --json: one object for one id, an array for several",
                {{"oneOf", Json::array({model, array_of(model)})},
                 {"definitions", {{"model", object_of(std::move(properties))}}}});
}

Json envelope_schema() {
  const Json count = {{"type", "integer"}, {"minimum", 0}};
  const Json text = {{"type", "string"}};
  Json dates = with_all_required(object_of({{"hub_fetched_at", time_schema()},
                                            {"records_from", date_schema()},
                                            {"records_to", date_schema()},
                                            {"prices_from", date_schema()},
                                            {"prices_to", date_schema()}}));
  Json quality = with_all_required(object_of({{"metric", text},
                                              {"title", text},
                                              {"as_of", date_schema()},
                                              {"scored", count},
                                              {"of", count}}));
  quality["type"] = Json::array({"object", "null"});
  Json workload = with_all_required(
      object_of({{"input", described(count, "tokens a call")},
                 {"output", described(count, "tokens a call")},
                 {"calls", described(count, "in the period of the bill")},
                 {"cache_hit", described(or_null("number"), "share of the input, 0 to 1")}}));
  workload["type"] = Json::array({"object", "null"});
  Json pricing = with_all_required(
      object_of({{"ratio", described(text, "input to output tokens of the blended price")},
                 {"workload", described(std::move(workload), "what the bill is for")},
                 {"not_before", described(date_schema(), "older quotes do not count")}}));
  Json source = with_all_required(
      object_of({{"source", described(text, "name in 'oms sources'")},
                 {"title", or_null("string")},
                 {"as_of", described(date_schema(), "newest day of what these rows take from it")},
                 {"fetched_at", described(time_schema(), "null: what is bundled is used")},
                 {"credit", described(or_null("string"), "how the source asks to be named")}}));
  Json left_out = {{"type", "object"}, {"additionalProperties", count}};
  return titled("oms list --json --envelope",
                with_all_required(object_of(
                    {{"schema_version", {{"enum", Json::array({1})}}},
                     {"query", described(array_of(text), "the arguments of the call")},
                     {"printed", count},
                     {"matched", described(count, "rows that match, after folding")},
                     {"left_out_unknown",
                      described(std::move(left_out), "rows left out for an unknown field")},
                     {"data_as_of", std::move(dates)},
                     {"quality", described(std::move(quality), "the metric in force")},
                     {"pricing", described(std::move(pricing), "what prices stand for")},
                     {"sources", described(array_of(std::move(source)),
                                           "where the values of the printed rows come from")},
                     {"models", array_of(object_of(row_properties()))}})));
}

Json count_schema() {
  Json row = record_schema(count_columns());
  row["properties"]["value"]["type"] = Json::array({"string", "number", "boolean", "null"});
  return titled("oms list --count-by --json", array_of(std::move(row)));
}

Json rank_row() { return record_schema(rank_columns()); }

// The members of a row of the ranking, and more.
Json rank_row_with(const Json& more) {
  Json row = rank_row();
  for (const auto& [name, schema] : more.items()) row["properties"][name] = schema;
  return with_all_required(std::move(row));
}

Json rank_schema() {
  const Json count = {{"type", "integer"}, {"minimum", 0}};
  const Json text = {{"type", "string"}};
  Json why = rank_row_with(
      {{"ranked", described(count, "models with a place")},
       {"weights", described(text, "as --weights takes them")},
       {"folded_into", described(or_null("string"), "model whose quantized copy it is")},
       {"left_out_by", described(array_of(record_schema(obstacle_columns())),
                                 "the conditions that it does not meet")}});
  return titled("oms rank --json", {{"oneOf", Json::array({array_of(rank_row()), why})}});
}

Json pick_schema() {
  const Json count = {{"type", "integer"}, {"minimum", 0}};
  const Json text = {{"type", "string"}};
  const auto optional = [](Json row, std::string_view help) {
    row["type"] = Json::array({"object", "null"});
    return described(std::move(row), help);
  };
  Json left_out = rank_row_with({{"condition", described(text, "what left it out")},
                                 {"unknown", described({{"type", "boolean"}}, "cannot be told")},
                                 {"found", described(text, "what the catalog has")}});
  Json of_class = rank_row_with({{"license_class", described(text, "class of its license")}});
  return titled(
      "oms pick --json",
      with_all_required(object_of(
          {{"weights", described(text, "as --weights takes them")},
           {"matched", described(count, "models that match")},
           {"ranked", described(count, "how many of them have a place")},
           {"metric", described(or_null("string"), "the metric in force")},
           {"margin", described({{"type", "number"}}, "what the cheapest may lose in quality")},
           {"best", optional(rank_row(), "winner of the ranking")},
           {"cheapest", optional(rank_row(), "cheapest within the margin")},
           {"most_open", optional(rank_row(), "most open components")},
           {"left_out", optional(std::move(left_out), "the nearest that one condition left out")},
           {"by_class", described(array_of(std::move(of_class)), "best of each license class")},
           {"try", described(or_null("string"), "command that starts them")}})));
}

Json error_schema() {
  return titled("an error under --json, on stderr",
                with_all_required(object_of(
                    {{"code", {{"enum", Json::array({"no", "usage", "data", "network"})}}},
                     {"exit_code", {{"enum", Json::array({1, 2, 3, 4})}}},
                     {"message", described({{"type", "string"}}, "one line")},
                     {"hint", described(or_null("string"), "what to do next")}})));
}

Json table_schema(std::string_view title, std::span<const RecordColumn> columns) {
  return titled(title, array_of(record_schema(columns)));
}

// A cell holds what its row is about.
Json compare_schema() {
  Json schema =
      table_schema("oms compare --json: one object a cell, row by row", compare_columns());
  Json& value = schema["items"]["properties"]["value"];
  value["type"] = Json::array({"string", "number", "boolean", "array", "null"});
  value["items"] = {{"type", "string"}};
  return schema;
}

// A value is a text or a number, as its field is.
Json diff_schema() {
  Json schema = table_schema("oms diff --json", change_columns());
  for (const char* name : {"before", "after"}) {
    schema["items"]["properties"][name]["type"] = Json::array({"string", "number", "null"});
  }
  return schema;
}

// One license is an object with its ten criteria; without an id an array of licenses or classes.
Json licenses_schema() {
  Json one = record_schema(license_columns());
  one["properties"]["osd_criteria"] = array_of(record_schema(criterion_columns()));
  return titled("oms licenses --json: an array; with --classes of classes; one object for one id",
                {{"anyOf", Json::array({with_all_required(std::move(one)),
                                        array_of(record_schema(license_columns())),
                                        array_of(record_schema(license_class_columns()))})}});
}

Json doctor_schema() {
  Json object = record_schema(doctor_columns());
  object["properties"]["fetched"] = array_of(record_schema(fetched_columns()));
  return titled("oms doctor --json", with_all_required(std::move(object)));
}

Json fetch_schema() {
  Json done = record_schema(fetch_columns());
  done["properties"]["sources"] = array_of(record_schema(fetch_source_columns()));
  return titled("oms fetch --json: of a fetch, and of --dry-run (an array)",
                {{"anyOf", Json::array({with_all_required(std::move(done)),
                                        array_of(record_schema(fetch_plan_columns()))})}});
}

Json cache_schema() {
  Json info = record_schema(cache_columns());
  info["properties"]["scopes"] = array_of(record_schema(cache_scope_columns()));
  info["properties"]["sources"] = array_of(record_schema(fetched_columns()));
  return titled(
      "oms cache --json: of info, of verify (an array of problems), and of the other actions",
      {{"anyOf", Json::array({with_all_required(std::move(info)),
                              array_of(record_schema(cache_problem_columns())),
                              record_schema(cache_action_columns())})}});
}

Json plot_schema() {
  const auto with = [](Json members, std::string_view kind,
                       std::span<const RecordColumn> left_out) {
    Json properties = {{"kind", {{"enum", Json::array({kind})}}}};
    properties.update(members);
    properties["matched"] =
        described({{"type", "integer"}, {"minimum", 0}}, "rows that match, after folding");
    properties["left_out"] = record_schema(left_out);
    properties["sources"] = described(array_of(record_schema(plot_source_columns())),
                                      "where the figures of the picture come from");
    return with_all_required(object_of(std::move(properties)));
  };
  const Json axis = record_schema(plot_axis_columns());
  Json scatter =
      with({{"x", axis}, {"y", axis}, {"points", array_of(record_schema(plot_point_columns()))}},
           "scatter", plot_point_left_out_columns());
  Json bars = with({{"values", axis}, {"bars", array_of(record_schema(plot_bar_columns()))}},
                   "bars", plot_bar_left_out_columns());
  return titled("oms plot --json: price against quality; with --bars the bars of one field",
                {{"oneOf", Json::array({std::move(scatter), std::move(bars)})}});
}

Json sources_schema() {
  return titled("oms sources --json: an array; one object for one name; --unmatched: an array",
                {{"anyOf", Json::array({record_schema(source_columns()),
                                        array_of(record_schema(source_columns())),
                                        array_of(record_schema(unmatched_columns()))})}});
}

Document schema_file(std::string_view name, const Json& schema) {
  return {"data/schema/" + std::string(name) + ".schema.json", schema.dump(2) + "\n"};
}

std::string words_text(const Field& field) {
  std::string text;
  for (const std::string_view word : field.words) {
    text += (text.empty() ? "`" : ", `") + std::string(word) + "`";
  }
  return text;
}

}  // namespace

std::string escaped_cell(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '|') safe += '\\';
    safe += c;
  }
  return safe;
}

std::string_view kind_word(Kind kind) {
  switch (kind) {
    case Kind::text:
      return "text";
    case Kind::word:
      return "word";
    case Kind::list:
      return "list";
    case Kind::integer:
      return "integer";
    case Kind::decimal:
      return "decimal";
    case Kind::date:
      return "date";
    case Kind::choice:
      return "choice";
    case Kind::flag:
      return "yes/no";
    case Kind::scores:
      break;
  }
  return "scores";
}

std::string_view better_word(Better better) {
  switch (better) {
    case Better::higher:
      return "higher";
    case Better::lower:
      return "lower";
    case Better::none:
      break;
  }
  return "";
}

std::string fields_markdown() {
  std::string text =
      "# Fields\n\n"
      "Generated from the field table (`src/model/model.cpp`); `oms fields` shows the same with\n"
      "the number of models that have a value. Fields stand in the order of JSON keys and CSV\n"
      "columns. *Better* is what a bare `--sort FIELD` puts first. An unknown value is `null` in\n"
      "JSON, empty in CSV, and fails every condition but `FIELD=unknown`; the fields marked below\n"
      "say `unknown` in JSON, because there it is an answer.\n\n"
      "| field | type | unit | better | what it says |\n"
      "| --- | --- | --- | --- | --- |\n";
  for (const Field& field : kFields) {
    text += "| `" + std::string(field.name) + "` | " + std::string(kind_word(field.kind)) + " | " +
            escaped_cell(field.unit) + " | " + std::string(better_word(field.better)) + " | " +
            escaped_cell(field.help) + " |\n";
  }
  text += "\n## Words of the fields of type choice\n\nThe worst first where one is better.\n\n";
  for (const Field& field : kFields) {
    if (field.words.empty()) continue;
    text += "- `" + std::string(field.name) + "`: " + words_text(field) +
            (field.says_unknown ? "; or `unknown`" : "") + "\n";
  }
  return text;
}

std::vector<Document> documents() {
  std::vector<Document> files = {
      {"docs/fields.md", fields_markdown()},
      {"docs/policy.md", policy_markdown()},
      {"docs/check.md", check_markdown()},
      {"docs/scan.md", scan_markdown()},
      {"docs/configuration.md", configuration_markdown()},
      schema_file("list", list_schema()),
      schema_file("envelope", envelope_schema()),
      schema_file("show", show_schema()),
      schema_file("use", table_schema("oms show --use --json", use_columns())),
      schema_file("compare", compare_schema()),
      schema_file("error", error_schema()),
      schema_file("count", count_schema()),
      schema_file("pick", pick_schema()),
      schema_file("rank", rank_schema()),
      schema_file("tree", table_schema("oms tree --json", tree_columns())),
      schema_file("diff", diff_schema()),
      schema_file("plot", plot_schema()),
      schema_file("scan", table_schema("oms scan --json", scan_columns())),
      schema_file("tasks", table_schema("oms tasks --json", task_columns())),
      schema_file("licenses", licenses_schema()),
      schema_file("fields", table_schema("oms fields --json", field_columns())),
      schema_file("sources", sources_schema()),
      schema_file("doctor", doctor_schema()),
      schema_file("config", table_schema("oms config --json", config_columns())),
      schema_file("cache", cache_schema()),
      schema_file("fetch", fetch_schema()),
      {"data/schema/check.schema.json", check_schema_text()},
  };
  for (Document& page : man_pages()) files.push_back(std::move(page));
  return files;
}

}  // namespace oms
