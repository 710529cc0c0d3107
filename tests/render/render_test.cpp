#include "oms/render/render.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <map>

#include "oms/base/text.h"
#include "support/catch.h"

namespace oms {
namespace {

using Cells = std::map<std::string_view, Value>;  // by field name; a missing one is unknown

struct Table {
  std::vector<Cells> cells = {};
  std::vector<bool> uncertain = {};

  Rows rows() const {
    return {
        .size = cells.size(),
        .cell = [this](std::size_t row, FieldId field) -> Value {
          const auto found = cells[row].find(kFields[field].name);
          return found == cells[row].end() ? Value{} : found->second;
        },
        .uncertain = [this](std::size_t row) { return row < uncertain.size() && uncertain[row]; }};
  }
};

std::vector<FieldId> fields(std::initializer_list<std::string_view> names) {
  std::vector<FieldId> ids;
  for (const std::string_view name : names) ids.push_back(field_id(name));
  return ids;
}

using Names = std::initializer_list<std::string_view>;

std::string written(std::string_view format, const Table& table, Names names,
                    const Style& style = {}) {
  StringSink sink;
  find_format(format)->write(sink, table.rows(), fields(names), style);
  return sink.text;
}

std::string display(std::string_view field, const Value& value) {
  return display_text(kFields[field_id(field)], value, /*unicode=*/true);
}

std::string json(std::string_view field, const Value& value) {
  return json_text(kFields[field_id(field)], value);
}

std::string machine(std::string_view field, const Value& value) {
  return machine_text(kFields[field_id(field)], value);
}

Value text(std::string_view value) { return value; }
Value whole(std::int64_t value) { return value; }
Value number(std::string_view value) { return parse_decimal(value).value(); }
Value date(std::string_view value) { return *parse_date(value); }
Value list(TextList value) { return value; }

Table two_models() {
  return {.cells = {{{"id", text("Qwen/Qwen3.6-27B")},
                     {"license", text("apache-2.0")},
                     {"params", whole(27'800'000'000)},
                     {"price_input", number("0.1")},
                     {"price_output", number("0.4")}},
                    {{"id", text("openai/gpt-oss-120b")},
                     {"license", text("apache-2.0")},
                     {"params", whole(117'000'000'000)},
                     {"price_input", number("0")}}}};
}

// A name as hostile as they come.
constexpr std::string_view kHostile = "evil/\x1b[31m\u202Ename\nnext|<b>\t\xFF";

// --- Formats by name.

TEST_CASE("the formats stand in one documented order", "[render]") {
  std::string names;
  for (const Format& format : formats()) names += std::string(format.name) + " ";
  CHECK(names == "table json ndjson csv tsv md ids ");
}

TEST_CASE("an unknown format is answered with a suggestion and the list", "[render]") {
  const auto format = parse_format("jsno");
  REQUIRE_FALSE(format);
  CHECK(format.error().code == Errc::usage);
  CHECK(format.error().what ==
        "unknown format 'jsno'; did you mean 'json'? (table, json, ndjson, csv, tsv, md, ids)");
}

TEST_CASE("a format near to none is answered with the list alone", "[render]") {
  const auto format = parse_format("yaml");
  REQUIRE_FALSE(format);
  CHECK(format.error().what == "unknown format 'yaml' (table, json, ndjson, csv, tsv, md, ids)");
}

TEST_CASE("a known format is found", "[render]") {
  const auto format = parse_format("ndjson");
  REQUIRE(format);
  CHECK((*format)->name == "ndjson");
  CHECK(find_format("html") == nullptr);
}

// --- Values for people.

TEST_CASE("a count shows three significant digits and a unit", "[render]") {
  CHECK(display("params", whole(27'800'000'000)) == "27.8B");
  CHECK(display("params", whole(27'849'999'999)) == "27.8B");
  CHECK(display("params", whole(1'200'000)) == "1.2M");
  CHECK(display("params", whole(1'234'567)) == "1.23M");
  CHECK(display("params", whole(340'000)) == "340k");
  CHECK(display("params", whole(1'040'000'000'000)) == "1.04T");
  CHECK(display("params", whole(7'000'000'000)) == "7B");
  CHECK(display("params", whole(950)) == "950");
  CHECK(display("params", whole(0)) == "0");
}

TEST_CASE("a count that rounds up to the next unit is shown in that unit", "[render]") {
  CHECK(display("params", whole(999)) == "999");
  CHECK(display("params", whole(1'000)) == "1k");
  CHECK(display("params", whole(999'499)) == "999k");
  CHECK(display("params", whole(999'500)) == "1M");
  CHECK(display("params", whole(999'950'000)) == "1B");
}

TEST_CASE("a count beyond all units stays readable", "[render]") {
  CHECK(display("params", whole(INT64_MAX)) == "9220000T");
  CHECK(display("params", whole(-1'500)) == "-1.5k");
}

TEST_CASE("a size shows three significant digits and a unit of bytes", "[render]") {
  CHECK(display("size_bytes", whole(16'060'522'496)) == "16.1GB");
  CHECK(display("size_bytes", whole(548'090'880)) == "548MB");
  CHECK(display("size_bytes", whole(1'500)) == "1.5kB");
  CHECK(display("size_bytes", whole(950)) == "950B");
  CHECK(display("size_bytes", whole(1'340'000'000'000)) == "1.34TB");
}

TEST_CASE("tokens count by 1024 where that comes out even", "[render]") {
  CHECK(display("context", whole(131'072)) == "128k");
  CHECK(display("context", whole(4'096)) == "4k");
  CHECK(display("context", whole(40'960)) == "40k");
  CHECK(display("context", whole(1'048'576)) == "1M");
  CHECK(display("context", whole(10'485'760)) == "10M");
  CHECK(display("context", whole(512)) == "512");
}

TEST_CASE("round decimal numbers of tokens are thousands", "[render]") {
  CHECK(display("context", whole(200'000)) == "200k");
  CHECK(display("context", whole(128'000)) == "128k");
  CHECK(display("context", whole(1'000'000)) == "1M");
  CHECK(display("context", whole(32'000)) == "32k");
  CHECK(display("context", whole(4'097)) == "4.1k");
}

TEST_CASE("prices keep the digits they need", "[render]") {
  CHECK(display("price_input", number("0.1")) == "0.10");
  CHECK(display("price_input", number("0.0028")) == "0.0028");
  CHECK(display("price_input", number("100")) == "100.00");
}

TEST_CASE("a true zero price is free and an unknown one is not", "[render]") {
  CHECK(display("price_input", number("0")) == "free");
  CHECK(display("price_input", Value{}) == "–");
  CHECK(display("quality", number("0")) == "0");
}

TEST_CASE("other values show plainly", "[render]") {
  CHECK(display("quality", number("1391.40")) == "1391.4");
  CHECK(display("created", date("2026-08-14")) == "2026-08-14");
  CHECK(display("tasks", list({"chat", "text-generation"})) == "chat,text-generation");
  CHECK(display("osi_approved", true) == "yes");
  CHECK(display("osi_approved", false) == "no");
  CHECK(display("license_class", text("osi-permissive")) == "osi-permissive");
  CHECK(display("openness", whole(5)) == "5");
}

TEST_CASE("scores show metric and value", "[render]") {
  const Value scores =
      ScoreList{{"arena", parse_decimal("1391.4").value()}, {"hle", parse_decimal("4.2").value()}};
  CHECK(display("scores", scores) == "arena 1391.4, hle 4.2");
  CHECK(machine("scores", scores) == "arena=1391.4;hle=4.2");
  CHECK(json("scores", scores) == R"({"arena": 1391.4, "hle": 4.2})");
}

TEST_CASE("nothing of any kind shows as unknown", "[render]") {
  for (const Value& nothing : {Value{}, text(""), list({}), Value{ScoreList{}}}) {
    CHECK(display("tags", nothing) == "–");
    CHECK(machine("tags", nothing) == "");
    CHECK(json("tags", nothing) == "null");
  }
}

TEST_CASE("the sign for unknown has an ASCII fallback", "[render]") {
  CHECK(display_text(kFields[field_id("params")], Value{}, /*unicode=*/false) == "-");
}

// --- Values for machines.

TEST_CASE("machine texts carry the plain value", "[render]") {
  CHECK(machine("params", whole(27'800'000'000)) == "27800000000");
  CHECK(machine("context", whole(131'072)) == "131072");
  CHECK(machine("price_input", number("0")) == "0");
  CHECK(machine("price_input", number("0.10")) == "0.1");
  CHECK(machine("created", date("2026-08-14")) == "2026-08-14");
  CHECK(machine("osi_approved", true) == "true");
  CHECK(machine("tasks", list({"chat", "text-generation"})) == "chat;text-generation");
  CHECK(machine("license_class", Value{}) == "");
}

TEST_CASE("JSON values are typed", "[render]") {
  CHECK(json("params", whole(27'800'000'000)) == "27800000000");
  CHECK(json("price_input", number("0")) == "0");
  CHECK(json("created", date("2026-08-14")) == R"("2026-08-14")");
  CHECK(json("osi_approved", false) == "false");
  CHECK(json("tasks", list({"chat", "a\"b"})) == R"(["chat", "a\"b"])");
  CHECK(json("id", text("a/x")) == R"("a/x")");
}

TEST_CASE("JSON numbers are exact", "[render]") {
  CHECK(json("price_input", number("0.1")) == "0.1");
  CHECK(json("price_input", number("0.000000001")) == "0.000000001");
  CHECK(json("price_input", number("9223372036.854775807")) == "9223372036.854775807");
  CHECK(json("downloads", whole(9'007'199'254'740'993)) == "9007199254740993");
}

TEST_CASE("an unknown value is null, for license class and components the word unknown",
          "[render]") {
  CHECK(json("price_input", Value{}) == "null");
  CHECK(json("license", Value{}) == "null");
  CHECK(json("osi_approved", Value{}) == "null");
  CHECK(json("license_class", Value{}) == R"("unknown")");
  CHECK(json("open_data", Value{}) == R"("unknown")");
  CHECK(json("gated", Value{}) == "null");
}

TEST_CASE("JSON escapes every character that a terminal would obey", "[render]") {
  CHECK(json_quote("a\nb\t\x1b[31m\"\\") == R"("a\nb\t\u001b[31m\"\\")");
  CHECK(json_quote("\x7f") == R"("\u007f")");
  CHECK(json_quote("\u009b31m") == R"("\u009b31m")");
  CHECK(json_quote("\u202Egpj") == R"("\u202egpj")");
  CHECK(json_quote(std::string_view("\0", 1)) == R"("\u0000")");
}

TEST_CASE("JSON keeps good text readable and replaces bad UTF-8", "[render]") {
  CHECK(json_quote("日本語 é 🤗") == "\"日本語 é 🤗\"");
  CHECK(json_quote("a\xFF"
                   "b") == "\"a\uFFFDb\"");
  CHECK(json_quote("") == "\"\"");
}

// --- Tables.

TEST_CASE("a table aligns its columns, numbers to the right", "[render]") {
  CHECK(
      written("table", two_models(), {"id", "license", "params", "price_input", "price_output"}) ==
      R"(MODEL                LICENSE     PARAMS  IN $/M  OUT $/M
Qwen/Qwen3.6-27B     apache-2.0   27.8B    0.10     0.40
openai/gpt-oss-120b  apache-2.0    117B    free        –
)");
}

TEST_CASE("no line of a table ends with a blank", "[render]") {
  const Table table{.cells = {{{"id", text("a/long-name")}, {"license", text("mit")}},
                              {{"id", text("b/y")}, {"license", text("apache-2.0")}}}};
  CHECK(written("table", table, {"id", "license"}) ==
        "MODEL        LICENSE\n"
        "a/long-name  mit\n"
        "b/y          apache-2.0\n");
  CHECK(written("table", table, {"license", "id"}, {.header = false}) ==
        "mit         a/long-name\n"
        "apache-2.0  b/y\n");
}

TEST_CASE("a table without rows prints nothing", "[render]") {
  CHECK(written("table", Table{}, {"id", "license"}) == "");
}

TEST_CASE("without a width a table is never cut", "[render]") {
  const std::string long_id = "owner/" + std::string(500, 'x');
  const Table table{.cells = {{{"id", text(long_id)}, {"downloads", whole(5)}}}};
  CHECK(written("table", table, {"id", "downloads"}, {.header = false}) == long_id + "  5\n");
}

Table one_long_model() {
  return {.cells = {{{"id", text("mistralai/Mixtral-8x7B-Instruct-v0.1")},
                     {"license", text("apache-2.0")},
                     {"task", text("text-generation")},
                     {"params", whole(46'700'000'000)}}}};
}

std::string narrow(std::size_t width) {
  const Names names = {"id", "license", "task", "params"};  // 73 columns wide
  return written("table", one_long_model(), names, {.width = width});
}

TEST_CASE("a table that fits into its width is not cut", "[render]") {
  CHECK(narrow(73) ==
        R"(MODEL                                 LICENSE     TASK             PARAMS
mistralai/Mixtral-8x7B-Instruct-v0.1  apache-2.0  text-generation   46.7B
)");
}

TEST_CASE("the id gives way first, in its middle, down to 24 columns", "[render]") {
  CHECK(narrow(72) ==
        R"(MODEL                                LICENSE     TASK             PARAMS
mistralai/Mixtral…x7B-Instruct-v0.1  apache-2.0  text-generation   46.7B
)");
  CHECK(narrow(61) ==
        R"(MODEL                     LICENSE     TASK             PARAMS
mistralai/Mi…struct-v0.1  apache-2.0  text-generation   46.7B
)");
}

TEST_CASE("other texts give way next, the widest first, at their end, down to 8 columns",
          "[render]") {
  CHECK(narrow(57) ==
        R"(MODEL                     LICENSE     TASK         PARAMS
mistralai/Mi…struct-v0.1  apache-2.0  text-gener…   46.7B
)");
  CHECK(narrow(52) ==
        R"(MODEL                     LICENSE   TASK      PARAMS
mistralai/Mi…struct-v0.1  apache-…  text-ge…   46.7B
)");
}

TEST_CASE("columns are dropped from the right when cutting is not enough", "[render]") {
  CHECK(narrow(51) ==
        R"(MODEL                     LICENSE     TASK
mistralai/Mi…struct-v0.1  apache-2.0  text-generat…
)");
  CHECK(narrow(30) ==
        R"(MODEL
mistralai/Mixtr…-Instruct-v0.1
)");
}

TEST_CASE("the first column is never dropped", "[render]") {
  CHECK(narrow(10) ==
        R"(MODEL
mistr…v0.1
)");
}

TEST_CASE("no line is wider than the width, whatever the width", "[render]") {
  const Table table{
      .cells = {{{"id", text("作者/とても長い日本語のモデル名🤗🤗🤗")},
                 {"license", text("apache-2.0")},
                 {"tags", list({"日本語", "👨‍👩‍👧‍👦", "transformers"})},
                 {"params", whole(7'000'000'000)},
                 {"created", date("2026-08-14")}}}};
  for (std::size_t width = 1; width < 100; ++width) {
    const std::string all =
        written("table", table, {"id", "license", "tags", "params", "created"}, {.width = width});
    for (const std::string_view line : split(all, '\n')) {
      INFO(line);
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("numbers and dates are never cut", "[render]") {
  const Table table{.cells = {{{"id", text("openai/gpt-oss-120b")},
                               {"created", date("2026-08-14")},
                               {"downloads", whole(1)}}}};
  CHECK(written("table", table, {"id", "created", "downloads"}, {.width = 41}) ==
        R"(MODEL                CREATED
openai/gpt-oss-120b  2026-08-14
)");
}

TEST_CASE("columns are aligned by what a terminal shows, not by bytes", "[render]") {
  const Table table{
      .cells = {{{"id", text("a/日本語")}, {"license", text("mit")}},
                {{"id", text("b/e\u0301🤗👨‍👩‍👧‍👦")}, {"license", text("mit")}},
                {{"id", text("c/plain")}, {"license", text("mit")}}}};
  CHECK(written("table", table, {"id", "license"}) ==
        "MODEL     LICENSE\n"
        "a/日本語  mit\n"
        "b/e\u0301🤗👨‍👩‍👧‍👦   mit\n"
        "c/plain   mit\n");
}

TEST_CASE("a hostile name cannot leave its cell of a table", "[render]") {
  const Table table{.cells = {{{"id", text(kHostile)}, {"license", text("mit")}}}};
  CHECK(written("table", table, {"id", "license"}, {.color = true, .header = false}) ==
        "evil/\uFFFD[31m\uFFFDname next|<b> \uFFFD  mit\n");
}

TEST_CASE("an ASCII table has ASCII signs", "[render]") {
  CHECK(written("table", one_long_model(), {"id", "license", "price_input"},
                {.width = 46, .unicode = false}) ==
        R"(MODEL                       LICENSE     IN $/M
mistralai/Mi...struct-v0.1  apache-2.0       -
)");
}

// --- Marks, colors, links.

TEST_CASE("an inferred number is marked before, an old price behind", "[render]") {
  const Table table{.cells = {{{"id", text("a/x-7B")},
                               {"params", whole(7'000'000'000)},
                               {"params_inferred", true},
                               {"price_input", number("0.1")},
                               {"price_old", true}},
                              {{"id", text("a/y")},
                               {"params", whole(8'030'000'000)},
                               {"params_inferred", false},
                               {"price_input", number("0.2")}}}};
  CHECK(written("table", table, {"id", "params", "price_input"}) ==
        R"(MODEL   PARAMS  IN $/M
a/x-7B     ~7B   0.10*
a/y      8.03B    0.20
)");
}

TEST_CASE("a score of the model that a copy was made of is marked behind, others are not",
          "[render]") {
  const Table table{
      .cells = {
          {{"id", text("a/x")}, {"quality", number("61.5")}, {"quality_grade", text("borrowed")}},
          {{"id", text("a/y")},
           {"quality", number("60")},
           {"quality_grade", text("self-reported")}}}};
  CHECK(written("table", table, {"id", "quality"}) ==
        R"(MODEL  QUALITY
a/x      61.5^
a/y         60
)");
}

TEST_CASE("an unknown cell carries no mark", "[render]") {
  const Table table{.cells = {{{"id", text("a/x")}, {"params_inferred", true}}}};
  CHECK(written("table", table, {"id", "params"}) ==
        R"(MODEL  PARAMS
a/x         –
)");
}

TEST_CASE("a row that is only possibly a match has a question mark behind its id", "[render]") {
  Table table = two_models();
  table.uncertain = {false, true};
  CHECK(written("table", table, {"id", "params"}) ==
        R"(MODEL                  PARAMS
Qwen/Qwen3.6-27B        27.8B
openai/gpt-oss-120b ?    117B
)");
}

TEST_CASE("colors follow the meaning and end with their cell", "[render]") {
  Table table{.cells = {{{"id", text("a/x")},
                         {"params", whole(7'000'000'000)},
                         {"params_inferred", true},
                         {"price_input", number("0")}}},
              .uncertain = {true}};
  CHECK(written("table", table, {"id", "params", "price_input", "price_output"}, {.color = true}) ==
        "\x1b[1mMODEL\x1b[0m  \x1b[1mPARAMS\x1b[0m  \x1b[1mIN $/M\x1b[0m  \x1b[1mOUT $/M\x1b[0m\n"
        "\x1b[33ma/x ?\x1b[0m     \x1b[33m~7B\x1b[0m    \x1b[32mfree\x1b[0m        "
        "\x1b[2m–\x1b[0m\n");
}

std::string without_escapes(std::string_view text) {
  std::string bare;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = text[i + 1] == ']' ? text.find("\x1b\\", i) + 1 : text.find('m', i);
    } else {
      bare += text[i];
    }
  }
  return bare;
}

TEST_CASE("colors and links change no width", "[render]") {
  Table table = two_models();
  table.uncertain = {true, false};
  for (const std::size_t width : std::initializer_list<std::size_t>{0, 60, 40, 20}) {
    const Names names = {"id", "license", "params", "price_input", "price_output"};
    CHECK(without_escapes(written("table", table, names,
                                  {.width = width, .color = true, .hyperlinks = true})) ==
          written("table", table, names, {.width = width}));
  }
}

TEST_CASE("an id links to the Hub", "[render]") {
  const Table table{.cells = {{{"id", text("a/x")}, {"author", text("a")}}}};
  CHECK(written("table", table, {"id", "author"}, {.header = false, .hyperlinks = true}) ==
        "\x1b]8;;https://huggingface.co/a/x\x1b\\a/x\x1b]8;;\x1b\\  a\n");
}

TEST_CASE("a reference row has no page on the Hub to link to", "[render]") {
  const Table table{.cells = {{{"id", text("openrouter:openai/gpt-5")}}}};
  CHECK(written("table", table, {"id"}, {.header = false, .hyperlinks = true}) ==
        "openrouter:openai/gpt-5\n");
}

TEST_CASE("a hostile id cannot end its link early", "[render]") {
  const Table table{.cells = {{{"id", text("a/\x1b\\x\x07 é")}}}};
  CHECK(written("table", table, {"id"}, {.header = false, .hyperlinks = true}) ==
        "\x1b]8;;https://huggingface.co/a/%1B%5Cx%07%20%C3%A9\x1b\\a/\uFFFD\\x\uFFFD é"
        "\x1b]8;;\x1b\\\n");
}

// --- JSON.

TEST_CASE("JSON is an array with one object a line", "[render]") {
  CHECK(written("json", two_models(), {"id", "license_class", "params", "price_output"}) ==
        R"([
  {"id": "Qwen/Qwen3.6-27B", "license_class": "unknown", "params": 27800000000, "price_output": 0.4},
  {"id": "openai/gpt-oss-120b", "license_class": "unknown", "params": 117000000000, "price_output": null}
]
)");
}

TEST_CASE("JSON of no rows is an empty array", "[render]") {
  CHECK(written("json", Table{}, {"id"}) == "[]\n");
  CHECK(written("ndjson", Table{}, {"id"}) == "");
}

TEST_CASE("NDJSON has the same objects, one a line", "[render]") {
  CHECK(written("ndjson", two_models(), {"params", "id"}) ==
        R"({"params": 27800000000, "id": "Qwen/Qwen3.6-27B"}
{"params": 117000000000, "id": "openai/gpt-oss-120b"}
)");
}

TEST_CASE("a hostile name stays one JSON string", "[render]") {
  const Table table{.cells = {{{"id", text(kHostile)}}}};
  CHECK(written("ndjson", table, {"id"}) ==
        R"({"id": "evil/\u001b[31m\u202ename\nnext|<b>\t\ufffd"})"
        "\n");
}

TEST_CASE("machine formats ignore marks, colors and widths", "[render]") {
  Table table{.cells = {{{"id", text("a/x")}, {"params", whole(7)}, {"params_inferred", true}}},
              .uncertain = {true}};
  const Style style{.width = 4, .color = true, .unicode = false, .hyperlinks = true};
  CHECK(written("ndjson", table, {"id", "params"}, style) == "{\"id\": \"a/x\", \"params\": 7}\n");
  CHECK(written("csv", table, {"id", "params"}, style) == "id,params\na/x,7\n");
  CHECK(written("ids", table, {"id", "params"}, style) == "a/x\n");
}

// --- CSV and TSV.

TEST_CASE("CSV has field names, plain values and empty cells for unknown ones", "[render]") {
  CHECK(written("csv", two_models(), {"id", "params", "price_input", "price_output"}) ==
        R"(id,params,price_input,price_output
Qwen/Qwen3.6-27B,27800000000,0.1,0.4
openai/gpt-oss-120b,117000000000,0,
)");
}

TEST_CASE("CSV and TSV can leave the header out", "[render]") {
  const Table table{.cells = {{{"id", text("a/x")}, {"params", whole(7)}}}};
  CHECK(written("csv", table, {"id", "params"}, {.header = false}) == "a/x,7\n");
  CHECK(written("tsv", table, {"id", "params"}, {.header = false}) == "a/x\t7\n");
}

TEST_CASE("a CSV or TSV of no rows is its header", "[render]") {
  CHECK(written("csv", Table{}, {"id", "params"}) == "id,params\n");
  CHECK(written("tsv", Table{}, {"id", "params"}) == "id\tparams\n");
}

std::string cell(std::string_view format, std::string_view value) {
  const Table table{.cells = {{{"license_name", text(value)}}}};
  return written(format, table, {"license_name"}, {.header = false});
}

TEST_CASE("CSV quotes commas, quotes and line breaks, and nothing else", "[render]") {
  CHECK(cell("csv", "a,b") == "\"a,b\"\n");
  CHECK(cell("csv", "say \"hi\"") == "\"say \"\"hi\"\"\"\n");
  CHECK(cell("csv", "a\nb") == "\"a\nb\"\n");
  CHECK(cell("csv", "a\rb") == "\"a\rb\"\n");
  CHECK(cell("csv", "a b;c'd|e\tf") == "a b;c'd|e\tf\n");
  CHECK(cell("csv", "日本語") == "日本語\n");
}

TEST_CASE("CSV and TSV show what a terminal would obey as a table does", "[render]") {
  for (const char* format : {"csv", "tsv"}) {
    CHECK(cell(format, "x\x1b[31my\u202Ez\u009B\xFF") == "x\uFFFD[31my\uFFFDz\uFFFD\uFFFD\n");
  }
}

TEST_CASE("a cell of a table cannot begin a command of GitHub's log", "[render]") {
  CHECK(cell("table", "::error::x") == ": :error::x\n");
  CHECK(cell("table", "x ::error") == "x ::error\n");
}

TEST_CASE("TSV has a space for tabs and line breaks", "[render]") {
  CHECK(cell("tsv", "a\tb\nc\r\nd") == "a b c  d\n");
  CHECK(cell("tsv", "a,\"b\"") == "a,\"b\"\n");
}

TEST_CASE("a cell that a spreadsheet would run as a formula is made text", "[render]") {
  for (const char* format : {"csv", "tsv"}) {
    CHECK(cell(format, "=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0\n");
    CHECK(cell(format, "+1+1") == "'+1+1\n");
    CHECK(cell(format, "-2+3") == "'-2+3\n");
    CHECK(cell(format, "@SUM(A1)") == "'@SUM(A1)\n");
    CHECK(cell(format, "=1") == "'=1\n");
    CHECK(cell(format, "-") == "'-\n");
    CHECK(cell(format, "a=1") == "a=1\n");
  }
  CHECK(cell("csv", "=1,2") == "\"'=1,2\"\n");
  CHECK(cell("csv", "\t=1") == "'\t=1\n");
  CHECK(cell("csv", "\r=1") == "\"'\r=1\"\n");
  CHECK(cell("tsv", "\t=1") == "' =1\n");
}

TEST_CASE("a negative number is no formula", "[render]") {
  const Table table{.cells = {{{"quality", number("-0.5")}, {"likes", whole(-3)}}}};
  CHECK(written("csv", table, {"quality", "likes"}, {.header = false}) == "-0.5,-3\n");
  CHECK(cell("csv", "-12.5") == "-12.5\n");
}

// --- Markdown and ids.

TEST_CASE("Markdown is a GitHub table with the texts of the table", "[render]") {
  Table table = two_models();
  table.uncertain = {false, true};
  CHECK(written("md", table, {"id", "license", "params", "price_input", "price_output"}) ==
        R"(| MODEL | LICENSE | PARAMS | IN $/M | OUT $/M |
| --- | --- | --: | --: | --: |
| Qwen/Qwen3.6-27B | apache-2.0 | 27.8B | 0.10 | 0.40 |
| openai/gpt-oss-120b ? | apache-2.0 | 117B | free | – |
)");
}

TEST_CASE("Markdown is never cut, colored or linked", "[render]") {
  CHECK(written("md", one_long_model(), {"id"},
                {.width = 10, .color = true, .header = false, .hyperlinks = true}) ==
        "| mistralai/Mixtral-8x7B-Instruct-v0.1 |\n");
}

std::string markdown(std::string_view value) {
  const Table table{.cells = {{{"license_name", text(value)}}}};
  return written("md", table, {"license_name"}, {.header = false});
}

TEST_CASE("Markdown escapes pipes, backslashes and HTML", "[render]") {
  CHECK(markdown("a|b\\c") == "| a\\|b\\\\c |\n");
  CHECK(markdown("<script>&") == "| &lt;script&gt;&amp; |\n");
}

TEST_CASE("Markdown escapes what would format, link or embed", "[render]") {
  CHECK(markdown("**bold** `code` ~~gone~~") ==
        "| \\*\\*bold\\*\\* \\`code\\` \\~\\~gone\\~\\~ |\n");
  CHECK(markdown("![x](http://example.com)") == "| \\!\\[x\\](http\\://example.com) |\n");
  CHECK(markdown("WWW.example.com") == "| WWW\\.example.com |\n");
  CHECK(markdown("# title") == "| \\# title |\n");
  CHECK(markdown("- item") == "| \\- item |\n");
  CHECK(markdown("_a_") == "| \\_a\\_ |\n");
}

TEST_CASE("Markdown leaves ids readable", "[render]") {
  CHECK(markdown("owner/model_name-v1.0") == "| owner/model_name-v1.0 |\n");
}

TEST_CASE("a hostile name cannot leave its cell of a Markdown table", "[render]") {
  CHECK(markdown(kHostile) == "| evil/\uFFFD\\[31m\uFFFDname next\\|&lt;b&gt; \uFFFD |\n");
}

TEST_CASE("an unknown ASCII cell of Markdown is not escaped", "[render]") {
  const Table table{.cells = {{{"id", text("a/x")}}}};
  CHECK(written("md", table, {"id", "license", "params"}, {.unicode = false, .header = false}) ==
        "| a/x | - | - |\n");
}

TEST_CASE("ids are printed one a line, whatever the fields", "[render]") {
  CHECK(written("ids", two_models(), {"license"}) == "Qwen/Qwen3.6-27B\nopenai/gpt-oss-120b\n");
}

TEST_CASE("a hostile id stays on its line", "[render]") {
  const Table table{.cells = {{{"id", text(kHostile)}}}};
  CHECK(written("ids", table, {}) == "evil/\uFFFD[31m\uFFFDname next|<b> \uFFFD\n");
}

// --- Many rows.

class CountingSink : public Sink {
 public:
  void write(std::string_view bytes) override {
    ++writes;
    largest = std::max(largest, bytes.size());
  }
  std::size_t writes = 0;
  std::size_t largest = 0;
};

TEST_CASE("no format holds back more than a chunk of a long output", "[render]") {
  const Rows rows{.size = 100'000, .cell = [](std::size_t, FieldId) -> Value {
                    return std::string_view("owner/model");
                  }};
  for (const Format& format : formats()) {
    CountingSink sink;
    format.write(sink, rows, fields({"id"}), Style{});
    INFO(format.name);
    CHECK(sink.writes > 10);
    CHECK(sink.largest < 70'000);
  }
}

// --- Free tables.

TEST_CASE("a free table is aligned as the model table is", "[render]") {
  const TextColumn columns[] = {
      {.title = "TASK"}, {.title = "MODELS", .right = true}, {.title = "ALIASES"}};
  const std::vector<std::string> rows[] = {{"text-generation", "12", "chat"},
                                           {"automatic-speech-recognition", "7", ""}};
  CHECK(text_table(columns, rows, Style{}) ==
        R"(TASK                          MODELS  ALIASES
text-generation                   12  chat
automatic-speech-recognition       7
)");
}

TEST_CASE("in a free table the flexible column gives way first", "[render]") {
  const TextColumn columns[] = {{.title = "FIELD"}, {.title = "HELP", .flexible = true}};
  const std::vector<std::string> rows[] = {{"price_output", "price of output tokens"}};
  CHECK(text_table(columns, rows, {.width = 24}) ==
        R"(FIELD         HELP
price_output  price of …
)");
  CHECK(text_table(columns, rows, {.width = 20}) ==
        R"(FIELD       HELP
price_out…  price o…
)");
}

TEST_CASE("a free table makes its cells printable", "[render]") {
  const TextColumn columns[] = {{.title = "NAME"}};
  const std::vector<std::string> rows[] = {{"a\x1b[31m\nb"}};
  CHECK(text_table(columns, rows, {.header = false}) == "a\uFFFD[31m b\n");
}

TEST_CASE("a short row of a free table ends in empty cells", "[render]") {
  const TextColumn columns[] = {{.title = "A"}, {.title = "B"}};
  const std::vector<std::string> rows[] = {{"x"}, {"y", "z"}};
  CHECK(text_table(columns, rows, Style{}) == "A  B\nx\ny  z\n");
}

}  // namespace
}  // namespace oms
