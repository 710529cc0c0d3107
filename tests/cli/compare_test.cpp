#include "cli/compare_grid.h"
#include "cli/compare_print.h"
#include "oms/base/text.h"
#include "support/catch.h"
#include "support/table_builder.h"

using namespace oms;  // NOLINT: tests

namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view kMetrics =
    "metric\ttitle\tunit\tbetter\ttask\tauto\tmin\tmax\tsource\turl\tcredit\tversion\tnote\n"
    "arena\tArena text\tElo\thigher\tchat\t1\t\t\tx\t\t\t\t\n"
    "exam\tExam\tpercent\thigher\tchat\t\t0\t100\tx\t\t\t\t\n"
    "wer\tWord error rate\tpercent\tlower\tasr\t\t0\t100\tx\t\t\t\t\n";

// Three models that differ in one thing.
template <typename T>
std::vector<Record> three(T Model::*member, T first, T second, T third) {
  std::vector<Record> records(3);
  const std::string names[] = {"acme/a", "acme/b", "acme/c"};
  T values[] = {std::move(first), std::move(second), std::move(third)};
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].model.id = names[i];
    records[i].model.*member = std::move(values[i]);
  }
  return records;
}

Choice license_class(std::string_view word) { return parse_choice(words::kLicenseClass, word); }

Observation score(std::string metric, std::int64_t value) {
  return {std::move(metric), decimal(value), parse_date("2026-01-02"),
          parse_choice(words::kGrade, "independent")};
}

// "text" of each cell of a row, with the mark of the best.
Texts row_texts(const Comparison& comparison, std::string_view name) {
  Texts texts;
  for (const CompareRow& row : comparison.rows) {
    if (row.name != name && row.metric != name) continue;
    for (const CompareCell& cell : row.cells) texts.push_back(cell_text(cell, true));
  }
  return texts;
}

Texts compared(const std::vector<Record>& records, std::string_view name,
               std::string_view quality = "") {
  const TableBuilder builder(records);
  const MetricTable metrics = MetricTable::parse(kMetrics).value();
  std::vector<Row> rows;
  for (const Record& record : records) rows.push_back(builder.table().find(record.model.id));
  return row_texts(compare({.table = builder.table(),
                            .metrics = metrics,
                            .quality = metrics.find(quality),
                            .rows = rows,
                            .blend = "blend 3:1"}),
                   name);
}

CompareCell cell(std::string text) {
  CompareCell made;
  made.value = std::string_view("x");
  made.text = std::move(text);
  return made;
}

// One row of a group "Price" over models of these ids.
Comparison one_row(Texts ids, std::vector<CompareCell> cells) {
  Comparison comparison;
  comparison.ids = std::move(ids);
  CompareRow row;
  row.group = "Price";
  row.name = "price_input";
  row.label = "input";
  row.cells = std::move(cells);
  comparison.rows.push_back(std::move(row));
  return comparison;
}

Style of_width(std::size_t width) {
  Style style;
  style.width = width;
  return style;
}

}  // namespace

TEST_CASE("the best of a row is marked by the better direction of its field", "[compare]") {
  CHECK(compared(three(&Model::context, Integer(4000), Integer(8000), Integer(2000)), "context") ==
        Texts{"4k", "8k ▲", "2k"});
  CHECK(compared(three(&Model::active_params, Integer(4000), Integer(8000), Integer(2000)),
                 "active_params") == Texts{"4k", "8k", "2k ▲"});
}

TEST_CASE("of a closed set of words the better one is the best", "[compare]") {
  CHECK(compared(three(&Model::license_class, license_class("community"),
                       license_class("osi-permissive"), license_class("osi-copyleft")),
                 "license_class") == Texts{"community", "osi-permissive ▲", "osi-copyleft"});
}

TEST_CASE("values that are all the same have no best", "[compare]") {
  CHECK(compared(three(&Model::context, Integer(8000), Integer(8000), Integer()), "context") ==
        Texts{"8k", "8k", "–"});
}

TEST_CASE("a verdict on a license is not ranked between models", "[compare]") {
  const auto verdict = [](std::string_view word) {
    return parse_choice(words::kLicenseVerdict, word);
  };
  CHECK(compared(three(&Model::license_verdict, verdict("ok"), verdict("no-lineage"),
                       verdict("conflict")),
                 "license_verdict") == Texts{"ok", "no-lineage", "conflict"});
}

TEST_CASE("equals are all marked", "[compare]") {
  CHECK(compared(three(&Model::context, Integer(8000), Integer(8000), Integer(2000)), "context") ==
        Texts{"8k ▲", "8k ▲", "2k"});
}

TEST_CASE("a single known value is not the best of anything", "[compare]") {
  CHECK(compared(three(&Model::context, Integer(8000), Integer(), Integer()), "context") ==
        Texts{"8k", "–", "–"});
}

TEST_CASE("an unknown value is never the best, where lower is better either", "[compare]") {
  CHECK(compared(three(&Model::active_params, Integer(), Integer(9000), Integer(5000)),
                 "active_params") == Texts{"–", "9k", "5k ▲"});
}

TEST_CASE("a free price says free and takes no part in the best", "[compare]") {
  CHECK(compared(
            three(&Model::price_input, Number(decimal(0)), Number(decimal(2)), Number(decimal(3))),
            "price_input") == Texts{"free", "2.00 ▲", "3.00"});
  CHECK(compared(three(&Model::price_input, Number(decimal(0)), Number(decimal(2)), Number()),
                 "price_input") == Texts{"free", "2.00", "–"});
}

TEST_CASE("a field without a better direction has no best", "[compare]") {
  CHECK(compared(three(&Model::params, Integer(8000), Integer(9000), Integer(2000)), "params") ==
        Texts{"8k", "9k", "2k"});
}

