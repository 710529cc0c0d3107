#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "oms/base/text.h"
#include "oms/render/plot.h"
#include "support/catch.h"

namespace oms {
namespace {

const Style kUnicode = {.width = 60};
const Style kAscii = {.width = 60, .unicode = false};

Scatter sample() {
  return {.title = "Price and quality of 4 models",
          .x_title = "price, USD per 1M tokens",
          .y_title = "Arena text, Elo",
          .points = {{.label = "a/best", .x = 2, .y = 1400, .frontier = true},
                     {.label = "b/closed", .x = 8, .y = 1350, .closed = true},
                     {.label = "c/cheap", .x = 0.1, .y = 1100, .frontier = true},
                     {.label = "d/dear", .x = 5, .y = 1050}},
          .notes = {"4 of 9"}};
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) lines.emplace_back(line);
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::size_t widest(std::string_view text) {
  std::size_t columns = 0;
  for (const std::string& line : lines_of(text)) columns = std::max(columns, display_width(line));
  return columns;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); });
}

Scatter cloud(std::size_t count) {
  std::mt19937 random(7);
  Scatter scatter{.title = "many", .x_title = "price", .y_title = "quality"};
  for (std::size_t i = 0; i < count; ++i) {
    scatter.points.push_back({.label = "m" + std::to_string(i) + "m",
                              .x = 0.01 + static_cast<double>(random() % 10000) / 100,
                              .y = static_cast<double>(random() % 500),
                              .frontier = random() % 50 == 0,
                              .closed = random() % 2 == 0});
  }
  return scatter;
}

}  // namespace

TEST_CASE("a scatter shows axes, frontier, marks by kind, labels, legend and notes", "[plot]") {
  CHECK("\n" + scatter_text(sample(), kUnicode, 18) == R"(
Price and quality of 4 models
Arena text, Elo: higher is better
     │
1400 ┤                              a/best ●────────────────
     │                                     │   b/closed ◇
     │                                     │
     │                                     │
1200 ┤                                     │
     │ c/cheap                             │
     │        ●────────────────────────────╯
     │
     │                                       d/dear ○
     └─┬──────┬─────┬────────┬──────┬──────┬────────┬──────┬
     $0.05  $0.10 $0.20    $0.50   $1     $2       $5    $10
               price, USD per 1M tokens (log scale)
○ open   ◇ closed
● on the frontier: nothing better at this price or below
4 of 9
)");
}

TEST_CASE("a scatter has a form in plain ASCII", "[plot]") {
  CHECK("\n" + scatter_text(sample(), kAscii, 18) == R"(
Price and quality of 4 models
Arena text, Elo: higher is better
     |
1400 +                              a/best O................
     |                                     :   b/closed x
     |                                     :
     |                                     :
1200 +                                     :
     | c/cheap                             :
     |        O............................:
     |
     |                                       d/dear o
     +-+------+-----+--------+------+------+--------+------+
     $0.05  $0.10 $0.20    $0.50   $1     $2       $5    $10
               price, USD per 1M tokens (log scale)
o open   x closed
O on the frontier: nothing better at this price or below
4 of 9
)");
}

TEST_CASE("where lower is better, small values are on top, and the title says so", "[plot]") {
  Scatter scatter{.title = "Price and quality of 2 models",
                  .x_title = "price",
                  .y_title = "WER, percent",
                  .better = Better::lower,
                  .points = {{.label = "a/good", .x = 1, .y = 5, .frontier = true},
                             {.label = "b/bad", .x = 2, .y = 20}}};
  CHECK("\n" + scatter_text(scatter, kUnicode, 14) == R"(
Price and quality of 2 models
WER, percent: lower is better, small values on top
   │
   │        a/good ●────────────────────────────────────────
10 ┤
   │
   │
   │
20 ┤                                           ○ b/bad
   └───────────────┬────────────────┬──────────┬────────┬───
                  $1              $1.50       $2      $2.50
                        price (log scale)
○ open
● on the frontier: nothing better at this price or below
)");
}

