#include <algorithm>
#include <charconv>
#include <random>

#include "oms/base/text.h"
#include "oms/render/plot.h"
#include "render/svg.h"
#include "support/catch.h"

namespace oms {
namespace {

struct Area {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string what = {};
};

bool overlap(const Area& a, const Area& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

double attribute(std::string_view element, std::string_view name) {
  const std::string key = " " + std::string(name) + "=\"";
  const std::size_t at = element.find(key);
  if (at == std::string_view::npos) return 0;
  double value = 0;
  std::from_chars(element.data() + at + key.size(), element.data() + element.size(), value);
  return value;
}

std::string unescaped(std::string text) {
  const auto replace = [&](std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
      text.replace(at, from.size(), to);
    }
  };
  replace("&lt;", "<");
  replace("&gt;", ">");
  replace("&quot;", "\"");
  replace("&amp;", "&");
  return text;
}

// The area of every text, by the widths of the widest usual font.
std::vector<Area> texts(const std::string& svg) {
  std::vector<Area> all;
  for (std::size_t at = 0; (at = svg.find("<text ", at)) != std::string::npos; ++at) {
    const std::size_t open = svg.find('>', at);
    const std::size_t close = svg.find("</text>", open);
    const std::string element = svg.substr(at, open - at);
    const std::string content = unescaped(svg.substr(open + 1, close - open - 1));
    const double size = attribute(element, "font-size");
    const double bold = element.find("bold") == std::string::npos ? 1 : kBoldFactor;
    const double width = text_width(content, size) * bold;
    double left = attribute(element, "x");
    if (element.find("\"middle\"") != std::string::npos) left -= width / 2;
    if (element.find("\"end\"") != std::string::npos) left -= width;
    const double baseline = attribute(element, "y");
    all.push_back({left, baseline - 0.75 * size, left + width, baseline + 0.22 * size, content});
  }
  return all;
}

std::vector<Area> marks_of(const std::string& svg) {
  std::vector<Area> all;
  // A diamond: "M x top L right y …Z"
  for (std::size_t at = 0; (at = svg.find("<path d=\"M", at)) != std::string::npos; ++at) {
    const std::string way = svg.substr(at + 10, svg.find('"', at + 10) - at - 10);
    if (!way.ends_with('Z')) continue;
    double x = 0;
    double top = 0;
    const char* end = way.data() + way.size();
    const auto blank = std::from_chars(way.data(), end, x).ptr;
    std::from_chars(blank + 1, end, top);
    all.push_back({x - 6.5, top, x + 6.5, top + 13, "a mark"});
  }
  for (std::size_t at = 0; (at = svg.find("<circle ", at)) != std::string::npos; ++at) {
    const std::string element = svg.substr(at, svg.find('>', at) - at);
    const double x = attribute(element, "cx");
    const double y = attribute(element, "cy");
    all.push_back({x - 5, y - 5, x + 5, y + 5, "a mark"});
  }
  return all;
}

// The first thing that is wrong with where texts stand; "" when nothing is.
std::string layout_problem(const std::string& svg) {
  const double height = attribute(svg.substr(0, svg.find('>')), "height");
  const std::vector<Area> words = texts(svg);
  const std::vector<Area> marks = marks_of(svg);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Area& word = words[i];
    const bool inside =
        word.left >= 0 && word.right <= kSvgWidth && word.top >= 0 && word.bottom <= height;
    if (!inside) return "'" + word.what + "' leaves the picture";
    for (std::size_t j = 0; j < i; ++j) {
      if (overlap(word, words[j])) return "'" + word.what + "' meets '" + words[j].what + "'";
    }
    for (const Area& mark : marks) {
      if (overlap(word, mark)) return "'" + word.what + "' meets a mark";
    }
  }
  return {};
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t number = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; ++at) ++number;
  return number;
}