TEST_CASE("a size that only the name states keeps its mark", "[compare]") {
  std::vector<Record> records =
      three(&Model::params, Integer(7'000'000'000), Integer(8'000'000'000), Integer());
  records[0].model.params_inferred = true;
  CHECK(compared(records, "params") == Texts{"~7B", "8B", "–"});
}

TEST_CASE("the metric in force is shown whoever has it, another where two share it", "[compare]") {
  std::vector<Record> records = three(&Model::name, Text(), Text(), Text());
  records[0].scores = {score("arena", 1300), score("wer", 9)};
  records[1].scores = {score("exam", 50), score("wer", 7)};
  CHECK(compared(records, "arena", "arena") == Texts{"1300", "–", "–"});
  CHECK(compared(records, "exam", "arena").empty());
  CHECK(compared(records, "wer", "arena") == Texts{"9", "7 ▲", "–"});
}

TEST_CASE("the strongest of several scores stands for a model", "[compare]") {
  std::vector<Record> records = three(&Model::name, Text(), Text(), Text());
  Observation borrowed = score("arena", 1500);
  borrowed.grade = parse_choice(words::kGrade, "borrowed");
  records[0].scores = {borrowed, score("arena", 1300)};
  CHECK(compared(records, "arena", "arena") == Texts{"1300", "–", "–"});
}

TEST_CASE("models that do not fit stand below the others", "[compare]") {
  const Comparison comparison =
      one_row({"acme/a", "acme/b", "acme/c"}, {cell("0.10"), cell("0.000012345"), cell("free")});
  CHECK(compare_text(comparison, {}, of_width(52)) ==
        "                    acme/a          acme/b\n"
        "\n"
        "Price, USD per 1M tokens\n"
        "  input             0.10            0.000012345\n"
        "\n"
        "                    acme/c\n"
        "\n"
        "Price, USD per 1M tokens\n"
        "  input             free\n"
        "\n");
}

TEST_CASE("a figure is never cut, however narrow it is", "[compare]") {
  const std::string figure = "123456789.123456789";
  const Comparison comparison = one_row({"acme/a", "acme/b"}, {cell(figure), cell(figure)});
  for (const std::size_t width : {1U, 20U, 37U, 40U, 59U, 60U, 200U}) {
    const std::string text = compare_text(comparison, {}, of_width(width));
    CHECK(text.find(figure) != std::string::npos);
    CHECK(text.rfind(figure) > text.find(figure));
  }
}

TEST_CASE("a long id is broken, words are wrapped, in lines of the width", "[compare]") {
  const Comparison comparison =
      one_row({"acme-with-a-long-name/model-with-a-long-name-too", "acme/b"},
              {cell("azure, crusoe, deepinfra, groq, novita, together"), cell("1")});
  const std::string text = compare_text(comparison, {}, of_width(60));
  for (const std::string_view line : split(text, '\n')) {
    CHECK(display_width(line) <= 60);
  }
}

TEST_CASE("without a width all models stand side by side", "[compare]") {
  const Comparison comparison =
      one_row({"acme/a", "acme/b", "acme/c", "acme/d", "acme/e", "acme/f"},
              {cell("1"), cell("2"), cell("3"), cell("4"), cell("5"), cell("6")});
  const std::string text = compare_text(comparison, {}, of_width(0));
  CHECK(text.find("acme/a          acme/b          acme/c") != std::string::npos);
  CHECK(split(text, '\n').front().ends_with("acme/f"));
}

TEST_CASE("a row without any value is not printed, its label is kept", "[compare]") {
  Comparison comparison = one_row({"acme/a", "acme/b"}, {cell("1"), cell("2")});
  CompareRow empty;
  empty.group = "Size";
  empty.label = "active";
  empty.cells.resize(2);
  comparison.rows.push_back(empty);
  const PeopleRows people = rows_for_people(comparison);
  CHECK(people.rows.size() == 1);
  CHECK(people.without == Texts{"active"});
}

TEST_CASE("foreign text cannot leave its cell in a page of HTML", "[compare]") {
  const Comparison comparison = one_row({"acme/<script>alert(1)</script>", "acme/\"onclick='x'"},
                                        {cell("</td><img src=x>"), cell("a & b\x1b[31m")});
  const std::string page = compare_html(comparison, Texts{"<b>note</b>"});
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("<b>") == std::string::npos);
  CHECK(page.find('\x1b') == std::string::npos);
  CHECK(page.find("<td>a &amp; b\xEF\xBF\xBD[31m</td>") != std::string::npos);
  CHECK(page.find("acme/<wbr>&quot;onclick=&#39;x&#39;</th>") != std::string::npos);
}

TEST_CASE("a page of HTML needs nothing else and runs nothing", "[compare]") {
  const std::string page =
      compare_html(one_row({"acme/a", "acme/b"}, {cell("1"), cell("2")}), Texts{"a note"});
  for (const char* foreign : {"<script", "src=", "href=", "http", "@import", "url("}) {
    INFO(foreign);
    CHECK(page.find(foreign) == std::string::npos);
  }
  CHECK(page.find("prefers-color-scheme: dark") != std::string::npos);
  CHECK(page.find("@media print") != std::string::npos);
}

TEST_CASE("foreign text cannot leave its cell in Markdown", "[compare]") {
  const Comparison comparison =
      one_row({"acme/a|b", "acme/b"}, {cell("x | y\n| z |"), cell("**1**")});
  const std::string text = compare_markdown(comparison, {});
  CHECK(text ==
        "|  | acme/a\\|b | acme/b |\n"
        "| --- | --- | --- |\n"
        "| **Price, USD per 1M tokens** |  |  |\n"
        "| input | x \\| y \\| z \\| | \\*\\*1\\*\\* |\n"
        "\n");
}