TEST_CASE("a scatter without points says so under its title", "[plot]") {
  const Scatter scatter{.title = "Price and quality of 0 models",
                        .x_title = "price",
                        .y_title = "WER, percent",
                        .notes = {"0 of 9"}};
  CHECK("\n" + scatter_text(scatter, kUnicode, 24) == R"(
Price and quality of 0 models
WER, percent: higher is better
  no model to draw
0 of 9
)");
}

TEST_CASE("one point stands in the middle", "[plot]") {
  const Scatter scatter{.title = "one",
                        .x_title = "price",
                        .y_title = "score",
                        .points = {{.label = "a/b", .x = 1, .y = 10, .frontier = true}}};
  CHECK("\n" + scatter_text(scatter, kUnicode, 12) == R"(
one
score: higher is better
   │
   │
10 ┤                        a/b ●───────────────────────────
   │
 9 ┤
   └────────────────────────────┬───────────────┬───────────
                               $1             $1.50
                        price (log scale)
○ open
● on the frontier: nothing better at this price or below
)");
}

TEST_CASE("an open and a closed model in one place are one sign, explained", "[plot]") {
  const Scatter scatter{.title = "two",
                        .x_title = "price",
                        .y_title = "score",
                        .points = {{.label = "a/b", .x = 1, .y = 10},
                                   {.label = "c/d", .x = 1, .y = 10, .closed = true}}};
  CHECK("\n" + scatter_text(scatter, kUnicode, 12) == R"(
two
score: higher is better
11 ┤
   │
   │
10 ┤                        c/d ◈ a/b
   │
 9 ┤
   └────────────────────────────┬───────────────┬───────────
                               $1             $1.50
                        price (log scale)
○ open   ◇ closed   ◈ both in one place
)");
}

TEST_CASE("points without a place are counted, not drawn", "[plot]") {
  const Scatter scatter{.title = "t",
                        .x_title = "price",
                        .y_title = "score",
                        .points = {{.label = "free", .x = 0, .y = 10},
                                   {.label = "negative", .x = -1, .y = 10},
                                   {.label = "nan", .x = 1, .y = std::nan("")}}};
  const std::string text = scatter_text(scatter, kUnicode, 12);
  CHECK(text.ends_with("3 without a place on these scales\n"));
  CHECK(text.find("negative") == std::string::npos);
}

TEST_CASE("a scatter keeps to its rows and to the width, however many points there are", "[plot]") {
  for (const std::size_t count : {1U, 2U, 30U, 300U, 5000U}) {
    for (const std::size_t width : {40U, 80U, 200U}) {
      CAPTURE(count, width);
      const std::string text = scatter_text(cloud(count), {.width = width}, 24);
      CHECK(lines_of(text).size() == 24);
      CHECK(widest(text) <= width);
    }
  }
}

TEST_CASE("without a width a scatter has 80 columns, without rows 24", "[plot]") {
  const std::string text = scatter_text(cloud(200), {});
  CHECK(lines_of(text).size() == 24);
  CHECK(widest(text) == 80);
}

TEST_CASE("no label of a scatter is written over another", "[plot]") {
  const Scatter scatter = cloud(300);
  std::set<std::string> names;
  for (const PlotPoint& point : scatter.points) names.insert(point.label);
  const std::vector<std::string> lines =
      lines_of(scatter_text(scatter, {.width = 100, .unicode = false}, 40));
  std::size_t found = 0;
  for (std::size_t row = 2; row < 30; ++row) {
    for (const std::string_view word : split_words(lines[row], ' ')) {
      if (word.find('m') == std::string_view::npos) continue;
      CAPTURE(lines[row], word);
      CHECK(names.contains(std::string(word)));
      ++found;
    }
  }
  CHECK(found > 10);
}

TEST_CASE("names in a scatter cannot reach the terminal as anything but text", "[plot]") {
  Scatter scatter = sample();
  scatter.points[0].label = "evil/\x1b[31mred\x07\xE2\x80\xAEtxet\xFF";
  scatter.title = "title\x1b]0;x\x07";
  scatter.notes = {"note\nwith lines\x1b[2J"};
  const std::string text = scatter_text(scatter, kUnicode, 20);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(text.find("note with lines") != std::string::npos);
}

