#include "cli/records.h"

#include <array>

#include "support/catch.h"

using namespace oms;  // NOLINT: tests

namespace {

constexpr std::array<RecordColumn, 4> kColumns = {{
    {"name", "NAME", CellType::text, "its name"},
    {"models", "MODELS", CellType::integer, "how many"},
    {"known", "KNOWN", CellType::flag, "whether it is"},
    {"words", "", CellType::list, "not in tables"},
}};

Records two_rows() {
  return {kColumns,
          {{std::string("a"), std::int64_t{12}, true, std::vector<std::string>{"x", "y"}},
           {std::string("b, \"c\""), {}, false, {}}}};
}

std::string written(const Records& records, std::string_view format, Style style = {}) {
  StringSink sink;
  write_records(sink, records, *find_format(format), style);
  return sink.text;
}

}  // namespace

TEST_CASE("records in JSON are typed and unknown cells are null", "[records]") {
  CHECK(written(two_rows(), "json") == R"([
  {"name": "a", "models": 12, "known": true, "words": ["x", "y"]},
  {"name": "b, \"c\"", "models": null, "known": false, "words": null}
]
)");
}

TEST_CASE("no records in JSON are an empty array", "[records]") {
  CHECK(written({kColumns, {}}, "json") == "[]\n");
}

TEST_CASE("records in NDJSON are one object a line", "[records]") {
  CHECK(written(two_rows(), "ndjson") ==
        R"({"name": "a", "models": 12, "known": true, "words": ["x", "y"]}
{"name": "b, \"c\"", "models": null, "known": false, "words": null}
)");
}

TEST_CASE("records in CSV quote what needs it and leave unknown cells empty", "[records]") {
  CHECK(written(two_rows(), "csv") ==
        "name,models,known,words\n"
        "a,12,true,x;y\n"
        "\"b, \"\"c\"\"\",,false,\n");
}

TEST_CASE("a CSV cell that a spreadsheet would run is made a text", "[records]") {
  const Records records{std::span(kColumns).first(1), {{std::string("=1+1")}}};
  CHECK(written(records, "csv") == "name\n'=1+1\n");
}

TEST_CASE("records in TSV turn tabs and line breaks into blanks", "[records]") {
  const Records records{std::span(kColumns).first(1), {{std::string("a\tb\nc")}}};
  CHECK(written(records, "tsv") == "name\na b c\n");
}

TEST_CASE("records in Markdown escape what would end a cell", "[records]") {
  const Records records{std::span(kColumns).first(2), {{std::string("a|b"), std::int64_t{3}}}};
  CHECK(written(records, "md") ==
        "| NAME | MODELS |\n"
        "| --- | --: |\n"
        "| a\\|b | 3 |\n");
}

TEST_CASE("records in a table leave columns without a title out", "[records]") {
  CHECK(written(two_rows(), "table") ==
        "NAME    MODELS  KNOWN\n"
        "a           12  yes\n"
        "b, \"c\"       –  no\n");
}

TEST_CASE("an unknown cell is a hyphen where symbols are ASCII", "[records]") {
  const Records records{std::span(kColumns).first(2), {{std::string("a"), {}}}};
  CHECK(written(records, "table", {.unicode = false}) == "NAME  MODELS\na          -\n");
}

TEST_CASE("records without a header leave it out of tables and CSV", "[records]") {
  const Records records{std::span(kColumns).first(1), {{std::string("a")}}};
  CHECK(written(records, "table", {.header = false}) == "a\n");
  CHECK(written(records, "csv", {.header = false}) == "a\n");
}

TEST_CASE("records as ids are the first column", "[records]") {
  CHECK(written(two_rows(), "ids") == "a\nb, \"c\"\n");
}

TEST_CASE("escape sequences in a cell are not printed", "[records]") {
  const Records records{std::span(kColumns).first(1), {{std::string("a\x1b[31m")}}};
  CHECK(written(records, "table", {.header = false}) == "a\xEF\xBF\xBD[31m\n");
}

TEST_CASE("a JSON block has one member a line and its lists one element a line", "[records]") {
  CHECK(json_block({{"id", "\"a/b\""}, {"facts", json_array_block({"{}", "{}"})}}) ==
        R"({
  "id": "a/b",
  "facts": [
    {},
    {}
  ]
})");
}

TEST_CASE("a decimal cell keeps its exact digits in JSON", "[records]") {
  CHECK(cell_json(Decimal{100'000'000}) == "0.1");
  CHECK(cell_json(Decimal{1}) == "0.000000001");
}