// Models that get better as they get dearer, with names of many lengths.
Scatter cloud(std::uint32_t seed, std::size_t size) {
  std::mt19937 random(seed);
  Scatter scatter{.title = "Price and quality of many models",
                  .x_title = "price, USD per 1M tokens",
                  .y_title = "score, points",
                  .notes = {std::string(300, 'n'), "second note"}};
  double best = -1;
  for (std::size_t i = 0; i < size; ++i) {
    const double x = 0.01 * static_cast<double>(1 + i);
    const double y = static_cast<double>(i + random() % (size + 10));
    const std::string label = "owner/" + std::string(1 + random() % 60, 'W') + std::to_string(i);
    scatter.points.push_back({label, label + ": figures", x, y, y > best, random() % 3 == 0});
    best = std::max(best, y);
  }
  return scatter;
}

}  // namespace

TEST_CASE("no two texts of a picture meet, whatever the points are", "[plot]") {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    CHECK(layout_problem(scatter_svg(cloud(seed, seed * 3))) == "");
  }
}

TEST_CASE("the test of the layout sees texts and marks of both kinds", "[plot]") {
  Scatter scatter{.title = "t", .x_title = "price", .y_title = "score"};
  scatter.points = {{.label = "a/one", .x = 1, .y = 1},
                    {.label = "b", .x = 2, .y = 2, .closed = true}};
  const std::string svg = scatter_svg(scatter);
  CHECK(marks_of(svg).size() == 4);  // two of them in the legend
  CHECK(texts(svg).size() > 10);
}

TEST_CASE("a picture of no, one, equal and extreme points keeps its layout", "[plot]") {
  Scatter scatter{.title = "t", .x_title = "price", .y_title = "score"};
  CHECK(layout_problem(scatter_svg(scatter)) == "");
  scatter.points = {{.label = "a/one", .x = 1, .y = 1, .frontier = true}};
  CHECK(layout_problem(scatter_svg(scatter)) == "");
  for (int i = 0; i < 30; ++i) {
    scatter.points.push_back({.label = "a/one", .x = 1, .y = 1, .frontier = true});
  }
  CHECK(layout_problem(scatter_svg(scatter)) == "");
  scatter.points = {{.label = "tiny", .x = 1e-9, .y = -1e9},
                    {.label = "huge", .x = 1e12, .y = 1e12}};
  CHECK(layout_problem(scatter_svg(scatter)) == "");
}

TEST_CASE("a picture of 5,000 points has them all, and labels where there is room", "[plot]") {
  const std::string svg = scatter_svg(cloud(3, 5000));
  CHECK(count(svg, ": figures") >= 5000);
  CHECK(layout_problem(svg.substr(0, svg.find("<desc>")) + svg.substr(svg.find("</desc>"))) == "");
}

TEST_CASE("equal points are one mark that names them all", "[plot]") {
  Scatter scatter{.title = "t", .x_title = "price", .y_title = "score"};
  scatter.points = {{"a/one", "a/one: $1", 1, 1, true, false},
                    {"a/two", "a/two: $1", 1, 1, true, false},
                    {"a/three", "a/three: $9", 9, 0, false, false}};
  const std::string svg = scatter_svg(scatter);
  CHECK(svg.find("<title>a/one: $1\na/two: $1</title>") != std::string::npos);
  CHECK(svg.find(">a/one +1</text>") != std::string::npos);
}

