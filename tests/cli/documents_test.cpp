#include "cli/documents.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "oms/model/model.h"
#include "support/catch.h"

using namespace oms;  // NOLINT: tests

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(std::string_view path) {
  for (const Document& document : documents()) {
    if (document.path == path) return document.text;
  }
  return "";
}

Json schema(std::string_view name) {
  return Json::parse(text_of("data/schema/" + std::string(name) + ".schema.json"));
}

std::string file_text(const std::string& path) {
  std::ifstream file(std::string(OMS_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Json without_description(Json property) {
  property.erase("description");
  return property;
}

Json row_property(const char* field) {
  return without_description(schema("list")["items"]["properties"][field]);
}

}  // namespace

TEST_CASE("the generated files of the source tree are up to date", "[documents]") {
  for (const Document& document : documents()) {
    INFO(document.path << " differs: run oms_documents on the top of the source tree");
    CHECK(file_text(document.path) == document.text);
  }
}

TEST_CASE("every schema is JSON of draft 7", "[documents]") {
  for (const Document& document : documents()) {
    if (!document.path.ends_with(".json")) continue;
    INFO(document.path);
    const Json json = Json::parse(document.text, nullptr, /*allow_exceptions=*/false);
    REQUIRE(json.is_object());
    CHECK(json["$schema"] == "http://json-schema.org/draft-07/schema#");
  }
}

TEST_CASE("the list schema has every field in table order and nothing else", "[documents]") {
  const Json items = schema("list")["items"];
  CHECK(items["additionalProperties"] == false);
  std::vector<std::string> names;
  for (const auto& [name, property] : items["properties"].items()) names.push_back(name);
  std::vector<std::string> fields;
  for (const Field& field : kFields) fields.emplace_back(field.name);
  CHECK(names == fields);
}

TEST_CASE("the list schema requires no field, because --fields leaves some out", "[documents]") {
  CHECK_FALSE(schema("list")["items"].contains("required"));
}

TEST_CASE("the id is a text in the schema and never null", "[documents]") {
  CHECK(row_property("id") == Json::parse(R"({"type": "string"})"));
}

TEST_CASE("a price is a number or null in the schema", "[documents]") {
  CHECK(row_property("price_input") == Json::parse(R"({"type": ["number", "null"]})"));
}

TEST_CASE("a count is an integer or null in the schema", "[documents]") {
  CHECK(row_property("downloads") == Json::parse(R"({"type": ["integer", "null"]})"));
}

TEST_CASE("a list of words is an array of texts or null in the schema", "[documents]") {
  CHECK(row_property("tags") ==
        Json::parse(R"({"type": ["array", "null"], "items": {"type": "string"}})"));
}

TEST_CASE("a date is an ISO date or null in the schema", "[documents]") {
  CHECK(row_property("created") ==
        Json::parse(R"({"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})"));
}

TEST_CASE("a closed set of words is an enumeration or null in the schema", "[documents]") {
  CHECK(row_property("mof_class") ==
        Json::parse(R"({"enum": ["unclassified", "III", "II", "I", null]})"));
}

TEST_CASE("where unknown is an answer the schema has the word and no null", "[documents]") {
  CHECK(row_property("open_data") ==
        Json::parse(R"({"enum": ["closed", "partial", "open", "unknown"]})"));
}

TEST_CASE("scores are an object of numbers or null in the schema", "[documents]") {
  CHECK(row_property("scores") ==
        Json::parse(R"({"type": ["object", "null"], "additionalProperties": {"type": "number"}})"));
}

TEST_CASE("a shown model has its lists behind the fields", "[documents]") {
  const Json model = schema("show")["definitions"]["model"]["properties"];
  CHECK(model.size() == kFieldCount + 4);
  CHECK(model["facts"]["type"] == "array");
  CHECK(model["offers"]["items"]["properties"].contains("blended"));
  CHECK(model["observations"]["items"]["properties"].contains("grade"));
  CHECK(
      model["lineage"]["items"]["required"] ==
      Json::parse(
          R"(["id", "relation", "known", "license", "license_class", "verdict", "reason", "explanation", "path"])"));
}

TEST_CASE("an error has a code, an exit code, a message and perhaps a hint", "[documents]") {
  CHECK(schema("error")["required"] == Json::parse(R"(["code", "exit_code", "message", "hint"])"));
}

TEST_CASE("a row of tasks requires every column", "[documents]") {
  CHECK(schema("tasks")["items"]["required"] ==
        Json::parse(R"(["task", "kind", "group", "title", "where", "help", "models"])"));
}

TEST_CASE("the list of fields describes each field in a row", "[documents]") {
  const std::string text = fields_markdown();
  CHECK(text.find("| `price_input` | decimal | USD per 1M tokens | lower | "
                  "price of input tokens in the offer shown |\n") != std::string::npos);
  for (const Field& field : kFields) {
    INFO(field.name);
    CHECK(text.find("| `" + std::string(field.name) + "` |") != std::string::npos);
  }
}

TEST_CASE("the list of fields names the words of each closed set", "[documents]") {
  CHECK(fields_markdown().find("- `open_data`: `closed`, `partial`, `open`; or `unknown`\n") !=
        std::string::npos);
}