TEST_CASE("wide letters in names keep the columns of a scatter", "[plot]") {
  Scatter scatter = sample();
  scatter.points[0].label = "日本/言語模型";
  scatter.points[3].label = "長い名前/とてもとてもとてもとても長い名前の模型";
  CHECK(widest(scatter_text(scatter, kUnicode, 20)) <= 60);
}

TEST_CASE("colors of a scatter come only when asked for, and add nothing else", "[plot]") {
  const std::string plain = scatter_text(sample(), kUnicode, 18);
  std::string colored = scatter_text(sample(), {.width = 60, .color = true}, 18);
  CHECK(plain.find('\x1b') == std::string::npos);
  for (std::size_t at = 0; (at = colored.find("\x1b[", at)) != std::string::npos;) {
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  CHECK(colored == plain);
}

TEST_CASE("bars have a name, a length from zero and a figure", "[plot]") {
  const Bars bars{
      .title = "price of 3 models",
      .unit = "USD per 1M tokens",
      .better = Better::lower,
      .bars = {{"a/cheap", "0.10", 0.1}, {"b/half", "0.50", 0.5}, {"c/dear", "1.00", 1}},
      .notes = {"3 of 9"}};
  CHECK("\n" + bars_text(bars, {.width = 50}) == R"(
price of 3 models
USD per 1M tokens: lower is better
a/cheap ████ 0.10
b/half  ███████████████████ 0.50
c/dear  █████████████████████████████████████ 1.00
3 of 9
)");
}

TEST_CASE("bars tell closed models apart by their shape", "[plot]") {
  const Bars bars{.title = "t",
                  .unit = "points",
                  .better = Better::higher,
                  .bars = {{"a", "10", 10, true}, {"b", "5", 5}}};
  CHECK("\n" + bars_text(bars, {.width = 40}) == R"(
t
points: higher is better
a ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 10
b ██████████████████ 5
█ open   ▒ closed
)");
  CHECK(is_ascii(bars_text(bars, {.width = 40, .unicode = false})));
}

TEST_CASE("bars below zero go the other way", "[plot]") {
  const Bars bars{
      .title = "t", .unit = "points", .bars = {{"a", "2", 2}, {"b", "-1", -1}, {"c", "0", 0}}};
  CHECK("\n" + bars_text(bars, {.width = 40, .unicode = false}) == R"(
t
points
a             ####################### 2
b ############ -1
c              0
)");
}

TEST_CASE("bars that are all zero have no length", "[plot]") {
  const Bars bars{.title = "t", .unit = "points", .bars = {{"a", "0", 0}, {"b", "0", 0}}};
  CHECK("\n" + bars_text(bars, {.width = 40}) == R"(
t
points
a  0
b  0
)");
}

TEST_CASE("a small value is a sliver, not nothing", "[plot]") {
  const Bars bars{.title = "t", .unit = "points", .bars = {{"a", "1", 1}, {"b", "1000", 1000}}};
  CHECK("\n" + bars_text(bars, {.width = 40}) == R"(
t
points
a ▏ 1
b █████████████████████████████████ 1000
)");
}

TEST_CASE("no bar at all says so", "[plot]") {
  CHECK("\n" + bars_text({.title = "t", .unit = "points", .notes = {"0 of 9"}}, {}) == R"(
t
points
  no model to draw
0 of 9
)");
}

TEST_CASE("bars keep to the width, whatever the names are", "[plot]") {
  Bars bars{.title = "t", .unit = "points"};
  bars.bars.push_back({std::string(200, 'x'), "123456.123456789", 5});
  bars.bars.push_back({"owner/\xE6\x97\xA5\xE6\x9C\xAC\x1b[31m", "1", 1});
  for (const std::size_t width : {40U, 80U, 120U}) {
    const std::string text = bars_text(bars, {.width = width});
    CAPTURE(text);
    CHECK(widest(text) <= width);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("123456.123456789") != std::string::npos);
  }
}

}  // namespace oms
