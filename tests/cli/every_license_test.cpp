// What holds of every row of the license table, printed by the program.
#include <nlohmann/json.hpp>

#include "oms/base/text.h"
#include "support/catch.h"
#include "support/program.h"

using namespace oms;  // NOLINT: tests

namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

std::string printed(const Words& arguments) {
  INFO("oms " << Catch::Detail::stringify(arguments));
  const Ran ran = run_program(arguments);
  REQUIRE(ran.code == 0);
  return ran.out;
}

Words lines_of(const std::string& text) {
  Words lines;
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty()) lines.emplace_back(line);
  }
  return lines;
}

Words licenses() {
  const Words ids = lines_of(printed({"licenses", "-q"}));
  REQUIRE(ids.size() == 140);
  return ids;
}

std::size_t found_by(const std::string& word) {
  return lines_of(printed({"list", "--all", "-n", "0", "-q", "--license", word})).size();
}

// "  try             oms list --license mit" → list --license mit
Words suggested(const std::string& page) {
  for (const std::string& line : lines_of(page)) {
    if (!line.starts_with("  try ")) continue;
    Words words;
    for (const std::string_view word : split(line, ' ')) {
      if (!word.empty()) words.emplace_back(word);
    }
    REQUIRE(words.size() > 2);
    REQUIRE(words[1] == "oms");
    return {words.begin() + 2, words.end()};
  }
  return {};
}

}  // namespace

TEST_CASE("every license has a page that begins with its id", "[license_pages]") {
  for (const std::string& id : licenses()) CHECK(printed({"licenses", id}).starts_with(id));
}

TEST_CASE("what the page of a license suggests to try finds its models", "[license_pages]") {
  std::size_t suggestions = 0;
  for (const std::string& id : licenses()) {
    Words call = suggested(printed({"licenses", id}));
    if (call.empty()) continue;
    ++suggestions;
    call.insert(call.end(), {"-q", "-n", "1"});
    CHECK(lines_of(printed(call)).size() == 1);
  }
  CHECK(suggestions == 39);
}

TEST_CASE("the criteria that fail are the failed ones of each license", "[license_pages]") {
  for (const std::string& id : licenses()) {
    const json license = json::parse(printed({"licenses", id, "--json"}));
    json failed = json::array();
    for (const json& criterion : license["osd_criteria"]) {
      if (criterion["verdict"] == "fails") failed.push_back(criterion["number"]);
    }
    const json& stated = license["failed_osd_criteria"];
    INFO(id);
    CHECK(failed == (stated.is_null() ? json::array() : stated));
  }
}

TEST_CASE("the count of a class or of a license of the Hub is what list finds", "[license_pages]") {
  for (const json& row : json::parse(printed({"licenses", "--classes", "--json"}))) {
    const std::string word = row["class"];
    CHECK(found_by(word) == row["models"]);
  }
  for (const json& row : json::parse(printed({"licenses", "--json"}))) {
    const std::string id = row["license"];
    if (row["kind"] != "hub" || id == "unknown") continue;  // "unknown" is also a class
    INFO(id);
    CHECK(found_by(id) == row["models"]);
  }
}