TEST_CASE("open and closed models differ by shape, the frontier by filling", "[plot]") {
  CHECK(
      svg_mark(10, 10, false, Fill::full) ==
      R"(<circle cx="10.0" cy="10.0" r="5" fill="#0072B2" stroke="#0072B2" stroke-width="1.8"/>)");
  CHECK(
      svg_mark(10, 10, false, Fill::hollow) ==
      R"(<circle cx="10.0" cy="10.0" r="5" fill="#FFFFFF" stroke="#0072B2" stroke-width="1.8"/>)");
  CHECK(svg_mark(10, 10, true, Fill::full) ==
        R"(<path d="M10.0 3.5L16.5 10.0L10.0 16.5L3.5 10.0Z" fill="#D55E00" stroke="#D55E00" )"
        R"(stroke-width="1.8"/>)");
}

TEST_CASE("a picture says what it is to those who do not see it", "[plot]") {
  Scatter scatter{.title = "Price & quality", .x_title = "price", .y_title = "WER, percent"};
  scatter.better = Better::lower;
  scatter.points = {{"a/b", "a/b: $1, 5", 1, 5, true, false}};
  const std::string svg = scatter_svg(scatter);
  CHECK(svg.find("role=\"img\"") != std::string::npos);
  CHECK(svg.find("<title>Price &amp; quality</title>\n"
                 "<desc>1 point. Across: price (log scale). Upwards: WER, percent: lower is "
                 "better, small values on top. On the frontier: a/b: $1, 5.</desc>") !=
        std::string::npos);
}

TEST_CASE("names cannot bring markup, scripts or control characters into a picture", "[plot]") {
  const std::string evil =
      "<script>alert(\"1\")</script>&]]>\x1b[31m\xE2\x80\xAE\xEF\xBF\xBF\xFF\x01'";
  Scatter scatter{.title = evil, .x_title = evil, .y_title = evil, .notes = {evil}};
  scatter.points = {{evil, evil, 1, 1, true, true}, {evil, evil, 2, 2, false, false}};
  Bars bars{.title = evil, .unit = evil, .bars = {{evil, evil, 1, true}}, .notes = {evil}};
  for (const std::string& svg : {scatter_svg(scatter), bars_svg(bars)}) {
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("]]>") == std::string::npos);
    CHECK(svg.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(svg.find("\xEF\xBF\xBF") == std::string::npos);
    CHECK(svg.find("&lt;script&gt;alert(&quot;1&quot;)") != std::string::npos);
    CHECK(std::all_of(svg.begin(), svg.end(),
                      [](char c) { return c == '\n' || static_cast<unsigned char>(c) >= ' '; }));
  }
}

TEST_CASE("a picture loads nothing and runs nothing", "[plot]") {
  const std::string svg = scatter_svg(cloud(1, 20));
  Bars bars{.title = "t", .unit = "u", .bars = {{"a", "1", 1, true}}};
  for (const std::string& picture : {svg, bars_svg(bars)}) {
    CHECK(count(picture, "http") == 1);  // the namespace
    CHECK(count(picture, "href") == 0);
    CHECK(count(picture, "<style") == 0);
    CHECK(count(picture, "<image") == 0);
    CHECK(count(picture, "<script") == 0);
  }
}

TEST_CASE("bars as a picture keep their layout", "[plot]") {
  Bars bars{.title = std::string(300, 'T'), .unit = "USD per 1M tokens", .better = Better::lower};
  for (int i = -3; i < 20; ++i) {
    const std::string label = "owner/" + std::string(static_cast<std::size_t>(i + 4) * 5, 'W');
    bars.bars.push_back({label, std::to_string(i), static_cast<double>(i), i % 2 == 0});
  }
  CHECK(layout_problem(bars_svg(bars)) == "");
  CHECK(layout_problem(bars_svg({.title = "t", .unit = "u"})) == "");
}

TEST_CASE("the length of a bar in a picture is its value", "[plot]") {
  const Bars bars{.title = "t", .unit = "u", .bars = {{"a", "1", 1}, {"b", "2", 2}, {"c", "0", 0}}};
  const std::string svg = bars_svg(bars);
  std::vector<double> widths;
  for (std::size_t at = 0; (at = svg.find("<rect x=", at)) != std::string::npos; ++at) {
    widths.push_back(attribute(svg.substr(at, svg.find('>', at) - at), "width"));
  }
  REQUIRE(widths.size() == 2);  // nothing for zero
  CHECK(widths[1] == Approx(2 * widths[0]).margin(0.2));
}

TEST_CASE("the width of a text is never below that of its letters", "[plot]") {
  CHECK(text_width("", 10) == 0);
  CHECK(text_width("WWW", 10) == Approx(29.7));
  CHECK(text_width("iii", 10) == Approx(8.4));
  CHECK(text_width("…", 10) == Approx(10.5));
  CHECK(text_width("日本", 10) == Approx(21));
}

}  // namespace oms
