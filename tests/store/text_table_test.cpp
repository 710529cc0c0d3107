#include "oms/store/text_table.h"

#include <algorithm>
#include <random>
#include <string>

#include "oms/base/text.h"
#include "support/catch.h"

namespace oms {
namespace {

using Strings = std::vector<std::string>;

Strings in_order(const TextTable& table) {
  Strings texts;
  for (const TextTable::Code code : table.sorted()) texts.emplace_back(table[code]);
  return texts;
}

}  // namespace

TEST_CASE("texts are numbered in the order in which they come, doubles keep their number",
          "[texttable]") {
  TextTable table(LetterCase::matters);
  CHECK(table.add("b") == std::pair(TextTable::Code{0}, true));
  CHECK(table.add("") == std::pair(TextTable::Code{1}, true));
  CHECK(table.add("B") == std::pair(TextTable::Code{2}, true));
  CHECK(table.add("b") == std::pair(TextTable::Code{0}, false));
  CHECK(table.size() == 3);
  CHECK(table[1].empty());
  CHECK(table.find("B") == 2);
  CHECK(table.find("c") == TextTable::kNone);
}

TEST_CASE("where letter case does not matter, the first spelling stands", "[texttable]") {
  TextTable table(LetterCase::folded);
  table.add("Acme/X");
  CHECK(table.add("acme/x") == std::pair(TextTable::Code{0}, false));
  CHECK(table[0] == "Acme/X");
  CHECK(table.find("ACME/x") == 0);
}

TEST_CASE("a renamed text is found under its new name only", "[texttable]") {
  TextTable table(LetterCase::folded);
  table.add("a/old");
  table.add("b/other");
  table.rename(0, "c/new");
  CHECK(table.find("a/old") == TextTable::kNone);
  CHECK(table.find("C/New") == 0);
  CHECK(table.add("a/old") == std::pair(TextTable::Code{2}, true));
  table.rename(0, "c/NEW");
  CHECK(table[0] == "c/NEW");
  CHECK(table.find("c/new") == 0);
}

TEST_CASE("texts stay where they are however many follow, however long they are", "[texttable]") {
  TextTable table(LetterCase::matters);
  const std::string_view first = table[table.add("first").first];
  const std::string longer(std::size_t{3} << 20, 'x');
  table.add(longer);
  for (int i = 0; i < 200000; ++i) table.add("text " + std::to_string(i));
  CHECK(first.data() == table[0].data());
  CHECK(table[1] == longer);
  CHECK(table.find("text 199999") == 200001);
  CHECK(table[200001] == "text 199999");
}

TEST_CASE("sorted texts stand in the order of their bytes", "[texttable]") {
  TextTable table(LetterCase::matters);
  const Strings texts = {
      "model-12345678-b",      "model-12345678-a",        "model-12345678", "Model", "", "mod", "z",
      std::string("mod\0", 4), std::string("mod\0\0", 5), "\xc3\xa9"};
  for (const std::string& text : texts) {
    table.add(text);
  }
  CHECK(in_order(table) == Strings{"", "Model", "mod", std::string("mod\0", 4),
                                   std::string("mod\0\0", 5), "model-12345678", "model-12345678-a",
                                   "model-12345678-b", "z", "\xc3\xa9"});
}

TEST_CASE("texts that agree for a megabyte are sorted all the same", "[texttable]") {
  TextTable table(LetterCase::matters);
  const std::string common(std::size_t{1} << 20, 'a');
  table.add(common + "2");
  table.add(common + "1");
  table.add(common);
  CHECK(table.sorted() == std::vector<TextTable::Code>{2, 1, 0});
}

TEST_CASE("the order of folded texts is that of compare_folded", "[texttable]") {
  TextTable table(LetterCase::folded);
  std::mt19937 random(7);
  Strings expected;
  for (int i = 0; i < 5000; ++i) {
    std::string text = "Org-" + std::to_string(random() % 50) + "/";
    for (auto length = random() % 12; length > 0; --length) text += "aAbB-_.9"[random() % 8];
    if (table.add(text).second) expected.push_back(text);
  }
  std::sort(expected.begin(), expected.end(),
            [](const std::string& a, const std::string& b) { return compare_folded(a, b) < 0; });
  CHECK(in_order(table) == expected);
}

}  // namespace oms
